import EmulatorSupport
import Foundation
import Testing

@testable import ForgePeers

@Suite("Pull requests, under plumbline serve,", .inTurn)
struct PullRequestFlowTests {
    private let broken = Small.node().replacing("count: 1", with: "cuont: 1")

    @Test("get one comment on GitHub, updated in place, and every merged commit a status of each environment")
    func gitHub() async throws {
        let world = try await World.open()
        let forge = FakeGitHub()
        forge.state.withLock { $0.token = "forge-hunter2" }
        let peer = try await WirePeer.start { call, _ in forge.answer(call) }
        let first = try await world.repository.git("rev-parse", "main")
        let controller = try start(world, "github", "acme/config", peer, hook: "github: { secret: { env: HOOK } }")
        try await controller.next("Converged")
        try await expect(peer, controller) { forge.has("success", "plumbline/dev", first) }

        let mutations = try await world.aws.counts().mutating
        let head = try await world.repository.propose(["acme.yaml": Small.node(count: 3)])
        try await deliver(7, head, "opened", to: controller, forge)
        try await expect(peer, controller) { forge.has("success", "plumbline/plan", head) }
        #expect(forge.has("pending", "plumbline/plan", head))
        let comment = try #require(forge.state.withLock(\.comments).first)
        #expect(comment.body.contains("dev/acme/Service") && comment.body.contains("+     desiredCount: 3"))
        #expect(comment.body.contains("| `dev` |"))

        let wrong = try await world.repository.propose(["acme.yaml": broken])
        try await deliver(7, wrong, "synchronize", to: controller, forge)
        try await expect(peer, controller) { forge.has("failure", "plumbline/plan", wrong) }
        let told = try #require(forge.state.withLock(\.comments).first)
        #expect(told.id == comment.id && told.body.contains("acme.yaml:6:14") && told.body.contains("cuont"))

        let good = try await world.repository.propose(["acme.yaml": Small.node(count: 2)])
        try await deliver(7, good, "synchronize", to: controller, forge)
        try await expect(peer, controller) { forge.has("success", "plumbline/plan", good) }
        let comments = forge.state.withLock(\.comments)
        #expect(comments.map(\.id) == [comment.id])
        #expect(comments.first?.body.contains("+     desiredCount: 2") == true)
        #expect(try await world.aws.counts().mutating == mutations, "a plan changes nothing")

        try await merged(world, controller, forge, peer)
        #expect(await controller.stop() == 0, "\(controller.said)")
        #expect(!controller.said.contains("hunter2"))
    }

    /// What becomes of merged commits: one that is applied, one that fails, and one that is broken.
    private func merged(_ world: World, _ controller: Controller, _ forge: FakeGitHub, _ peer: WirePeer) async throws {
        try await world.aws.configure(rolloutPolls: 1_000_000)
        let merge = try await world.repository.merge()
        forge.state.withLock { $0.pulls[0].isOpen = false }
        #expect(try await controller.deliver(.gitHubPush(merge, secret: "hook")).status == 202)
        try await expect(peer, controller) { forge.has("pending", "plumbline/dev", merge, "being applied") }
        #expect(!forge.has("success", "plumbline/dev", merge))
        try await world.aws.configure(rolloutPolls: 0)
        try await expect(peer, controller) { forge.has("success", "plumbline/dev", merge) }

        let failing = try await world.repository.commit(["acme.yaml": Small.node(tag: "fails-to-start", count: 2)])
        #expect(try await controller.deliver(.gitHubPush(failing, secret: "hook")).status == 202)
        try await expect(peer, controller) { forge.has("failure", "plumbline/dev", failing, "rolled back") }
        #expect(!forge.has("success", "plumbline/dev", failing))

        let invalid = try await world.repository.commit(["acme.yaml": broken])
        #expect(try await controller.deliver(.gitHubPush(invalid, secret: "hook")).status == 202)
        try await expect(peer, controller) { forge.has("failure", "plumbline/dev", invalid, "acme.yaml:6:14") }
    }

    @Test("get one note on GitLab, updated in place, and every merged commit a status of each environment")
    func gitLab() async throws {
        let world = try await World.open()
        let forge = FakeGitLab()
        let peer = try await WirePeer.start { call, _ in forge.answer(call) }
        let controller = try start(
            world, "gitlab", "acme/team/config", peer, token: "good", hook: "gitlab: { token: { env: HOOK } }")
        try await controller.next("Converged")
        var note: Int?
        for (files, words, text) in [
            (["acme.yaml": Small.node(count: 3)], "success", "+     desiredCount: 3"),
            (["acme.yaml": broken], "failed", "acme.yaml:6:14"),
            (["acme.yaml": Small.node(count: 2)], "success", "+     desiredCount: 2"),
        ] {
            let head = try await world.repository.propose(files)
            forge.state.withLock { $0.heads[4] = head }
            #expect(try await controller.deliver(.gitLabMerge(4, head, token: "hook")).status == 202)
            try await expect(peer, controller) { forge.has("\(head) plumbline/plan \(words)") }
            let notes = forge.state.withLock(\.notes)
            #expect(notes.count == 1 && notes.first?.body.contains(text) == true, "\(notes)")
            #expect(note == nil || note == notes.first?.id)
            note = notes.first?.id
        }
        try await world.aws.configure(rolloutPolls: 1_000_000)
        let merge = try await world.repository.merge()
        forge.state.withLock { $0.heads = [:] }
        #expect(try await controller.deliver(.gitLabPush(merge, token: "hook")).status == 202)
        try await expect(peer, controller) { forge.has("\(merge) plumbline/dev pending") }
        try await world.aws.configure(rolloutPolls: 0)
        try await expect(peer, controller) { forge.has("\(merge) plumbline/dev success") }
        #expect(await controller.stop() == 0, "\(controller.said)")
    }

    /// One that is woken by webhooks only.
    private func start(
        _ world: World, _ kind: String, _ project: String, _ peer: WirePeer, token: String = "forge-hunter2",
        hook: String
    ) throws -> Controller {
        try Controller.start(
            world,
            """
            forge: { kind: \(kind), token: { env: FORGE }, url: "\(peer.url)", project: \(project) }
            webhooks: { \(hook) }
            """, variables: ["FORGE": token, "HOOK": "hook", "PLUMBLINE_POLL": "1h"])
    }

    private func deliver(
        _ number: Int, _ head: String, _ action: String, to controller: Controller, _ forge: FakeGitHub
    ) async throws {
        forge.state.withLock { $0.pulls = [.init(number: number, head: head)] }
        let answer = try await controller.deliver(.gitHubPull(number, head, action: action, secret: "hook"))
        #expect(answer.status == 202 && answer.text.contains("accepted"), "\(answer)")
    }

    private func expect(
        _ peer: WirePeer, _ controller: Controller, sourceLocation: SourceLocation = #_sourceLocation,
        _ condition: @escaping @Sendable () -> Bool
    ) async throws {
        let holds = await peer.until(condition)
        let calls = peer.calls.filter { $0.method != "GET" }.map {
            "\($0.line) \(String(decoding: $0.body, as: UTF8.self))"
        }
        try #require(
            holds, "\(calls.joined(separator: "\n"))\n\(controller.said)", sourceLocation: sourceLocation)
    }
}

extension FakeGitHub {
    /// Whether a status was set, with a text in its description.
    fileprivate func has(_ word: String, _ context: String, _ commit: String, _ text: String = "") -> Bool {
        state.withLock { state in
            state.statuses.contains {
                ($0.state, $0.context, $0.commit) == (word, context, commit)
                    && (text.isEmpty || $0.description.contains(text))
            }
        }
    }
}

extension FakeGitLab {
    /// Whether a status was set that begins like this.
    fileprivate func has(_ status: String) -> Bool {
        state.withLock { $0.statuses.contains { $0.hasPrefix(status) } }
    }
}
