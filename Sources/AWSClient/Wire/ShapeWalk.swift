import Foundation

/// Walks a `Decodable` type beside a shape and notes where the two differ.
///
/// It decodes the type from nothing: every container hands out one made-up value of the type that is asked for, and the
/// asking is what is compared. A type that contains itself is entered once.
final class ShapeWalk {
    private(set) var problems: [String] = []
    private let table: ServiceTable
    fileprivate var entered: [ObjectIdentifier] = []

    init(table: ServiceTable) {
        self.table = table
    }

    func walk<T: Decodable>(_ type: T.Type, as shape: ShapeReference?, at place: String) {
        let step = Step(walk: self, shape: shape ?? ShapeReference(.shape(-1)), place: place)
        do {
            _ = try step.decode(type)
        } catch is NoValue {
            // What stood in the way has been noted, unless the type holds itself in a property that is not optional.
            if problems.isEmpty { note(place, "holds itself in a property that is not optional") }
        } catch {
            note(place, "cannot be walked: \(error)")
        }
    }

    fileprivate func note(_ place: String, _ problem: String) {
        problems.append("\(place): \(problem)")
    }

    fileprivate func shape(of reference: ShapeReference) -> Shape? { table.shape(of: reference) }

    /// Thrown where no value of a type can be made up; the nearest optional above it takes nil.
    fileprivate struct NoValue: Error {}

    fileprivate struct Step: Decoder, SingleValueDecodingContainer {
        let walk: ShapeWalk
        /// Nil below a property that AWS lacks: that has been noted, and what is inside fits nothing.
        let shape: ShapeReference?
        let place: String
        var codingPath: [any CodingKey] { [] }
        var userInfo: [CodingUserInfoKey: Any] { [:] }

        func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
            guard let shape else {
                return KeyedDecodingContainer(Members<Key>(walk: walk, members: nil, place: place))
            }
            switch walk.shape(of: shape) {
            case .structure(let members)?:
                return KeyedDecodingContainer(Members<Key>(walk: walk, members: members, place: place))
            case .map(_, let value, _)?:
                return KeyedDecodingContainer(Entries<Key>(step: Step(walk: walk, shape: value, place: place + "[…]")))
            default:
                if shape.kind == .shape(-1) {
                    return KeyedDecodingContainer(Members<Key>(walk: walk, members: [], place: place))
                }
                walk.note(place, "is a struct or dictionary, AWS has \(shape.kind)")
                throw NoValue()
            }
        }

        func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
            guard let shape else { return Items(step: self) }
            guard case .list(let item, _)? = walk.shape(of: shape) else {
                walk.note(place, "is an array, AWS has none")
                throw NoValue()
            }
            return Items(step: Step(walk: walk, shape: item, place: place + "[]"))
        }

        func singleValueContainer() -> any SingleValueDecodingContainer { self }

        private func scalar<T>(_ value: T, _ kinds: ShapeReference.Kind...) -> T {
            if let shape, !kinds.contains(shape.kind) { walk.note(place, "is a \(T.self), AWS has \(describe(shape))") }
            return value
        }

        private func describe(_ reference: ShapeReference) -> String {
            switch walk.shape(of: reference) {
            case .structure?: "a structure"
            case .list?: "a list"
            case .map?: "a map"
            case nil: "\(reference.kind)"
            }
        }

        func decodeNil() -> Bool { false }
        func decode(_ type: Bool.Type) -> Bool { scalar(false, .boolean) }
        func decode(_ type: String.Type) -> String { scalar("", .string) }
        func decode(_ type: Double.Type) -> Double { scalar(0, .double, .timestamp, .integer, .long) }
        func decode(_ type: Float.Type) -> Float { scalar(0, .double) }
        func decode(_ type: Int.Type) -> Int { scalar(0, .integer, .long) }
        func decode(_ type: Int8.Type) -> Int8 { scalar(0, .integer) }
        func decode(_ type: Int16.Type) -> Int16 { scalar(0, .integer) }
        func decode(_ type: Int32.Type) -> Int32 { scalar(0, .integer) }
        func decode(_ type: Int64.Type) -> Int64 { scalar(0, .integer, .long) }
        func decode(_ type: UInt.Type) -> UInt { scalar(0, .integer, .long) }
        func decode(_ type: UInt8.Type) -> UInt8 { scalar(0, .integer) }
        func decode(_ type: UInt16.Type) -> UInt16 { scalar(0, .integer) }
        func decode(_ type: UInt32.Type) -> UInt32 { scalar(0, .integer) }
        func decode(_ type: UInt64.Type) -> UInt64 { scalar(0, .integer, .long) }

        func decode<T: Decodable>(_ type: T.Type) throws -> T {
            if type == Date.self, let date = scalar(Date(timeIntervalSince1970: 0), .timestamp) as? T { return date }
            if type == Data.self, let data = scalar(Data(), .blob) as? T { return data }
            if let choices = type as? any (CaseIterable & RawRepresentable).Type, let first = firstCase(choices) as? T {
                _ = scalar("", .string)
                return first
            }
            let identity = ObjectIdentifier(type)
            guard !walk.entered.contains(identity) else { throw NoValue() }
            walk.entered.append(identity)
            defer { walk.entered.removeLast() }
            return try T(from: self)
        }

        private func firstCase<Choice: CaseIterable>(_ type: Choice.Type) -> Any? { type.allCases.first }
    }

    private struct Members<Key: CodingKey>: KeyedDecodingContainerProtocol {
        let walk: ShapeWalk
        let members: [Shape.Member]?
        let place: String
        var codingPath: [any CodingKey] { [] }
        var allKeys: [Key] { [] }

        private func step(_ key: Key) -> Step {
            let path = "\(place).\(key.stringValue)"
            let name = key.stringValue.lowercased()
            let member = members?.first { $0.lowercasedName == name }
            if member == nil, members != nil { walk.note(path, "AWS's model has no such member") }
            return Step(walk: walk, shape: member?.reference, place: path)
        }

        func contains(_ key: Key) -> Bool { true }
        func decodeNil(forKey key: Key) -> Bool { false }

        func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
            let step = step(key)
            do {
                return try step.decode(type)
            } catch is NoValue {
                throw NoValue()
            } catch {
                walk.note(step.place, "no value of \(type) can be made up: make it optional or CaseIterable")
                throw NoValue()
            }
        }

        func decodeIfPresent<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T? {
            try? step(key).decode(type)
        }

        func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type,
            forKey key: Key
        ) throws -> KeyedDecodingContainer<Nested> {
            try step(key).container(keyedBy: type)
        }

        func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
            try step(key).unkeyedContainer()
        }

        func superDecoder() throws -> any Decoder { throw NoValue() }
        func superDecoder(forKey key: Key) throws -> any Decoder { step(key) }
    }

    /// A map with one made-up entry.
    private struct Entries<Key: CodingKey>: KeyedDecodingContainerProtocol {
        let step: Step
        var codingPath: [any CodingKey] { [] }
        var allKeys: [Key] { Key(stringValue: "key").map { [$0] } ?? [] }

        func contains(_ key: Key) -> Bool { true }
        func decodeNil(forKey key: Key) -> Bool { false }
        func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T { try step.decode(type) }

        func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type,
            forKey key: Key
        ) throws -> KeyedDecodingContainer<Nested> {
            try step.container(keyedBy: type)
        }

        func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
            try step.unkeyedContainer()
        }

        func superDecoder() throws -> any Decoder { step }
        func superDecoder(forKey key: Key) throws -> any Decoder { step }
    }

    /// A list with one made-up item.
    private struct Items: UnkeyedDecodingContainer {
        let step: Step
        private(set) var currentIndex = 0
        var codingPath: [any CodingKey] { [] }
        var count: Int? { 1 }
        var isAtEnd: Bool { currentIndex > 0 }

        init(step: Step) {
            self.step = step
        }

        mutating func decodeNil() -> Bool { false }

        mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
            currentIndex += 1
            return try step.decode(type)
        }

        mutating func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type
        ) throws -> KeyedDecodingContainer<Nested> {
            currentIndex += 1
            return try step.container(keyedBy: type)
        }

        mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
            currentIndex += 1
            return try step.unkeyedContainer()
        }

        mutating func superDecoder() throws -> any Decoder { step }
    }
}
