/// A resource that the manifests ask for.
public struct Declaration: Sendable {
    public var address: ResourceAddress
    public var type: ResourceType
    /// The natural name that it has or will have in AWS.
    public var name: String?
    /// Its managed fields; a field that is absent is not managed.
    public var values: [String: Value]
    /// Tags, without the ownership tags: those the planner adds.
    public var tags: [String: String]
    /// What it waits for beyond the resources that its fields refer to.
    public var after: [ResourceAddress]
    /// May take over a resource of the same natural name that nobody owns.
    public var adopt: Bool
    /// The identifier of what is to be taken over, where neither name nor place tells.
    public var adoptedIdentifier: String?
    /// When it is no longer declared, Plumbline lets go of it instead of deleting it.
    public var retain: Bool
    public var location: SourceLocation?
    /// The kind's `Attributes`.
    public var typed: any Sendable

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
        self.address = address
        self.type = type
        self.name = name
        self.values = values
        self.tags = tags
        self.after = after
        self.adopt = adopt
        self.retain = retain
        self.location = location
        self.typed = typed
    }

    /// Everything that has to be there before this one, sorted.
    public var dependencies: [ResourceAddress] {
        var result = Set(after)
        for value in values.values { result.formUnion(value.addresses) }
        result.remove(address)
        return result.sorted()
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
