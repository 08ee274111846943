import AWSResources
import Engine
import Model

/// What a look at an account and region saw.
struct SharedLook: Sendable {
    /// Through which it was made.
    var provider: AWSResourceProvider
    var state: ObservedState
    var missingImages: ImageCheck.Missing
}

/// One look at an account and region that several environments use, so that a hundred of them do not read the same things a
/// hundred times.
///
/// A look is young enough for as long as chance moves the schedule anyway, and is only used to see that nothing has to be
/// done: whatever has to be done is planned from a look of its own.
actor SharedObservations<Seen: Sendable> {
    private struct Look {
        /// The commit whose declarations it was made for.
        var commit: String
        /// The uptime at which it was begun.
        var time: Duration
        var task: Task<Result<Seen, ResourceError>, Never>
    }

    private let age: Duration
    private let uptime: @Sendable () -> Duration
    private var looks: [AccountScope: Look] = [:]

    /// - Parameter age: from which on a look is not used any more.
    init(age: Duration, uptime: @escaping @Sendable () -> Duration) {
        self.age = age
        self.uptime = uptime
    }

    /// What was seen there lately, for the declarations of a commit; those who ask while it is being looked wait for it. A
    /// look that failed is used by those who waited, and then made anew.
    func look(
        of scope: AccountScope, for commit: String,
        _ look: @escaping @Sendable () async throws(ResourceError) -> Seen
    ) async throws(ResourceError) -> Seen {
        drop()
        if let known = looks[scope], known.commit == commit { return try await known.task.value.get() }
        // It belongs to all who wait for it, so the end of one does not end it.
        let task = Task { () async -> Result<Seen, ResourceError> in
            do throws(ResourceError) { return .success(try await look()) } catch { return .failure(error) }
        }
        looks[scope] = Look(commit: commit, time: uptime(), task: task)
        let result = await task.value
        if case .failure = result, looks[scope]?.task == task { looks[scope] = nil }
        return try result.get()
    }

    /// Drops what is too old to be used, and the memory that it takes.
    func drop() {
        let now = uptime()
        looks = looks.filter { now - $0.value.time < age }
    }
}
