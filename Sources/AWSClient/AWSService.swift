/// One AWS service, named by the id of its model in the service table, such as `ec2` or `elbv2`.
///
/// The name that IAM policies and people use can differ (`elbv2` is `elasticloadbalancing` in a policy): see `iamPrefix`.
public struct AWSService: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The id of the service's model.
    public let id: String

    /// Services whose IAM prefix is not their model id.
    private static let iamPrefixes = [
        "elbv2": "elasticloadbalancing",
        "resourcegroupstaggingapi": "tag",
    ]

    /// Names a service by its model id or by its IAM prefix.
    public init(_ name: String) {
        id = Self.iamPrefixes.first { $0.value == name }?.key ?? name
    }

    public init(stringLiteral value: String) {
        self.init(value)
    }

    /// The prefix of the service's actions in IAM policies, the form that is shown to people.
    public var iamPrefix: String {
        Self.iamPrefixes[id] ?? id
    }

    public var description: String { iamPrefix }
}
