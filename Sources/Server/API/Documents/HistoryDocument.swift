import Foundation
import Model

/// What was done, newest first.
struct HistoryDocument: Codable, Sendable, Hashable {
    struct Entry: Codable, Sendable, Hashable {
        /// On the status branch.
        var commit: String
        var environment: String
        var subject: String
        var outcome: String
        var revision: String
        var time: Date
        /// The commit's page on the forge.
        @Nullable var url: String?
    }

    var entries: [Entry]

    init(_ entries: [HistoryEntry], links: CommitLinks) {
        self.entries = entries.map { entry in
            Entry(
                commit: entry.commit, environment: entry.environment, subject: entry.subject, outcome: entry.outcome,
                revision: entry.revision, time: entry.time, url: links.status(entry.commit))
        }
    }

    static let schema = Schema.object([
        (
            "entries",
            .array(
                .object([
                    ("commit", .string), ("environment", .string), ("subject", .string), ("outcome", .string),
                    ("revision", .string), ("time", .time), ("url", .optional(.string)),
                ]))
        )
    ])
}
