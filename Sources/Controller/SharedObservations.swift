import Engine
import Model

/// One look at an account and region that several environments use, so that a hundred of them do not read the same things a
/// hundred times.
///
/// A look is young enough for as long as chance moves the schedule anyway, and is only used to see that nothing has to be
/// done: whatever has to be done is planned from a look of its own.
actor SharedObservations {
    private struct Look {
        /// The commit whose declarations it was made for.
        var commit: String
        /// The uptime at which it was begun.
        var time: Duration
        var state: Task<ObservedState, Never>
    }

    private let age: Duration
    private let uptime: @Sendable () -> Duration
    private var looks: [AccountScope: Look] = [:]

    /// - Parameter age: from which on a look is not used any more.
    init(age: Duration, uptime: @escaping @Sendable () -> Duration) {
        self.age = age
        self.uptime = uptime
    }

    /// What was observed there lately, for the declarations of a commit; those who ask while it is read wait for it.
    func state(
        of scope: AccountScope, for commit: String, _ observe: @escaping @Sendable () async -> ObservedState
    ) async -> ObservedState {
        let now = uptime()
        looks = looks.filter { now - $0.value.time < age }
        if let look = looks[scope], look.commit == commit { return await look.state.value }
        // It belongs to all who wait for it, so the end of one does not end it.
        let task = Task { await observe() }
        looks[scope] = Look(commit: commit, time: now, state: task)
        return await task.value
    }

    /// Drops what is too old to be used, and the memory that it takes.
    func drop() {
        let now = uptime()
        looks = looks.filter { now - $0.value.time < age }
    }
}
