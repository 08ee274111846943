/// Who sends webhooks, each in a manner of its own; the last part of `/webhooks/…`.
public enum WebhookSender: String, Sendable, Hashable, CaseIterable {
    case github
    case gitlab
    /// Forgejo, too.
    case gitea
    /// Anything that can make an HMAC.
    case generic

    var manner: any WebhookManner {
        switch self {
        case .github: GitHubWebhook()
        case .gitlab: GitLabWebhook()
        case .gitea: GiteaWebhook()
        case .generic: GenericWebhook()
        }
    }
}
