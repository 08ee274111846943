import Crypto
import Foundation
import Model

@testable import Server

/// A webhook as its sender would send it.
struct Delivery {
    var sender: WebhookSender
    var headers: [(String, String)]
    var body: String

    /// Signed by somebody who knows the secret, or not.
    static func make(
        _ sender: WebhookSender, event: String = "push", _ body: String, secret: Secret = TestServer.webhookSecret,
        id: String = "1", time: Date = Sample.now
    ) -> Delivery {
        let mac = Keyed.digest(body, key: secret)
        var headers = [("Content-Type", "application/json")]
        switch sender {
        case .github:
            headers += [("X-GitHub-Event", event), ("X-GitHub-Delivery", id), ("X-Hub-Signature-256", "sha256=\(mac)")]
        case .gitlab:
            headers += [
                ("X-Gitlab-Event", "Push Hook"), ("X-Gitlab-Event-UUID", id), ("X-Gitlab-Token", secret.reveal()),
            ]
        case .gitea:
            headers += [("X-Gitea-Event", event), ("X-Gitea-Delivery", id), ("X-Gitea-Signature", mac)]
        case .generic:
            let stamp = "\(Int(time.timeIntervalSince1970))"
            headers += [
                ("X-Plumbline-Timestamp", stamp),
                ("X-Plumbline-Signature", "sha256=\(Keyed.digest("\(stamp).\(body)", key: secret))"),
            ]
        }
        return Delivery(sender: sender, headers: headers, body: body)
    }

    static func push(_ sender: WebhookSender, ref: String = "refs/heads/main", commit: String = Sample.new.commit)
        -> Delivery
    {
        switch sender {
        case .github, .gitea: make(sender, #"{"ref":"\#(ref)","after":"\#(commit)","commits":[]}"#)
        case .gitlab:
            make(sender, #"{"object_kind":"push","ref":"\#(ref)","after":"\#(commit)","checkout_sha":"\#(commit)"}"#)
        case .generic: make(sender, #"{"ref":"\#(ref)","commit":"\#(commit)"}"#)
        }
    }

    static func pullRequest(_ sender: WebhookSender, repository: String = "Acme/Environments", base: String = "main")
        -> Delivery
    {
        let head = Sample.new.commit
        switch sender {
        case .gitlab:
            return make(
                sender,
                #"{"object_kind":"merge_request","project":{"path_with_namespace":"\#(repository)"},"object_attributes":"#
                    + #"{"iid":7,"state":"opened","target_branch":"\#(base)","last_commit":{"id":"\#(head)"}}}"#)
        default:
            return make(
                sender, event: "pull_request",
                #"{"action":"opened","number":7,"repository":{"full_name":"\#(repository)"},"pull_request":{"state":"open","#
                    + #""head":{"ref":"x","sha":"\#(head)"},"base":{"ref":"\#(base)","sha":"\#(head)"}}}"#)
        }
    }

    func send(to server: TestServer) async throws -> TestServer.Answer {
        try await server.send(.POST, "/webhooks/\(sender.rawValue)", headers, body: .bytes(Array(body.utf8)))
    }
}
