/// One AWS request that reached the emulator.
public struct EmulatorRequest: Codable, Hashable, Sendable {
    /// The name it was signed for, such as `ec2` or `elasticloadbalancing`.
    public let service: String
    /// Such as `DescribeVpcs`; method and path for a service with neither action nor target.
    public let action: String
    public let region: String
    /// The account of the key that signed it.
    public let account: String
    /// That key's identifier; empty for a call that was not signed.
    public let key: String
    /// Absent while unanswered, and for good when the connection was dropped.
    public let status: Int?
    /// Whether the call is meant to change something, told by its name.
    public let mutating: Bool
}
