import Model

/// Which observed resource is which address.
///
/// A resource is ours when its `plumbline:address` tag names exactly itself (the address ends with the kind's noun) and
/// the installation matches. A copied tag on another kind gives nothing; two claimants of one address are told, and
/// neither is touched.
struct Ownership: Sendable {
    private(set) var owned: [ResourceAddress: ObservedResource] = [:]
    private(set) var contested: [ResourceAddress: [ObservedResource]] = [:]
    private var unowned: [ResourceType: [String: [ObservedResource]]] = [:]
    /// What nobody owns, of the kinds that are told apart by fields.
    private var ownerless: [ResourceType: [ObservedResource]] = [:]
    /// What nobody of this installation owns, by identifier.
    private var unclaimed: [ResourceType: [String: ObservedResource]] = [:]
    private var named: [ResourceType: [String: [ResourceAddress]]] = [:]

    init(_ state: ObservedState, kinds: [ResourceType: KindDescription], basis: PlanBasis) {
        let types = Dictionary(basis.declarations.map { ($0.address, $0.type) }) { first, _ in first }
        var claims: [ResourceAddress: [ObservedResource]] = [:]
        for (type, resources) in state.resources {
            guard let kind = kinds[type], !kind.traits.isOnlyRead else { continue }
            for resource in resources {
                if let address = Self.claim(of: resource, kind, basis.installation), types[address] ?? type == type {
                    claims[address, default: []].append(resource)
                    continue
                }
                unclaimed[type, default: [:]][resource.identifier] = resource
                if let name = resource.name { unowned[type, default: [:]][name, default: []].append(resource) }
                if !kind.traits.identity.isEmpty, resource.tags[OwnershipTag.installation] == nil {
                    ownerless[type, default: []].append(resource)
                }
            }
        }
        // What belongs to others is told by its name alone, and only while somebody refers to it.
        for declaration in basis.declarations where kinds[declaration.type]?.traits.isOnlyRead == true {
            guard let name = declaration.name else { continue }
            owned[declaration.address] = state.resources[declaration.type]?.first { $0.name == name }
        }
        for (address, claimants) in claims {
            if claimants.count == 1 {
                owned[address] = claimants[0]
            } else {
                contested[address] = claimants.sorted { $0.identifier < $1.identifier }
            }
            for claimant in claimants {
                guard let name = claimant.name else { continue }
                named[claimant.type, default: [:]][name, default: []].append(address)
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
