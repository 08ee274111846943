import Foundation
import Model

/// The page of what was done.
struct HistoryView: Sendable {
    struct Row: Sendable {
        let commit: CommitView
        let environment: String
        let link: String
        let subject: String
        let badge: Badge
        let revision: CommitView
        let time: Moment
    }

    let heading: String
    let rows: [Row]
    let isEmpty: Bool
    /// The environment whose history it is; empty for the one of all.
    let back: [Back]

    struct Back: Sendable {
        let name: String
        let link: String
    }

    init(_ entries: [HistoryEntry], environment: String?, links: CommitLinks, now: Date) {
        heading = environment.map { "History of \($0)" } ?? "History"
        rows = entries.map { entry in
            Row(
                commit: CommitView(status: entry.commit, links), environment: entry.environment,
                link: "/environments/\(FormText.encoded(entry.environment))", subject: entry.subject,
                badge: Self.badge(entry.outcome), revision: CommitView(written: entry.revision, links),
                time: Moment(entry.time, now: now))
        }
        isEmpty = entries.isEmpty
        back = environment.map { [Back(name: $0, link: "/environments/\(FormText.encoded($0))")] } ?? []
    }

    private static func badge(_ outcome: String) -> Badge {
        switch outcome.lowercased() {
        case "converged", "succeeded", "applied": Badge(outcome, .good)
        case "failed", "quarantined", "invalid": Badge(outcome, .bad)
        case "approval-needed", "interrupted": Badge(outcome, .waiting)
        default: Badge(outcome, .quiet)
        }
    }
}
