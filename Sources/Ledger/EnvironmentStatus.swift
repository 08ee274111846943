import Foundation
import Model

/// How one environment stands: what the file `status/<environment>.yaml` holds.
///
/// Times do not count when two are compared: a status that says the same is the same, and is not written again.
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
    /// Since when each condition is what it is, where that is known.
    public var since: [Condition.Kind: Date] = [:]
    /// What that run did.
    public var changes: [ChangeRecord]
    /// The changes of a plan that waits: for an approval, a window, or the end of a suspension.
    public var waiting: [ChangeRecord] = []
    /// When that was: what was done twice in the same way was done twice.
    public var changed: Date?
    /// `main@sha1:…` of the newest commit that was seen, where a controller works.
    public var observedRevision: String?
    /// `main@sha1:…` of the last commit with which AWS was made to agree.
    public var appliedRevision: String?
    /// When it will be tried again, as of this status.
    public var nextAttempt: Date?
    /// The addresses of resources that AWS holds otherwise though the manifests did not change.
    public var drift: [String] = []
    /// What is to be known of resources that do not agree, as `address: state: message`.
    public var resources: [String] = []
    /// The approvals by which plans were carried out and that have not ended yet.
    public var usedApprovals: Set<UsedApproval> = []

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

    /// A condition that says the same as before has been so since then.
    func keepingTimes(of recorded: EnvironmentStatus?) -> EnvironmentStatus {
        guard let recorded else { return self }
        var result = self
        for condition in conditions {
            guard let before = recorded.condition(condition.kind),
                (before.isTrue, before.reason) == (condition.isTrue, condition.reason)
            else { continue }
            if let since = recorded.since[condition.kind] { result.since[condition.kind] = since }
        }
        return result
    }

    /// The same, with what was recorded of that about which it says nothing.
    /// - Parameter date: used approvals that have ended by then are forgotten.
    func completed(by recorded: EnvironmentStatus?, at date: Date) -> EnvironmentStatus {
        guard let recorded else { return self }
        var result = self
        result.observedRevision = observedRevision ?? recorded.observedRevision
        result.appliedRevision = appliedRevision ?? recorded.appliedRevision
        result.nextAttempt = nextAttempt ?? recorded.nextAttempt
        if changed == nil { (result.changes, result.changed) = (recorded.changes, recorded.changed) }
        result.usedApprovals.formUnion(recorded.usedApprovals.filter { $0.until > date })
        return result
    }

    /// Takes over what a later run did, as somebody else recorded it.
    public mutating func follow(_ other: EnvironmentStatus) {
        guard let later = other.changed, later > changed ?? .distantPast else { return }
        (revision, plan, changes, changed) = (other.revision, other.plan, other.changes, other.changed)
    }

    /// Whether the two say the same of how things stand, whatever run said it. Used approvals that only this one has may
    /// have ended meanwhile.
    public func agrees(with other: EnvironmentStatus) -> Bool {
        environment == other.environment && account == other.account && region == other.region
            && roleARN == other.roleARN && outcome == other.outcome && conditions == other.conditions
            && drift == other.drift && resources == other.resources && other.usedApprovals.isSubset(of: usedApprovals)
            && waiting.map { [$0.address, $0.action] } == other.waiting.map { [$0.address, $0.action] }
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
    /// A person said that it is to be left alone.
    case suspended
    /// The plan waits for a sync window.
    case outsideWindow = "outside-window"
    /// AWS agrees but for drift that is left, as the manifests say.
    case driftFound = "drift-found"
}

/// One change as the status tells it.
public struct ChangeRecord: Hashable, Sendable {
    public var address: String
    public var action: String
    /// Why: `manifest`, `drift` and so on; nil where that was not recorded.
    public var reason: String?
    public var outcome: String
    /// `name: before -> after`, secrets as `•••`.
    public var fields: [String]
    /// Why it failed.
    public var error: String?

    public init(
        address: String, action: String, reason: String? = nil, outcome: String, fields: [String] = [],
        error: String? = nil
    ) {
        self.address = address
        self.action = action
        self.reason = reason
        self.outcome = outcome
        self.fields = fields
        self.error = error
    }
}
