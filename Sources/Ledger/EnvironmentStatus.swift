import Model

/// How one environment stands: what the file `status/<environment>.yaml` holds.
///
/// No time stands in it: git knows when a commit was made, and a status that says the same is the same.
public struct EnvironmentStatus: Hashable, Sendable {
    public static let kind = "EnvironmentStatus"

    public var environment: String
    public var account: String
    public var region: String
    public var roleARN: String?
    /// `main@sha1:…` of the last run that did something here.
    public var revision: String
    /// The digest of the plan that it carried out.
    public var plan: String
    public var outcome: RunOutcome
    public var conditions: [Condition]
    /// What that run did.
    public var changes: [ChangeRecord]

    public init(
        environment: String, scope: AccountScope?, revision: String, plan: String, outcome: RunOutcome,
        conditions: [Condition], changes: [ChangeRecord] = []
    ) {
        self.environment = environment
        self.account = scope?.account ?? ""
        self.region = scope?.region ?? ""
        self.roleARN = scope?.roleARN
        self.revision = revision
        self.plan = plan
        self.outcome = outcome
        self.conditions = conditions
        self.changes = changes
    }

    public func condition(_ kind: Condition.Kind) -> Condition? { conditions.first { $0.kind == kind } }

    /// Whether the two say the same of how things stand, whatever run said it.
    func agrees(with other: EnvironmentStatus) -> Bool {
        environment == other.environment && account == other.account && region == other.region
            && roleARN == other.roleARN && outcome == other.outcome && conditions == other.conditions
    }
}

/// What a run came to.
public enum RunOutcome: String, Sendable, CaseIterable {
    /// AWS agrees with the revision.
    case converged
    /// Something failed; what did not depend on it was done.
    case failed
    /// A person has to approve the plan first.
    case approvalNeeded = "approval-needed"
    /// The run was stopped before it was through.
    case interrupted
    /// The revision's manifests are not valid; the last valid revision stays in force.
    case invalid
    /// Everything was taken down.
    case destroyed
}

/// One change as the status tells it.
public struct ChangeRecord: Hashable, Sendable {
    public var address: String
    public var action: String
    public var outcome: String
    /// `name: before -> after`, secrets as `•••`.
    public var fields: [String]
    /// Why it failed.
    public var error: String?

    public init(address: String, action: String, outcome: String, fields: [String] = [], error: String? = nil) {
        self.address = address
        self.action = action
        self.outcome = outcome
        self.fields = fields
        self.error = error
    }
}
