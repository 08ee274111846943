/// A YAML scalar: its text, and whether it was written plain, for only plain scalars can be anything but text.
struct YAMLScalar: Sendable {
    /// What YAML readers may take a scalar for.
    enum Meaning: Hashable {
        case text
        /// A whole number in decimal notation without leading zeros that fits 64 bits.
        case integer(Int)
        /// A number in any other notation: a fraction, octal, hexadecimal, leading zeros.
        case number
        case boolean(Bool)
        /// `yes`, `on` and the like, which are booleans to some YAML readers and text to others.
        case ambiguousBoolean
        case null
    }

    let text: String
    let isPlain: Bool
    let meaning: Meaning

    init(text: String, isPlain: Bool) {
        self.text = text
        self.isPlain = isPlain
        self.meaning = isPlain ? Self.meaning(of: text) : .text
    }

    /// What the scalar is, for a person.
    var description: String {
        switch meaning {
        case .text: "the text \(Self.quoted(text))"
        case .integer, .number: "the number \(Self.printable(text))"
        case .boolean, .ambiguousBoolean: "the boolean \(text)"
        case .null: "null"
        }
    }

    /// The text in double quotes, cut where it is long, with what cannot be printed escaped.
    static func quoted(_ text: String) -> String { "\"\(printable(text, escaping: ["\"", "\\"]))\"" }

    /// The text for a message: cut where it is long, with what cannot be printed escaped.
    static func printable(_ text: String, escaping escaped: Set<Unicode.Scalar> = []) -> String {
        let limit = 80
        if escaped.isEmpty, text.utf8.count <= limit, text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) {
            return text
        }
        var result = ""
        for scalar in text.unicodeScalars.prefix(limit) {
            switch scalar {
            case _ where escaped.contains(scalar): result += "\\\(scalar)"
            case "\n": result += "\\n"
            default: result += scalar.properties.generalCategory == .control ? "\u{FFFD}" : String(scalar)
            }
        }
        return result + (text.unicodeScalars.dropFirst(limit).isEmpty ? "" : "…")
    }

    private static func meaning(of text: String) -> Meaning {
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .boolean(true)
        case "false", "False", "FALSE": return .boolean(false)
        default: break
        }
        let lowercased = text.utf8.count <= 3 ? text.lowercased() : text
        if ["yes", "no", "on", "off"].contains(lowercased) { return .ambiguousBoolean }
        return isNumber(text) ? number(text) : .text
    }

    private static func number(_ text: String) -> Meaning {
        let digits = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
        let isDecimal = digits.allSatisfy { (48...57).contains($0) } && (digits.count == 1 || digits.first != 48)
        return isDecimal ? Int(text).map(Meaning.integer) ?? .number : .number
    }

    /// Whether a YAML 1.1 or 1.2 reader would take the plain text for a number (YAML 1.2.2, section 10.3.2).
    private static func isNumber(_ text: String) -> Bool {
        var rest = text.utf8[...]
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest.removeFirst() }
        if rest.elementsEqual(".inf".utf8) || rest.elementsEqual(".Inf".utf8) || text == ".nan" || text == ".NaN" {
            return true
        }
        for (prefix, digits) in [("0x", "0123456789abcdefABCDEF"), ("0o", "01234567"), ("0b", "01")]
        where rest.starts(with: prefix.utf8) {
            let digits = Array(digits.utf8)
            return rest.count > 2 && rest.dropFirst(2).allSatisfy(digits.contains)
        }
        guard rest.contains(where: { (48...57).contains($0) }) else { return false }
        return isFraction(rest)
    }

    /// Whether it is digits, with at most one point, and perhaps an exponent.
    private static func isFraction(_ text: Substring.UTF8View) -> Bool {
        let isDigit = { (byte: UInt8) in (48...57).contains(byte) }
        let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 | 32 == UInt8(ascii: "e") }
        guard let mantissa = parts.first, mantissa.contains(where: isDigit) else { return false }
        guard mantissa.allSatisfy({ isDigit($0) || $0 == UInt8(ascii: ".") }) else { return false }
        guard mantissa.filter({ $0 == UInt8(ascii: ".") }).count <= 1 else { return false }
        guard parts.count == 2 else { return true }
        var exponent = parts[1]
        if let sign = exponent.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { exponent.removeFirst() }
        return !exponent.isEmpty && exponent.allSatisfy(isDigit)
    }
}
