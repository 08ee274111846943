/// A JSON value whose objects keep the order in which they were written.
enum JSON: Sendable {
    case string(String)
    case integer(Int)
    case boolean(Bool)
    case array([JSON])
    case object([(String, JSON)])

    /// The value as indented text, ending in a newline; the same value gives the same text.
    var text: String { render(indent: 0) + "\n" }

    private func render(indent: Int) -> String {
        switch self {
        case .string(let text): return Self.quoted(text)
        case .integer(let number): return String(number)
        case .boolean(let flag): return String(flag)
        case .array(let elements):
            let lines = elements.map { $0.render(indent: indent + 2) }
            let isFlat = elements.allSatisfy(\.isScalar) && lines.map(\.count).reduce(0, +) < 90
            return Self.enclose(lines, "[", "]", indent: indent, isFlat: isFlat)
        case .object(let members):
            let lines = members.map { "\(Self.quoted($0.0)): \($0.1.render(indent: indent + 2))" }
            return Self.enclose(lines, "{", "}", indent: indent, isFlat: members.isEmpty)
        }
    }

    private var isScalar: Bool {
        switch self {
        case .string, .integer, .boolean: true
        case .array, .object: false
        }
    }

    private static func enclose(_ lines: [String], _ open: String, _ close: String, indent: Int, isFlat: Bool) -> String
    {
        if isFlat { return open + lines.joined(separator: ", ") + close }
        let margin = String(repeating: " ", count: indent)
        return "\(open)\n" + lines.map { "\(margin)  \($0)" }.joined(separator: ",\n") + "\n\(margin)\(close)"
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": result += "\\\(scalar)"
            case "\n": result += "\\n"
            case "\t": result += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
