import Foundation
import Model

/// Decides which events one channel is told: a pure state machine.
///
/// The same trouble (environment, reason, commit and message) is told once in a window; that it is over is told once, also
/// to those who asked for trouble only.
struct NotificationFilter: Sendable {
    /// The reasons by which the controller says that all is well again, and the trouble that each ends; nil for all of the
    /// environment's.
    static let recoveries: [String: Set<String>?] = [
        "Converged": nil, "GitAnswers": ["GitTrouble"], "CommitSeen": ["InvalidManifests", "SignatureRefused"],
        "LeasesRenewed": ["LeaseTrouble"], "SecretsFound": ["SecretMissing"],
    ]

    private struct Key: Hashable, Sendable {
        var environment: String?
        var reason: String
        var commit: String?
        var message: String

        init(_ event: ControllerEvent) {
            environment = event.environment
            reason = event.reason
            commit = event.revision?.commit
            // AWS names each request by another id.
            message = event.message.replacing(/[0-9A-Fa-f-]{16,}/, with: "…")
        }
    }

    /// Trouble that was told and is not over.
    private struct Trouble: Hashable, Sendable {
        var environment: String?
        var reason: String
    }

    let severity: ControllerEvent.Severity
    let window: TimeInterval
    private var told: [Key: Date] = [:]
    private var troubles: Set<Trouble> = []
    /// How many events are remembered.
    static let memory = 1000

    var remembered: Int { told.count }

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
        // A clock that was set back must not keep anything quiet for longer than the window either.
        told = told.filter { abs(event.time.timeIntervalSince($0.value)) < window }
        if let ended = Self.recoveries[event.reason], recover(event.environment, ended) { return .tellRecovery }
        guard event.severity >= severity else { return .keepQuiet }
        let key = Key(event)
        guard told[key] == nil else { return .keepQuiet }
        if told.count >= Self.memory, let oldest = told.min(by: { $0.value < $1.value })?.key { told[oldest] = nil }
        told[key] = event.time
        if event.severity > .info, troubles.count < Self.memory {
            troubles.insert(Trouble(environment: event.environment, reason: event.reason))
        }
        return .tell
    }

    /// Forgets trouble that is over, so that the same is news again.
    /// - Returns: whether any of it was told.
    private mutating func recover(_ environment: String?, _ reasons: Set<String>?) -> Bool {
        func isOver(_ place: String?, _ reason: String) -> Bool {
            place == environment && (reasons?.contains(reason) ?? true)
        }
        let left = troubles.filter { !isOver($0.environment, $0.reason) }
        defer { troubles = left }
        told = told.filter { !isOver($0.key.environment, $0.key.reason) }
        return left.count < troubles.count
    }
}
