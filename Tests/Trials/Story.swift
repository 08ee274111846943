import Model

/// A history to be tried: what others have in the account, and what is declared, one time after the other.
struct Story: Sendable {
    /// What nobody here owns.
    var strangers: [Stranger] = []
    /// How many looks it takes until what was made or changed has settled, where it is not there at once.
    var slow: [ResourceAddress: Int] = [:]
    var stages: [Stage]

    /// Every environment of the history.
    var scopes: Set<String> { Set(stages.flatMap(\.declarations).map(\.address.scope)) }

    /// Every output that something refers to, besides those that everything has.
    var outputs: Set<Output> {
        var result: Set<Output> = []
        for value in stages.flatMap(\.declarations).flatMap(\.values.values) {
            value.forEachPending { _, output in result.insert(output) }
        }
        return result.subtracting([.id, .dnsName])
    }
}

/// Something of others, some with half an owner's tags.
struct Stranger: Sendable {
    var type: ResourceType
    var name: String?
    var tags: [String: String]

    init(_ type: ResourceType, name: String? = nil, tags: [String: String] = [:]) {
        (self.type, self.name, self.tags) = (type, name, tags)
    }
}

/// What is declared at a time, and what happens before it is planned.
struct Stage: Sendable {
    var declarations: [Declaration]
    var meddling: [Meddling] = []
    /// Nothing is known any more of what was applied before.
    var forgets = false

    init(_ declarations: [Declaration] = [], meddling: [Meddling] = [], forgets: Bool = false) {
        (self.declarations, self.meddling, self.forgets) = (declarations, meddling, forgets)
    }
}

/// What somebody does in AWS behind Plumbline's back, as far as AWS lets them and the thing is there.
enum Meddling: Sendable {
    /// Takes it away, unless something else holds it.
    case vanish(ResourceAddress)
    case tag(ResourceAddress, String, String)
    case set(ResourceAddress, String, Value)
    /// Adds a key to a map, or changes it.
    case key(ResourceAddress, String, String, Value)
    /// Puts something of their own beside it, with a number in a field, unless that is taken there.
    case beside(ResourceAddress, String, Int64)

    var address: ResourceAddress {
        switch self {
        case .vanish(let address), .tag(let address, _, _), .set(let address, _, _), .key(let address, _, _, _),
            .beside(let address, _, _):
            address
        }
    }

    func happen(to provider: MemoryProvider) {
        switch self {
        case .vanish(let address):
            guard let resource = provider.find(address) else { return }
            let held = Set(provider.resources.values.flatMap(\.heldIdentifiers))
            if !held.contains(resource.identifier) { provider.vanish(address) }
        case .tag(let address, let key, let value): provider.tamper(address) { $0.tags[key] = value }
        case .set(let address, let field, let value):
            provider.tamper(address) { if $0.values[field] != nil { $0.values[field] = value } }
        case .key(let address, let field, let key, let value):
            provider.tamper(address) { resource in
                guard case .map(var entries)? = resource.values[field] else { return }
                entries[key] = value
                resource.values[field] = .map(entries)
            }
        case .beside(let address, let field, let number):
            guard let resource = provider.find(address),
                let row = provider.kinds[resource.type]?.fields.first(where: { $0.name == field }),
                let parent = row.numberedWithin.flatMap({ resource.values[$0] })
            else { return }
            let siblings = provider.resources.values.filter { $0.type == resource.type }
            let isTaken = siblings.contains { $0.values[field] == .int(number) && $0.values.values.contains(parent) }
            if !isTaken { provider.plant(resource.type, resource.values.merging([field: .int(number)]) { $1 }) }
        }
    }
}
