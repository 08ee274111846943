import AsyncHTTPClient
import Foundation
import Model
import NIOCore
import Testing

@testable import Server

@Suite struct WebhookTests {
    @Test(arguments: WebhookSender.allCases)
    func genuinePushWakesTheController(_ sender: WebhookSender) async throws {
        try await TestServer.run { server async throws in
            let answer = try await Delivery.push(sender).send(to: server)
            #expect(answer.status == 202)
            #expect(try answer.json(WebhookDocument.self).result == "accepted")
            #expect(server.controller.notices == [PushNotice(branch: "main", commit: Sample.new.commit)])
            #expect(server.count(sender, .accepted))
        }
    }

    /// The example of GitHub's documentation.
    @Test func signatureIsTheOneThatGitHubDocuments() {
        let signature = "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"
        #expect(Keyed.isValid(signature, for: Data("Hello, World!".utf8), key: TestServer.webhookSecret))
        #expect(!Keyed.isValid(signature, for: Data("Hello, World?".utf8), key: TestServer.webhookSecret))
    }

    @Test(arguments: WebhookSender.allCases)
    func wrongSignatureIsRefusedAndCountedAndNothingElse(_ sender: WebhookSender) async throws {
        try await TestServer.run { server async throws in
            let wrong = Delivery.make(sender, Delivery.push(sender).body, secret: Secret("somebody else's"))
            let answer = try await wrong.send(to: server)
            #expect(answer.status == 401)
            #expect(answer.errorCode == "unauthorized")
            #expect(server.controller.notices.isEmpty)
            #expect(server.count(sender, .unauthorized))
            // Nor was it remembered: the genuine one is not taken for a copy.
            #expect(try await Delivery.push(sender).send(to: server).json(WebhookDocument.self).result == "accepted")
        }
    }

    @Test(arguments: WebhookSender.allCases)
    func missingHeadersAreRefused(_ sender: WebhookSender) async throws {
        try await TestServer.run { server async throws in
            var bare = Delivery.push(sender)
            bare.headers = [("Content-Type", "application/json")]
            #expect(try await bare.send(to: server).status == 401)
            #expect(server.controller.notices.isEmpty)
        }
    }

    @Test(arguments: WebhookSender.allCases)
    func aChangedBodyIsRefused(_ sender: WebhookSender) async throws {
        // GitLab signs nothing: whoever knows its token may say what he likes.
        guard sender != .gitlab else { return }
        try await TestServer.run { server async throws in
            var changed = Delivery.push(sender)
            changed.body = changed.body.replacing("main", with: "evil")
            #expect(try await changed.send(to: server).status == 401)
        }
    }

    @Test func aGiantBodyIsRefusedWithoutBeingRead() async throws {
        try await TestServer.run(FakeController(), { $0.webhookBodyLimit = 10_000 }) { server async throws in
            let giant = Delivery.make(.github, #"{"ref":"\#(String(repeating: "x", count: 20_000))"}"#)
            let answer = try await giant.send(to: server)
            #expect(answer.status == 413)
            #expect(answer.errorCode == "too-large")
            #expect(server.count(.github, .tooLarge))
            #expect(server.controller.notices.isEmpty)
        }
    }

    @Test func aGiantBodyOfUnknownLengthIsRefused() async throws {
        try await TestServer.run(FakeController(), { $0.webhookBodyLimit = 10_000 }) { server async throws in
            let chunks = (0..<20).map { _ in ByteBuffer(repeating: UInt8(ascii: "x"), count: 1000) }
            let answer = try await server.send(
                .POST, "/webhooks/generic", [("X-Plumbline-Timestamp", "1"), ("X-Plumbline-Signature", "sha256=00")],
                body: .stream(chunks.async, length: .unknown))
            #expect(answer.status == 413)
        }
    }

    @Test func anAnnouncedGigabyteIsRefusedBeforeItComes() async throws {
        try await TestServer.run { server async throws in
            let (pieces, more) = AsyncStream.makeStream(of: ByteBuffer.self)
            more.yield(ByteBuffer(repeating: UInt8(ascii: "x"), count: 1000))
            let answer = try await server.send(
                .POST, "/webhooks/github", [("X-GitHub-Event", "push")],
                body: .stream(pieces, length: .known(Int64(1) << 30)))
            more.finish()
            #expect(answer.status == 413)
            #expect(answer.errorCode == "too-large")
        }
    }

    @Test(arguments: WebhookSender.allCases, ["[", "{\"ref\":", "{\"object_kind\":[{\"a\":"])
    func levelsWithoutEndAreRefused(_ sender: WebhookSender, _ opening: String) async throws {
        try await TestServer.run { server async throws in
            let deep = Delivery.make(sender, String(repeating: opening, count: 900_000 / opening.utf8.count))
            let answer = try await deep.send(to: server)
            #expect(answer.status == 400)
            #expect(answer.errorCode == "malformed")
            #expect(server.controller.notices.isEmpty)
        }
    }

    @Test(arguments: WebhookSender.allCases)
    func aReplayedDeliveryIsAnsweredAndDoesNothing(_ sender: WebhookSender) async throws {
        try await TestServer.run { server async throws in
            let delivery = Delivery.push(sender)
            _ = try await delivery.send(to: server)
            let again = try await delivery.send(to: server)
            #expect(again.status == 202)
            #expect(try again.json(WebhookDocument.self).result == "duplicate")
            #expect(server.controller.notices.count == 1)
            #expect(server.count(sender, .duplicate))
        }
    }

    @Test func aReplayUnderANewDeliveryIdIsStillOne() async throws {
        try await TestServer.run { server async throws in
            let body = Delivery.push(.github).body
            _ = try await Delivery.make(.github, body, id: "1").send(to: server)
            let again = try await Delivery.make(.github, body, id: "2").send(to: server)
            #expect(try again.json(WebhookDocument.self).result == "duplicate")
            #expect(server.controller.notices.count == 1)
        }
    }

    @Test func anOldTimestampIsRefusedThoughItIsSigned() async throws {
        try await TestServer.run { server async throws in
            for seconds in [-301.0, 301] {
                let delivery = Delivery.make(.generic, "", time: Sample.now.addingTimeInterval(seconds))
                let answer = try await delivery.send(to: server)
                #expect(answer.status == 401)
                #expect(answer.errorCode == "stale")
            }
            #expect(server.controller.notices.isEmpty)
            #expect(try await Delivery.make(.generic, "", time: Sample.ago(299)).send(to: server).status == 202)
            #expect(server.controller.notices == [PushNotice()])
        }
    }

    @Test(arguments: WebhookSender.allCases, ["{", "[]", "{}", #"{"ref":7}"#, "null"])
    func malformedJSONIsRefused(_ sender: WebhookSender, _ body: String) async throws {
        // Everything is optional in a generic one.
        guard sender != .generic || body != "{}" else { return }
        try await TestServer.run { server async throws in
            let answer = try await Delivery.make(sender, body).send(to: server)
            #expect(answer.status == 400)
            #expect(answer.errorCode == "malformed")
            #expect(server.count(sender, .malformed))
            #expect(server.controller.notices.isEmpty)
        }
    }

    @Test(
        arguments: WebhookSender.allCases,
        ["refs/heads/plumbline/status", "refs/heads/feature", "refs/tags/v1", "refs/heads/maintenance"])
    func pushesElsewhereWakeNothing(_ sender: WebhookSender, _ ref: String) async throws {
        try await TestServer.run { server async throws in
            let answer = try await Delivery.push(sender, ref: ref).send(to: server)
            #expect(answer.status == 202)
            #expect(try answer.json(WebhookDocument.self).result == "ignored")
            #expect(server.controller.notices.isEmpty)
        }
    }

    @Test func aDeletedBranchHasNoCommit() async throws {
        try await TestServer.run { server async throws in
            _ = try await Delivery.push(.github, commit: String(repeating: "0", count: 40)).send(to: server)
            #expect(server.controller.notices == [PushNotice(branch: "main", commit: nil)])
        }
    }

    @Test(arguments: [WebhookSender.github, .gitlab, .gitea])
    func pullRequestsOfThisRepositoryAreTold(_ sender: WebhookSender) async throws {
        try await TestServer.run { server async throws in
            let answer = try await Delivery.pullRequest(sender).send(to: server)
            #expect(answer.status == 202)
            let request = PullRequestNotice(number: 7, head: Sample.new.commit, base: "main", isOpen: true)
            #expect(server.controller.notices == [PushNotice(pullRequest: request)])
        }
    }

    @Test(arguments: [WebhookSender.github, .gitlab, .gitea])
    func pullRequestsOfOthersAreNot(_ sender: WebhookSender) async throws {
        try await TestServer.run { server async throws in
            for delivery in [
                Delivery.pullRequest(sender, repository: "evil/environments"), .pullRequest(sender, base: "feature"),
            ] {
                #expect(try await delivery.send(to: server).json(WebhookDocument.self).result == "ignored")
            }
            #expect(server.controller.notices.isEmpty)
        }
    }

    @Test func aPullRequestNamesTheProjectThatIsConfigured() async throws {
        let change: (inout ServerSettings) -> Void = {
            $0.repository = "http://git.internal:3000/config.git"
            $0.project = "acme/environments"
        }
        try await TestServer.run(FakeController(), change) { server async throws in
            _ = try await Delivery.pullRequest(.github).send(to: server)
            #expect(server.controller.notices.count == 1)
            let other = try await Delivery.pullRequest(.github, repository: "acme/config").send(to: server)
            #expect(try other.json(WebhookDocument.self).result == "ignored")
        }
    }

    @Test func aBodyThatDoesNotArriveInTimeIsRefused() async throws {
        try await TestServer.run(FakeController(), { $0.webhookBodyTimeout = .milliseconds(100) }) {
            server async throws in
            let (chunks, sender) = AsyncStream<ByteBuffer>.makeStream()
            sender.yield(ByteBuffer(string: "{"))
            let answer = try await server.send(
                .POST, "/webhooks/generic", [("X-Plumbline-Timestamp", "1"), ("X-Plumbline-Signature", "sha256=00")],
                body: .stream(chunks, length: .unknown))
            sender.finish()
            #expect(answer.status == 408)
            #expect(answer.errorCode == "too-slow")
            #expect(server.count(.generic, .tooSlow))
            #expect(try await Delivery.push(.github).send(to: server).status == 202)
        }
    }

    @Test func aPingIsAnswered() async throws {
        try await TestServer.run { server async throws in
            let answer = try await Delivery.make(.github, event: "ping", #"{"zen":"…"}"#).send(to: server)
            #expect(answer.status == 202)
            #expect(server.controller.notices.isEmpty)
        }
    }

    @Test func aFormFromGitHubIsUnderstood() async throws {
        try await TestServer.run { server async throws in
            let payload = FormText.encoded(Delivery.push(.github).body)
            var delivery = Delivery.make(.github, "payload=\(payload)")
            delivery.headers[0] = ("Content-Type", "application/x-www-form-urlencoded")
            #expect(try await delivery.send(to: server).status == 202)
            #expect(server.controller.notices.map(\.branch) == ["main"])
        }
    }

    @Test func forgejosOwnHeadersAreUnderstood() async throws {
        try await TestServer.run { server async throws in
            var delivery = Delivery.push(.gitea)
            delivery.headers = delivery.headers.map { ($0.0.replacing("Gitea", with: "Forgejo"), $0.1) }
            #expect(try await delivery.send(to: server).status == 202)
            #expect(server.controller.notices.count == 1)
            // Of two signatures, one that is wrong is not made good by the other.
            delivery.body += " "
            delivery.headers.append(("X-Gitea-Signature", Keyed.digest(delivery.body, key: TestServer.webhookSecret)))
            #expect(try await delivery.send(to: server).status == 401)
        }
    }

    @Test func aSecretThatChangesIsInForceAtOnce() async throws {
        try await TestServer.run { server async throws in
            server.secrets.set { $0.webhooks[.github] = Secret("the next one") }
            #expect(try await Delivery.push(.github).send(to: server).status == 401)
            let body = Delivery.push(.github).body
            #expect(
                try await Delivery.make(.github, body, secret: Secret("the next one")).send(to: server).status == 202)
        }
    }

    @Test func aSenderWithoutASecretIsOff() async throws {
        try await TestServer.run { server async throws in
            for secret in [nil, Secret("")] {
                server.secrets.set { $0.webhooks[.gitlab] = secret }
                let answer = try await Delivery.make(.gitlab, Delivery.push(.gitlab).body, secret: Secret("")).send(
                    to: server)
                #expect(answer.status == 404)
            }
            #expect(server.controller.notices.isEmpty)
        }
    }

    @Test func theWindowForgetsWhatIsOldAndHoldsOnlySoMany() {
        let window = ReplayWindow(length: 300, capacity: 2000)
        #expect(window.admit("a", now: Sample.now))
        #expect(!window.admit("a", now: Sample.now.addingTimeInterval(300)))
        #expect(window.admit("a", now: Sample.now.addingTimeInterval(301)))
        // A clock that is set back by a day frees it, too.
        #expect(window.admit("a", now: Sample.ago(86_400)))
        for number in 0..<5000 { #expect(window.admit("\(number)", now: Sample.ago(86_400))) }
        #expect(!window.admit("4999", now: Sample.ago(86_400)))
        #expect(window.admit("0", now: Sample.ago(86_400)))
    }

    @Test(arguments: [
        ("https://github.com/acme/environments.git", "https://github.com/acme/environments/commit/abc123"),
        ("git@github.com:acme/environments.git", "https://github.com/acme/environments/commit/abc123"),
        ("ssh://git@gitlab.example.com:2222/a/b/c", "https://gitlab.example.com/a/b/c/-/commit/abc123"),
        ("https://codeberg.org/acme/environments", "https://codeberg.org/acme/environments/commit/abc123"),
        ("https://git.example.com/acme/environments", nil), ("/srv/git/environments.git", nil),
        ("file:///srv/git/github/environments.git", nil),
    ])
    func commitsHavePagesWhereTheForgeIsKnown(_ url: String, _ page: String?) {
        #expect(RepositoryAddress(url)?.page(ofCommit: "abc123", forge: nil) == page)
    }
}

extension Array where Element == ByteBuffer {
    /// The buffers one after the other, as a body that comes in pieces.
    var async: AsyncStream<ByteBuffer> {
        AsyncStream { continuation in
            for buffer in self { continuation.yield(buffer) }
            continuation.finish()
        }
    }
}
