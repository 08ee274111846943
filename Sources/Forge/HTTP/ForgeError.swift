import Model

/// Why a forge or a chat could not be told something: the code decides, the message is for people.
public struct ForgeError: Error, Sendable, Hashable, CustomStringConvertible {
    public enum Code: String, Sendable {
        /// The token was not accepted.
        case unauthorized
        /// The token may not do this.
        case forbidden
        /// There is no such repository or pull request, or the token may not see it.
        case notFound
        /// The request was understood and not taken; it would not be the next time, either.
        case refused
        /// Fewer requests are wanted, for longer than a request waits.
        case rateLimited
        /// The other side is in trouble.
        case server
        case unreachable
        case timeout
        /// The answer is not what its kind should be.
        case unreadable
        case cancelled
    }

    public var code: Code
    /// What was tried, such as `comment on pull request 7`.
    public var operation: String
    /// What happened and what to do next.
    public var message: String
    public var status: Int?
    /// When to come back, if the other side said so.
    public var retryAfter: Duration?

    public init(
        _ code: Code, operation: String, message: String, status: Int? = nil, retryAfter: Duration? = nil
    ) {
        self.code = code
        self.operation = operation
        self.message = message
        self.status = status
        self.retryAfter = retryAfter
    }

    /// Whether the request may have had its effect though it failed.
    var isAmbiguous: Bool { [.server, .timeout, .unreachable, .unreadable].contains(code) }

    /// Whether another try later may succeed without anybody doing anything.
    public var passesBy: Bool { [.rateLimited, .server, .timeout, .unreachable].contains(code) }

    public var description: String { "could not \(operation): \(message)" }
}
