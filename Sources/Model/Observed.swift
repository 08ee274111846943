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
///
/// A class, so that the tables of a plan hold a reference each and not copies of all that it consists of.
public final class ObservedResource: Sendable {
    public let type: ResourceType
    public let identifier: String
    public let name: String?
    public let values: [String: Value]
    public let outputs: [Output: String]
    public let tags: [String: String]
    public let status: ResourceStatus
    /// See `Observed.parts`.
    public let parts: [String: ObservedPart]
    /// The `Observed<Attributes>` itself, for its kind.
    public let typed: any Sendable

    public init(
        type: ResourceType, identifier: String, name: String?, values: [String: Value], outputs: [Output: String],
        tags: [String: String], status: ResourceStatus, parts: [String: ObservedPart] = [:], typed: any Sendable
    ) {
        self.type = type
        self.identifier = identifier
        self.name = name
        self.values = values
        self.outputs = outputs
        self.tags = tags
        self.status = status
        self.parts = parts
        self.typed = typed
    }
}
