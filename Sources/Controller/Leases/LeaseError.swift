import AWSClient

/// Why there can be no leases at all.
public struct LeaseError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Code: String, Sendable {
        /// Another process on this host holds the lock.
        case taken
        /// The lock file cannot be used.
        case file
        /// The lease table cannot be made, or what has its name is none.
        case table
        /// The lease table does not answer.
        case unreachable
    }

    public var code: Code
    /// What happened and what to do next.
    public var message: String

    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    init(_ error: AWSError) { self.init(.table, error.description) }

    public var description: String { message }
}
