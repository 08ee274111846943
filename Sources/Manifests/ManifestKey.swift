/// The identity of a manifest: its kind, and its name within what it belongs to, such as `Extra dev/acme/api2`.
public struct ManifestKey: Hashable, Sendable, Comparable, CustomStringConvertible {
    public let kind: String
    /// The names from the outermost to its own.
    public let names: [String]

    init(_ kind: String, _ names: String...) {
        self.kind = kind
        self.names = names
    }

    /// The names, joined by slashes: `dev/acme/api2`.
    public var path: String { names.joined(separator: "/") }

    public var description: String { "\(kind) \(path)" }

    public static func < (a: ManifestKey, b: ManifestKey) -> Bool {
        a.kind == b.kind ? a.names.lexicographicallyPrecedes(b.names) : a.kind < b.kind
    }
}
