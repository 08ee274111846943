/// One kind of AWS resource: what is managed of it, how it is read and how it is changed.
///
/// A kind is one file, one line in the list of kinds and one sample for the contract suite, which proves what is
/// asked for here: create then observe plans nothing; create twice gives one; delete twice succeeds; a changed field
/// has the effect it declares; every stored property of `Attributes` is a field; a lost answer leaks nothing.
public protocol ResourceKind<Connection>: Sendable {
    /// The whole managed state, desired or observed. An optional property that is nil is not managed.
    associatedtype Attributes: Sendable
    /// Through which the kind speaks to one account in one region.
    associatedtype Connection: Sendable

    var type: ResourceType { get }
    /// The word with which the last component of every address of this kind ends, such as `TargetGroup`. A tag that
    /// names an address of another noun was copied from another resource and gives no ownership.
    var noun: String { get }
    var traits: KindTraits { get }
    /// One row per stored property of `Attributes`.
    var fields: [Field<Attributes>] { get }

    /// The name by which a person would find the resource in AWS, if its attributes or tags give one. Two resources of
    /// one kind with the same natural name in one scope are the same thing for adoption and conflicts.
    func name(of attributes: Attributes, tags: [String: String]) -> String?

    /// Every resource of this kind in the account and region, ours or not, in as few calls as AWS allows.
    ///
    /// All or nothing: an error or a missing page throws, it never shortens the list.
    func observe(_ scope: ObservationScope, through connection: Connection) async throws -> [Observed<Attributes>]

    /// Makes the resource, tags included.
    ///
    /// Safe to repeat: when an earlier try made it (the answer was lost, the process died), that one is found and
    /// returned. Returns as soon as AWS has taken the request; waiting is `settled`'s part.
    func create(_ desired: Desired<Attributes>, through connection: Connection) async throws -> Made

    /// Changes the named fields to what is desired. A kind that `isRevised` makes a new revision.
    ///
    /// Where AWS takes the steps of a change only one after the other, it sends one and throws `ResourceError` `.busy`: it is
    /// called again with the same arguments, later, and goes on from what AWS shows then.
    func update(
        _ observed: Observed<Attributes>, to desired: Desired<Attributes>, changing fields: Set<String>,
        through connection: Connection
    ) async throws -> Made

    /// Sets tags; others on the resource are left alone.
    func tag(_ observed: Observed<Attributes>, _ tags: [String: String], through connection: Connection) async throws

    /// Deletes the resource; one that is gone already is success.
    func delete(_ observed: Observed<Attributes>, through connection: Connection) async throws

    /// Whether what was made or changed has come to rest.
    func settled(_ made: Made, through connection: Connection) async throws -> Settlement

    /// Whether a deleted resource is gone, for kinds that take their time.
    func isGone(_ observed: Observed<Attributes>, through connection: Connection) async throws -> Bool
}

extension ResourceKind {
    public var traits: KindTraits { KindTraits() }

    /// By default a resource is there as soon as AWS says so.
    public func settled(_ made: Made, through connection: Connection) async throws -> Settlement { .ready([:]) }

    public func isGone(_ observed: Observed<Attributes>, through connection: Connection) async throws -> Bool { true }
}

/// What a look at a resource on its way shows.
public enum Settlement: Sendable, Hashable {
    /// It is there; outputs that were not known before are added to those of `Made`.
    case ready([Output: String])
    /// Not yet; the text is shown as progress.
    case pending(String)
    /// It will never get there; the text says why and what to do.
    case failed(String)
}

/// What a kind may use to narrow what it reads.
///
/// Narrowing is only ever by what cannot hide a resource of ours or one in the way of a declaration.
public struct ObservationScope: Sendable {
    /// The natural names that manifests declare for this kind.
    public var declaredNames: Set<String>
    /// The fields that at least one declaration of this kind manages: what nobody manages need not be read.
    public var managedFields: Set<String>
    public var installation: String
    /// The first components of the addresses that are asked about, nil for all: of what belongs to others, what has to be
    /// asked for one thing at a time need not be read.
    public var scopes: Set<String>?
    /// Everything that is declared of this kind was recorded at the last apply, so it may be read by what was recorded. Such
    /// a look may miss what nobody has recorded, ours or not: it is enough to see that nothing has to be done, and not to
    /// plan what has.
    public var isBrief = false
    /// The outputs of this kind that a declaration refers to, with the natural names of those it refers to: what nobody
    /// refers to need not be as fresh.
    public var wantedOutputs: [Output: Set<String>] = [:]
    /// The tags, ownership tags included, that the declaration of a natural name asks for; nil where nothing has that name.
    public var declaredTags: @Sendable (_ name: String) -> [String: String]? = { _ in nil }
    /// The identifiers recorded at the last apply, by kind: a hint, never believed.
    public var recordedIdentifiers: [ResourceType: [String]]
    /// The natural names of everything that may be taken over, by kind: what is read through its parent is read of
    /// these parents too.
    public var adoptedNames: [ResourceType: Set<String>] = [:]
    /// The identifiers of what is to be taken over, where declarations name them, by kind.
    public var adoptedIdentifiers: [ResourceType: Set<String>] = [:]
    /// What kinds share while everything is read once.
    public var round = ObservationRound()

    public init(
        declaredNames: Set<String> = [], managedFields: Set<String> = [], installation: String,
        recordedIdentifiers: [ResourceType: [String]] = [:]
    ) {
        self.declaredNames = declaredNames
        self.managedFields = managedFields
        self.installation = installation
        self.recordedIdentifiers = recordedIdentifiers
    }
}
