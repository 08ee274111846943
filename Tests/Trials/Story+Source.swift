import Model

extension Story {
    /// The history as Swift, to be put into a test.
    var source: String {
        var parts: [String] = []
        if !strangers.isEmpty { parts.append("strangers: [\(strangers.map(\.source).joined(separator: ", "))]") }
        if !slow.isEmpty {
            let entries = slow.sorted { $0.key < $1.key }.map { "\(quoted($0.key.path)): \($0.value)" }
            parts.append("slow: [\(entries.joined(separator: ", "))]")
        }
        parts.append("stages: [\n" + stages.map { "    \($0.source),\n" }.joined() + "]")
        return "Story(\(parts.joined(separator: ", ")))"
    }
}

extension Stage {
    fileprivate var source: String {
        var parts = [
            "[" + declarations.map { "\n        \($0.source)," }.joined() + (declarations.isEmpty ? "]" : "\n    ]")
        ]
        if !meddling.isEmpty { parts.append("meddling: [\(meddling.map(\.source).joined(separator: ", "))]") }
        if forgets { parts.append("forgets: true") }
        return "Stage(\(parts.joined(separator: ", ")))"
    }
}

extension Stranger {
    fileprivate var source: String {
        let name = name.map { ", name: \(quoted($0))" } ?? ""
        return "Stranger(\(quoted(type.name))\(name), tags: \(tags.source))"
    }
}

extension Meddling {
    var source: String {
        switch self {
        case .vanish(let address): ".vanish(\(quoted(address.path)))"
        case .tag(let address, let key, let value):
            ".tag(\(quoted(address.path)), \(quoted(key)), \(quoted(value)))"
        case .set(let address, let field, let value):
            ".set(\(quoted(address.path)), \(quoted(field)), \(value.source))"
        case .key(let address, let field, let key, let value):
            ".key(\(quoted(address.path)), \(quoted(field)), \(quoted(key)), \(value.source))"
        case .beside(let address, let field, let number):
            ".beside(\(quoted(address.path)), \(quoted(field)), \(number))"
        }
    }
}

extension Declaration {
    var source: String {
        var parts = [quoted(type.name), quoted(address.path)]
        if let name { parts.append("name: \(quoted(name))") }
        let fields = values.sorted { $0.key < $1.key }.map { "\(quoted($0.key)): \($0.value.source)" }
        parts.append("values: [\(fields.isEmpty ? ":" : fields.joined(separator: ", "))]")
        if !tags.isEmpty { parts.append("tags: \(tags.source)") }
        if !after.isEmpty { parts.append("after: [\(after.map { quoted($0.path) }.joined(separator: ", "))]") }
        return "Declaration(\(parts.joined(separator: ", ")))"
    }
}

extension Value {
    fileprivate var source: String {
        switch self {
        case .string(let text): quoted(text)
        case .int(let number): "\(number)"
        case .bool(let flag): "\(flag)"
        case .list(let items): ".list([\(items.map(\.source).joined(separator: ", "))])"
        case .set(let items): ".set([\(items.map(\.source).sorted().joined(separator: ", "))])"
        case .map(let entries):
            entries.isEmpty
                ? ".map([:])"
                : ".map([\(entries.sorted { $0.key < $1.key }.map { "\(quoted($0.key)): \($0.value.source)" }.joined(separator: ", "))])"
        case .reference(let reference): ".reference(\(reference.source))"
        }
    }
}

extension Reference {
    fileprivate var source: String {
        switch self {
        case .known(let text): ".known(\(quoted(text)))"
        case .pending(let address, let output): ".pending(\(quoted(address.path)), \(quoted(output.name)))"
        case .joined(let parts): ".joined([\(parts.map(\.source).joined(separator: ", "))])"
        }
    }
}

extension [String: String] {
    fileprivate var source: String {
        let entries = sorted { $0.key < $1.key }.map { "\(quoted($0.key)): \(quoted($0.value))" }
        return "[\(entries.isEmpty ? ":" : entries.joined(separator: ", "))]"
    }
}

private func quoted(_ text: String) -> String { text.debugDescription }
