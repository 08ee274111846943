import AWSClient

extension JSONValue {
    /// The value over several lines, two spaces to a level, keys in their order.
    func pretty(_ indentation: String = "") -> String {
        let inner = indentation + "  "
        switch self {
        case .array(let items) where !items.isEmpty:
            let lines = items.map { inner + $0.pretty(inner) }
            return "[\n" + lines.joined(separator: ",\n") + "\n\(indentation)]"
        case .object(let object) where !object.isEmpty:
            let lines = object.map { inner + JSONValue.string($0.key).text() + ": " + $0.value.pretty(inner) }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(indentation)}"
        default: return text()
        }
    }
}
