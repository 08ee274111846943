/// What the engine has to know of a kind, apart from its fields.
public struct KindTraits: Sendable {
    /// Holds data or network: it is deleted or replaced only with an approval that names the plan's digest.
    public var isStateful: Bool
    /// Can carry tags, `plumbline:address` among them.
    public var carriesTags: Bool
    /// A change makes a new immutable revision with an identifier of its own; who refers to it changes with it.
    public var isRevised: Bool
    /// Kinds whose resources in the same environment, where they go too, must be gone before one of this kind can be
    /// deleted, though no field names it.
    public var deletedAfter: [ResourceType]
    /// Kinds that send it work: those that it was declared after are deleted before it, so that nothing is sent to what
    /// is going.
    public var drainsAfter: [ResourceType]
    /// Fields whose values tell a resource from every other of its kind where it has no natural name, such as a load
    /// balancer and a port. By them, what nobody owns is found for adoption once what they refer to is known.
    public var identity: [String]
    /// Belongs to others: it is looked at, and never made, changed, tagged or deleted. A declaration is what others
    /// refer to; one whose resource is not there cannot be planned.
    public var isOnlyRead: Bool
    /// Is read in fewer calls by recorded identifiers than by going through what holds it (`ObservationScope.isBrief`).
    public var isReadByRecord: Bool
    /// How long a created or changed resource may take until it has settled.
    public var deadline: Duration

    public init(
        isStateful: Bool = false,
        carriesTags: Bool = true,
        isRevised: Bool = false,
        deletedAfter: [ResourceType] = [],
        drainsAfter: [ResourceType] = [],
        identity: [String] = [],
        isOnlyRead: Bool = false,
        isReadByRecord: Bool = false,
        deadline: Duration = .seconds(600)
    ) {
        self.isStateful = isStateful
        self.carriesTags = carriesTags
        self.isRevised = isRevised
        self.deletedAfter = deletedAfter
        self.drainsAfter = drainsAfter
        self.identity = identity
        self.isOnlyRead = isOnlyRead
        self.isReadByRecord = isReadByRecord
        self.deadline = deadline
    }
}
