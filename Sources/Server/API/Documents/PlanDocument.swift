import Foundation
import Model

/// A plan, in the form of the command line's JSON, with what became of its changes.
struct PlanDocument: Codable, Sendable, Hashable {
    struct FieldDocument: Codable, Sendable, Hashable {
        var name: String
        var before: JSONValue
        var after: JSONValue

        init(_ field: FieldChange) {
            name = field.name
            before = field.isSecret ? "•••" : JSONValue(field.before)
            after = field.isSecret ? "•••" : JSONValue(field.after)
        }
    }

    struct ChangeDocument: Codable, Sendable, Hashable {
        var address: String
        var type: String
        var action: String
        var reason: String
        @Nullable var identifier: String?
        var fields: [FieldDocument]
        var outcome: String
        @Nullable var message: String?

        init(_ change: ChangeState) {
            address = change.address.path
            type = change.type.name
            action = change.action.rawValue
            reason = change.reason.rawValue
            identifier = change.identifier
            fields = change.fields.map(FieldDocument.init)
            outcome = change.state
            message = change.message
        }
    }

    var environment: String
    var revision: String
    var digest: String
    var made: Date
    var summary: [String: Int]
    var changes: [ChangeDocument]
    var approvalReasons: [String]
    var diagnostics: [DiagnosticDocument]

    init(_ plan: PlanState, environment: String) {
        self.environment = environment
        revision = plan.revision.description
        digest = plan.digest
        made = plan.made
        summary = plan.summary
        changes = plan.changes.map(ChangeDocument.init)
        approvalReasons = plan.approvalReasons
        diagnostics = plan.diagnostics.map(DiagnosticDocument.init)
    }

    static let summarySchema = Schema.object(
        (ChangeAction.allCases.map(\.rawValue) + ["unchanged"]).map { ($0, .integer) })

    static let schema = Schema.object([
        ("environment", .string), ("revision", .string), ("digest", .string), ("made", .time),
        ("summary", summarySchema),
        (
            "changes",
            .array(
                .object([
                    ("address", .string), ("type", .string),
                    ("action", .words(ChangeAction.allCases.map(\.rawValue))),
                    ("reason", .string), ("identifier", .optional(.string)),
                    ("fields", .array(.object([("name", .string), ("before", .any), ("after", .any)]))),
                    ("outcome", .words(["pending", "running", "succeeded", "failed", "skipped", "cancelled"])),
                    ("message", .optional(.string)),
                ]))
        ),
        ("approvalReasons", .array(.string)), ("diagnostics", .array(.component("Diagnostic"))),
    ])
}
