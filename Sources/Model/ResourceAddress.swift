/// The name of one resource in Plumbline's world, such as `dev/acme/TargetGroup`.
///
/// The first component is the environment (or `Repository` for what all environments share), the last names the
/// resource and ends with its kind's noun. It is the value of the tag `plumbline:address`.
public struct ResourceAddress: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let path: String
    /// The path's hash, worked out once: tables of half a million addresses are looked into without a look at the paths
    /// themselves, each of which is somewhere else in memory.
    private let number: Int
    /// The same for all addresses of a scope, and hardly ever for those of another.
    @usableFromInline let scopeNumber: Int

    public init(_ path: String) {
        self.path = path
        number = path.hashValue
        scopeNumber = path.utf8.prefix { $0 != UInt8(ascii: "/") }.reduce(5381) { $0 &* 33 &+ Int($1) }
    }

    public static func == (a: ResourceAddress, b: ResourceAddress) -> Bool { a.number == b.number && a.path == b.path }

    public func hash(into hasher: inout Hasher) { hasher.combine(number) }

    /// The first component: the environment that owns the resource.
    public var scope: String { String(path[..<(path.utf8.firstIndex(of: UInt8(ascii: "/")) ?? path.endIndex)]) }

    /// The last component, such as `TargetGroup`.
    public var resource: String { String(path.split(separator: "/").last ?? "") }

    public func appending(_ component: String) -> ResourceAddress { ResourceAddress("\(path)/\(component)") }

    public var description: String { path }

    public static func < (a: ResourceAddress, b: ResourceAddress) -> Bool { a.path < b.path }
}

extension ResourceAddress: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(value) }
}
