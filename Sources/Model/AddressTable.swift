/// A table by address in which what belongs to one environment stands together.
///
/// One small table for each first component of an address. Who goes through the environments one after the other finds each of
/// them in the processor's caches; in one table of half a million addresses every look would wait for memory.
public struct AddressTable<Value> {
    public typealias Element = (key: ResourceAddress, value: Value)

    /// Where the small table of a scope is, by the scope's number.
    @usableFromInline var places: [Int: Int] = [:]
    @usableFromInline var parts: [[ResourceAddress: Value]] = []

    @inlinable public init() {}

    /// - Parameter uniquingKeysWith: the value for an address that comes twice.
    @inlinable public init(
        _ elements: some Sequence<(ResourceAddress, Value)>, uniquingKeysWith choice: (Value, Value) -> Value
    ) {
        for (address, value) in elements { put(value, at: address, choice) }
    }

    @inlinable public var count: Int { parts.reduce(0) { $0 + $1.count } }
    @inlinable public var isEmpty: Bool { parts.allSatisfy(\.isEmpty) }
    @inlinable public var keys: some Sequence<ResourceAddress> { lazy.map(\.key) }
    @inlinable public var values: some Sequence<Value> { lazy.map(\.value) }

    @inlinable public subscript(address: ResourceAddress) -> Value? {
        get { places[address.scopeNumber].flatMap { parts[$0][address] } }
        set {
            if newValue == nil, places[address.scopeNumber] == nil { return }
            let place = place(of: address)
            parts[place][address] = newValue
        }
    }

    /// Changes a value where it stands; `initial` is put there first, where there is none.
    @inlinable public mutating func update(
        _ address: ResourceAddress, default initial: @autoclosure () -> Value, _ body: (inout Value) -> Void
    ) {
        let place = place(of: address)
        body(&parts[place][address, default: initial()])
    }

    @inlinable public mutating func merge(
        _ other: some Sequence<Element>, uniquingKeysWith choice: (Value, Value) -> Value
    ) {
        for (address, value) in other { put(value, at: address, choice) }
    }

    @inlinable public func mapValues<Result>(_ body: (Value) -> Result) -> AddressTable<Result> {
        var result = AddressTable<Result>()
        result.places = places
        result.parts = parts.map { $0.mapValues(body) }
        return result
    }

    @inlinable public func filter(_ isIncluded: (Element) -> Bool) -> AddressTable {
        var result = self
        for place in parts.indices { result.parts[place] = parts[place].filter { isIncluded($0) } }
        return result
    }

    /// What belongs to one environment, or another first component.
    @inlinable public func entries(of scope: String) -> [ResourceAddress: Value] {
        guard let place = places[ResourceAddress(scope).scopeNumber] else { return [:] }
        // Two scopes may have one number.
        return parts[place].filter { $0.key.scope == scope }
    }

    /// All addresses, sorted.
    public var sortedKeys: [ResourceAddress] {
        let sorted = parts.map { $0.keys.sorted() }.filter { !$0.isEmpty }.sorted { $0[0] < $1[0] }
        let follow = zip(sorted, sorted.dropFirst()).allSatisfy { $0[$0.count - 1] < $1[0] }
        let all = Array(sorted.joined())
        // Two scopes may have one number, and the address that is a scope itself need not stand beside those below it.
        return follow ? all : all.sorted()
    }

    @inlinable mutating func put(_ value: Value, at address: ResourceAddress, _ choice: (Value, Value) -> Value) {
        let place = place(of: address)
        if let present = parts[place].updateValue(value, forKey: address) {
            parts[place][address] = choice(present, value)
        }
    }

    @inlinable mutating func place(of address: ResourceAddress) -> Int {
        if let place = places[address.scopeNumber] { return place }
        places[address.scopeNumber] = parts.count
        parts.append([:])
        return parts.count - 1
    }
}

extension AddressTable: Sequence {
    @inlinable public func makeIterator() -> FlattenSequence<[[ResourceAddress: Value]]>.Iterator {
        parts.joined().makeIterator()
    }

    @inlinable public var underestimatedCount: Int { count }
}

extension AddressTable: ExpressibleByDictionaryLiteral {
    public init(dictionaryLiteral elements: (ResourceAddress, Value)...) {
        self.init(elements) { _, last in last }
    }
}

extension AddressTable: Sendable where Value: Sendable {}

extension AddressTable: Equatable where Value: Equatable {
    public static func == (a: AddressTable, b: AddressTable) -> Bool {
        a.count == b.count && a.allSatisfy { b[$0.key] == $0.value }
    }
}
