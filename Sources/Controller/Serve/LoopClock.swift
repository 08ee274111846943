import Foundation

/// Tells the loop the time, and lets it wait for what is due.
public struct LoopClock: Sendable {
    let now: @Sendable () -> Moment
    let sleep: @Sendable (_ pause: Duration, _ isIdle: Bool) async throws -> Void

    /// - Parameters:
    ///   - now: what time it is.
    ///   - sleep: returns when the pause is over, and throws when the task is cancelled because something happened
    ///     before. It is told whether the loop is idle: nothing is under way whose end could come sooner. A clock that
    ///     does not run by itself moves then, and only then.
    public init(
        now: @escaping @Sendable () -> Moment,
        sleep: @escaping @Sendable (_ pause: Duration, _ isIdle: Bool) async throws -> Void
    ) {
        self.now = now
        self.sleep = sleep
    }

    public static let system: LoopClock = {
        let start = ContinuousClock.now
        return LoopClock(
            now: { Moment(uptime: ContinuousClock.now - start, wall: Date(), chance: .random(in: 0..<1)) },
            sleep: { pause, _ in if pause > .zero { try await Task.sleep(for: pause) } })
    }()
}
