/// A value that a resource has only once it exists, and that other resources refer to.
public struct Output: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
    public let name: String

    public init(stringLiteral value: String) { name = value }
    public init(_ name: String) { self.name = name }

    public var description: String { name }

    /// The identifier by which AWS's own calls name the resource.
    public static let id: Output = "id"
    public static let arn: Output = "arn"
    public static let dnsName: Output = "dnsName"
    public static let uri: Output = "uri"
    /// What changes whenever the content does.
    public static let version: Output = "version"
}
