@testable import AWSClient

/// The published suites write values as plain JSON; the shape says what each is.
extension WireValue {
    init(suite json: JSONValue, _ reference: ShapeReference?, _ table: ServiceTable) {
        guard let reference, !json.isNull else {
            self = json.objectValue != nil ? .record([]) : .null
            return
        }
        switch (table.shape(of: reference), json) {
        case (.structure(let members)?, .object(let object)):
            self = .record(
                object.compactMap { key, value in
                    guard let member = members.first(where: { $0.name == key }) else { return nil }
                    return WireField(name: key.lowercased(), value: WireValue(suite: value, member.reference, table))
                }
            )
        case (.list(let item, _)?, .array(let items)):
            self = .list(items.map { WireValue(suite: $0, item, table) })
        case (.map(_, let item, _)?, .object(let object)):
            self = .record(object.map { WireField(name: $0, value: WireValue(suite: $1, item, table)) })
        default: self = Self.scalar(json, reference.kind)
        }
    }

    private static func scalar(_ json: JSONValue, _ kind: ShapeReference.Kind) -> WireValue {
        let number: Double? =
            switch json {
            case .int(let value): Double(value)
            case .double(let value): value
            case .string("NaN"): .nan
            case .string("Infinity"): .infinity
            case .string("-Infinity"): -.infinity
            default: nil
            }
        switch kind {
        case .blob: return .blob(Array((json.stringValue ?? "").utf8))
        case .timestamp: return .timestamp(number ?? .nan)
        case .double: return .double(number ?? 0)
        case .document: return .document(json)
        default: break
        }
        switch json {
        case .bool(let value): return .bool(value)
        case .int(let value): return .int(value)
        case .string(let value): return .string(value)
        default: return .null
        }
    }

    /// A form in which the order of fields does not count and NaN equals itself.
    var comparable: String {
        switch self {
        case .record(let fields):
            let parts = fields.map { "\($0.name): \($0.value.comparable)" }
            return "{\(parts.sorted().joined(separator: ", "))}"
        case .list(let items): return "[\(items.map(\.comparable).joined(separator: ", "))]"
        case .timestamp(let seconds): return "timestamp(\((seconds * 1000).rounded() / 1000))"
        case .document(let json): return "document(\(json.text(sortedKeys: true)))"
        default: return "\(self)"
        }
    }
}
