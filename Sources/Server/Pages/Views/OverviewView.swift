import Foundation
import Model

/// The page of all environments.
struct OverviewView: Sendable {
    struct Row: Sendable {
        let name: String
        let link: String
        let account: String
        let region: String
        let badge: Badge
        let message: String
        let applied: [CommitView]
        /// The newest commit, where it is not the applied one.
        let observed: [CommitView]
        let resources: Int
        let drift: Int
        let hasDrift: Bool
        let next: [Moment]
        let since: [Moment]
        let holder: String
        let heldSince: [Moment]
    }

    struct Count: Sendable {
        let badge: Badge
        let number: Int
    }

    let repository: String
    let ref: String
    let head: [CommitView]
    let counts: [Count]
    let rows: [Row]
    let isEmpty: Bool
    let hasInvalid: Bool
    let invalid: [String]
    let hasTrouble: Bool
    let trouble: String
    let replica: String
    let version: String
    let started: Moment

    init(_ overview: ControllerOverview, links: CommitLinks, now: Date) {
        repository = overview.repository
        ref = overview.ref
        head = overview.revision.map { [CommitView($0, links)] } ?? []
        rows = overview.environments.map { Row($0, links: links, now: now) }
        isEmpty = overview.environments.isEmpty
        let tones = Dictionary(grouping: rows, by: \.badge.tone).mapValues(\.count)
        counts = [
            ("ready", Tone.good), ("working", .busy), ("waiting", .waiting), ("in trouble", .bad), ("unknown", .quiet),
        ]
        .compactMap { word, tone in tones[tone.rawValue].map { Count(badge: Badge(word, tone), number: $0) } }
        invalid = overview.invalid.map(\.description)
        hasInvalid = !invalid.isEmpty
        trouble = overview.gitTrouble ?? ""
        hasTrouble = overview.gitTrouble != nil
        replica = overview.replica
        version = overview.version
        started = Moment(overview.started, now: now)
    }

    /// Something moves, so a page without script looks again soon.
    var isBusy: Bool { rows.contains { $0.badge.tone == Tone.busy.rawValue } }
}

extension OverviewView.Row {
    init(_ state: EnvironmentState, links: CommitLinks, now: Date) {
        name = state.name
        link = "/environments/\(FormText.encoded(state.name))"
        account = state.account
        region = state.region
        badge = Badge(state)
        let told = state.conditions.filter(\.condition.isTrue)
        let leading = told.first { $0.condition.kind == .stalled } ?? told.first ?? state.conditions.first
        message = leading?.condition.message ?? ""
        since = leading.map { [Moment($0.since, now: now)] } ?? []
        applied = state.appliedRevision.map { [CommitView($0, links)] } ?? []
        let observed = state.observedRevision == state.appliedRevision ? nil : state.observedRevision
        self.observed = observed.map { [CommitView($0, links)] } ?? []
        resources = state.resources.count
        drift = state.drifted.count
        hasDrift = !state.drifted.isEmpty
        next = state.nextAttempt.map { [Moment($0, now: now)] } ?? []
        holder = state.holder ?? "none"
        heldSince = state.heldSince.map { [Moment($0, now: now)] } ?? []
    }
}
