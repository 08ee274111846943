@testable import Manifests

/// Writes a tree in YAML's plainest form: flow style, texts in double quotes, aliases written out.
enum PlainYAML {
    static func text(_ node: YAMLNode) -> String {
        switch node.content {
        case .scalar(let scalar): text(scalar)
        case .sequence(let items): "[\(items.map(text).joined(separator: ", "))]"
        // With the mark of a key: without it a key may not be long.
        case .mapping(let entries):
            "{\(entries.map { "? \(quoted($0.key)) : \(text($0.value))" }.joined(separator: ", "))}"
        }
    }

    private static func text(_ scalar: YAMLScalar) -> String {
        switch scalar.meaning {
        case .text: quoted(scalar.text)
        case .null: "null"
        case .integer, .number, .boolean, .ambiguousBoolean: scalar.text
        }
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case " "..."~": result.unicodeScalars.append(scalar)
            default:
                let digits = String(scalar.value, radix: 16)
                result += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
            }
        }
        return result + "\""
    }
}
