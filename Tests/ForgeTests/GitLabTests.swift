import Foundation
import Model
import Testing

@testable import Forge
@testable import ForgePeers

@Suite("GitLab", .timeLimit(.minutes(1)))
struct GitLabTests {
    private func start() async throws -> (FakeGitLab, WirePeer, GitLabClient) {
        let forge = FakeGitLab()
        let peer = try await WirePeer.start { call, _ in forge.answer(call) }
        let client = GitLabClient(
            api: peer.url, project: "acme/team/config", token: { Secret("good") }, transport: ForgeTransport(),
            clock: FakeClock().clock)
        return (forge, peer, client)
    }

    @Test("the note is made once and updated in place, over pages of other notes; a note of the system never counts")
    func oneNote() async throws {
        let (forge, peer, client) = try await start()
        forge.state.withLock { state in
            for id in 1...150 { state.notes.append((id, 7, "<!-- m --> was quoted", true)) }
        }
        for text in ["first", "second"] { try await client.putComment(text, marker: "<!-- m -->", on: 7) }
        let ours = forge.state.withLock { $0.notes.filter { !$0.isSystem }.map(\.body) }
        #expect(ours == ["<!-- m -->\nsecond"])
        #expect(peer.calls.map(\.method) == ["GET", "GET", "POST", "GET", "GET", "PUT"])
    }

    @Test("statuses go from pending to success or failed; the same state twice is no error")
    func statuses() async throws {
        let (forge, _, client) = try await start()
        for state in [CommitStatus.State.pending, .pending, .error, .success] {
            try await client.setStatus(CommitStatus(context: "plumbline/dev", state, "so"), of: "abc")
        }
        #expect(
            forge.state.withLock(\.statuses) == [
                "abc plumbline/dev pending: so", "abc plumbline/dev failed: so", "abc plumbline/dev success: so",
            ])
    }

    @Test("a merge request is read with its head, and a missing one is told as not found")
    func mergeRequest() async throws {
        let (forge, _, client) = try await start()
        forge.state.withLock { $0.heads[7] = "c0ffee" }
        let request = try await client.pullRequest(7)
        #expect(request == PullRequest(number: 7, head: "c0ffee", base: "main", isOpen: true, isFromFork: false))
        let error = await #expect(throws: ForgeError.self) { _ = try await client.pullRequest(8) }
        #expect(error?.code == .notFound)
        #expect(error?.message.contains("404 Not found") == true)
    }

    @Test("a limit is waited for, and the merge requests of every page are listed")
    func list() async throws {
        let clock = FakeClock()
        let peer = try await WirePeer.start { call, index in
            if index == 0 { return .json([:], status: 429, headers: ["retry-after": "5"]) }
            let first = call.query["page"] == "1"
            return .json(
                [FakeGitLab.request(first ? 1 : 2, "h")], headers: ["x-next-page": first ? "2" : ""])
        }
        let client = GitLabClient(
            api: peer.url, project: "a/b", token: { Secret("good") }, transport: ForgeTransport(), clock: clock.clock)
        #expect(try await client.openPullRequests(into: "main").map(\.number) == [1, 2])
        #expect(clock.sleeps == [.seconds(5)])
        #expect(peer.calls.last?.query["target_branch"] == "main")
    }
}
