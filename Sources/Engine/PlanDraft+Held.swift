import Model

extension PlanDraft {
    /// Finds what may not be taken away now: whatever is used by a resource that stays as it is, because it could not be
    /// read, is contested, is retained, or is blocked. Taking that away from under it would fail at best.
    mutating func holdBack() {
        let roots = staying()
        guard !roots.isEmpty else { return }
        var byText: [String: [ResourceAddress]] = [:]
        for (address, resource) in ownership.owned {
            for text in resource.namingTexts { byText[text, default: []].append(address) }
        }
        var frontier = roots.keys.sorted().map { (address: $0, root: $0) }
        for (address, root) in mustOutlive(roots) where held[address] == nil {
            held[address] = root
            frontier.append((address, root))
        }
        while let (user, root) = frontier.popLast() {
            for address in uses(of: user, byText) where address != user && held[address] == nil {
                held[address] = root
                frontier.append((address, root))
            }
        }
    }

    /// Resources that are there, or may be, and that this plan leaves alone.
    private func staying() -> [ResourceAddress: ResourceType] {
        var result: [ResourceAddress: ResourceType] = [:]
        for address in blocked {
            guard let type = declarations[address]?.type else { continue }
            if state.failures[type] != nil || !ownership.claimants(of: address).isEmpty { result[address] = type }
        }
        for (address, resource) in leftover where resource.fate != .deleted { result[address] = resource.observed.type }
        for (address, claimants) in ownership.contested where declarations[address] == nil {
            result[address] = claimants[0].type
        }
        for (address, resource) in basis.recorded where declarations[address] == nil {
            if state.failures[resource.type] != nil, resource.identifier != nil { result[address] = resource.type }
        }
        return result
    }

    /// Kinds that AWS lets go only after others, though no field tells so.
    private func mustOutlive(
        _ roots: [ResourceAddress: ResourceType]
    ) -> [(address: ResourceAddress, root: ResourceAddress)] {
        let patient = kinds.filter { !$0.value.traits.deletedAfter.isEmpty }
        guard !patient.isEmpty else { return [] }
        let byScope = Dictionary(grouping: roots.keys.sorted()) { $0.scope }
        return ownership.owned.sorted { $0.key < $1.key }.compactMap { address, resource in
            guard let kind = patient[resource.type] else { return nil }
            let root = byScope[address.scope]?.first { root in
                roots[root].map(kind.traits.deletedAfter.contains) ?? false
            }
            return root.map { (address, $0) }
        }
    }

    private func uses(of address: ResourceAddress, _ byText: [String: [ResourceAddress]]) -> [ResourceAddress] {
        var result = Set(needs[address] ?? []).union(basis.recorded[address]?.dependencies ?? [])
        for resource in ownership.claimants(of: address) {
            for value in resource.values.values {
                value.forEachText { text in
                    if text != resource.name { result.formUnion(byText[text] ?? []) }
                }
            }
        }
        return result.sorted()
    }

    /// Tells once, for each resource that stays, what stays with it.
    mutating func reportHeld() {
        let kept = leftover.filter { $0.value.fate == .deleted && held[$0.key] != nil }.map(\.key) + notReplaced
        for (root, addresses) in Dictionary(grouping: kept, by: { held[$0] ?? $0 }) {
            let message =
                "\(Self.list(addresses)) not deleted or replaced, because \(root), which stays as it is, may use it"
            diagnostics.append(Diagnostic(.warning, message, address: root))
        }
    }

    /// At most three addresses by name.
    static func list(_ addresses: [ResourceAddress]) -> String {
        let named = addresses.sorted().prefix(3).map(\.path).joined(separator: ", ")
        return addresses.count > 3 ? "\(named) and \(addresses.count - 3) more" : named
    }
}
