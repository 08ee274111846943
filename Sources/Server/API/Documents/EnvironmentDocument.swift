import Foundation
import Model

/// How one environment stands, without its resources and its plan's changes.
struct EnvironmentDocument: Codable, Sendable, Hashable {
    struct ConditionDocument: Codable, Sendable, Hashable {
        var type: String
        var status: Bool
        var reason: String
        var message: String
        var since: Date
    }

    struct Drift: Codable, Sendable, Hashable {
        var mode: String
        var resources: [String]
    }

    struct SuspensionDocument: Codable, Sendable, Hashable {
        var reason: String
        var by: String
        var until: Date
    }

    struct PlanSummary: Codable, Sendable, Hashable {
        var digest: String
        var revision: String
        var summary: [String: Int]
        var approvalReasons: [String]
    }

    var name: String
    var account: String
    var region: String
    var phase: String
    var conditions: [ConditionDocument]
    @Nullable var observedRevision: String?
    @Nullable var appliedRevision: String?
    var failures: Int
    @Nullable var nextAttempt: Date?
    var drift: Drift
    @Nullable var suspension: SuspensionDocument?
    @Nullable var plan: PlanSummary?
    /// How many resources there are of each health.
    var resources: [String: Int]
    @Nullable var holder: String?
    @Nullable var heldSince: Date?

    init(_ state: EnvironmentState) {
        name = state.name
        account = state.account
        region = state.region
        phase = state.phase.rawValue
        conditions = state.conditions.map { dated in
            let condition = dated.condition
            return ConditionDocument(
                type: condition.kind.rawValue, status: condition.isTrue, reason: condition.reason,
                message: condition.message, since: dated.since)
        }
        observedRevision = state.observedRevision?.description
        appliedRevision = state.appliedRevision?.description
        failures = state.failures
        nextAttempt = state.nextAttempt
        drift = Drift(mode: state.driftMode.rawValue, resources: state.drifted.map(\.path))
        suspension = state.suspension.map { SuspensionDocument(reason: $0.reason, by: $0.by, until: $0.until) }
        plan = state.plan.map { plan in
            PlanSummary(
                digest: plan.digest, revision: plan.revision.description, summary: plan.summary,
                approvalReasons: plan.approvalReasons)
        }
        resources = Dictionary(uniqueKeysWithValues: ResourceState.Health.allCases.map { ($0.rawValue, 0) })
        for resource in state.resources { resources[resource.health.rawValue, default: 0] += 1 }
        holder = state.holder
        heldSince = state.heldSince
    }

    static let schema = Schema.object([
        ("name", .string), ("account", .string), ("region", .string),
        ("phase", .words(EnvironmentState.Phase.allCases.map(\.rawValue))),
        (
            "conditions",
            .array(
                .object([
                    ("type", .words(Condition.Kind.allCases.map(\.rawValue))), ("status", .boolean),
                    ("reason", .string), ("message", .string), ("since", .time),
                ]))
        ),
        ("observedRevision", .optional(.string)), ("appliedRevision", .optional(.string)), ("failures", .integer),
        ("nextAttempt", .optional(.time)),
        (
            "drift",
            .object([
                ("mode", .words(DriftMode.allCases.map(\.rawValue))), ("resources", .array(.string)),
            ])
        ),
        ("suspension", .optional(.object([("reason", .string), ("by", .string), ("until", .time)]))),
        (
            "plan",
            .optional(
                .object([
                    ("digest", .string), ("revision", .string), ("summary", PlanDocument.summarySchema),
                    ("approvalReasons", .array(.string)),
                ]))
        ),
        ("resources", .object(ResourceState.Health.allCases.map { ($0.rawValue, .integer) })),
        ("holder", .optional(.string)), ("heldSince", .optional(.time)),
    ])
}

extension PlanState {
    /// How many changes of each action there are, and how many resources need none.
    var summary: [String: Int] {
        var summary = Dictionary(
            uniqueKeysWithValues: ChangeAction.allCases.map { action in
                (action.rawValue, changes.count { $0.action == action })
            })
        summary["unchanged"] = unchanged
        return summary
    }
}
