/// A type that a managed field may have: it says how it is compared by giving a `Value`.
///
/// `nil` means that the field is not managed (on the desired side) or not reported (on the observed side).
public protocol FieldValue: Sendable {
    var fieldValue: Value? { get }

    /// The value that `fieldValue` was made of, for what a manifest overrides; nil when it is none such. A type that
    /// does not say how to read itself cannot be overridden.
    init?(fieldValue: Value?)
}

extension FieldValue {
    public init?(fieldValue: Value?) { return nil }
}

extension String: FieldValue {
    public var fieldValue: Value? { .string(self) }

    public init?(fieldValue: Value?) {
        guard case .string(let text)? = fieldValue else { return nil }
        self = text
    }
}

extension Int: FieldValue {
    public var fieldValue: Value? { .int(Int64(self)) }

    public init?(fieldValue: Value?) {
        guard case .int(let number)? = fieldValue else { return nil }
        self.init(exactly: number)
    }
}

extension Int64: FieldValue {
    public var fieldValue: Value? { .int(self) }

    public init?(fieldValue: Value?) {
        guard case .int(let number)? = fieldValue else { return nil }
        self = number
    }
}

extension Bool: FieldValue {
    public var fieldValue: Value? { .bool(self) }

    public init?(fieldValue: Value?) {
        guard case .bool(let flag)? = fieldValue else { return nil }
        self = flag
    }
}

extension Value: FieldValue {
    public var fieldValue: Value? { self }

    public init?(fieldValue: Value?) {
        guard let fieldValue else { return nil }
        self = fieldValue
    }
}

extension Reference: FieldValue {
    public var fieldValue: Value? { text.map(Value.string) ?? .reference(self) }

    public init?(fieldValue: Value?) {
        switch fieldValue {
        case .string(let text)?: self = .known(text)
        case .reference(let reference)?: self = reference
        default: return nil
        }
    }
}

// Closures in what follows, for the key paths of a generic type are made anew at each use.

extension Optional: FieldValue where Wrapped: FieldValue {
    public var fieldValue: Value? { flatMap { $0.fieldValue } }

    public init?(fieldValue: Value?) {
        guard let fieldValue else {
            self = .none
            return
        }
        guard let wrapped = Wrapped(fieldValue: fieldValue) else { return nil }
        self = .some(wrapped)
    }
}

extension Array: FieldValue where Element: FieldValue {
    public var fieldValue: Value? { .list(compactMap { $0.fieldValue }) }

    public init?(fieldValue: Value?) {
        guard case .list(let items)? = fieldValue else { return nil }
        let elements = items.compactMap { Element(fieldValue: $0) }
        guard elements.count == items.count else { return nil }
        self = elements
    }
}

extension Set: FieldValue where Element: FieldValue {
    public var fieldValue: Value? { .set(Set<Value>(compactMap { $0.fieldValue })) }

    /// A list will do: YAML has no sets.
    public init?(fieldValue: Value?) {
        let items: [Value]
        switch fieldValue {
        case .set(let members)?: items = Array<Value>(members)
        case .list(let members)?: items = members
        default: return nil
        }
        let elements = items.compactMap { Element(fieldValue: $0) }
        guard elements.count == items.count else { return nil }
        self = Set(elements)
    }
}

extension Dictionary: FieldValue where Key == String, Value: FieldValue {
    public var fieldValue: Model.Value? { .map(compactMapValues { $0.fieldValue }) }

    public init?(fieldValue: Model.Value?) {
        guard case .map(let entries)? = fieldValue else { return nil }
        let read = entries.compactMapValues { Value(fieldValue: $0) }
        guard read.count == entries.count else { return nil }
        self = read
    }
}
