import Model

/// Values over as many lines as people need to read and compare them.
enum ValueText {
    private static let width = 72

    static func lines(_ value: Value?) -> [String] {
        value.map { lines($0, indentation: "", before: "") } ?? []
    }

    private static func lines(_ value: Value, indentation: String, before: String) -> [String] {
        let text = value.description
        let parts: (open: String, close: String, items: [(String, Value)])
        switch value {
        case .list(let items): parts = ("[", "]", items.map { ("", $0) })
        case .set(let items): parts = ("[", "]", items.sorted { $0.description < $1.description }.map { ("", $0) })
        case .map(let entries):
            parts = ("{", "}", entries.sorted { $0.key < $1.key }.map { ("\($0.key): ", $0.value) })
        case .string, .int, .bool, .reference: return [indentation + before + text]
        }
        guard indentation.count + before.count + text.count > width, !parts.items.isEmpty else {
            return [indentation + before + text]
        }
        let inner = parts.items.flatMap { lines($0.1, indentation: indentation + "  ", before: $0.0) }
        return [indentation + before + parts.open] + inner + [indentation + parts.close]
    }
}
