/// A resource that the manifests ask for.
///
/// A value that is one reference: plans hold tens of thousands of declarations in several tables, and to copy all that each
/// consists of took a quarter of a plan's time.
public struct Declaration: Sendable {
    private struct Parts: Sendable {
        var address: ResourceAddress
        var type: ResourceType
        var name: String?
        var values: [String: Value]
        var tags: [String: String]
        var after: [ResourceAddress]
        var adopt: Bool
        var adoptedIdentifier: String?
        var retain: Bool
        var location: SourceLocation?
        var typed: any Sendable
    }

    private final class Box: Sendable {
        let parts: Parts
        init(_ parts: Parts) { self.parts = parts }
    }

    private var box: Box

    /// Makes another one: declarations are read far more often than changed.
    private mutating func change(_ body: (inout Parts) -> Void) {
        var parts = box.parts
        body(&parts)
        box = Box(parts)
    }

    public var address: ResourceAddress {
        get { box.parts.address }
        set { change { $0.address = newValue } }
    }
    public var type: ResourceType {
        get { box.parts.type }
        set { change { $0.type = newValue } }
    }
    /// The natural name that it has or will have in AWS.
    public var name: String? {
        get { box.parts.name }
        set { change { $0.name = newValue } }
    }
    /// Its managed fields; a field that is absent is not managed.
    public var values: [String: Value] {
        get { box.parts.values }
        set { change { $0.values = newValue } }
    }
    /// Tags, without the ownership tags: those the planner adds.
    public var tags: [String: String] {
        get { box.parts.tags }
        set { change { $0.tags = newValue } }
    }
    /// What it waits for beyond the resources that its fields refer to.
    public var after: [ResourceAddress] {
        get { box.parts.after }
        set { change { $0.after = newValue } }
    }
    /// May take over a resource of the same natural name that nobody owns.
    public var adopt: Bool {
        get { box.parts.adopt }
        set { change { $0.adopt = newValue } }
    }
    /// The identifier of what is to be taken over, where neither name nor place tells.
    public var adoptedIdentifier: String? {
        get { box.parts.adoptedIdentifier }
        set { change { $0.adoptedIdentifier = newValue } }
    }
    /// When it is no longer declared, Plumbline lets go of it instead of deleting it.
    public var retain: Bool {
        get { box.parts.retain }
        set { change { $0.retain = newValue } }
    }
    public var location: SourceLocation? {
        get { box.parts.location }
        set { change { $0.location = newValue } }
    }
    /// The kind's `Attributes`.
    public var typed: any Sendable {
        get { box.parts.typed }
        set { change { $0.typed = newValue } }
    }

    /// A declaration of a kind's resource.
    public init<Kind: ResourceKind>(
        _ kind: Kind, _ address: ResourceAddress, _ attributes: Kind.Attributes, tags: [String: String] = [:],
        after: [ResourceAddress] = [], adopt: Bool = false, retain: Bool = false, location: SourceLocation? = nil
    ) {
        self.init(
            kind.type, address, name: kind.name(of: attributes, tags: tags), values: kind.values(of: attributes),
            tags: kind.traits.carriesTags ? tags : [:], after: after, adopt: adopt, retain: retain, location: location,
            typed: attributes)
    }

    /// A declaration from its parts.
    public init(
        _ type: ResourceType, _ address: ResourceAddress, name: String? = nil, values: [String: Value],
        tags: [String: String] = [:], after: [ResourceAddress] = [], adopt: Bool = false, retain: Bool = false,
        location: SourceLocation? = nil, typed: any Sendable = ()
    ) {
        box = Box(
            Parts(
                address: address, type: type, name: name, values: values, tags: tags, after: after, adopt: adopt,
                adoptedIdentifier: nil, retain: retain, location: location, typed: typed))
    }

    /// Everything that has to be there before this one, sorted.
    public var dependencies: [ResourceAddress] {
        var found = after
        for value in values.values { value.forEachPending { address, _ in found.append(address) } }
        // Few, and often none: a set would cost more than it saves.
        var result: [ResourceAddress] = []
        for address in found.sorted() where address != self.address && address != result.last { result.append(address) }
        return result
    }
}

extension ResourceKind {
    /// The managed fields of some attributes, as values.
    public func values(of attributes: Attributes) -> [String: Value] {
        var result: [String: Value] = [:]
        for field in fields { result[field.row.name] = field.value(attributes) }
        return result
    }
}
