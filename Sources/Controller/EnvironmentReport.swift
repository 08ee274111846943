import Engine
import Ledger
import Model

/// What a run means for one environment: its status, its inventory and the commit's subject.
struct EnvironmentReport {
    var status: EnvironmentStatus
    /// nil leaves what is recorded.
    let inventory: Inventory?
    /// Something was done or tried.
    let happened: Bool
    let subject: String
    /// Everything that keeps the environment from being ready.
    let troubles: [String]

    /// nil where there is nothing to say: no resources and none recorded.
    ///
    /// - Parameter scopes: where its resources are: one account and region for an environment, any for what all share.
    init?(_ name: String, _ scopes: [ScopePlan], _ applied: AppliedRun) {
        let parts = scopes.map { ScopeReport(name, $0, applied) }
        let changes = parts.flatMap(\.changes)
        let resources = parts.reduce(into: [:]) { $0.merge($1.resources) { first, _ in first } }
        let wasRecorded = applied.run.recorded.status(name) != nil
        let isUnreachable = scopes.contains { $0.failure != nil } && name.isEnvironment
        guard wasRecorded || !changes.isEmpty || !resources.isEmpty || isUnreachable else { return nil }

        let outcomes = parts.reduce(into: [:]) { $0.merge($1.outcomes) { first, _ in first } }
        let leftover = parts.flatMap(\.leftover)
        troubles = parts.flatMap { $0.troubles(applied) }
        let isTakenDown = scopes.contains { $0.planned?.basis.emptied.contains(name) == true }
        let isGone =
            applied.run.loaded.manifests?.environment(named: name) == nil && resources.isEmpty && leftover.isEmpty
            && parts.allSatisfy { $0.after != nil }
        let isEmptied = (isTakenDown || isGone) && name.isEnvironment
        let verdict = RunVerdict(
            troubles: troubles, isEmptied: isEmptied, refusal: changes.isEmpty ? nil : applied.refusal,
            wasInterrupted: applied.wasInterrupted, resources: resources.count)
        happened = !outcomes.isEmpty
        inventory =
            parts.allSatisfy { $0.after == nil }
            ? nil
            : Self.inventory(name, resources, unfinished: Set(leftover.map(\.address)), applied.run.recorded)
        let home = zip(scopes, parts).first { !$1.resources.isEmpty || !$1.changes.isEmpty }?.0 ?? scopes.first
        status = EnvironmentStatus(
            environment: name, scope: home?.scope, revision: applied.run.loaded.revision.description,
            plan: applied.run.plan.digest, outcome: verdict.outcome, conditions: verdict.conditions,
            changes: changes.filter { outcomes[$0.address] != nil }.map { ChangeRecord($0, outcomes[$0.address]) })
        if applied.refusal != nil { status.waiting = changes.map { ChangeRecord($0, nil) } }
        subject = Self.subject(name, verdict, applied.run.loaded.revision, changes, outcomes)
    }

    /// What is there. What still differs keeps the hash of the last apply that succeeded, so that the next plan gives
    /// its true reason.
    private static func inventory(
        _ name: String, _ resources: [ResourceAddress: PlannedResource], unfinished: Set<ResourceAddress>,
        _ recorded: RecordedState
    ) -> Inventory {
        let former = recorded.resources(of: [name])
        var inventory = Inventory(environment: name, resources: resources)
        for address in unfinished where resources[address] != nil {
            inventory.resources[address]?.declaredHash = former[address]?.declaredHash ?? ""
        }
        return inventory
    }

    private static func subject(
        _ name: String, _ verdict: RunVerdict, _ revision: Revision, _ changes: [Change],
        _ outcomes: [ResourceAddress: ChangeOutcome]
    ) -> String {
        let words: [(ChangeAction, String)] = [
            (.create, "created"), (.adopt, "adopted"), (.update, "updated"), (.replace, "replaced"),
            (.delete, "deleted"),
        ]
        var counts = words.compactMap { action, word -> String? in
            let count = changes.count { change in
                guard change.action == action, case .succeeded? = outcomes[change.address] else { return false }
                return true
            }
            return count > 0 ? "\(count) \(word)" : nil
        }
        let failed = outcomes.values.count { if case .failed = $0 { true } else { false } }
        if failed > 0 { counts.append("\(failed) failed") }
        return "\(name): \(verdict.outcome.rawValue) \(revision.short)"
            + (counts.isEmpty ? "" : ", " + counts.joined(separator: " "))
    }
}

extension String {
    /// Whether an address' first component is an environment and not what all of them share.
    fileprivate var isEnvironment: Bool { first?.isUppercase != true }
}

/// The outcome and the conditions that follow from how a run went.
private struct RunVerdict {
    let outcome: RunOutcome
    let conditions: [Condition]

    init(troubles: [String], isEmptied: Bool, refusal: GateRefusal?, wasInterrupted: Bool, resources: Int) {
        func conditions(ready: Bool, reconciling: Bool, stalled: Bool, _ reason: String, _ message: String)
            -> [Condition]
        {
            [
                Condition(.ready, ready, reason: reason, message: message),
                Condition(.reconciling, reconciling, reason: reason, message: ""),
                Condition(.stalled, stalled, reason: reason, message: stalled ? message : ""),
            ]
        }
        if let refusal {
            outcome = refusal.outcome
            self.conditions = Verdict.conditions(Verdict(refusal.reason, refusal.message))
        } else if wasInterrupted {
            outcome = .interrupted
            self.conditions = conditions(
                ready: false, reconciling: true, stalled: false, "Interrupted", "the run was stopped; the next goes on")
        } else if !troubles.isEmpty {
            outcome = .failed
            self.conditions = conditions(
                ready: false, reconciling: true, stalled: false, "Failed", troubles.joined(separator: "\n"))
        } else if isEmptied {
            outcome = .destroyed
            self.conditions = conditions(
                ready: false, reconciling: false, stalled: false, "Destroyed", "everything was taken down")
        } else {
            outcome = .converged
            self.conditions = conditions(
                ready: true, reconciling: false, stalled: false, "Converged", "\(resources) resources agree")
        }
    }
}

extension ChangeRecord {
    init(_ change: Change, _ outcome: ChangeOutcome?) {
        var error: String?
        if case .failed(let cause)? = outcome { error = cause.description }
        if case .skipped(let root)? = outcome { error = "because \(root) failed" }
        self.init(
            address: change.address.path, action: change.action.rawValue, reason: change.reason.rawValue,
            outcome: outcome?.word ?? "pending",
            fields: change.action == .create || change.action == .delete ? [] : change.fields.map(\.line), error: error)
    }
}

extension FieldChange {
    /// `name: before -> after`, secrets hidden.
    public var line: String {
        isSecret
            ? "\(name): ••• -> •••"
            : "\(name): \(before?.description ?? "(none)") -> \(after?.description ?? "(none)")"
    }
}
