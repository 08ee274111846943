import Model

/// A word on a commit that people see beside it on the forge.
public struct CommitStatus: Sendable, Hashable {
    public enum State: String, Sendable, Hashable, CaseIterable {
        case pending, success, failure, error
    }

    /// Whose word it is: a newer one of the same context takes its place.
    public var context: String
    public var state: State
    /// At most 140 characters, the least that forges take.
    public var description: String
    /// A page with more.
    public var target: String?

    public init(context: String, _ state: State, _ description: String, target: String? = nil) {
        self.context = context
        self.state = state
        let line = description.split(whereSeparator: \.isNewline).joined(separator: " ")
        self.description = line.count > 140 ? line.prefix(139) + "…" : line
        self.target = target
    }

    /// The context of the plan on a pull request.
    public static let planContext = "plumbline/plan"

    /// The context of one environment on a merged commit.
    public static func context(of environment: String) -> String { "plumbline/\(environment)" }
}

extension CommitStatus {
    /// What an environment's state says of the newest commit that it has seen, and of which one.
    /// - Parameter page: the environment's page, when people can reach one.
    /// - Returns: nil before any commit was seen, and where another replica has the word.
    public static func of(_ state: EnvironmentState, page: String? = nil) -> (commit: String, status: CommitStatus)? {
        guard let observed = state.observedRevision, state.phase != .elsewhere else { return nil }
        let (word, description) = word(state, observed)
        return (observed.commit, CommitStatus(context: context(of: state.name), word, description, target: page))
    }

    private static func word(_ state: EnvironmentState, _ observed: Revision) -> (State, String) {
        let stalled = state.condition(.stalled)?.condition
        // What is tried again is an older commit than this one, which cannot be.
        if let stalled, stalled.isTrue, ["InvalidManifests", "SignatureRefused"].contains(stalled.reason) {
            return (.failure, text(stalled, "its manifests are not valid, or its signature"))
        }
        switch state.phase {
        case .quarantined:
            return (.failure, "failed \(counted(state.failures, "time")): \(text(stalled, "needs a person"))")
        case .backingOff:
            return (.failure, "failed, and is tried again: \(text(state.condition(.ready)?.condition, ""))")
        default: break
        }
        if let stalled, stalled.isTrue, state.phase == .idle,
            // Drift that is left, as the manifests say, is no failure of the commit.
            !state.isCurrent || stalled.reason != "DriftFound"
        {
            return (.failure, text(stalled, "needs a person"))
        }
        // What AWS agrees with stays done while it is looked at again, and while drift waits for something.
        if state.isCurrent { return (.success, done(state, observed)) }
        switch state.phase {
        case .awaitingApproval:
            return (.pending, "waits for an approval of \(state.plan?.digest.prefix(15) ?? "the plan")")
        case .awaitingWindow: return (.pending, "waits for a sync window")
        case .suspended: return (.pending, "suspended: \(state.suspension?.reason ?? "")")
        case .applying: return (.pending, "being applied")
        case .queued, .planning: return (.pending, "waits for its turn")
        case .idle, .elsewhere, .quarantined, .backingOff: return (.pending, "not yet applied")
        }
    }

    private static func done(_ state: EnvironmentState, _ observed: Revision) -> String {
        guard let applied = state.appliedRevision, applied.commit != observed.commit else { return self.applied(state) }
        return "nothing of this environment changed since \(applied.commit.prefix(7))" + drift(state)
    }

    private static func applied(_ state: EnvironmentState) -> String {
        let drift = drift(state)
        return drift.isEmpty ? "applied; \(counted(state.resources.count, "resource"))" : "applied" + drift
    }

    private static func drift(_ state: EnvironmentState) -> String {
        state.drifted.isEmpty ? "" : "; \(counted(state.drifted.count, "resource")) drifted"
    }

    private static func text(_ condition: Condition?, _ otherwise: String) -> String {
        guard let condition, !condition.message.isEmpty else { return condition?.reason ?? otherwise }
        return condition.message
    }
}
