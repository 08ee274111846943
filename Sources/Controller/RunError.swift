import GitRepository

/// Why a run could not begin, for people.
public struct RunError: Error, Sendable, CustomStringConvertible {
    public enum Code: Sendable {
        /// The config repository or the status branch.
        case git
        /// AWS could not be reached at all, or how to reach it is not configured.
        case aws
        /// What was asked for makes no sense.
        case usage
    }

    public var code: Code
    public var message: String

    public init(_ code: Code, _ message: String) {
        self.code = code
        self.message = message
    }

    init(_ error: GitError) { self.init(.git, error.description) }

    public var description: String { message }
}
