/// The members of a JSON object in the order they were written. Two objects are equal whatever that order.
public struct JSONObject: Sendable, Hashable, ExpressibleByDictionaryLiteral {
    /// The keys in order.
    public private(set) var keys: [String] = []
    private var members: [String: JSONValue] = [:]

    public init() {}

    /// Of a key given twice the last value stands, in the first one's place.
    public init(_ members: [(String, JSONValue)]) {
        for (key, value) in members { self[key] = value }
    }

    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init(elements)
    }

    public var count: Int { keys.count }
    public var isEmpty: Bool { keys.isEmpty }

    public subscript(key: String) -> JSONValue? {
        get { members[key] }
        set {
            let old = members[key]
            members[key] = newValue
            if old == nil, newValue != nil { keys.append(key) }
            if old != nil, newValue == nil { keys.removeAll { $0 == key } }
        }
    }

    public static func == (left: JSONObject, right: JSONObject) -> Bool {
        left.members == right.members
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(members)
    }
}

extension JSONObject: Sequence {
    public func makeIterator() -> AnyIterator<(key: String, value: JSONValue)> {
        var rest = keys.makeIterator()
        let members = members
        return AnyIterator {
            guard let key = rest.next(), let value = members[key] else { return nil }
            return (key, value)
        }
    }
}
