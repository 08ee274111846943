import Foundation
import Model

/// Gitea's and Forgejo's webhooks: HMAC-SHA256 of the body, in hexadecimal digits without a prefix, in `X-Gitea-Signature` or
/// `X-Forgejo-Signature` (https://docs.gitea.com/usage/repository/webhooks, https://forgejo.org/docs/latest/user/webhooks/).
///
/// Both send headers by each other's and by GitHub's name as well; a signature that is there has to be right, and one is enough.
struct GiteaWebhook: WebhookManner {
    func isGenuine(_ delivery: WebhookDelivery, secret: Secret) -> Bool {
        let given = ["x-forgejo-signature", "x-gitea-signature"].compactMap { delivery.headers.text($0) }
        return !given.isEmpty && given.allSatisfy { Keyed.isValid($0, for: delivery.body, key: secret) }
    }

    func event(_ delivery: WebhookDelivery) throws(ServerError) -> WebhookEvent {
        let named = ["x-forgejo-event", "x-gitea-event"].lazy.compactMap { delivery.headers.text($0) }.first
        guard let named else {
            throw ServerError(.badRequest, "malformed", "The header `X-Gitea-Event` is missing.")
        }
        switch named {
        case "push": return try delivery.decode(ForgePush.self).event
        case "pull_request", "pull_request_sync": return try delivery.decode(ForgePullRequest.self).event
        default: return .other
        }
    }
}
