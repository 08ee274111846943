import Foundation
import Model
import Testing

@testable import Forge
@testable import ForgePeers

@Suite("GitHub", .timeLimit(.minutes(1)))
struct GitHubTests {
    @Test("the comment is made once and then updated in place, also when it stands on the third page")
    func oneComment() async throws {
        let bench = try await GitHubBench()
        bench.forge.state.withLock { state in
            for id in 1...230 { state.comments.append(.init(id: id, issue: 7, body: "nice \(id)")) }
            state.comments.append(.init(id: 99_999, issue: 8, body: "<!-- m -->\nof another"))
        }
        try await bench.client.putComment("first", marker: "<!-- m -->", on: 7)
        bench.forge.state.withLock { state in
            for id in 301...420 { state.comments.append(.init(id: id, issue: 7, body: "later \(id)")) }
        }
        try await bench.client.putComment("second", marker: "<!-- m -->", on: 7)
        #expect(
            bench.comments.filter { $0.issue == 7 && $0.body.hasPrefix("<!-- m -->") }.map(\.body) == [
                "<!-- m -->\nsecond"
            ])
        #expect(bench.comments.first { $0.issue == 8 }?.body == "<!-- m -->\nof another")
        let writes = bench.peer.calls.filter { $0.method != "GET" }.map(\.method)
        #expect(writes == ["POST", "PATCH"])
        try await bench.client.putComment("second", marker: "<!-- m -->", on: 7)
        #expect(bench.peer.calls.count { $0.method != "GET" } == 2, "the same text is not written again")
    }

    @Test("a comment of somebody else that begins with the marker is left, and ours stands beside it")
    func foreignComment() async throws {
        let bench = try await GitHubBench()
        bench.forge.state.withLock { $0.comments.append(.init(id: 1, issue: 7, body: "<!-- m -->mine", isOurs: false)) }
        for text in ["first", "second"] { try await bench.client.putComment(text, marker: "<!-- m -->", on: 7) }
        #expect(bench.comments.map(\.body) == ["<!-- m -->mine", "<!-- m -->\nsecond"])
    }

    @Test("a comment whose creation was answered with an error though it was made is found, and not made twice")
    func lostAnswer() async throws {
        let bench = try await GitHubBench()
        bench.misfortune("POST /repos/acme/config/issues", isDone: true, .init(status: 502))
        try await bench.client.putComment("first", marker: "<!-- m -->", on: 7)
        #expect(bench.comments.count == 1)
        #expect(bench.peer.calls.count { $0.method == "POST" } == 1)
    }

    @Test("all open pull requests into the branch come, over every page, with head and whether they are from a fork")
    func pullRequests() async throws {
        let bench = try await GitHubBench()
        bench.forge.state.withLock { state in
            for number in 1...101 { state.pulls.append(.init(number: number, head: "h\(number)")) }
            state.pulls[3].base = "other"
            state.pulls[4].isOpen = false
            state.pulls[5].repository = "stranger/config"
            state.pulls[6].repository = nil
        }
        let all = try await bench.client.openPullRequests(into: "main")
        #expect(all.count == 99)
        #expect(all.filter(\.isFromFork).map(\.number) == [6, 7])
        #expect(all.last == PullRequest(number: 101, head: "h101", base: "main", isOpen: true, isFromFork: false))
        #expect(try await bench.client.pullRequest(5).isOpen == false)
    }

    @Test("a status carries context, state, target and at most 140 characters on one line")
    func status() async throws {
        let bench = try await GitHubBench()
        let long = String(repeating: "x", count: 200) + "\nsecond line"
        try await bench.client.setStatus(
            CommitStatus(context: "plumbline/dev", .failure, long, target: "https://plumbline.example/e/dev"),
            of: "abcdef")
        let told = try #require(bench.forge.state.withLock { $0.statuses.first })
        #expect(told.context == "plumbline/dev" && told.state == "failure" && told.commit == "abcdef")
        #expect(told.description.count == 140 && told.description.hasSuffix("…"))
        #expect(told.target == "https://plumbline.example/e/dev")
    }

    @Test("trouble of the server is tried again with growing pauses, and told when it lasts")
    func serverTrouble() async throws {
        let bench = try await GitHubBench()
        for _ in 0..<2 { bench.misfortune("/pulls", .init(status: 502)) }
        #expect(try await bench.client.openPullRequests(into: "main").isEmpty)
        #expect(bench.clock.sleeps == [.seconds(1), .seconds(2)])
        for _ in 0..<4 { bench.misfortune("/pulls", .init(status: 503)) }
        let error = await #expect(throws: ForgeError.self) { _ = try await bench.client.openPullRequests(into: "main") }
        #expect(error?.code == .server && error?.passesBy == true)
        #expect(error?.description == "could not list the pull requests: the other side is in trouble (HTTP 503)")
    }

    @Test(
        "a rate limit is waited for, by the server's word and the server's clock",
        arguments: [
            // `+33` stands for 33 seconds from now: the client's own clock here is some days off.
            (403, ["x-ratelimit-remaining": "0", "x-ratelimit-reset": "+33"], 33.0),
            (429, ["retry-after": "7"], 7.0), (403, ["retry-after": "90"], 90.0), (429, [:], 60.0),
        ])
    func rateLimit(status: Int, headers: [String: String], seconds: Double) async throws {
        let bench = try await GitHubBench()
        var headers = headers
        if let reset = headers["x-ratelimit-reset"].flatMap({ Double($0) }) {
            headers["x-ratelimit-reset"] = String(Int(Date().timeIntervalSince1970 + reset))
        }
        bench.misfortune("/pulls", .json(["message": "API rate limit exceeded"], status: status, headers: headers))
        #expect(try await bench.client.openPullRequests(into: "main").isEmpty)
        #expect(bench.clock.sleeps.count == 1)
        #expect(abs((bench.clock.sleeps.first?.inSeconds ?? 0) - seconds) < 5, "\(bench.clock.sleeps)")
        #expect(bench.peer.calls.count == 2)
    }

    @Test(
        "a limit that lasts longer than a request waits is an error that says when to come back, and nothing is sent before"
    )
    func longRateLimit() async throws {
        let bench = try await GitHubBench()
        bench.misfortune("/pulls", .json([:], status: 403, headers: ["retry-after": "1800"]))
        for _ in 0..<3 {
            let error = await #expect(throws: ForgeError.self) {
                _ = try await bench.client.openPullRequests(into: "main")
            }
            #expect(error?.code == .rateLimited)
            #expect(error?.retryAfter == .seconds(1800))
        }
        #expect(bench.peer.calls.count == 1)
        bench.clock.advance(1801)
        #expect(try await bench.client.openPullRequests(into: "main").isEmpty)
    }

    @Test(
        "no answer makes anybody wait for more than an hour",
        arguments: [
            ["retry-after": "9223372036854775807"], ["retry-after": "86400"],
            ["x-ratelimit-remaining": "0", "x-ratelimit-reset": "9223372036854775807"],
        ])
    func endlessRateLimit(headers: [String: String]) async throws {
        let bench = try await GitHubBench()
        bench.misfortune("/pulls", .json([:], status: 403, headers: headers))
        let error = await #expect(throws: ForgeError.self) {
            _ = try await bench.client.openPullRequests(into: "main")
        }
        #expect(error?.code == .rateLimited)
        #expect(error?.retryAfter == .seconds(3600))
        bench.clock.advance(3601)
        #expect(try await bench.client.openPullRequests(into: "main").isEmpty)
    }

    @Test("an answer of many megabytes is refused, and of what is said of trouble one line is told")
    func hugeAnswers() async throws {
        let bench = try await GitHubBench()
        let large = String(repeating: "x", count: 17 << 20)
        bench.misfortune("/pulls", WirePeer.Reply(status: 200, body: Data(large.utf8)))
        let error = await #expect(throws: ForgeError.self) {
            _ = try await bench.client.openPullRequests(into: "main")
        }
        #expect(error?.code == .unreadable)
        #expect(error?.message == "the answer is larger than any such answer")
        let words = "a\r\nb\u{2028}c" + String(repeating: "\u{301}", count: 10_000)
        bench.misfortune("/pulls", .json(["message": words], status: 422))
        let told = await #expect(throws: ForgeError.self) {
            _ = try await bench.client.openPullRequests(into: "main")
        }
        #expect(told?.message.contains(where: \.isNewline) == false)
        #expect((told?.message.utf8.count ?? 0) < 1000)
    }

    @Test("a hundred thousand levels are no answer")
    func deepAnswer() async throws {
        let bench = try await GitHubBench()
        let deep = Data(String(repeating: "[", count: 100_000).utf8)
        bench.misfortune("/pulls", WirePeer.Reply(status: 200, body: deep))
        let error = await #expect(throws: ForgeError.self) {
            _ = try await bench.client.openPullRequests(into: "main")
        }
        #expect(error?.code == .unreadable)
    }

    @Test("a limit lasts as long as it was said to, also when the clock is set meanwhile")
    func clockSet() async throws {
        let bench = try await GitHubBench()
        bench.misfortune("/pulls", .json([:], status: 403, headers: ["retry-after": "1800"]))
        for ahead in [0, 86_400, -86_400.0] {
            bench.clock.set(ahead: ahead)
            let error = await #expect(throws: ForgeError.self) {
                _ = try await bench.client.openPullRequests(into: "main")
            }
            #expect(error?.retryAfter == .seconds(1800))
        }
        bench.clock.advance(1801)
        #expect(try await bench.client.openPullRequests(into: "main").isEmpty)
    }

    @Test("the last request that a window allows makes the next one wait")
    func nothingRemains() async throws {
        let bench = try await GitHubBench()
        bench.misfortune(
            "/pulls", .json([], headers: ["x-ratelimit-remaining": "0", "x-ratelimit-reset": "1795000010"]))
        for _ in 0..<2 { _ = try await bench.client.openPullRequests(into: "main") }
        #expect(bench.clock.sleeps.count == 1)
    }

    @Test("an expired token costs one request and says so; a renewed one goes through at once")
    func expiredToken() async throws {
        let bench = try await GitHubBench()
        bench.token.text = "expired-secret"
        for _ in 0..<5 {
            let error = await #expect(throws: ForgeError.self) {
                _ = try await bench.client.openPullRequests(into: "main")
            }
            #expect(error?.code == .unauthorized)
            #expect(error.map { "\($0)" }?.contains("expired-secret") == false)
        }
        #expect(bench.peer.calls.count == 1)
        bench.token.text = "good"
        #expect(try await bench.client.openPullRequests(into: "main").isEmpty)
        #expect(bench.peer.calls.count == 2)
        #expect(bench.clock.sleeps.isEmpty)
    }

    @Test("what a token may not do or cannot see is told with the server's words, and not tried again")
    func refused() async throws {
        let bench = try await GitHubBench()
        bench.misfortune(
            "/statuses/", .json(["message": "Resource not accessible by integration"], status: 403))
        let status = CommitStatus(context: "plumbline/dev", .success, "applied")
        let denied = await #expect(throws: ForgeError.self) {
            try await bench.client.setStatus(status, of: "abcdef0123")
        }
        #expect(
            denied?.description == "could not set the status plumbline/dev of abcdef0: the token may not do this "
                + "(Resource not accessible by integration)")
        let missing = await #expect(throws: ForgeError.self) { _ = try await bench.client.pullRequest(404) }
        #expect(missing?.code == .notFound)
        bench.misfortune("/pulls/", .init(status: 301, headers: ["Location": bench.peer.url + "/elsewhere"]))
        let moved = await #expect(throws: ForgeError.self) { _ = try await bench.client.pullRequest(1) }
        #expect(moved?.message.contains("`forge.project`") == true)
        bench.misfortune("/pulls/", .init(status: 200, body: Data("<html>".utf8)))
        let page = await #expect(throws: ForgeError.self) { _ = try await bench.client.pullRequest(1) }
        #expect(page?.code == .unreadable)
        #expect(bench.peer.calls.count == 4)
    }

    @Test("an address at which nobody listens is told without the token")
    func unreachable() async throws {
        let clock = FakeClock()
        let client = GitHubClient(
            api: "http://127.0.0.1:9", repository: "acme/config", token: { Secret("hush-hush") },
            transport: ForgeTransport(), clock: clock.clock)
        let error = await #expect(throws: ForgeError.self) { _ = try await client.pullRequest(1) }
        #expect(error?.code == .unreachable)
        #expect(String(reflecting: error).contains("hush-hush") == false)
        #expect(clock.sleeps.count == 3)
    }

    @Test(
        "the API's address follows from the repository's",
        arguments: [
            ("https://github.com/acme/config.git", "https://api.github.com", "acme/config"),
            ("git@github.com:acme/config.git", "https://api.github.com", "acme/config"),
            ("ssh://git@ssh.github.com:443/acme/config.git", "https://api.github.com", "acme/config"),
            ("https://git.example.com:8443/acme/config", "https://git.example.com:8443/api/v3", "acme/config"),
        ])
    func address(repository: String, api: String, project: String) {
        let address = ForgeAddress(.github, repository: repository)
        #expect(address?.api == api && address?.project == project)
        let lab = ForgeAddress(.gitlab, repository: "ssh://git@gitlab.example.com:2222/a/b/c.git")
        #expect(lab?.api == "https://gitlab.example.com/api/v4" && lab?.project == "a/b/c")
        #expect(ForgeAddress(.github, repository: "/srv/config.git") == nil)
        #expect(
            ForgeAddress(.github, repository: "/srv/config.git", api: "http://x/", project: "a/b")?.api == "http://x")
    }
}
