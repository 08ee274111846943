import Foundation
import Synchronization
import Testing

@testable import GitRepository

@Suite("Publishing to a branch")
struct PublishTests {
    private func publish(
        _ mirror: GitMirror,
        _ files: [String: String?],
        branch: String = "plumbline/status"
    ) async throws -> String? {
        try await mirror.publish(branch: branch, message: "dev: done", author: .plumbline) { _ in
            files.mapValues { $0.map { Array($0.utf8) } }
        }
    }

    @Test("the first commit makes the branch, without a parent, and the next one follows it")
    func firstAndNext() async throws {
        let playground = try Playground()
        try playground.commit(["a.yaml": "1"])
        let mirror = try playground.mirror()
        let first = try #require(try await publish(mirror, ["status/dev.yaml": "1", "README.md": "x"]))
        let second = try #require(try await publish(mirror, ["status/dev.yaml": "2"]))
        #expect(
            try playground.git("log", "--format=%H %an <%ae> %s", "plumbline/status").split(separator: "\n") == [
                "\(second) Plumbline <plumbline@example.com> dev: done",
                "\(first) Plumbline <plumbline@example.com> dev: done",
            ]
        )
        #expect(try playground.git("show", "plumbline/status:status/dev.yaml") == "2")
        #expect(try playground.git("show", "plumbline/status:README.md") == "x")
        try playground.git("fsck", "--strict")
    }

    @Test("nothing changed: no commit")
    func unchanged() async throws {
        let playground = try Playground()
        let mirror = try playground.mirror()
        #expect(try await publish(mirror, ["a": nil]) == nil)
        let first = try await publish(mirror, ["a": "1"])
        #expect(try await publish(mirror, ["a": "1", "gone": nil]) == nil)
        #expect(try await publish(mirror, [:]) == nil)
        #expect(try playground.git("rev-parse", "plumbline/status") == first)
    }

    @Test("files are removed, and directories with their last file")
    func removal() async throws {
        let playground = try Playground()
        let mirror = try playground.mirror()
        _ = try await publish(mirror, ["a/b/c": "1", "a/d": "2", "e": "3"])
        _ = try await publish(mirror, ["a/b/c": nil, "e": nil, "e/f": "4"])
        #expect(try playground.git("ls-tree", "-r", "-t", "--name-only", "plumbline/status") == "a\na/d\ne\ne/f")
    }

    @Test("the update sees the branch's present files, below the path that it names")
    func current() async throws {
        let playground = try Playground()
        try playground.commit(["status/dev.yaml": "old", "other.txt": "x"], to: "plumbline/status")
        let mirror = try playground.mirror()
        let seen = Mutex<[[String: [UInt8]]]>([])
        _ = try await mirror.publish(
            branch: "plumbline/status",
            message: "m",
            author: .plumbline,
            under: "status"
        ) { current in
            seen.withLock { $0.append(current) }
            return ["status/dev.yaml": Array("new".utf8)]
        }
        #expect(seen.withLock { $0 } == [["status/dev.yaml": Array("old".utf8)]])
        #expect(try playground.git("show", "plumbline/status:other.txt") == "x")
    }

    @Test("a writer that comes between is kept: the update is computed anew", arguments: ["http", "path"])
    func conflict(kind: String) async throws {
        let playground = try Playground()
        try playground.commit(["log": "start"], to: "plumbline/status")
        let peer = try Peer.http(playground)
        let url = kind == "http" ? "http://127.0.0.1:\(peer.port)/config.git" : playground.bare
        let mirror = try playground.mirror(GitRemote(url: url))
        let calls = Mutex(0)
        let commit = try await mirror.publish(branch: "plumbline/status", message: "m", author: .plumbline) { current in
            let call = calls.withLock { calls in
                calls += 1
                return calls
            }
            if call == 1 { try playground.commit(["log": "start between"], to: "plumbline/status") }
            return ["log": (current["log"] ?? []) + Array(" mine".utf8)]
        }
        #expect(commit != nil)
        #expect(calls.withLock { $0 } == 2)
        #expect(try playground.git("show", "plumbline/status:log") == "start between mine")
    }

    @Test("a branch that was set back or removed meanwhile is not brought back")
    func setBack() async throws {
        let playground = try Playground()
        let first = try playground.commit(["log": "1"], to: "status")
        try playground.commit(["log": "2"], to: "status")
        try await publish(to: playground) { try playground.git("update-ref", "refs/heads/status", first) }
        #expect(try playground.git("show", "status:log") == "1+")
        #expect(try playground.git("rev-list", "--count", "status") == "2")
    }

    @Test("a branch that was removed meanwhile begins anew")
    func removed() async throws {
        let playground = try Playground()
        try playground.commit(["log": "1"], to: "status")
        try await publish(to: playground) { try playground.git("update-ref", "-d", "refs/heads/status") }
        #expect(try playground.git("show", "status:log") == "+")
        #expect(try playground.git("rev-list", "--count", "status") == "1")
    }

    /// Adds to the log on the status branch, which somebody else moves between its reading and the push.
    private func publish(to playground: Playground, moving move: @escaping @Sendable () throws -> Void) async throws {
        let peer = try Peer.http(playground)
        let mirror = try playground.mirror(GitRemote(url: "http://127.0.0.1:\(peer.port)/config.git"))
        let isFirst = Mutex(true)
        _ = try await mirror.publish(branch: "status", message: "m", author: .plumbline) { current in
            let wasFirst = isFirst.withLock { value in
                defer { value = false }
                return value
            }
            if wasFirst { try move() }
            return ["log": (current["log"] ?? []) + Array("+".utf8)]
        }
    }

    @Test("fifty writers at once lose nothing, and the history stays one line")
    func fifty() async throws {
        let playground = try Playground()
        try playground.commit(["log": ""], to: "status")
        let peer = try Peer.http(playground)
        let writers = 50
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 1...writers {
                let mirror = try playground.mirror(
                    GitRemote(url: "http://127.0.0.1:\(peer.port)/config.git"),
                    cache: playground.path + "/cache-\(writer)", deadlines: .crowded)
                group.addTask {
                    let commit = try await mirror.publish(
                        branch: "status", message: "\(writer)", author: .plumbline, attempts: 200
                    ) { current in
                        ["log": (current["log"] ?? []) + Array("\(writer)\n".utf8)]
                    }
                    #expect(commit != nil)
                }
            }
            try await group.waitForAll()
        }
        let lines = try playground.git("show", "status:log").split(separator: "\n").compactMap { Int($0) }
        #expect(lines.sorted() == Array(1...writers))
        #expect(try playground.git("rev-list", "--count", "status") == "\(writers + 1)")
        #expect(try playground.git("rev-list", "--count", "--merges", "status") == "0")
        try playground.git("fsck", "--strict")
    }

    @Test("eight writers at once lose nothing", arguments: ["http", "path"])
    func concurrent(kind: String) async throws {
        let playground = try Playground()
        try playground.commit(["a.yaml": "1"])
        let peer = try Peer.http(playground)
        let url = kind == "http" ? "http://127.0.0.1:\(peer.port)/config.git" : playground.bare
        let (writers, rounds) = (8, 3)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 1...writers {
                // Half of them share one cache, the others have their own.
                let cache = writer % 2 == 0 ? playground.cache : playground.path + "/cache-\(writer)"
                let mirror = try playground.mirror(GitRemote(url: url), cache: cache)
                group.addTask {
                    for round in 1...rounds {
                        let commit = try await mirror.publish(
                            branch: "status",
                            message: "\(writer).\(round)",
                            author: .plumbline,
                            attempts: 60
                        ) { current in
                            let lines = String(decoding: current["log"] ?? [], as: UTF8.self)
                            return ["log": Array("\(lines)\(writer).\(round)\n".utf8)]
                        }
                        #expect(commit != nil)
                    }
                }
            }
            try await group.waitForAll()
        }
        let lines = try playground.git("show", "status:log").split(separator: "\n").map(String.init)
        let expected = (1...writers).flatMap { writer in (1...rounds).map { "\(writer).\($0)" } }
        #expect(lines.sorted() == expected.sorted())
        #expect(try playground.git("rev-list", "--count", "status") == "\(writers * rounds)")
        try playground.git("fsck", "--strict")
    }

    @Test("a hook's refusal and a checked-out branch are told in the remote's words, and not tried again")
    func rejected() async throws {
        let playground = try Playground()
        try playground.commit(["a.yaml": "1"])
        let hook = playground.bare + "/hooks/update"
        try playground.write(script: "#!/bin/sh\nexit 1\n", to: hook)
        let peer = try Peer.http(playground)
        let mirror = try playground.mirror(GitRemote(url: "http://127.0.0.1:\(peer.port)/config.git"))
        let refused = await gitError { try await publish(mirror, ["a": "1"]) }
        #expect(refused?.code == .rejected)
        #expect(refused?.message.contains("hook declined") == true)
        let work = playground.path + "/working"
        try playground.git("clone", "--quiet", playground.bare, work, in: playground.path)
        let checkedOut = try playground.mirror(GitRemote(url: work))
        let error = await gitError { try await publish(checkedOut, ["a": "1"], branch: "main") }
        #expect(error?.code == .rejected)
        #expect(try await publish(checkedOut, ["a": "1"], branch: "status") != nil)
    }

    @Test("what the update throws comes out as the cause")
    func updateThrows() async throws {
        struct Unreadable: Error {}
        let playground = try Playground()
        let mirror = try playground.mirror()
        let error = await gitError {
            try await mirror.publish(branch: "status", message: "m", author: .plumbline) { _ in throw Unreadable() }
        }
        #expect(error?.code == .updateFailed)
        #expect(error?.cause is Unreadable)
    }

    @Test("a mirror that is gone or damaged is made again on the way to publishing")
    func damagedMirror() async throws {
        let playground = try Playground()
        let mirror = try playground.mirror()
        _ = try await publish(mirror, ["a": "1"])
        try FileManager.default.removeItem(atPath: mirror.directory + "/objects")
        #expect(try await publish(mirror, ["a": "2"]) != nil)
        try FileManager.default.removeItem(atPath: mirror.directory)
        #expect(try await publish(mirror, ["a": "3"]) != nil)
        #expect(try playground.git("rev-list", "--count", "plumbline/status") == "3")
    }
}
