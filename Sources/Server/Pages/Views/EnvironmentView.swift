import Foundation
import Model

/// The page of one environment.
struct EnvironmentView: Sendable {
    struct ConditionRow: Sendable {
        let kind: String
        let badge: Badge
        let reason: String
        let message: String
        let since: Moment
    }

    struct SuspensionView: Sendable {
        let reason: String
        let by: String
        let until: Moment
    }

    let name: String
    let link: String
    let account: String
    let region: String
    let badge: Badge
    let conditions: [ConditionRow]
    let applied: [CommitView]
    let observed: [CommitView]
    let next: [Moment]
    let failures: Int
    let hasFailures: Bool
    let driftMode: String
    let drifted: [String]
    let hasDrift: Bool
    let suspension: [SuspensionView]
    let isSuspended: Bool
    let holder: String
    let heldSince: [Moment]
    /// Another replica works on it, or none does: what is shown was recorded.
    let isElsewhere: Bool
    let isHeld: Bool
    let plan: [PlanView]
    let hasPlan: Bool
    let tree: [TreeNode]
    let counts: [OverviewView.Count]
    let isEmpty: Bool

    init(_ state: EnvironmentState, links: CommitLinks, now: Date) {
        name = state.name
        link = "/environments/\(FormText.encoded(state.name))"
        account = state.account
        region = state.region
        badge = Badge(state)
        conditions = state.conditions.map { dated in
            ConditionRow(
                kind: dated.condition.kind.rawValue, badge: Badge(dated), reason: dated.condition.reason,
                message: dated.condition.message, since: Moment(dated.since, now: now))
        }
        applied = state.appliedRevision.map { [CommitView($0, links)] } ?? []
        observed = state.observedRevision.map { [CommitView($0, links)] } ?? []
        next = state.nextAttempt.map { [Moment($0, now: now)] } ?? []
        failures = state.failures
        hasFailures = state.failures > 0
        driftMode = state.driftMode.rawValue
        drifted = state.drifted.map(\.path)
        hasDrift = !state.drifted.isEmpty
        suspension =
            state.suspension.map {
                [SuspensionView(reason: $0.reason, by: $0.by, until: Moment($0.until, now: now))]
            } ?? []
        isSuspended = state.suspension != nil
        holder = state.holder ?? "none"
        heldSince = state.heldSince.map { [Moment($0, now: now)] } ?? []
        isElsewhere = state.phase == .elsewhere
        isHeld = state.holder != nil
        plan = state.plan.map { [PlanView($0, environment: state, links: links, now: now)] } ?? []
        hasPlan = state.plan != nil
        tree = TreeNode.tree(state.resources, of: state.name)
        let healths = Dictionary(grouping: state.resources, by: \.health).mapValues(\.count)
        counts = ResourceState.Health.allCases.compactMap { health in
            healths[health].map { OverviewView.Count(badge: Badge(health), number: $0) }
        }
        isEmpty = state.resources.isEmpty
    }

    var isBusy: Bool { badge.tone == Tone.busy.rawValue }
}
