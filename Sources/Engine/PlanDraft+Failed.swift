import Model

extension PlanDraft {
    /// What is tried again for a resource that has failed in AWS though nothing differs: the revision that it is to run,
    /// as if it ran none. Nothing else would bring it back, and it would count as converged while nothing runs.
    ///
    /// Empty for a resource that has not failed, and for one that runs no revision: that is only told.
    func retried(_ declaration: Declaration, _ kind: KindDescription, _ observed: ObservedResource) -> [Difference] {
        guard case .failed = observed.status else { return [] }
        return kind.fields.compactMap { row in
            guard row.effect == .update, let wanted = declaration.values[row.name],
                wanted.addresses.contains(where: isRevision)
            else { return nil }
            return (row, FieldChange(name: row.name, before: nil, after: wanted.resolved(by: lookup)))
        }
    }

    private func isRevision(_ address: ResourceAddress) -> Bool {
        declarations[address].flatMap { kinds[$0.type] }?.traits.isRevised == true
    }
}
