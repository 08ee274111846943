/// The type name of a resource kind, in CloudFormation's spelling, such as `AWS::EC2::VPC`.
public struct ResourceType: Hashable, Sendable, Comparable, CustomStringConvertible, ExpressibleByStringLiteral {
    public let name: String

    public init(_ name: String) { self.name = name }
    public init(stringLiteral value: String) { self.init(value) }

    public var description: String { name }

    public static func < (a: ResourceType, b: ResourceType) -> Bool { a.name < b.name }
}
