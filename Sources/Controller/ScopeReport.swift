import Engine
import Model

/// What a run means for one environment in one account and region.
struct ScopeReport {
    let name: String
    let scope: ScopePlan
    let changes: [Change]
    /// The plan as it stands now; nil when there is none.
    let after: Plan?
    let resources: [ResourceAddress: PlannedResource]
    let outcomes: [ResourceAddress: ChangeOutcome]
    let leftover: [Change]

    init(_ name: String, _ scope: ScopePlan, _ applied: AppliedRun) {
        let result = applied.results[scope.scope]
        self.name = name
        self.scope = scope
        changes = scope.planned?.plan.changes.filter { $0.address.scope == name } ?? []
        after = result?.after.plan ?? scope.planned?.plan
        resources = after?.declared.entries(of: name).filter { $0.value.identifier != nil } ?? [:]
        outcomes = (result?.outcomes ?? [:]).filter { $0.key.scope == name }
        leftover = after?.changes.filter { $0.address.scope == name } ?? []
    }

    /// Everything that keeps the environment from being ready.
    func troubles(_ applied: AppliedRun) -> [String] {
        if let failure = scope.failure { return [failure.message] }
        var troubles = outcomes.sorted { $0.key < $1.key }.compactMap { address, outcome -> String? in
            if case .failed(let error) = outcome { "\(address): \(error)" } else { nil }
        }
        troubles += (after?.diagnostics ?? []).filter { diagnostic in
            diagnostic.severity == .error && (diagnostic.address.map { $0.scope == name } ?? true)
        }.map(\.message)
        if troubles.isEmpty, applied.refusal == nil, !applied.wasInterrupted, !leftover.isEmpty {
            let names = leftover.prefix(5).map(\.address.path).joined(separator: ", ")
            troubles.append("\(counted(leftover.count, "change")) still to be made after the apply: \(names)")
        }
        return troubles
    }
}
