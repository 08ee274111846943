/// A type that a managed field may have: it says how it is compared by giving a `Value`.
///
/// `nil` means that the field is not managed (on the desired side) or not reported (on the observed side).
public protocol FieldValue: Sendable {
    var fieldValue: Value? { get }
}

extension String: FieldValue { public var fieldValue: Value? { .string(self) } }
extension Int: FieldValue { public var fieldValue: Value? { .int(Int64(self)) } }
extension Int64: FieldValue { public var fieldValue: Value? { .int(self) } }
extension Bool: FieldValue { public var fieldValue: Value? { .bool(self) } }
extension Value: FieldValue { public var fieldValue: Value? { self } }

extension Reference: FieldValue {
    public var fieldValue: Value? { text.map(Value.string) ?? .reference(self) }
}

extension Optional: FieldValue where Wrapped: FieldValue {
    public var fieldValue: Value? { flatMap(\.fieldValue) }
}

extension Array: FieldValue where Element: FieldValue {
    public var fieldValue: Value? { .list(compactMap(\.fieldValue)) }
}

extension Set: FieldValue where Element: FieldValue {
    public var fieldValue: Value? { .set(Set<Value>(compactMap(\.fieldValue))) }
}

extension Dictionary: FieldValue where Key == String, Value: FieldValue {
    public var fieldValue: Model.Value? { .map(compactMapValues(\.fieldValue)) }
}
