import Engine
import Foundation
import Ledger
import Manifests
import Model

/// What an apply came to, over all accounts and regions.
public struct AppliedRun: Sendable {
    public var run: PlannedRun
    public var results: [AccountScope: Applied] = [:]
    /// Why nothing was done.
    public var refusal: GateRefusal?
    public var wasInterrupted = false
    public var statusCommits: [String] = []
    /// Why the outcome could not be written to git.
    public var recordingFailure: String?

    init(run: PlannedRun) { self.run = run }

    public var outcomes: [ResourceAddress: ChangeOutcome] {
        results.values.reduce(into: [:]) { $0.merge($1.outcomes) { first, _ in first } }
    }

    /// Of what something was done, whether it came to its end or not.
    var changed: Set<ResourceAddress> { results.values.reduce(into: []) { $0.formUnion($1.changed) } }

    /// What there would still be to do, though nothing failed: the check that the plan after an apply is empty.
    public var leftover: [Change] { results.sorted { $0.key < $1.key }.flatMap { $0.value.after.plan.changes } }

    /// What kept the look after the apply from being complete, though the one before it was.
    public var laterErrors: [Diagnostic] {
        let known = Set(run.plan.diagnostics.map(\.description))
        return results.sorted { $0.key < $1.key }.flatMap { $0.value.after.plan.diagnostics }
            .filter { $0.severity == .error && !known.contains($0.description) }
    }

    public var outcome: RunOutcome {
        if let refusal { return refusal.outcome }
        if wasInterrupted { return .interrupted }
        let all = environments.map(\.status.outcome)
        return all.contains(.failed) || run.plan.hasErrors || recordingFailure != nil ? .failed : .converged
    }

    /// The status of one environment with all that a single run knows of it.
    func status(_ report: EnvironmentReport, at date: Date) -> EnvironmentStatus {
        var status = report.status
        let name = status.environment
        let after = run.scopes.filter { $0.names.contains(name) }.compactMap { results[$0.scope]?.after ?? $0.planned }
        status.tell(
            Self.drifted(after).filter { $0.scope == name }, ResourceState.all(of: name, after, outcomes: outcomes))
        if status.outcome == .converged { status.appliedRevision = status.revision }
        if report.happened { status.changed = date }
        let isDone = changed.contains { $0.scope == name }
        let approval = run.loaded.manifests?.approvals.first { $0.environment == name }
        if isDone, let approval, approval.digest == run.plan.digest(of: name) {
            status.usedApprovals.insert(UsedApproval(approval))
        }
        return status
    }

    /// One report for each environment of the run.
    var environments: [EnvironmentReport] {
        let names = Set(run.scopes.flatMap(\.names)).sorted()
        return names.compactMap { name in
            EnvironmentReport(name, run.scopes.filter { $0.names.contains(name) }, self)
        }
    }
}
