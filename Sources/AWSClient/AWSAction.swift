/// One operation of one AWS service, as IAM policies name it: `ec2:DescribeVpcs`.
///
/// A literal may use the service's model id or its IAM prefix: `"elbv2:DescribeRules"` and
/// `"elasticloadbalancing:DescribeRules"` are the same action, and both print as the latter.
public struct AWSAction: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
    public let service: AWSService
    public let operation: String

    public init(service: AWSService, operation: String) {
        self.service = service
        self.operation = operation
    }

    /// Reads `service:Operation`. Text without a colon names no operation; sending such a request fails with
    /// `InvalidRequest`.
    public init(_ text: String) {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        service = AWSService(String(parts[0]))
        operation = parts.count == 2 ? String(parts[1]) : ""
    }

    public init(stringLiteral value: String) {
        self.init(value)
    }

    public var description: String { "\(service.iamPrefix):\(operation)" }
}
