/// The right to change one environment, as long as it is held.
public struct Lease: Sendable, Hashable {
    public var environment: String
    /// Greater than that of every earlier holder of the environment's lease.
    public var fence: Int

    public init(environment: String, fence: Int) {
        self.environment = environment
        self.fence = fence
    }

    /// Stands in an environment's place for what concerns the config repository as a whole: whoever holds it previews pull
    /// requests and tells chats how the repository stands. Environments are written small, so none is called so.
    public static let forge = "Forge"
}
