import Engine
import Synchronization

/// A clock that only goes on while somebody waits for it.
final class TestClock: Sendable {
    private let state = Mutex((now: ContinuousClock.now, slept: [Duration]()))

    /// Every wait so far.
    var slept: [Duration] { state.withLock { $0.slept } }

    func pacing(deadline: Duration? = nil) -> Pacing {
        Pacing(
            first: .milliseconds(500), longest: .seconds(10), deadline: deadline,
            now: { self.state.withLock { $0.now } },
            sleep: { duration in
                try Task.checkCancellation()
                self.state.withLock { state in
                    state.now += duration
                    state.slept.append(duration)
                }
                await Task.yield()
            })
    }
}
