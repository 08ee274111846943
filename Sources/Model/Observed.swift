/// How far AWS is with a resource.
public enum ResourceStatus: Hashable, Sendable {
    case active
    /// On its way; the text says to where (`deployment 1 of 3 tasks running`).
    case pending(String)
    /// It will not get there by itself; the text says why.
    case failed(String)
}

/// One resource as AWS holds it.
public struct Observed<Attributes: Sendable>: Sendable {
    /// What AWS's calls name it by: an id, an ARN or a name.
    public var identifier: String
    /// The natural name, as `ResourceKind.name(of:)` would give it for the declaration of the same resource.
    public var name: String?
    public var attributes: Attributes
    public var outputs: [Output: String]
    public var tags: [String: String]
    public var status: ResourceStatus
    /// What of this resource is one of its own as soon as somebody takes it over, by that one's identifier.
    public var parts: [String: ObservedPart] = [:]

    public init(
        identifier: String,
        name: String?,
        attributes: Attributes,
        outputs: [Output: String] = [:],
        tags: [String: String] = [:],
        status: ResourceStatus = .active
    ) {
        self.identifier = identifier
        self.name = name
        self.attributes = attributes
        self.outputs = outputs.merging([.id: identifier]) { own, _ in own }
        self.tags = tags.filter { !$0.key.hasPrefix("aws:") }
        self.status = status
    }
}

/// A member of a set among a resource's fields.
public struct ObservedPart: Hashable, Sendable {
    public var field: String
    public var value: Value

    public init(field: String, value: Value) {
        self.field = field
        self.value = value
    }
}

/// An observed resource with its kind's types forgotten: what the engine works on.
public struct ObservedResource: Sendable {
    public var type: ResourceType
    public var identifier: String
    public var name: String?
    public var values: [String: Value]
    public var outputs: [Output: String]
    public var tags: [String: String]
    public var status: ResourceStatus
    /// See `Observed.parts`.
    public var parts: [String: ObservedPart] = [:]
    /// The `Observed<Attributes>` itself, for its kind.
    public var typed: any Sendable

    public init(
        type: ResourceType, identifier: String, name: String?, values: [String: Value], outputs: [Output: String],
        tags: [String: String], status: ResourceStatus, typed: any Sendable
    ) {
        self.type = type
        self.identifier = identifier
        self.name = name
        self.values = values
        self.outputs = outputs
        self.tags = tags
        self.status = status
        self.typed = typed
    }
}
