import Model

/// Which observed resource is which address.
///
/// A resource is ours when its `plumbline:address` tag names exactly itself (the address ends with the kind's noun) and
/// the installation matches. A copied tag on another kind gives nothing; two claimants of one address are told, and
/// neither is touched.
struct Ownership: Sendable {
    private(set) var owned: AddressTable<ObservedResource> = [:]
    private(set) var contested: [ResourceAddress: [ObservedResource]] = [:]
    private var unowned: [ResourceType: [String: [ObservedResource]]] = [:]
    /// What nobody owns, of the kinds that are told apart by fields.
    private var ownerless: [ResourceType: [ObservedResource]] = [:]
    /// What nobody of this installation owns, by identifier.
    private var unclaimed: [ResourceType: [String: ObservedResource]] = [:]
    /// Who has the names of what is declared and not there.
    private var named: [ResourceType: [String: [ResourceAddress]]] = [:]

    init(_ state: ObservedState, kinds: [ResourceType: KindDescription], basis: PlanBasis) {
        let declared = AddressTable(basis.declarations.lazy.map { ($0.address, $0) }) { first, _ in first }
        for (type, resources) in state.resources {
            guard let kind = kinds[type], !kind.traits.isOnlyRead else { continue }
            for resource in resources {
                if let address = Self.claim(of: resource, kind, basis.installation) {
                    let declaration = declared[address]
                    if (declaration?.type ?? type) == type {
                        // Two addresses that share their text are compared without a look at it.
                        add(resource, as: declaration?.address ?? address)
                        continue
                    }
                }
                unclaimed[type, default: [:]][resource.identifier] = resource
                if let name = resource.name { unowned[type, default: [:]][name, default: []].append(resource) }
                if !kind.traits.identity.isEmpty, resource.tags[OwnershipTag.installation] == nil {
                    ownerless[type, default: []].append(resource)
                }
            }
        }
        for (address, claimants) in contested {
            contested[address] = claimants.sorted { $0.identifier < $1.identifier }
        }
        nameHolders(of: basis.declarations)
        addForeign(state, kinds, basis.declarations)
    }

    private mutating func add(_ resource: ObservedResource, as address: ResourceAddress) {
        if contested[address] != nil {
            contested[address]?.append(resource)
        } else if let other = owned[address] {
            contested[address] = [other, resource]
            owned[address] = nil
        } else {
            owned[address] = resource
        }
    }

    private mutating func nameHolders(of declarations: [Declaration]) {
        var missing: [ResourceType: Set<String>] = [:]
        for declaration in declarations where owned[declaration.address] == nil {
            if let name = declaration.name { missing[declaration.type, default: []].insert(name) }
        }
        if missing.isEmpty { return }
        func note(_ resource: ObservedResource, _ address: ResourceAddress) {
            guard let name = resource.name, missing[resource.type]?.contains(name) == true else { return }
            named[resource.type, default: [:]][name, default: []].append(address)
        }
        for (address, resource) in owned { note(resource, address) }
        for (address, claimants) in contested {
            for claimant in claimants { note(claimant, address) }
        }
    }

    /// What belongs to others is told by its name alone, and only while somebody refers to it.
    private mutating func addForeign(
        _ state: ObservedState, _ kinds: [ResourceType: KindDescription], _ declarations: [Declaration]
    ) {
        let foreign = declarations.filter { kinds[$0.type]?.traits.isOnlyRead == true }
        for (type, declarations) in Dictionary(grouping: foreign, by: \.type) {
            let named = state.resources[type, default: []].filter { $0.name != nil }
            let byName = Dictionary(named.map { ($0.name, $0) }) { first, _ in first }
            for declaration in declarations where declaration.name != nil {
                owned[declaration.address] = byName[declaration.name]
            }
        }
    }

    /// The resources that have the natural name of a declaration and are nobody's of this installation, by identifier.
    func namesakes(of declaration: Declaration) -> [ObservedResource] {
        guard let name = declaration.name else { return [] }
        return (unowned[declaration.type]?[name] ?? []).sorted { $0.identifier < $1.identifier }
    }

    /// What has an identifier and is nobody's of this installation.
    func unclaimed(_ type: ResourceType, _ identifier: String) -> ObservedResource? { unclaimed[type]?[identifier] }

    /// The resources that nobody owns and that equal a declaration in the fields which tell its kind apart, by
    /// identifier; none while one of these fields waits for what is not there.
    func twins(
        of declaration: Declaration, _ kind: KindDescription, _ lookup: (ResourceAddress, Output) -> String?
    ) -> [ObservedResource] {
        var wanted: [String: Value] = [:]
        for field in kind.traits.identity {
            guard let value = declaration.values[field]?.resolved(by: lookup), value.addresses.isEmpty
            else { return [] }
            wanted[field] = value
        }
        guard !wanted.isEmpty else { return [] }
        return (ownerless[declaration.type] ?? []).filter { resource in
            wanted.allSatisfy { resource.values[$0.key] == $0.value }
        }.sorted { $0.identifier < $1.identifier }
    }

    /// Other addresses of this installation whose resources have the natural name of a declaration, sorted.
    func holders(ofNameOf declaration: Declaration) -> [ResourceAddress] {
        guard let name = declaration.name else { return [] }
        return (named[declaration.type]?[name] ?? []).filter { $0 != declaration.address }.sorted()
    }

    /// Every resource of ours at an address: one, or those that contest it.
    func claimants(of address: ResourceAddress) -> [ObservedResource] {
        owned[address].map { [$0] } ?? contested[address] ?? []
    }

    private static func claim(
        of resource: ObservedResource, _ kind: KindDescription, _ installation: String
    ) -> ResourceAddress? {
        guard resource.tags[OwnershipTag.installation] == installation,
            let path = resource.tags[OwnershipTag.address]
        else { return nil }
        // A number may follow the noun.
        var end = path.utf8[...]
        while let last = end.last, (0x30...0x39).contains(last) { end.removeLast() }
        return end.reversed().starts(with: kind.noun.utf8.reversed()) ? ResourceAddress(path) : nil
    }
}
