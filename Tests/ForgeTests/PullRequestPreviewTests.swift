import Foundation
import Model
import Synchronization
import Testing

@testable import Forge
@testable import ForgePeers

@Suite("Plans on pull requests", .timeLimit(.minutes(1)))
struct PullRequestPreviewTests {
    private func preview(
        _ bench: GitHubBench, _ ended: Signal<String> = Signal(), _ trouble: Signal<ForgeError> = Signal(),
        plan: @escaping @Sendable (PullRequest) async -> PullRequestPlan = { _ in .planned([.sample("dev", [])]) },
        mayTell: @escaping @Sendable () async -> Bool = { true }
    ) -> (PullRequestPreview, Task<Void, Never>) {
        let preview = PullRequestPreview(
            Watched(base: bench.client, ended: ended), base: "main", page: "https://plumbline.example",
            clock: bench.clock.clock, mayTell: mayTell, onTrouble: { trouble.send($0) }, plan: plan)
        return (preview, Task { await preview.run() })
    }

    /// Tells when the last word on a head was sent.
    private struct Watched: ForgeClient {
        let base: GitHubClient
        let ended: Signal<String>
        var name: String { base.name }
        var commentLimit: Int { base.commentLimit }

        func openPullRequests(into branch: String) async throws(ForgeError) -> [PullRequest] {
            try await base.openPullRequests(into: branch)
        }
        func pullRequest(_ number: Int) async throws(ForgeError) -> PullRequest { try await base.pullRequest(number) }
        func putComment(_ text: String, marker: String, on number: Int) async throws(ForgeError) {
            try await base.putComment(text, marker: marker, on: number)
        }
        func setStatus(_ status: CommitStatus, of commit: String) async throws(ForgeError) {
            try await base.setStatus(status, of: commit)
            if status.state != .pending { ended.send(commit) }
        }
    }

    private func notice(_ number: Int, _ head: String, isOpen: Bool = true) -> PullRequestNotice {
        PullRequestNotice(number: number, head: head, base: "main", isOpen: isOpen)
    }

    @Test(
        "an opened and then moved pull request gets one comment, updated in place, and a status from pending to success"
    )
    func commentAndStatus() async throws {
        let bench = try await GitHubBench()
        let ended = Signal<String>()
        let (preview, running) = preview(bench, ended)
        for head in ["aaaa1111", "bbbb2222"] {
            bench.forge.state.withLock { $0.pulls = [.init(number: 7, head: head)] }
            preview.received(notice(7, head))
            #expect(await ended.next() == head)
        }
        #expect(bench.comments.count == 1)
        #expect(
            bench.comments.first?.body.hasPrefix("<!-- plumbline:plan -->\n### Plumbline: plan of `bbbb222`") == true)
        #expect(
            bench.statuses == [
                "aaaa plumbline/plan pending: being planned", "aaaa plumbline/plan success: no changes",
                "bbbb plumbline/plan pending: being planned", "bbbb plumbline/plan success: no changes",
            ])
        preview.finish()
        await running.value
    }

    @Test("a plan of a head that moved meanwhile is dropped, and the newest head is planned")
    func movedWhilePlanning() async throws {
        let bench = try await GitHubBench()
        bench.forge.state.withLock { $0.pulls = [.init(number: 7, head: "aaaa1111")] }
        let (began, ended) = (Signal<String>(), Signal<String>())
        let (preview, running) = preview(bench, ended) { request in
            began.send(request.head)
            // The first plan takes until it is cancelled.
            if request.head == "aaaa1111" { try? await Task.sleep(for: .seconds(3600)) }
            return .planned([.sample("dev", [])])
        }
        preview.received(notice(7, "aaaa1111"))
        #expect(await began.next() == "aaaa1111")
        bench.forge.state.withLock { $0.pulls[0].head = "bbbb2222" }
        preview.received(notice(7, "bbbb2222"))
        #expect(await ended.next() == "bbbb2222")
        #expect(bench.comments.map { $0.body.contains("bbbb222") } == [true])
        #expect(!bench.statuses.contains { $0.hasPrefix("aaaa plumbline/plan success") })
        preview.finish()
        await running.value
    }

    @Test("a plan that another process has to tell by now is not told")
    func anotherTells() async throws {
        let bench = try await GitHubBench()
        bench.forge.state.withLock { $0.pulls = [.init(number: 7, head: "aaaa1111")] }
        let count = Atomic(0)
        let asked = Signal<Int>()
        let (preview, running) = preview(
            bench,
            mayTell: {
                // The right is lost while the plan is made.
                let number = count.add(1, ordering: .relaxed).newValue
                asked.send(number)
                return number < 2
            })
        preview.received(notice(7, "aaaa1111"))
        #expect(await asked.next() == 1)
        #expect(await asked.next() == 2)
        preview.finish()
        await running.value
        #expect(bench.comments.isEmpty)
        #expect(bench.statuses == ["aaaa plumbline/plan pending: being planned"])
    }

    @Test("a head that moved with no word from a webhook is noticed before the plan is told")
    func movedSilently() async throws {
        let bench = try await GitHubBench()
        bench.forge.state.withLock { $0.pulls = [.init(number: 7, head: "aaaa1111")] }
        let ended = Signal<String>()
        let (preview, running) = preview(bench, ended) { request in
            bench.forge.state.withLock { $0.pulls[0].head = "bbbb2222" }
            return .planned([.sample("dev", [])])
        }
        preview.received(notice(7, "aaaa1111"))
        #expect(await ended.next() == "bbbb2222")
        #expect(bench.comments.map { $0.body.contains("bbbb222") } == [true])
        preview.finish()
        await running.value
    }

    @Test("a look plans all that are open, once; one from a fork is not planned, and its status says why")
    func look() async throws {
        let bench = try await GitHubBench()
        bench.forge.state.withLock {
            $0.pulls = [
                .init(number: 1, head: "aaaa1111"), .init(number: 2, head: "bbbb2222", repository: "stranger/config"),
            ]
        }
        let (planned, ended) = (Signal<String>(), Signal<String>())
        let (preview, running) = preview(bench, ended) { request in
            planned.send(request.head)
            return .planned([.sample("dev", [])])
        }
        preview.look()
        for _ in 0..<2 { _ = await ended.next() }
        preview.look()
        bench.forge.state.withLock { $0.pulls.append(.init(number: 3, head: "cccc3333")) }
        preview.look()
        #expect(await ended.next() == "cccc3333")
        #expect(planned.values == ["aaaa1111", "cccc3333"])
        #expect(bench.comments.map(\.issue) == [1, 3])
        #expect(
            bench.statuses.contains(
                "bbbb plumbline/plan error: not planned, because its branch is in another repository"))
        preview.finish()
        await running.value
    }

    @Test("an expired token is told once, costs one request, and what was missed is planned when it is renewed")
    func expiredToken() async throws {
        let bench = try await GitHubBench()
        bench.forge.state.withLock { $0.pulls = [.init(number: 7, head: "aaaa1111")] }
        let (ended, trouble) = (Signal<String>(), Signal<ForgeError>())
        let (preview, running) = preview(bench, ended, trouble)
        bench.token.text = "expired"
        preview.received(notice(7, "aaaa1111"))
        #expect(await trouble.next()?.code == .unauthorized)
        for _ in 0..<5 { preview.look() }
        bench.token.text = "good"
        preview.look()
        #expect(await ended.next() == "aaaa1111")
        #expect(trouble.values.count == 1)
        #expect(bench.peer.calls.count { $0.headers["authorization"] == "Bearer expired" } == 1)
        preview.finish()
        await running.value
    }

    @Test("an outage of the forge delays the plan and loses nothing")
    func outage() async throws {
        let bench = try await GitHubBench()
        bench.forge.state.withLock { $0.pulls = [.init(number: 7, head: "aaaa1111")] }
        for _ in 0..<9 { bench.misfortune("/", .init(status: 503)) }
        let (ended, trouble) = (Signal<String>(), Signal<ForgeError>())
        let (preview, running) = preview(bench, ended, trouble)
        preview.received(notice(7, "aaaa1111"))
        #expect(await ended.next() == "aaaa1111")
        #expect(bench.comments.count == 1)
        #expect(trouble.values.map(\.code) == [.server])
        preview.finish()
        await running.value
    }

    @Test("a pull request into another branch, and one that is closed, are left alone")
    func otherBranch() async throws {
        let bench = try await GitHubBench()
        bench.forge.state.withLock {
            $0.pulls = [
                .init(number: 1, head: "aaaa1111", base: "other"), .init(number: 2, head: "bbbb2222", isOpen: false),
                .init(number: 3, head: "cccc3333"),
            ]
        }
        let ended = Signal<String>()
        let (preview, running) = preview(bench, ended)
        // The webhook's word is not what counts.
        for (number, head) in [(1, "aaaa1111"), (2, "bbbb2222"), (3, "cccc3333")] {
            preview.received(notice(number, head))
        }
        #expect(await ended.next() == "cccc3333")
        preview.finish()
        await running.value
        #expect(bench.comments.map(\.issue) == [3])
        #expect(!bench.statuses.contains { !$0.hasPrefix("cccc") })
    }
}
