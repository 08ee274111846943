import Foundation

/// How one environment stands right now: the one value from which the status branch, the JSON API, the metrics and the
/// pages are told.
public struct EnvironmentState: Sendable, Hashable {
    public var name: String
    public var account: String
    public var region: String
    public var phase: Phase
    /// Ready, Reconciling and Stalled, each with the moment since when it is what it is.
    public var conditions: [DatedCondition]
    /// The newest commit that was seen, applied or not.
    public var observedRevision: Revision?
    /// The last commit with which AWS was made to agree.
    public var appliedRevision: Revision?
    /// Whether AWS was made to agree with all that the observed commit says of it, at that commit or at an earlier one
    /// which says the same.
    public var isCurrent = false
    /// Attempts that failed one after the other on the observed revision.
    public var failures: Int
    /// When it will be looked at again; nil while it is being worked on, or waits for a person or a commit.
    public var nextAttempt: Date?
    public var driftMode: DriftMode
    /// Resources that AWS holds otherwise though the manifests did not change, at the last look.
    public var drifted: [ResourceAddress]
    public var suspension: Suspension?
    /// The newest plan, with what became of its changes.
    public var plan: PlanState?
    /// Sorted by address.
    public var resources: [ResourceState]
    /// The replica that works on it; nil when no replica does.
    public var holder: String?
    /// Since when that replica holds it, by its own clock.
    public var heldSince: Date?

    public init(name: String, account: String, region: String) {
        self.name = name
        self.account = account
        self.region = region
        phase = .idle
        conditions = []
        failures = 0
        driftMode = .correct
        drifted = []
        resources = []
    }

    public func condition(_ kind: Condition.Kind) -> DatedCondition? { conditions.first { $0.condition.kind == kind } }

    /// What the environment's work item is doing.
    public enum Phase: String, Sendable, Hashable, CaseIterable {
        /// Nothing to do until the next look.
        case idle
        /// Work is due and waits for its turn.
        case queued
        case planning
        case applying
        /// It failed and will be tried again at `nextAttempt`.
        case backingOff = "backing-off"
        /// It failed too often: only a newer commit or a person's retry goes on.
        case quarantined
        /// The plan waits for a person's approval of its digest.
        case awaitingApproval = "awaiting-approval"
        /// The plan waits for a sync window to open.
        case awaitingWindow = "awaiting-window"
        case suspended
        /// Another replica holds its lease: what is shown is what was recorded last.
        case elsewhere
    }
}

/// A condition and since when it has been what it is.
public struct DatedCondition: Sendable, Hashable {
    public var condition: Condition
    public var since: Date

    public init(_ condition: Condition, since: Date) {
        self.condition = condition
        self.since = since
    }
}

/// What is done about drift.
public enum DriftMode: String, Sendable, Hashable, CaseIterable {
    /// It is repaired.
    case correct
    /// It is told, and left.
    case warn
    /// It is neither told nor repaired.
    case ignore
}

/// A person's word that an environment is to be left alone for a while.
public struct Suspension: Sendable, Hashable {
    public var reason: String
    public var by: String
    public var until: Date

    public init(reason: String, by: String, until: Date) {
        self.reason = reason
        self.by = by
        self.until = until
    }
}

/// A plan as it is shown, with what became of its changes so far.
public struct PlanState: Sendable, Hashable {
    public var digest: String
    public var revision: Revision
    public var made: Date
    public var changes: [ChangeState]
    public var unchanged: Int
    /// Why it waits for an approval; empty when it does not.
    public var approvalReasons: [String]
    public var diagnostics: [Diagnostic]

    public init(
        digest: String, revision: Revision, made: Date, changes: [ChangeState], unchanged: Int,
        approvalReasons: [String] = [], diagnostics: [Diagnostic] = []
    ) {
        self.digest = digest
        self.revision = revision
        self.made = made
        self.changes = changes
        self.unchanged = unchanged
        self.approvalReasons = approvalReasons
        self.diagnostics = diagnostics
    }
}

/// One change of a plan as it is shown.
public struct ChangeState: Sendable, Hashable {
    public var address: ResourceAddress
    public var type: ResourceType
    public var action: ChangeAction
    public var reason: ChangeReason
    public var identifier: String?
    public var fields: [FieldChange]
    /// `pending`, `running`, or a word of `ChangeOutcome`.
    public var state: String
    /// What it waits for, or why it failed.
    public var message: String?

    public init(
        address: ResourceAddress, type: ResourceType, action: ChangeAction, reason: ChangeReason, identifier: String?,
        fields: [FieldChange], state: String = "pending", message: String? = nil
    ) {
        self.address = address
        self.type = type
        self.action = action
        self.reason = reason
        self.identifier = identifier
        self.fields = fields
        self.state = state
        self.message = message
    }

    public init(_ change: Change, state: String = "pending", message: String? = nil) {
        self.init(
            address: change.address, type: change.type, action: change.action, reason: change.reason,
            identifier: change.identifier, fields: change.fields, state: state, message: message)
    }
}

/// One declared resource as it is shown.
public struct ResourceState: Sendable, Hashable {
    public var address: ResourceAddress
    public var type: ResourceType
    public var identifier: String?
    public var dependencies: [ResourceAddress]
    /// What AWS holds of its managed fields, secrets left out; empty while it is not there.
    public var fields: [String: Value]
    public var health: Health
    /// What it waits for, or what is wrong.
    public var message: String?

    public init(
        address: ResourceAddress, type: ResourceType, identifier: String?, dependencies: [ResourceAddress],
        fields: [String: Value] = [:], health: Health, message: String? = nil
    ) {
        self.address = address
        self.type = type
        self.identifier = identifier
        self.dependencies = dependencies
        self.fields = fields
        self.health = health
        self.message = message
    }

    public enum Health: String, Sendable, Hashable, CaseIterable {
        /// It agrees with the manifests.
        case inSync = "in-sync"
        /// It differs and will be changed.
        case changing
        case drifted
        case missing
        case failed
        case unknown
    }
}
