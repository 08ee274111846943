/// One AWS operation's input: a small struct with only the fields that are managed.
///
/// Property names match the member names of AWS's model ignoring case: `vpcId` is `VpcId`, `dbSubnetGroupName` is
/// `DBSubnetGroupName`; the same holds for nested structs and for the response. Members may be `String` (also enums
/// with a string raw value), `Bool`, integers, `Double`, `Date`, `Data`, arrays, `[String: T]` and nested structs. A property
/// that is nil is not sent. Members of the response that have no property are ignored.
///
/// `WireShapeProbe.problems(for:)` tells whether every property exists in the service table with a fitting type.
public protocol AWSRequest: Codable, Sendable {
    associatedtype Response: Codable & Sendable

    /// The operation, such as `"ec2:DescribeVpcs"`.
    static var action: AWSAction { get }
}
