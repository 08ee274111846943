import Crypto
import Foundation

/// One delivery of a webhook, signed as its sender does it.
struct Delivery: Sendable {
    var path: String
    var body: String
    var headers: [String: String]

    /// GitHub's (https://docs.github.com/en/webhooks/webhook-events-and-payloads).
    static func gitHub(_ event: String, _ body: String, secret: String) -> Delivery {
        Delivery(
            path: "webhooks/github", body: body,
            headers: ["X-GitHub-Event": event, "X-Hub-Signature-256": "sha256=\(digest(body, secret))"])
    }

    static func gitHubPush(_ commit: String, secret: String) -> Delivery {
        gitHub("push", #"{"ref":"refs/heads/main","after":"\#(commit)"}"#, secret: secret)
    }

    static func gitHubPull(
        _ number: Int, _ head: String, action: String = "opened", isOpen: Bool = true, secret: String
    ) -> Delivery {
        gitHub(
            "pull_request",
            #"{"action":"\#(action)","number":\#(number),"repository":{"full_name":"acme/config"},"pull_request":"#
                + #"{"state":"\#(isOpen ? "open" : "closed")","head":{"ref":"side","sha":"\#(head)"},"#
                + #""base":{"ref":"main","sha":"\#(head)"}}}"#, secret: secret)
    }

    /// GitLab's (https://docs.gitlab.com/user/project/integrations/webhook_events/).
    static func gitLab(_ body: String, token: String) -> Delivery {
        Delivery(
            path: "webhooks/gitlab", body: body,
            headers: ["X-Gitlab-Token": token, "X-Gitlab-Event-UUID": UUID().uuidString])
    }

    static func gitLabPush(_ commit: String, token: String) -> Delivery {
        gitLab(#"{"object_kind":"push","ref":"refs/heads/main","after":"\#(commit)"}"#, token: token)
    }

    static func gitLabMerge(_ number: Int, _ head: String, token: String) -> Delivery {
        gitLab(
            #"{"object_kind":"merge_request","project":{"path_with_namespace":"acme/team/config"},"object_attributes":"#
                + #"{"iid":\#(number),"state":"opened","target_branch":"main","last_commit":{"id":"\#(head)"}}}"#,
            token: token)
    }

    /// Plumbline's own.
    static func generic(secret: String, at time: Date, _ body: String = "") -> Delivery {
        let stamp = "\(Int(time.timeIntervalSince1970))"
        return Delivery(
            path: "webhooks/generic", body: body,
            headers: [
                "X-Plumbline-Timestamp": stamp,
                "X-Plumbline-Signature": "sha256=\(digest("\(stamp).\(body)", secret))",
            ])
    }

    private static func digest(_ text: String, _ secret: String) -> String {
        HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: SymmetricKey(data: Data(secret.utf8)))
            .map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}
