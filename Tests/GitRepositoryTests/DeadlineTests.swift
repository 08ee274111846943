import Foundation
import Testing

@testable import GitMessages
@testable import GitRepository

@Suite("Deadlines, deaths and cancellation")
struct DeadlineTests {
    @Test("a silent server ends in a clear error within the deadline", arguments: ["http", "https", "ssh"])
    func silent(scheme: String) async throws {
        let playground = try Playground()
        let server = try SilentServer()
        let remote = GitRemote(url: "\(scheme)://localhost:\(server.port)/config.git")
        let mirror = try playground.mirror(remote, deadlines: .short)
        let clock = ContinuousClock()
        let took = await clock.measure {
            let error = await gitError { try await mirror.resolve(ref: "main") }
            #expect(error?.code == .timedOut)
            #expect(error?.description.contains("localhost") == true)
        }
        #expect(took >= .seconds(1))
        // Far from the deadline of a second only because the tests beside this one keep the few threads busy.
        #expect(took < .seconds(20))
        #expect(mirror.helper.processID == nil)
    }

    @Test("a port where nobody listens and a name that does not exist are unreachable at once")
    func unreachable() async throws {
        let playground = try Playground()
        let port = try SilentServer().port
        for url in ["http://127.0.0.1:\(port)/x", "ssh://127.0.0.1:\(port)/x", "http://no-such-host.invalid/x"] {
            let mirror = try playground.mirror(GitRemote(url: url))
            #expect(await gitError { try await mirror.resolve(ref: "main") }?.code == .unreachable)
        }
    }

    @Test("a helper that is killed during a request is replaced, and the request answered")
    func killedBetween() async throws {
        let playground = try Playground()
        let commit = try playground.commit(["a.yaml": "1"])
        let mirror = try playground.mirror()
        _ = try await mirror.resolve(ref: "main")
        let first = try #require(mirror.helper.processID)
        kill(first, SIGKILL)
        #expect(try await mirror.resolve(ref: "main").commit == commit)
        #expect(mirror.helper.processID != first)
    }

    @Test("a helper that nobody asks ends, and another answers what is asked next", .timeLimit(.minutes(1)))
    func unasked() async throws {
        let playground = try Playground()
        let commit = try playground.commit(["a.yaml": "1"])
        let mirror = try playground.mirror(patience: .milliseconds(100))
        _ = try await mirror.resolve(ref: "main")
        while mirror.helper.processID != nil { await Task.yield() }
        #expect(try await mirror.resolve(ref: "main").commit == commit)
    }

    @Test("a helper that is killed again and again during a request ends in an error, and the next request works")
    func killedDuring() async throws {
        let playground = try Playground()
        let commit = try playground.commit(["a.yaml": "1"])
        let server = try SilentServer()
        let helper = GitHelper(executable: Playground.executable, patience: .seconds(600))
        let silent = try RemoteConnection(GitRemote(url: "http://127.0.0.1:\(server.port)/x"))
        async let outcome = Result { () async throws(GitHelper.Failure) in
            try await helper.perform(.listRefs(silent.access), within: .seconds(60))
        }
        var killed: Set<Int32> = []
        while killed.count < 2 {
            if let process = helper.processID, killed.insert(process).inserted { kill(process, SIGKILL) }
            await Task.yield()
        }
        guard case .failure(.died) = await outcome else {
            Issue.record("the request did not end with the helper's death")
            return
        }
        let local = try RemoteConnection(GitRemote(url: playground.bare))
        guard case .refs(let refs) = try await helper.perform(.listRefs(local.access), within: .seconds(60)) else {
            Issue.record("the helper did not recover")
            return
        }
        #expect(refs.contains { $0.name == "refs/heads/main" && $0.id == commit })
    }

    @Test("a cancelled task ends its request and the process with it")
    func cancelled() async throws {
        let playground = try Playground()
        let server = try SilentServer()
        let mirror = try playground.mirror(GitRemote(url: "http://127.0.0.1:\(server.port)/x"))
        let task = Task { await gitError { try await mirror.resolve(ref: "main") } }
        while mirror.helper.processID == nil { await Task.yield() }
        let clock = ContinuousClock()
        let took = await clock.measure {
            task.cancel()
            #expect(await task.value?.code == .cancelled)
        }
        #expect(took < .seconds(20))
    }

    @Test("a helper that cannot be started says what to install")
    func missingExecutable() async throws {
        let playground = try Playground()
        let mirror = try GitMirror(
            remote: GitRemote(url: playground.bare),
            cacheDirectory: playground.cache,
            executable: playground.path + "/nothing-here"
        )
        let error = await gitError { try await mirror.resolve(ref: "main") }
        #expect(error?.code == .helperDied)
        #expect(error?.message.contains("Install it") == true)
    }

    @Test("the helper ends when its parent goes away, even in the middle of a call")
    func orphan() throws {
        let server = try SilentServer()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Playground.executable)
        let input = Pipe()
        process.standardInput = input
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        let access = try RemoteConnection(GitRemote(url: "http://127.0.0.1:\(server.port)/x")).access
        input.fileHandleForWriting.write(Data(try Frame.encode(GitRequest.listRefs(access))))
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}

extension Result where Failure == GitHelper.Failure {
    fileprivate init(_ work: () async throws(GitHelper.Failure) -> Success) async {
        do {
            self = .success(try await work())
        } catch {
            self = .failure(error)
        }
    }
}
