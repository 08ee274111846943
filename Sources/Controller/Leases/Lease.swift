/// The right to change one environment, as long as it is held.
public struct Lease: Sendable, Hashable {
    public var environment: String
    /// Greater than that of every earlier holder of the environment's lease.
    public var fence: Int

    public init(environment: String, fence: Int) {
        self.environment = environment
        self.fence = fence
    }
}
