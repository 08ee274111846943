import Model

/// A diagnostic, in the form of the command line's JSON.
struct DiagnosticDocument: Codable, Sendable, Hashable {
    var severity: String
    @Nullable var file: String?
    @Nullable var line: Int?
    @Nullable var column: Int?
    @Nullable var address: String?
    var message: String

    init(_ diagnostic: Diagnostic) {
        severity = diagnostic.severity.rawValue
        file = diagnostic.location?.file
        line = diagnostic.location?.line
        column = diagnostic.location?.column
        address = diagnostic.address?.path
        message = diagnostic.message
    }

    static let schema = Schema.object([
        ("severity", .words(["error", "warning"])), ("file", .optional(.string)), ("line", .optional(.integer)),
        ("column", .optional(.integer)), ("address", .optional(.string)), ("message", .string),
    ])
}
