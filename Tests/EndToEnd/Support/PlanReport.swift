import Foundation

/// The document that `plan` and `apply` write with `--output json`.
struct PlanReport: Decodable {
    struct Field: Decodable, Hashable, CustomStringConvertible {
        let name: String
        let before: Shown
        let after: Shown

        var description: String { "\(name): \(before) -> \(after)" }
    }

    struct Change: Decodable {
        let address: String
        let type: String
        let action: String
        let reason: String
        let identifier: String?
        let fields: [Field]
        let outcome: String?
        let error: String?
        let file: String?
        let line: Int?
    }

    struct Diagnostic: Decodable {
        let severity: String
        let file: String?
        let line: Int?
        let column: Int?
        let message: String
    }

    let revision: String?
    let digest: String?
    /// Of each environment's part.
    let digests: [String: String]
    let summary: [String: Int]
    let changes: [Change]
    let approvalReasons: [String]
    let diagnostics: [Diagnostic]
    let apiCalls: [String: Int]
    let outcome: String?

    /// The messages of the errors.
    var errors: [String] { diagnostics.filter { $0.severity == "error" }.map(\.message) }

    /// Every change on a line, with its fields, for comparison and for messages.
    var lines: [String] {
        changes.map { change in
            "\(change.action) \(change.address) (\(change.reason)) "
                + change.fields.map(\.description).joined(separator: "; ")
        }
    }

    func change(_ address: String) -> Change? { changes.first { $0.address == address } }
}

/// A value of JSON as one line of text: texts as they are, nothing as `(none)`, the rest as JSON with sorted keys.
struct Shown: Decodable, Hashable, CustomStringConvertible {
    let description: String

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            description = "(none)"
        } else if let text = try? container.decode(String.self) {
            description = text
        } else if let flag = try? container.decode(Bool.self) {
            description = "\(flag)"
        } else if let number = try? container.decode(Int.self) {
            description = "\(number)"
        } else if let items = try? container.decode([Shown].self) {
            description = "[" + items.map(\.description).joined(separator: ", ") + "]"
        } else {
            let entries = try container.decode([String: Shown].self).sorted { $0.key < $1.key }
            description = "{" + entries.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}"
        }
    }
}
