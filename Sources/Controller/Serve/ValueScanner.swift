import Model

/// Reads values from a text in which they stand as `Value.description` writes them; of sets only that they are lists.
struct ValueScanner {
    private var rest: Substring

    init(_ text: some StringProtocol) { rest = Substring(text) }

    var isAtEnd: Bool { rest.isEmpty }

    /// Goes past a text, if it comes next.
    mutating func take(_ text: String) -> Bool {
        guard rest.hasPrefix(text) else { return false }
        rest = rest.dropFirst(text.count)
        return true
    }

    /// The next value; nil when it is in no form that values are written in.
    mutating func value() -> Value? {
        switch rest.first {
        case "\"": return quoted().map(Value.string)
        case "[": return items(from: "[", to: "]") { $0.value() }.map(Value.list)
        case "{":
            let entries = items(from: "{", to: "}") { $0.entry() }
            return entries.map { .map(Dictionary($0) { first, _ in first }) }
        default:
            if take("true") { return .bool(true) }
            if take("false") { return .bool(false) }
            let digits = rest.prefix { $0.isNumber || $0 == "-" }
            guard let number = Int64(digits) else { return nil }
            rest = rest.dropFirst(digits.count)
            return .int(number)
        }
    }

    private mutating func entry() -> (String, Value)? {
        guard let mark = rest.firstRange(of: ": ") else { return nil }
        let key = String(rest[..<mark.lowerBound])
        rest = rest[mark.upperBound...]
        return value().map { (key, $0) }
    }

    private mutating func items<Item>(
        from open: String, to close: String, _ next: (inout ValueScanner) -> Item?
    ) -> [Item]? {
        guard take(open) else { return nil }
        var items: [Item] = []
        while !take(close) {
            guard items.isEmpty || take(", "), let item = next(&self) else { return nil }
            items.append(item)
        }
        return items
    }

    private mutating func quoted() -> String? {
        rest = rest.dropFirst()
        var text = ""
        while let character = rest.popFirst() {
            switch character {
            case "\"": return text
            case "\\":
                guard let escaped = rest.popFirst() else { return nil }
                text.append(escaped == "n" ? "\n" : escaped == "r" ? "\r" : escaped)
            default: text.append(character)
            }
        }
        return nil
    }
}
