import Model

extension PlanDraft {
    typealias Difference = (row: FieldRow, change: FieldChange)

    /// The differences of a resource that is there, without what the manifests say to ignore or to leave; what is left and
    /// told goes to `leftDrift`.
    mutating func managed(
        _ found: [Difference], _ tags: [FieldChange], of declaration: Declaration, _ observed: ObservedResource
    ) -> (fields: [Difference], tags: [FieldChange]) {
        let (rules, type, address) = (basis.drift, declaration.type, declaration.address)
        let fields = found.filter { !rules.ignores($0.change.name, of: type, address) }
        let tags = tags.filter { !rules.ignores($0.name, of: type, address) }
        let all = fields.map(\.change) + tags
        let isUnrecorded = unrecorded.contains(address.scope)
        guard !all.isEmpty, isUnrecorded || reason(declaration, all) == .drift else { return (fields, tags) }
        func mode(_ change: FieldChange) -> DriftMode { rules.mode(of: change.name, of: type, address) }
        let told = all.filter { mode($0) == .warn }
        if !told.isEmpty {
            leftDrift[address] = Change(
                address: address, type: type, action: .update, reason: .drift, fields: told, declaration: declaration,
                observed: observed)
            let names = told.map(\.name).joined(separator: ", ")
            diagnostics.append(
                Diagnostic(
                    .warning, "AWS holds another \(names) than the manifests; it is left so, as the drift mode says",
                    at: declaration.location, address: address))
        }
        if isUnrecorded, all.contains(where: { mode($0) != .correct }) { leftUnrecorded.insert(address.scope) }
        return (fields.filter { mode($0.change) == .correct }, tags.filter { mode($0) == .correct })
    }

    /// Whether a resource that somebody removed is not to be made again.
    func isLeft(_ change: Change) -> Bool {
        change.reason == .drift && basis.drift.mode(of: nil, of: change.type, change.address) != .correct
    }

    /// Leaves a resource missing; what needs it waits.
    mutating func leave(missing change: Change) {
        blocked.insert(change.address)
        guard basis.drift.mode(of: nil, of: change.type, change.address) == .warn else { return }
        leftDrift[change.address] = change
        diagnostics.append(
            Diagnostic(
                .warning, "it was removed in AWS and is not made again, as the drift mode says; what needs it waits",
                at: change.declaration?.location, address: change.address))
    }
}
