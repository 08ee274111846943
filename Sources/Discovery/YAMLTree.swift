import Model

/// A YAML document in the making: keys stay in the order in which they are given.
indirect enum YAMLTree: Hashable {
    /// As it is to be written.
    case scalar(String)
    case list([YAMLTree])
    case map([Entry])

    struct Entry: Hashable {
        var key: String
        var value: YAMLTree
    }

    static func text(_ text: String) -> YAMLTree { .scalar(quoted(text)) }
    static func number(_ number: Int) -> YAMLTree { .scalar(String(number)) }
    static func flag(_ flag: Bool) -> YAMLTree { .scalar(flag ? "true" : "false") }
    static func texts(_ texts: [String]) -> YAMLTree { .list(texts.map(YAMLTree.text)) }

    /// What is nil is left out.
    static func map(_ pairs: [(String, YAMLTree?)]) -> YAMLTree {
        .map(pairs.compactMap { key, value in value.map { Entry(key: key, value: $0) } })
    }

    /// Sorted by key.
    static func sorted<Element>(_ members: [String: Element], _ tree: (Element) -> YAMLTree) -> YAMLTree {
        .map(members.sorted { $0.key < $1.key }.map { Entry(key: $0.key, value: tree($0.value)) })
    }

    init(_ value: Value) {
        switch value {
        case .string(let text): self = .text(text)
        case .int(let number): self = .scalar(String(number))
        case .bool(let flag): self = .flag(flag)
        case .list(let items): self = .list(items.map(YAMLTree.init))
        case .set: self = YAMLTree(value.listed)
        case .map(let entries): self = .sorted(entries, YAMLTree.init)
        case .reference(let reference): self = .text(reference.description)
        }
    }

    init(_ patch: Patch) {
        switch patch {
        case .remove: self = .scalar("null")
        case .replace(let value): self = YAMLTree(value)
        case .merge(let changes): self = .sorted(changes, YAMLTree.init)
        }
    }
}

extension YAMLTree {
    /// The document, ending with a line end.
    var document: String {
        guard case .map(let entries) = self else { return inline + "\n" }
        return Self.lines(of: entries, "").joined(separator: "\n") + "\n"
    }

    private static let width = 100

    /// On one line.
    private var inline: String {
        switch self {
        case .scalar(let text): text
        case .list(let items): "[" + items.map(\.inline).joined(separator: ", ") + "]"
        case .map(let entries):
            entries.isEmpty
                ? "{}"
                : "{ " + entries.map { "\(Self.quoted($0.key)): \($0.value.inline)" }.joined(separator: ", ") + " }"
        }
    }

    /// What reads well on one line stays on one.
    private var isShort: Bool {
        switch self {
        case .scalar: true
        case .list(let items):
            items.allSatisfy { if case .scalar = $0 { true } else { false } } && inline.count <= Self.width
        case .map(let entries): entries.isEmpty
        }
    }

    private static func lines(of entries: [Entry], _ indentation: String) -> [String] {
        entries.flatMap { entry -> [String] in
            let key = "\(indentation)\(quoted(entry.key)):"
            if entry.value.isShort { return ["\(key) \(entry.value.inline)"] }
            return [key] + entry.value.block(indentation + "  ")
        }
    }

    private func block(_ indentation: String) -> [String] {
        switch self {
        case .scalar(let text): return [indentation + text]
        case .map(let entries): return Self.lines(of: entries, indentation)
        case .list(let items):
            return items.flatMap { item -> [String] in
                guard !item.isShort else { return ["\(indentation)- \(item.inline)"] }
                var lines = item.block(indentation + "  ")
                lines[0] = "\(indentation)- \(lines[0].dropFirst(indentation.count + 2))"
                return lines
            }
        }
    }

    /// Plain where every YAML reader takes it for a text, else in double quotes (YAML 1.2.2, section 7.3.1).
    private static func quoted(_ text: String) -> String {
        isPlain(text) ? text : "\"" + text.unicodeScalars.map(escaped).joined() + "\""
    }

    private static func isPlain(_ text: String) -> Bool {
        let words: Set<String> = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
        guard !words.contains(text.lowercased()), text.last != ":", !text.contains(": ") else { return false }
        let isNetwork = text.wholeMatch(of: /[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+(\/[0-9]+)?/) != nil
        let isWord = text.wholeMatch(of: /[A-Za-z\/][A-Za-z0-9_.\/@+:*?-]*( [A-Za-z0-9_.\/@+()-]+)*/) != nil
        return isNetwork || isWord
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\"": "\\\""
        case "\\": "\\\\"
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        case _
        where scalar.value < 0x20 || scalar.value == 0x7F || scalar.value == 0x85 || scalar.value == 0x2028
            || scalar.value == 0x2029 || scalar.value == 0xFEFF:
            "\\u" + String(repeating: "0", count: 4 - String(scalar.value, radix: 16).count)
                + String(scalar.value, radix: 16, uppercase: true)
        default: String(scalar)
        }
    }
}
