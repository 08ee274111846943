import Foundation
import Model

/// GitHub's webhooks: HMAC-SHA256 of the body in `X-Hub-Signature-256`
/// (https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries), the event's name in
/// `X-GitHub-Event`.
///
/// `X-GitHub-Delivery` is not signed, so a delivery is known by its body, which holds the commits and the moment of the push.
struct GitHubWebhook: WebhookManner {
    func isGenuine(_ delivery: WebhookDelivery, secret: Secret) -> Bool {
        guard let header = delivery.headers.text("x-hub-signature-256"), header.hasPrefix("sha256=") else {
            return false
        }
        return Keyed.isValid(header.dropFirst(7), for: delivery.body, key: secret)
    }

    func event(_ delivery: WebhookDelivery) throws(ServerError) -> WebhookEvent {
        guard let name = delivery.headers.text("x-github-event") else {
            throw ServerError(.badRequest, "malformed", "The header `X-GitHub-Event` is missing.")
        }
        switch name {
        case "ping": return .ping
        case "push": return try delivery.decode(ForgePush.self).event
        case "pull_request": return try delivery.decode(ForgePullRequest.self).event
        default: return .other
        }
    }
}

/// A push, as GitHub, Gitea and Forgejo tell it.
struct ForgePush: Decodable {
    var ref: String
    var after: String?

    var event: WebhookEvent { .push(ref: ref, commit: after.flatMap(WebhookRoutes.commit)) }
}

/// A pull request, as GitHub, Gitea and Forgejo tell it.
struct ForgePullRequest: Decodable {
    struct Side: Decodable {
        var ref: String
        var sha: String
    }

    struct Request: Decodable {
        var state: String
        var head: Side
        var base: Side
    }

    struct Repository: Decodable {
        var full_name: String
    }

    var number: Int
    var pull_request: Request
    var repository: Repository?

    var event: WebhookEvent {
        let notice = PullRequestNotice(
            number: number, head: pull_request.head.sha, base: pull_request.base.ref,
            isOpen: pull_request.state == "open")
        return .pullRequest(notice, repository: repository?.full_name)
    }
}
