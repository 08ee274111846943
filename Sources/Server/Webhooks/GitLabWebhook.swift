import Foundation
import Model

/// GitLab's webhooks: the secret itself in `X-Gitlab-Token`
/// (https://docs.gitlab.com/user/project/integrations/webhooks/).
///
/// A delivery is known by its id and its body: two events may have one body, and a repetition by GitLab keeps the id.
struct GitLabWebhook: WebhookManner {
    func isGenuine(_ delivery: WebhookDelivery, secret: Secret) -> Bool {
        guard let token = delivery.headers.text("x-gitlab-token") else { return false }
        return Keyed.same(token, secret.reveal())
    }

    func identity(_ delivery: WebhookDelivery) -> String {
        let id = ["idempotency-key", "x-gitlab-event-uuid"].lazy.compactMap { delivery.headers.text($0) }.first
        return (id ?? "") + delivery.bodyDigest
    }

    func event(_ delivery: WebhookDelivery) throws(ServerError) -> WebhookEvent {
        switch try delivery.decode(Kind.self).object_kind {
        case "push", "tag_push":
            let push = try delivery.decode(Push.self)
            return .push(ref: push.ref, commit: (push.checkout_sha ?? push.after).flatMap(WebhookRoutes.commit))
        case "merge_request":
            let told = try delivery.decode(MergeRequest.self)
            let request = told.object_attributes
            let notice = PullRequestNotice(
                number: request.iid, head: request.last_commit.id, base: request.target_branch,
                isOpen: request.state == "opened")
            return .pullRequest(notice, repository: told.project?.path_with_namespace)
        default: return .other
        }
    }

    private struct Kind: Decodable {
        var object_kind: String
    }

    private struct Push: Decodable {
        var ref: String
        var checkout_sha: String?
        var after: String?
    }

    private struct MergeRequest: Decodable {
        struct Attributes: Decodable {
            struct Commit: Decodable {
                var id: String
            }

            var iid: Int
            var state: String
            var target_branch: String
            var last_commit: Commit
        }

        struct Project: Decodable {
            var path_with_namespace: String
        }

        var object_attributes: Attributes
        var project: Project?
    }
}
