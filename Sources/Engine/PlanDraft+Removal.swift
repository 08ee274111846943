import Model

extension PlanDraft {
    /// Finds what is ours, in the planned scopes, and no longer declared.
    mutating func findLeftover() {
        let populated = Set(declarations.keys.map(\.scope))
        for (address, observed) in ownership.owned where declarations[address] == nil {
            guard basis.scopes.contains(address.scope), kinds[observed.type] != nil else { continue }
            let isEmptied = basis.emptied.contains(address.scope)
            let fate: Leftover.Fate =
                observed.tags[OwnershipTag.deletionPolicy] == "retain"
                ? .retained : populated.contains(address.scope) || isEmptied ? .deleted : .refused
            leftover[address] = Leftover(observed: observed, fate: fate)
        }
    }

    /// Plans the deletion of what is left over and held by nothing.
    mutating func removeLeftover() {
        var refused: [String: Int] = [:]
        for (address, resource) in leftover {
            let observed = resource.observed
            switch resource.fate {
            case .retained:
                diagnostics.append(
                    Diagnostic(
                        .warning, "\(observed.identifier) is no longer declared and is retained", address: address))
                continue
            case .refused: refused[address.scope, default: 0] += 1
            case .deleted where held[address] == nil:
                changes[address] = Change(
                    address: address, type: observed.type, action: .delete, reason: .removed,
                    losesData: kinds[observed.type]?.traits.isStateful == true, observed: observed,
                    location: basis.recorded[address]?.location)
            case .deleted: break
            }
            // Until it is gone, what it depends on is to be remembered for the order of a later try.
            declared[address] = PlannedResource(
                type: observed.type, identifier: observed.identifier,
                dependencies: basis.recorded[address]?.dependencies ?? [],
                declaredHash: basis.recorded[address]?.declaredHash ?? "", location: basis.recorded[address]?.location)
        }
        for (address, resource) in basis.recorded where declared[address] == nil && resource.identifier != nil {
            if state.failures[resource.type] != nil { declared[address] = resource }
        }
        for (scope, count) in refused {
            diagnostics.append(
                Diagnostic(
                    .error,
                    "the manifests declare nothing for \(scope), where \(count) resources are; nothing is deleted. "
                        + "To take it down, run `plumbline destroy --environment \(scope)`",
                    address: ResourceAddress(scope)))
        }
        for (address, claimants) in ownership.contested where declarations[address] == nil {
            guard basis.scopes.contains(address.scope) else { continue }
            let ids = claimants.map(\.identifier).joined(separator: " and ")
            diagnostics.append(
                Diagnostic(
                    .error, "\(ids) both claim to be it and nobody declares it; nothing is deleted", address: address))
        }
    }

    /// Why the changes may not be made without an approval, and whose changes that is due to.
    func approval(of changes: [Change]) -> (reasons: [String], scopes: Set<String>) {
        let rules = basis.approvals
        let dangers = dangers(changes.filter { rules[$0.address.scope] != .never })
        let scopes = Set(changes.map(\.address.scope)).filter { rules[$0] == .always }
        return (
            scopes.sorted().map { "\($0) asks for an approval of every plan" } + dangers.reasons,
            scopes.union(dangers.scopes)
        )
    }

    /// What the changes would take away.
    private func dangers(_ changes: [Change]) -> (reasons: [String], scopes: Set<String>) {
        let losing = changes.filter(\.losesData)
        var reasons = losing.map { change in
            "\(change.action == .replace ? "replaces" : "deletes") \(change.address) "
                + "(\(change.type) \(change.identifier ?? "")), which holds data or network"
        }
        let removing = changes.filter(\.action.removes)
        let deletions = removing.count
        let present = ownership.owned.count { address, resource in
            basis.scopes.contains(address.scope) && kinds[resource.type]?.traits.isOnlyRead != true
        }
        if deletions > basis.limits.count {
            reasons.append("deletes \(deletions) resources, more than the limit of \(basis.limits.count)")
        } else if Double(deletions) > Double(present) * basis.limits.fraction {
            reasons.append("deletes \(deletions) of the \(present) resources that are there")
        }
        let isMuch = reasons.count > losing.count
        return (reasons, Set((losing + (isMuch ? removing : [])).map(\.address.scope)))
    }
}
