import Engine
import Model

/// The plans of all accounts and regions of a run, and as one.
public struct PlannedRun: Sendable {
    public var loaded: LoadedRevision
    var recorded: RecordedState
    public var scopes: [ScopePlan]
    /// All plans together: what is shown, and what the digest is of.
    public var plan: Plan
    let connections: AccountConnections
    private let isKept: Bool

    init(
        loaded: LoadedRevision, recorded: RecordedState, scopes: [ScopePlan], diagnostics: [Diagnostic],
        connections: AccountConnections, isKept: Bool = false
    ) {
        self.loaded = loaded
        self.recorded = recorded
        self.scopes = scopes
        self.connections = connections
        self.isKept = isKept
        plan = Plan.combined(scopes.compactMap(\.planned?.plan))
        plan.diagnostics = diagnostics + scopes.compactMap(\.failure) + scopes.flatMap(\.warnings) + plan.diagnostics
    }

    /// The digest of each environment's part of the plan, where there is something to do: what `plumbline approve` takes.
    public var digests: [String: String] {
        let names = Set(plan.changes.map(\.address.scope))
        return Dictionary(uniqueKeysWithValues: names.map { ($0, plan.digest(of: $0)) })
    }

    /// The calls to AWS so far, by action.
    public var apiCalls: [String: Int] { connections.calls }

    /// Closes the connections; nothing can be asked of AWS through this run afterwards.
    public func close() async { if !isKept { await connections.close() } }
}

/// The plan of one account and region, or why there is none.
public struct ScopePlan: Sendable {
    public var scope: AccountScope
    /// The environments there.
    public var names: Set<String>
    var result: Result<(Reconciler, Reconciler.Planned), ResourceError>
    /// What should be known of the images that services there are to run.
    var warnings: [Diagnostic] = []

    public var planned: Reconciler.Planned? {
        if case .success((_, let planned)) = result { planned } else { nil }
    }

    var failure: Diagnostic? {
        if case .failure(let error) = result { Diagnostic(.error, error.description) } else { nil }
    }
}
