import Model

/// Someone who is told what happens, and of what.
public struct NotificationChannel: Sendable {
    public enum Kind: Sendable {
        /// An incoming webhook of Slack, or of anything that takes the same (Mattermost, Rocket.Chat, Discord's `/slack`).
        case slack
        /// JSON, signed when there is a secret.
        case generic(secret: (@Sendable () async throws -> Secret)?)
    }

    /// For the log.
    public var name: String
    public var kind: Kind
    /// The address, which whoever knows it may post to. Asked before each message, so that a new one counts at once.
    public var url: @Sendable () async throws -> Secret
    /// Names in which `*` stands for any text; empty for all.
    public var environments: [String]
    /// What is told, and what is worse.
    public var severity: ControllerEvent.Severity

    public init(
        name: String, kind: Kind, url: @escaping @Sendable () async throws -> Secret, environments: [String] = [],
        severity: ControllerEvent.Severity = .warning
    ) {
        self.name = name
        self.kind = kind
        self.url = url
        self.environments = environments
        self.severity = severity
    }

    /// Whether what happens there is this channel's concern. What concerns no environment concerns every channel.
    func covers(_ environment: String?) -> Bool {
        guard let environment, !environments.isEmpty else { return true }
        return environments.contains { Wildcard.matches(environment, $0) }
    }
}
