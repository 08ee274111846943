import Foundation

/// Time, waiting and chance, as a client sees them. Tests give one that does not wait.
public struct ClientClock: Sendable {
    /// The time of day, in seconds since 1970.
    public var now: @Sendable () -> Double
    /// Seconds from some fixed moment; never goes back.
    public var uptime: @Sendable () -> Double
    /// Waits, and throws `CancellationError` when the task is cancelled meanwhile.
    public var sleep: @Sendable (Duration) async throws -> Void
    /// A number from 0 up to 1.
    public var random: @Sendable () -> Double

    public init(
        now: @escaping @Sendable () -> Double,
        uptime: @escaping @Sendable () -> Double,
        sleep: @escaping @Sendable (Duration) async throws -> Void,
        random: @escaping @Sendable () -> Double
    ) {
        self.now = now
        self.uptime = uptime
        self.sleep = sleep
        self.random = random
    }

    /// The machine's own.
    public static let system = ClientClock(
        now: { Date().timeIntervalSince1970 },
        uptime: { ProcessInfo.processInfo.systemUptime },
        sleep: { try await Task.sleep(for: $0) },
        random: { Double.random(in: 0..<1) }
    )
}
