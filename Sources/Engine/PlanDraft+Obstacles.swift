import Model

extension PlanDraft {
    /// Records what is declared, and blocks the declarations that cannot be planned, with all that need them.
    mutating func sift() {
        // Not in the table's own order, in which nothing stands beside what belongs to it.
        for address in basis.declarations.map(\.address) where declared[address] == nil {
            if let declaration = declarations[address] { record(address, declaration) }
        }
        blocked.formUnion(sorted.cyclic)
        reportLoops()
        reportDuplicates()
        let names = namesOfMissing()
        for address in sorted.order where !blocked.contains(address) {
            guard let declaration = declarations[address] else { continue }
            let namesakes = declaration.name.flatMap { names[declaration.type]?[$0] } ?? []
            guard let reason = obstacle(declaration, namesakes) else { continue }
            blocked.insert(address)
            diagnostics += reason
        }
    }

    /// Who declares each natural name of what is not there yet, by kind.
    private func namesOfMissing() -> [ResourceType: [String: [ResourceAddress]]] {
        var result: [ResourceType: [String: [ResourceAddress]]] = [:]
        func note(where isWanted: (Declaration) -> Bool) {
            for declaration in declarations.values where isWanted(declaration) {
                guard let name = declaration.name else { continue }
                result[declaration.type, default: [:]][name, default: []].append(declaration.address)
            }
        }
        note { ownership.owned[$0.address] == nil }
        let missing = result
        if missing.isEmpty { return [:] }
        // What is there has its name, too.
        note { declaration in
            ownership.owned[declaration.address] != nil
                && declaration.name.map { missing[declaration.type]?[$0] != nil } ?? false
        }
        return result
    }

    private mutating func record(_ address: ResourceAddress, _ declaration: Declaration) {
        // The inventory is of what is ours.
        if kinds[declaration.type]?.traits.isOnlyRead == true { return }
        // What could not be read is not absent: the record stays what it was.
        let recorded = state.failures[declaration.type] == nil ? nil : basis.recorded[address]?.identifier
        let (hash, before) = (declaration.contentHash, basis.recorded[address])
        declared[address] = PlannedResource(
            type: declaration.type, identifier: ownership.owned[address]?.identifier ?? recorded,
            dependencies: needs[address] ?? [], declaredHash: hash,
            // A line that moved because of others is no news.
            location: before?.declaredHash == hash ? before?.location ?? declaration.location : declaration.location)
    }

    private mutating func reportLoops() {
        for loop in sorted.loops {
            let names = loop.map(\.path).joined(separator: ", ")
            diagnostics.append(
                Diagnostic(
                    .error, "\(names) wait for each other; take one of the references between them out",
                    at: declarations[loop[0]]?.location, address: loop[0]))
        }
    }

    private mutating func reportDuplicates() {
        guard declarations.count < basis.declarations.count else { return }
        for (address, several) in Dictionary(grouping: basis.declarations, by: \.address) where several.count > 1 {
            blocked.insert(address)
            let places = several.compactMap(\.location).sorted()
            let named = places.isEmpty ? "" : ", at " + places.map(\.description).joined(separator: " and ")
            diagnostics.append(
                Diagnostic(
                    .error, "it is declared \(several.count) times\(named); declare it once", at: places.first,
                    address: address))
        }
    }

    /// What keeps a declaration from being planned. An empty list: something below it does, and was told there.
    private func obstacle(_ declaration: Declaration, _ sameName: [ResourceAddress]) -> [Diagnostic]? {
        let address = declaration.address
        func problem(_ message: String) -> [Diagnostic] {
            [Diagnostic(.error, message, at: declaration.location, address: address)]
        }
        guard let kind = kinds[declaration.type] else {
            return problem("this version of Plumbline does not know \(declaration.type)")
        }
        if let claimants = ownership.contested[address] {
            let ids = claimants.map(\.identifier).joined(separator: " and ")
            return problem(
                "\(ids) both carry the tag \(OwnershipTag.address)=\(address); "
                    + "remove the tag from the one that was not made by Plumbline")
        }
        if state.failures[declaration.type] != nil { return [] }
        if kind.traits.isOnlyRead {
            guard ownership.owned[address] == nil else { return nil }
            return problem(
                "there is no \(declaration.name ?? address.path) (\(declaration.type)), and Plumbline does not make it; "
                    + "make it, or correct the name")
        }
        let needs = needs[address] ?? []
        if needs.contains(where: blocked.contains) { return [] }
        if let missing = needs.first(where: isMissing) {
            return problem("it needs \(missing), which no manifest declares; declare it or drop the reference")
        }
        guard ownership.owned[address] == nil else { return nil }
        if let refusal = basis.refused[address] { return refusal }
        return conflict(declaration, sameName).map(problem)
    }

    /// What is neither declared nor there to stay.
    private func isMissing(_ address: ResourceAddress) -> Bool {
        declarations[address] == nil && (ownership.owned[address] == nil || leftover[address] != nil)
    }

    /// Why a resource that is not there yet cannot have its natural name.
    private func conflict(_ declaration: Declaration, _ sameName: [ResourceAddress]) -> String? {
        let what = "\(declaration.type) \(declaration.name ?? "")"
        // Its identifier tells it from every other of its name.
        let chosen = declaration.adopt ? declaration.adoptedIdentifier : nil
        let namesakes =
            chosen.map { ownership.unclaimed(declaration.type, $0).map { [$0] } ?? [] }
            ?? ownership.namesakes(of: declaration)
        if let foreign = namesakes.first(where: isForeign) {
            return "\(what) exists already (\(foreign.identifier)) and belongs to "
                + "\(foreign.tags[OwnershipTag.address] ?? "something") of the Plumbline installation "
                + "\(foreign.tags[OwnershipTag.installation] ?? ""); choose another name"
        }
        if let holder = ownership.holders(ofNameOf: declaration).first(where: { leftover[$0]?.fate != .deleted }) {
            let ids = ownership.claimants(of: holder).map(\.identifier).joined(separator: " and ")
            return "\(what) exists already (\(ids)) as \(holder); choose another name"
        }
        if namesakes.count > 1 {
            let ids = namesakes.map(\.identifier).joined(separator: " and ")
            return
                "\(what) exists more than once (\(ids)), so none can be taken over; remove or rename what is not needed"
        }
        if let namesake = namesakes.first, !declaration.adopt {
            return "\(what) exists already (\(namesake.identifier)) and was not made by Plumbline; "
                + "set `adopt: true` in the manifest to take it over"
        }
        guard chosen == nil, let twin = sameName.filter({ $0 != declaration.address }).min() else { return nil }
        return "\(what) is declared by \(twin) as well; choose another name"
    }

    private func isForeign(_ resource: ObservedResource) -> Bool {
        resource.tags[OwnershipTag.installation].map { $0 != basis.installation } ?? false
    }
}
