import Foundation

/// Makes typed structs from a `WireValue` by their `Decodable` conformance.
///
/// Properties find their members ignoring case, members without a property are ignored, and an explicit null counts as
/// absent.
enum WireDecoder {
    static func decode<T: Decodable>(_ type: T.Type, from value: WireValue) throws -> T {
        try decode(type, value, path: [])
    }

    fileprivate static func decode<T: Decodable>(_ type: T.Type, _ value: WireValue, path: [any CodingKey]) throws -> T
    {
        if type == Date.self, case .timestamp(let seconds) = value,
            let date = Date(timeIntervalSince1970: seconds) as? T
        {
            return date
        }
        if type == Data.self, case .blob(let bytes) = value, let data = Data(bytes) as? T { return data }
        return try T(from: Node(value: value, codingPath: path))
    }

    fileprivate static func mismatch(_ type: Any.Type, _ path: [any CodingKey]) -> DecodingError {
        .typeMismatch(type, .init(codingPath: path, debugDescription: "\(path.wirePath) is no \(type)"))
    }

    /// A value that is being decoded.
    fileprivate struct Node: Decoder, SingleValueDecodingContainer {
        let value: WireValue
        let codingPath: [any CodingKey]
        var userInfo: [CodingUserInfoKey: Any] { [:] }

        func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
            guard case .record(let fields) = value else { throw mismatch([String: Any].self, codingPath) }
            return KeyedDecodingContainer(Keyed<Key>(fields: fields, codingPath: codingPath))
        }

        func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
            guard case .list(let items) = value else { throw mismatch([Any].self, codingPath) }
            return Unkeyed(items: items, codingPath: codingPath)
        }

        func singleValueContainer() -> any SingleValueDecodingContainer { self }

        func decodeNil() -> Bool { value == .null }

        func decode(_ type: Bool.Type) throws -> Bool {
            guard case .bool(let value) = value else { throw mismatch(type, codingPath) }
            return value
        }

        func decode(_ type: String.Type) throws -> String {
            guard case .string(let value) = value else { throw mismatch(type, codingPath) }
            return value
        }

        func decode(_ type: Double.Type) throws -> Double {
            switch value {
            case .double(let value), .timestamp(let value): return value
            case .int(let value): return Double(value)
            default: throw mismatch(type, codingPath)
            }
        }

        func decode(_ type: Float.Type) throws -> Float { Float(try decode(Double.self)) }

        private func integer<T: FixedWidthInteger>(_ type: T.Type) throws -> T {
            guard case .int(let value) = value, let exact = T(exactly: value) else { throw mismatch(type, codingPath) }
            return exact
        }

        func decode(_ type: Int.Type) throws -> Int { try integer(type) }
        func decode(_ type: Int8.Type) throws -> Int8 { try integer(type) }
        func decode(_ type: Int16.Type) throws -> Int16 { try integer(type) }
        func decode(_ type: Int32.Type) throws -> Int32 { try integer(type) }
        func decode(_ type: Int64.Type) throws -> Int64 { try integer(type) }
        func decode(_ type: UInt.Type) throws -> UInt { try integer(type) }
        func decode(_ type: UInt8.Type) throws -> UInt8 { try integer(type) }
        func decode(_ type: UInt16.Type) throws -> UInt16 { try integer(type) }
        func decode(_ type: UInt32.Type) throws -> UInt32 { try integer(type) }
        func decode(_ type: UInt64.Type) throws -> UInt64 { try integer(type) }

        func decode<T: Decodable>(_ type: T.Type) throws -> T {
            try WireDecoder.decode(type, value, path: codingPath)
        }
    }

    private struct Keyed<Key: CodingKey>: KeyedDecodingContainerProtocol {
        private let values: [String: WireValue]
        private let names: [String]
        let codingPath: [any CodingKey]

        init(fields: [WireField], codingPath: [any CodingKey]) {
            values = Dictionary(fields.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last })
            names = fields.map(\.name)
            self.codingPath = codingPath
        }

        var allKeys: [Key] { names.compactMap(Key.init(stringValue:)) }

        private func value(_ key: Key) -> WireValue? {
            values[key.stringValue] ?? values[key.stringValue.lowercased()]
        }

        private func node(_ key: Key) throws -> Node {
            let path = codingPath + [key]
            guard let value = value(key) else {
                let context = DecodingError.Context(codingPath: path, debugDescription: "\(path.wirePath) is missing")
                throw DecodingError.keyNotFound(key, context)
            }
            return Node(value: value, codingPath: path)
        }

        func contains(_ key: Key) -> Bool { value(key) != nil }
        func decodeNil(forKey key: Key) -> Bool { (value(key) ?? .null) == .null }

        func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
            try node(key).decode(type)
        }

        func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type,
            forKey key: Key
        ) throws -> KeyedDecodingContainer<Nested> {
            try node(key).container(keyedBy: type)
        }

        func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
            try node(key).unkeyedContainer()
        }

        func superDecoder() -> any Decoder {
            Node(
                value: .record(names.compactMap { name in values[name].map { WireField(name: name, value: $0) } }),
                codingPath: codingPath
            )
        }

        func superDecoder(forKey key: Key) throws -> any Decoder { try node(key) }
    }

    private struct Unkeyed: UnkeyedDecodingContainer {
        let items: [WireValue]
        let codingPath: [any CodingKey]
        private(set) var currentIndex = 0

        init(items: [WireValue], codingPath: [any CodingKey]) {
            self.items = items
            self.codingPath = codingPath
        }

        var count: Int? { items.count }
        var isAtEnd: Bool { currentIndex >= items.count }

        private mutating func next() throws -> Node {
            let path = codingPath + [WireKey(intValue: currentIndex)]
            guard !isAtEnd else {
                let context = DecodingError.Context(codingPath: path, debugDescription: "\(path.wirePath) is missing")
                throw DecodingError.valueNotFound(WireValue.self, context)
            }
            defer { currentIndex += 1 }
            return Node(value: items[currentIndex], codingPath: path)
        }

        mutating func decodeNil() throws -> Bool {
            guard !isAtEnd, items[currentIndex] == .null else { return false }
            currentIndex += 1
            return true
        }

        mutating func decode<T: Decodable>(_ type: T.Type) throws -> T { try next().decode(type) }

        mutating func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type
        ) throws -> KeyedDecodingContainer<Nested> {
            try next().container(keyedBy: type)
        }

        mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try next().unkeyedContainer() }
        mutating func superDecoder() throws -> any Decoder { try next() }
    }
}
