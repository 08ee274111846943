import Foundation

/// Time, waiting and chance, as this room sees them. Tests give one that does not wait.
public struct ForgeClock: Sendable {
    public var now: @Sendable () -> Date
    /// A time that goes on evenly whatever becomes of the clock: for how long to wait. It is comparable only with itself.
    public var steady: @Sendable () -> Date
    /// Waits, and throws `CancellationError` when the task is cancelled meanwhile.
    public var sleep: @Sendable (Duration) async throws -> Void
    /// A number from 0 up to 1.
    public var random: @Sendable () -> Double

    /// - Parameter steady: nil where `now` never jumps.
    public init(
        now: @escaping @Sendable () -> Date, steady: (@Sendable () -> Date)? = nil,
        sleep: @escaping @Sendable (Duration) async throws -> Void,
        random: @escaping @Sendable () -> Double
    ) {
        self.now = now
        self.steady = steady ?? now
        self.sleep = sleep
        self.random = random
    }

    /// The machine's own.
    public static let system: ForgeClock = {
        let (start, date) = (ContinuousClock.now, Date())
        return ForgeClock(
            now: { Date() }, steady: { date + (ContinuousClock.now - start).inSeconds },
            sleep: { try await Task.sleep(for: $0) }, random: { Double.random(in: 0..<1) })
    }()
}
