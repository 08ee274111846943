import Model

/// How waiting for AWS is paced: looks at growing distances, up to a deadline.
public struct Pacing: Sendable {
    /// Between the first look and the second.
    public var first: Duration
    /// The greatest distance between two looks.
    public var longest: Duration
    /// Takes the place of every kind's own deadline.
    public var deadline: Duration?
    private let now: @Sendable () -> ContinuousClock.Instant
    private let sleep: @Sendable (Duration) async throws -> Void

    public init(
        first: Duration = .milliseconds(500), longest: Duration = .seconds(10), deadline: Duration? = nil,
        now: @escaping @Sendable () -> ContinuousClock.Instant = { .now },
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) {
        self.first = first
        self.longest = longest
        self.deadline = deadline
        self.now = now
        self.sleep = sleep
    }

    /// The same pace, with waits that end, as cancelled, when a stop is asked for.
    func ended(by stop: StopSignal) -> Pacing {
        Pacing(first: first, longest: longest, deadline: deadline, now: now) { [sleep] pause in
            try await stop.orUntilRequested { try await sleep(pause) }
        }
    }

    struct Deadline {
        let length: Duration
        let end: ContinuousClock.Instant
        let now: @Sendable () -> ContinuousClock.Instant
        var hasPassed: Bool { now() >= end }
    }

    func deadline(_ ofKind: Duration?) -> Deadline {
        let length = deadline ?? ofKind ?? .seconds(600)
        return Deadline(length: length, end: now() + length, now: now)
    }

    /// Waits, and lengthens the pause for the next time.
    /// - Throws: `ResourceError` `.cancelled` when the task is cancelled.
    func wait(_ pause: inout Duration) async throws(ResourceError) {
        do {
            try await sleep(pause)
        } catch {
            throw ResourceError(.cancelled, operation: "wait", message: "stopped before it was done")
        }
        pause = min(pause * 2, longest)
    }
}
