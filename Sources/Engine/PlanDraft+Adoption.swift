import Model

extension PlanDraft {
    /// Finds what is to be taken over: by the identifier that the manifest names, else by natural name, where there is
    /// none by the fields that tell a kind apart, and last by what somebody found who looked further; parents before what
    /// stands on them.
    mutating func findAdoptions() {
        guard declarations.values.contains(where: \.adopt) else { return }
        for address in sorted.order where !blocked.contains(address) {
            guard let declaration = declarations[address], declaration.adopt, ownership.owned[address] == nil,
                let kind = kinds[declaration.type]
            else { continue }
            let found = candidates(for: declaration, kind)
            guard let first = found.first else {
                reportMissing(declaration)
                if !kind.traits.isOnlyRead && !blocked.contains(address) { unmatched.insert(address) }
                continue
            }
            if let problem = ambiguity(declaration, found, kind) {
                blocked.insert(address)
                diagnostics.append(Diagnostic(.error, problem, at: declaration.location, address: address))
                continue
            }
            adoptions[address] = first
            adopted.insert(first.identifier)
            known.adopt(first, as: address)
        }
    }

    private func candidates(for declaration: Declaration, _ kind: KindDescription) -> [ObservedResource] {
        if let identifier = declaration.adoptedIdentifier {
            return ownership.unclaimed(declaration.type, identifier).map { [$0] } ?? []
        }
        let namesakes = ownership.namesakes(of: declaration)
        let near = namesakes.isEmpty ? ownership.twins(of: declaration, kind, lookup) : namesakes
        guard near.isEmpty, let identifier = basis.found[declaration.address] else { return near }
        let found = ownership.unclaimed(declaration.type, identifier)
        // Somebody else's is not there for us, and one that has its place already is no second one.
        guard let found, found.tags[OwnershipTag.installation] == nil, !adopted.contains(identifier) else { return [] }
        return [found]
    }

    /// An identifier that names nothing is a mistake until something was taken over by it.
    private mutating func reportMissing(_ declaration: Declaration) {
        guard let identifier = declaration.adoptedIdentifier, basis.recorded[declaration.address] == nil else { return }
        blocked.insert(declaration.address)
        diagnostics.append(
            Diagnostic(
                .error,
                "\(identifier) is to be taken over, but there is no such \(declaration.type); correct the identifier, or "
                    + "remove it to have a new one made", at: declaration.location, address: declaration.address))
    }

    /// Why it cannot be told what is to be taken over.
    private func ambiguity(
        _ declaration: Declaration, _ found: [ObservedResource], _ kind: KindDescription
    ) -> String? {
        if found.count > 1 {
            let ids = found.map(\.identifier).joined(separator: " and ")
            return "\(ids) are the same in \(kind.traits.identity.joined(separator: ", ")), so none can be taken over; "
                + "remove what is not needed"
        }
        let other = adoptions.sorted { $0.key < $1.key }.first {
            $0.value.type == declaration.type && $0.value.identifier == found.first?.identifier
        }
        guard let other else { return nil }
        return "\(other.value.identifier) is taken over as \(other.key) already; declare it once"
    }

    /// What AWS holds of a resource, without what is taken over as a resource of its own.
    func values(of observed: ObservedResource) -> [String: Value] {
        var result = observed.values
        for (identifier, part) in observed.parts where adopted.contains(identifier) {
            guard case .set(var members)? = result[part.field] else { continue }
            members.remove(part.value)
            result[part.field] = .set(members)
        }
        return result
    }
}

extension ObservedResource {
    /// The fields in which a resource that was taken over stays as it was found, as its tag says. A tag can keep no other
    /// fields than those of a name.
    func fieldsKept(by kind: KindDescription) -> Set<String> {
        guard let told = tags[OwnershipTag.adopted]?.split(separator: " ").map(String.init) else { return [] }
        return Set(kind.fields.filter(\.staysWhenAdopted).map(\.name)).intersection(told)
    }
}
