import Foundation
import Model

/// The controller and all of its environments.
struct OverviewDocument: Codable, Sendable, Hashable {
    var repository: String
    var ref: String
    @Nullable var revision: String?
    /// Why that revision's manifests are not in force.
    var diagnostics: [DiagnosticDocument]
    @Nullable var gitTrouble: String?
    var replica: String
    var version: String
    var started: Date
    var environments: [EnvironmentDocument]

    init(_ overview: ControllerOverview) {
        repository = overview.repository
        ref = overview.ref
        revision = overview.revision?.description
        diagnostics = overview.invalid.map(DiagnosticDocument.init)
        gitTrouble = overview.gitTrouble
        replica = overview.replica
        version = overview.version
        started = overview.started
        environments = overview.environments.map(EnvironmentDocument.init)
    }

    static let schema = Schema.object([
        ("repository", .string), ("ref", .string), ("revision", .optional(.string)),
        ("diagnostics", .array(.component("Diagnostic"))), ("gitTrouble", .optional(.string)), ("replica", .string),
        ("version", .string), ("started", .time), ("environments", .array(.component("Environment"))),
    ])
}
