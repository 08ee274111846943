import Model

/// What Plumbline needs of a forge: pull (or merge) requests with one comment each, and statuses of commits.
public protocol ForgeClient: Sendable {
    /// Such as `GitHub`, for people.
    var name: String { get }
    /// The longest comment, in UTF-16 units.
    var commentLimit: Int { get }

    /// Those that want to go into the branch, oldest first; every page.
    func openPullRequests(into base: String) async throws(ForgeError) -> [PullRequest]
    /// As it is now.
    func pullRequest(_ number: Int) async throws(ForgeError) -> PullRequest
    /// Writes the comment that begins with the marker: one, updated in place. Safe to repeat.
    /// - Parameter marker: an HTML comment, which nobody sees.
    func putComment(_ text: String, marker: String, on number: Int) async throws(ForgeError)
    /// Sets a status; the newest of one context counts. Safe to repeat.
    func setStatus(_ status: CommitStatus, of commit: String) async throws(ForgeError)
}

/// A pull (or merge) request.
public struct PullRequest: Sendable, Hashable {
    public var number: Int
    /// The commit at its head.
    public var head: String
    /// The branch that it wants to go into.
    public var base: String
    public var isOpen: Bool
    /// Its branch is in another repository, so whoever wrote it need not have rights in this one.
    public var isFromFork: Bool

    public init(number: Int, head: String, base: String, isOpen: Bool, isFromFork: Bool) {
        self.number = number
        self.head = head
        self.base = base
        self.isOpen = isOpen
        self.isFromFork = isFromFork
    }
}
