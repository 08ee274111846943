/// One conditional write that the lease book wants to be made.
enum LeaseStep: Sendable, Hashable {
    /// Remove a member that was silent for a lease's duration, if it still is.
    case bury(session: String, beat: Int)
    /// Take a lease, if nobody took it since it was seen; `seen` is nil when it was never taken.
    case take(environment: String, seen: Int?, fence: Int)
    case release(environment: String)
    /// Remove the mark of an asking that was heard, unless there is a newer one.
    case clear(environment: String, mark: String)
}
