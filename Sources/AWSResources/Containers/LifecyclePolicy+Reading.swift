import AWSClient
import Model

extension LifecyclePolicy {
    public init?(fieldValue: Value?) {
        switch fieldValue {
        case .string(let text)?: self.init(text)
        case .map?: self.init(Self.json(fieldValue).text())
        default: return nil
        }
    }

    private static func json(_ value: Value?) -> JSONValue {
        switch value {
        case nil: .null
        case .string(let text)?: .string(text)
        case .int(let number)?: .int(number)
        case .bool(let flag)?: .bool(flag)
        case .list(let items)?: .array(items.map { json($0) })
        case .set(let items)?: .array(items.map(\.listed).sorted { $0.description < $1.description }.map { json($0) })
        case .map(let entries)?:
            .object(JSONObject(entries.sorted { $0.key < $1.key }.map { ($0.key, json($0.value)) }))
        case .reference(let reference)?: .string(reference.description)
        }
    }
}
