/// How many AWS requests reached the emulator.
public struct EmulatorCounts: Codable, Hashable, Sendable {
    public let total: Int
    /// Those that are meant to change something.
    public let mutating: Int
    /// Of each action, keyed `ec2:DescribeVpcs`.
    public let actions: [String: Int]
}
