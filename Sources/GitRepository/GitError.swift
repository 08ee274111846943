/// Why something could not be done with a repository, and what to do about it.
public struct GitError: Error, CustomStringConvertible {
    public enum Code: String, Sendable {
        /// The request's deadline passed; the helper process was killed.
        case timedOut
        /// The task that asked was cancelled.
        case cancelled
        /// The helper process ended during the request, and its successor too, or could not be started.
        case helperDied
        case authenticationFailed
        /// The SSH server shows another key than `known_hosts` holds for it.
        case hostKeyMismatch
        /// `known_hosts` has no line for the SSH server.
        case unknownHost
        case untrustedCertificate
        case unreachable
        /// There is no such repository, or the credential may not see it.
        case notFound
        case unknownRef
        /// The repository holds no commit yet.
        case emptyRepository
        /// The commit has no such file or directory.
        case pathNotFound
        /// What was to be read is past a bound.
        case tooLarge
        /// Others were quicker at publishing every time.
        case conflict
        /// The remote does not take the commit, and will not take it when tried again.
        case rejected
        case corruptMirror
        /// The disk on which the mirror lies has no room.
        case diskFull
        case invalidURL
        /// The caller's own function that computes what to publish failed; its error is the ``GitError/cause``.
        case updateFailed
        case other
    }

    /// Decides what the caller does.
    public var code: Code
    /// What was being done, with the repository's address.
    public var operation: String
    /// What went wrong and what to do next, for people.
    public var message: String
    public var cause: (any Error)?

    public init(code: Code, operation: String, message: String, cause: (any Error)? = nil) {
        self.code = code
        self.operation = operation
        self.message = message
        self.cause = cause
    }

    public var description: String { "\(operation): \(message)" }
}
