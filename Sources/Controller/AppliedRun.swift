import Engine
import Ledger
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

    /// One report for each environment of the run.
    var environments: [EnvironmentReport] {
        let names = Set(run.scopes.flatMap(\.names)).sorted()
        return names.compactMap { name in
            EnvironmentReport(name, run.scopes.filter { $0.names.contains(name) }, self)
        }
    }
}
