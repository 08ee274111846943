import Foundation

/// Turns a typed struct into a `WireValue` by its `Encodable` conformance. Nil properties leave no trace.
enum WireEncoder {
    static func encode<T: Encodable>(_ value: T) throws -> WireValue {
        try encode(value, path: [])
    }

    fileprivate static func encode<T: Encodable>(_ value: T, path: [any CodingKey]) throws -> WireValue {
        switch value {
        case let date as Date: return .timestamp(date.timeIntervalSince1970)
        case let data as Data: return .blob([UInt8](data))
        default:
            let node = Node(path: path)
            try value.encode(to: node)
            return node.value
        }
    }

    /// A place in the tree that an encoder fills.
    fileprivate final class Node: Encoder, SingleValueEncodingContainer {
        let codingPath: [any CodingKey]
        let userInfo: [CodingUserInfoKey: Any] = [:]
        private var scalar = WireValue.record([])
        private var items: [Node]?
        private var fields: [(String, Node)]?

        init(path: [any CodingKey]) {
            codingPath = path
        }

        var value: WireValue {
            if let items { return .list(items.map(\.value)) }
            if let fields { return .record(fields.map { WireField(name: $0.0, value: $0.1.value) }) }
            return scalar
        }

        func addItem() -> Node {
            let node = Node(path: codingPath + [WireKey(intValue: items?.count ?? 0)])
            items = (items ?? []) + [node]
            return node
        }

        func addField(_ key: any CodingKey) -> Node {
            let node = Node(path: codingPath + [key])
            fields = (fields ?? []) + [(key.stringValue, node)]
            return node
        }

        var itemCount: Int { items?.count ?? 0 }

        func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
            fields = fields ?? []
            return KeyedEncodingContainer(Keyed<Key>(node: self))
        }

        func unkeyedContainer() -> any UnkeyedEncodingContainer {
            items = items ?? []
            return Unkeyed(node: self)
        }

        func singleValueContainer() -> any SingleValueEncodingContainer { self }

        func set(_ value: WireValue) { scalar = value }

        func setInteger(_ value: some BinaryInteger) throws {
            guard let exact = Int64(exactly: value) else {
                let context = EncodingError.Context(codingPath: codingPath, debugDescription: "past 64 bits")
                throw EncodingError.invalidValue(value, context)
            }
            scalar = .int(exact)
        }

        func encodeNil() throws { scalar = .null }
        func encode(_ value: Bool) throws { scalar = .bool(value) }
        func encode(_ value: String) throws { scalar = .string(value) }
        func encode(_ value: Double) throws { scalar = .double(value) }
        func encode(_ value: Float) throws { scalar = .double(Double(value)) }
        func encode(_ value: Int) throws { try setInteger(value) }
        func encode(_ value: Int8) throws { try setInteger(value) }
        func encode(_ value: Int16) throws { try setInteger(value) }
        func encode(_ value: Int32) throws { try setInteger(value) }
        func encode(_ value: Int64) throws { try setInteger(value) }
        func encode(_ value: UInt) throws { try setInteger(value) }
        func encode(_ value: UInt8) throws { try setInteger(value) }
        func encode(_ value: UInt16) throws { try setInteger(value) }
        func encode(_ value: UInt32) throws { try setInteger(value) }
        func encode(_ value: UInt64) throws { try setInteger(value) }
        func encode<T: Encodable>(_ value: T) throws { scalar = try WireEncoder.encode(value, path: codingPath) }
    }

    private struct Keyed<Key: CodingKey>: KeyedEncodingContainerProtocol {
        let node: Node
        var codingPath: [any CodingKey] { node.codingPath }

        func encodeNil(forKey key: Key) throws { node.addField(key).set(.null) }

        func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
            try node.addField(key).encode(value)
        }

        func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type,
            forKey key: Key
        ) -> KeyedEncodingContainer<Nested> {
            node.addField(key).container(keyedBy: type)
        }

        func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
            node.addField(key).unkeyedContainer()
        }

        func superEncoder() -> any Encoder { node }
        func superEncoder(forKey key: Key) -> any Encoder { node.addField(key) }
    }

    private struct Unkeyed: UnkeyedEncodingContainer {
        let node: Node
        var codingPath: [any CodingKey] { node.codingPath }
        var count: Int { node.itemCount }

        func encodeNil() throws { node.addItem().set(.null) }
        func encode<T: Encodable>(_ value: T) throws { try node.addItem().encode(value) }

        func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
            node.addItem().container(keyedBy: type)
        }

        func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { node.addItem().unkeyedContainer() }
        func superEncoder() -> any Encoder { node.addItem() }
    }
}
