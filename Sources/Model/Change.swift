/// What is to be done with one resource.
public enum ChangeAction: String, Sendable, CaseIterable {
    case create, adopt, update, replace, delete

    /// Whether the resource is there afterwards.
    public var puts: Bool { self != .delete }
    /// Whether a resource that is there now is deleted.
    public var removes: Bool { self == .delete || self == .replace }
}

/// Why a change is planned. It explains, it never decides.
public enum ChangeReason: String, Sendable {
    /// The manifests declare it for the first time.
    case new
    /// The manifests say something else than at the last apply.
    case manifest
    /// AWS holds something else though the manifests did not change.
    case drift
    /// A resource that it refers to is made anew.
    case dependency
    /// The manifests no longer declare it.
    case removed
    /// It is there, nobody owns it, and the manifest says to take it over.
    case adoption
}

/// One field of a change.
public struct FieldChange: Hashable, Sendable {
    public var name: String
    /// What AWS holds; nil when it holds nothing.
    public var before: Value?
    /// What the manifests ask for; nil when it is to go.
    public var after: Value?
    /// Both values are shown as `•••`.
    public var isSecret: Bool

    public init(name: String, before: Value?, after: Value?, isSecret: Bool = false) {
        self.name = name
        self.before = before
        self.after = after
        self.isSecret = isSecret
    }
}

/// One change of a plan.
public struct Change: Sendable {
    public var address: ResourceAddress
    public var type: ResourceType
    public var action: ChangeAction
    public var reason: ChangeReason
    /// What AWS names the resource by, when there is one.
    public var identifier: String?
    public var fields: [FieldChange]
    /// Numbers chosen for fields that the manifest leaves out.
    public var numbers: [String: Int]
    /// The kind holds data or network and this change would lose it.
    public var losesData: Bool
    /// Changes of the same plan that have to be done before this resource is made or changed, and resources that are
    /// only waited for (`Plan.settling`). Sorted.
    public var waitsFor: [ResourceAddress]
    /// Changes of the same plan that have to be done before this resource is deleted (also to be made anew).
    public var removalWaitsFor: [ResourceAddress]
    public var declaration: Declaration?
    public var observed: ObservedResource?
    /// The line of the manifest that declares it, or that declared it when it was applied last.
    public var location: SourceLocation?

    public init(
        address: ResourceAddress, type: ResourceType, action: ChangeAction, reason: ChangeReason,
        fields: [FieldChange] = [], numbers: [String: Int] = [:], losesData: Bool = false,
        waitsFor: [ResourceAddress] = [], removalWaitsFor: [ResourceAddress] = [], declaration: Declaration? = nil,
        observed: ObservedResource? = nil, location: SourceLocation? = nil
    ) {
        self.address = address
        self.type = type
        self.action = action
        self.reason = reason
        self.identifier = observed?.identifier
        self.fields = fields
        self.numbers = numbers
        self.losesData = losesData
        self.waitsFor = waitsFor
        self.removalWaitsFor = removalWaitsFor
        self.declaration = declaration
        self.observed = observed
        self.location = location ?? declaration?.location
    }
}
