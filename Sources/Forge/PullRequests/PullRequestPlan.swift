import Model

/// What the head of a pull request came to when it was planned.
public enum PullRequestPlan: Sendable {
    /// Of every environment that the head declares.
    case planned([EnvironmentPlan])
    /// Its manifests are not valid; merged, they would change nothing.
    case invalid([Diagnostic])
    /// It could not be planned now, for a reason that passes by.
    case failed(String)
}

/// The plan of one environment.
public struct EnvironmentPlan: Sendable {
    public var environment: String
    public var plan: PlanState

    public init(environment: String, plan: PlanState) {
        self.environment = environment
        self.plan = plan
    }

    func count(_ action: ChangeAction) -> Int { plan.changes.count { $0.action == action } }
    var errors: Int { plan.diagnostics.count { $0.severity == .error } }

    /// `2 to create, 1 to update`, or that there is nothing to do.
    var summary: String {
        let counts = ChangeAction.allCases.compactMap { action in
            count(action) > 0 ? "\(count(action)) to \(action.rawValue)" : nil
        }
        let errors = errors > 0 ? [counted(errors, "error")] : []
        return counts.isEmpty && errors.isEmpty ? "no changes" : (errors + counts).joined(separator: ", ")
    }
}

extension PullRequestPlan {
    /// The word on the head commit.
    func status(page: String?) -> CommitStatus {
        func status(_ state: CommitStatus.State, _ text: String) -> CommitStatus {
            CommitStatus(context: CommitStatus.planContext, state, text, target: page)
        }
        switch self {
        case .invalid(let diagnostics):
            let errors = diagnostics.filter { $0.severity == .error }
            let first = errors.first.map { ": \($0)" } ?? ""
            return status(.failure, counted(errors.count, "error") + " in the manifests" + first)
        case .failed(let why): return status(.error, "could not be planned: \(why)")
        case .planned(let plans):
            let changed = plans.filter { $0.summary != "no changes" }
            guard !changed.isEmpty else { return status(.success, "no changes") }
            let text = changed.map { "\($0.environment): \($0.summary)" }.joined(separator: "; ")
            return status(plans.contains { $0.errors > 0 } ? .failure : .success, text)
        }
    }
}
