/// The value of one field in the form in which it is compared, shown and hashed.
///
/// Kinds bring what AWS says and what a manifest says into the same shape before it becomes a `Value`: numbers are
/// numbers, what has no order is a `set`, defaults are filled in. Then equality is equality of meaning.
public indirect enum Value: Hashable, Sendable {
    case string(String)
    case int(Int64)
    case bool(Bool)
    case list([Value])
    case set(Set<Value>)
    case map([String: Value])
    /// A text that waits for another resource.
    case reference(Reference)
}

extension Value {
    /// The resources that this value waits for.
    public var addresses: [ResourceAddress] {
        switch self {
        case .string, .int, .bool: []
        case .list(let items): items.flatMap(\.addresses)
        case .set(let items): items.flatMap(\.addresses)
        case .map(let entries): entries.values.flatMap(\.addresses)
        case .reference(let reference): reference.addresses
        }
    }

    /// Every text within, for finding the identifiers that a resource holds.
    public func forEachText(_ body: (String) -> Void) {
        switch self {
        case .string(let text): body(text)
        case .int, .bool: break
        case .list(let items): for item in items { item.forEachText(body) }
        case .set(let items): for item in items { item.forEachText(body) }
        case .map(let entries): for item in entries.values { item.forEachText(body) }
        case .reference(let reference): if let text = reference.text { body(text) }
        }
    }

    /// Calls for every output of another resource that this value waits for.
    public func forEachPending(_ body: (ResourceAddress, Output) -> Void) {
        switch self {
        case .string, .int, .bool: break
        case .list(let items): for item in items { item.forEachPending(body) }
        case .set(let items): for item in items { item.forEachPending(body) }
        case .map(let entries): for item in entries.values { item.forEachPending(body) }
        case .reference(let reference): reference.forEachPending(body)
        }
    }

    private var hasReferences: Bool {
        switch self {
        case .string, .int, .bool: false
        case .list(let items): items.contains(where: \.hasReferences)
        case .set(let items): items.contains(where: \.hasReferences)
        case .map(let entries): entries.values.contains(where: \.hasReferences)
        case .reference: true
        }
    }

    /// The same value with the references that `lookup` knows filled in; a reference without pending parts becomes a
    /// string, so that it equals what AWS reports.
    public func resolved(by lookup: (ResourceAddress, Output) -> String?) -> Value {
        guard hasReferences else { return self }
        switch self {
        case .string, .int, .bool: return self
        case .list(let items): return .list(items.map { $0.resolved(by: lookup) })
        case .set(let items): return .set(Set(items.map { $0.resolved(by: lookup) }))
        case .map(let entries): return .map(entries.mapValues { $0.resolved(by: lookup) })
        case .reference(let reference):
            let result = reference.resolved(by: lookup)
            return result.text.map(Value.string) ?? .reference(result)
        }
    }
}

extension Value: CustomStringConvertible {
    /// One line, deterministic: sets and maps are sorted, quotes and line ends within texts are escaped, so that two
    /// values never look alike. It is what plans show and what digests are made of.
    public var description: String {
        switch self {
        case .string(let text): Self.quoted(text)
        case .int(let number): String(number)
        case .bool(let flag): String(flag)
        case .list(let items): "[" + items.map(\.description).joined(separator: ", ") + "]"
        case .set(let items): "[" + items.map(\.description).sorted().joined(separator: ", ") + "]"
        case .map(let entries):
            "{" + entries.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }.joined(separator: ", ") + "}"
        case .reference(let reference): Self.oneLine(reference.description)
        }
    }

    private static func oneLine(_ text: String) -> String {
        isPlain(text) || !text.contains(where: \.isNewline) ? text : quoted(text)
    }

    /// Whether a text is what it is in quotes: nearly all are, and need not be looked through letter by letter.
    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7f && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    }

    private static func quoted(_ text: String) -> String {
        if isPlain(text) { return "\"\(text)\"" }
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}

extension Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    public init(stringLiteral value: String) { self = .string(value) }
    public init(integerLiteral value: Int64) { self = .int(value) }
    public init(booleanLiteral value: Bool) { self = .bool(value) }
}
