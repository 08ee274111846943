/// A text that may depend on resources which do not exist yet.
///
/// Every `pending` part of a declaration's fields is a dependency: whoever refers to a resource waits for it, and there
/// is no other way to learn its identifier, so that no dependency can be forgotten.
public indirect enum Reference: Hashable, Sendable {
    /// A text known now.
    case known(String)
    /// An output of another resource.
    case pending(ResourceAddress, Output)
    /// Parts that follow each other, such as an ARN around a name.
    case joined([Reference])

    /// The identifier of another resource.
    public static func id(_ address: ResourceAddress) -> Reference { .pending(address, .id) }
    /// The ARN of another resource.
    public static func arn(_ address: ResourceAddress) -> Reference { .pending(address, .arn) }

    /// The resources that this text waits for.
    public var addresses: [ResourceAddress] {
        switch self {
        case .known: []
        case .pending(let address, _): [address]
        case .joined(let parts): parts.flatMap(\.addresses)
        }
    }

    /// Calls for every output of another resource that this text waits for.
    public func forEachPending(_ body: (ResourceAddress, Output) -> Void) {
        switch self {
        case .known: break
        case .pending(let address, let output): body(address, output)
        case .joined(let parts): for part in parts { part.forEachPending(body) }
        }
    }

    /// The text with every pending part that `lookup` knows filled in; neighbouring known parts become one.
    public func resolved(by lookup: (ResourceAddress, Output) -> String?) -> Reference {
        switch self {
        case .known: return self
        case .pending(let address, let output): return lookup(address, output).map(Reference.known) ?? self
        case .joined(let parts):
            var result: [Reference] = []
            for part in parts.map({ $0.resolved(by: lookup) }) {
                if case .known(let next) = part, case .known(let last)? = result.last {
                    result[result.count - 1] = .known(last + next)
                } else {
                    result.append(part)
                }
            }
            return result.count == 1 ? result[0] : .joined(result)
        }
    }

    /// The whole text, when nothing in it is pending.
    public var text: String? {
        switch self {
        case .known(let text): text
        case .pending: nil
        case .joined(let parts): parts.reduce("") { sum, part in sum.flatMap { s in part.text.map { s + $0 } } }
        }
    }
}

extension Reference: ExpressibleByStringInterpolation {
    public struct StringInterpolation: StringInterpolationProtocol {
        var parts: [Reference] = []

        public init(literalCapacity: Int, interpolationCount: Int) {}
        public mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { parts.append(.known(literal)) }
        }
        public mutating func appendInterpolation(_ text: String) { appendLiteral(text) }
        public mutating func appendInterpolation(_ reference: Reference) { parts.append(reference) }
    }

    public init(stringLiteral value: String) { self = .known(value) }
    public init(stringInterpolation: StringInterpolation) {
        self = Reference.joined(stringInterpolation.parts).resolved { _, _ in nil }
        if case .joined(let parts) = self, parts.isEmpty { self = .known("") }
    }
}

extension Reference: CustomStringConvertible {
    /// The text; what is not known yet stands as `${address.output}`.
    public var description: String {
        switch self {
        case .known(let text): text
        case .pending(let address, let output): "${\(address).\(output)}"
        case .joined(let parts): parts.map(\.description).joined()
        }
    }
}
