import Synchronization

@testable import AWSClient

/// A clock that moves only when somebody sleeps, and remembers how long.
final class FakeClock: Sendable {
    private let state: Mutex<(now: Double, sleeps: [Duration])>

    init(now: Double = 1_700_000_000) {
        state = Mutex((now, []))
    }

    var sleeps: [Duration] { state.withLock { $0.sleeps } }

    func advance(_ seconds: Double) {
        state.withLock { $0.now += seconds }
    }

    var clock: ClientClock {
        ClientClock(
            now: { self.state.withLock { $0.now } },
            uptime: { self.state.withLock { $0.now } },
            sleep: { duration in
                try Task.checkCancellation()
                self.state.withLock {
                    $0.now += duration.inSeconds
                    $0.sleeps.append(duration)
                }
            },
            random: { 1 }
        )
    }
}
