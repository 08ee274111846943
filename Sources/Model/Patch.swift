/// A change of a value by the rules of JSON merge patch (RFC 7396): maps merge, anything else replaces, null removes.
public indirect enum Patch: Hashable, Sendable {
    case remove
    case replace(Value)
    case merge([String: Patch])
}

extension Patch {
    /// The smallest patch that makes one value of another; nil when they are equal.
    ///
    /// Sets come as sorted lists, so that a patch is the same whether it was read or computed.
    public init?(from old: Value?, to new: Value?) {
        if old == new { return nil }
        switch new {
        case nil: self = .remove
        case .map(let wanted)?:
            var held: [String: Value] = [:]
            if case .map(let entries)? = old { held = entries }
            var changes: [String: Patch] = [:]
            for key in Set(held.keys).union(wanted.keys) { changes[key] = Patch(from: held[key], to: wanted[key]) }
            self = .merge(changes)
        case let value?: self = .replace(value.listed)
        }
    }

    /// What the patch makes of a value; nil when nothing is left of it.
    public func applied(to value: Value?) -> Value? {
        switch self {
        case .remove: return nil
        case .replace(let new): return new
        case .merge(let changes):
            var result: [String: Value] = [:]
            if case .map(let entries)? = value { result = entries }
            for (key, patch) in changes { result[key] = patch.applied(to: result[key]) }
            return .map(result)
        }
    }
}

extension Value {
    /// The same with every set as a list in a fixed order.
    public var listed: Value {
        switch self {
        case .string, .int, .bool, .reference: self
        case .list(let items): .list(items.map(\.listed))
        case .set(let items): .list(items.map(\.listed).sorted { $0.description < $1.description })
        case .map(let entries): .map(entries.mapValues(\.listed))
        }
    }

    /// The same with every list as a set, for a comparison in which no order counts.
    public var unordered: Value {
        switch self {
        case .string, .int, .bool, .reference: self
        case .list(let items): .set(Set(items.map(\.unordered)))
        case .set(let items): .set(Set(items.map(\.unordered)))
        case .map(let entries): .map(entries.mapValues(\.unordered))
        }
    }
}
