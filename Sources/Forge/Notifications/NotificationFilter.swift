import Foundation
import Model

/// Decides which events one channel is told: a pure state machine.
///
/// The same trouble (environment, reason and message) is told once in a window; that it is over is told once, also to those
/// who asked for trouble only.
struct NotificationFilter: Sendable {
    /// The reasons by which the controller says that an environment is well.
    static let recoveries: Set<String> = ["Converged", "Recovered"]

    private struct Key: Hashable, Sendable {
        var environment: String?
        var reason: String
        var message: String
    }

    let severity: ControllerEvent.Severity
    let window: TimeInterval
    private var told: [Key: Date] = [:]
    /// Environments (nil for what concerns all) with trouble that was told.
    private var troubled: Set<String?> = []
    /// How many events are remembered.
    static let memory = 1000

    init(severity: ControllerEvent.Severity, window: Duration) {
        self.severity = severity
        self.window = window.inSeconds
    }

    /// What to tell of an event.
    enum Verdict: Sendable, Hashable {
        case tell
        /// The end of what was told before.
        case tellRecovery
        case keepQuiet
    }

    mutating func judge(_ event: ControllerEvent) -> Verdict {
        told = told.filter { event.time.timeIntervalSince($0.value) < window }
        if event.severity == .info, Self.recoveries.contains(event.reason) {
            let wasTroubled = troubled.remove(event.environment) != nil
            // The same trouble is news again after it was over.
            told = told.filter { $0.key.environment != event.environment }
            if wasTroubled { return .tellRecovery }
        }
        guard event.severity >= severity else { return .keepQuiet }
        let key = Key(environment: event.environment, reason: event.reason, message: event.message)
        guard told[key] == nil else { return .keepQuiet }
        if told.count >= Self.memory, let oldest = told.min(by: { $0.value < $1.value })?.key { told[oldest] = nil }
        told[key] = event.time
        if event.severity > .info { troubled.insert(event.environment) }
        return .tell
    }
}
