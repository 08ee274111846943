import Foundation
import Testing

@testable import GitRepository
@testable import Trials

@Suite("The mirror in the cache")
struct MirrorTests {
    private func packs(_ mirror: GitMirror) throws -> Int {
        try FileManager.default.contentsOfDirectory(atPath: mirror.directory + "/objects/pack")
            .count { $0.hasSuffix(".pack") }
    }

    @Test("nothing is fetched while the ref has not moved, and a later run begins with the mirror of the first")
    func unmoved() async throws {
        let playground = try Playground()
        let peer = try Peer.http(playground)
        let remote = GitRemote(url: "http://127.0.0.1:\(peer.port)/config.git")
        func uploads() throws -> Int { try Peer.requests(playground).count { $0.hasPrefix("POST") } }
        let first = try playground.commit(["a.yaml": "1"])
        #expect(try await playground.mirror(remote).resolve(ref: "main").commit == first)
        let afterClone = try uploads()
        #expect(afterClone > 0)
        let mirror = try playground.mirror(remote)
        for _ in 1...3 { #expect(try await mirror.resolve(ref: "main").commit == first) }
        #expect(try uploads() == afterClone)
        let second = try playground.commit(["a.yaml": "2"])
        #expect(try await mirror.resolve(ref: "main").commit == second)
        #expect(try uploads() > afterClone)
        let requests = try Peer.requests(playground).count
        #expect(try await mirror.resolve(ref: second).commit == second)
        #expect(try Peer.requests(playground).count == requests)
    }

    @Test("a remote that sends too much is refused, over HTTP and from a path, and what is there stays")
    func tooMuch() async throws {
        let playground = try Playground()
        let small = try playground.commit(["a.yaml": "1"])
        let peer = try Peer.http(playground)
        let remotes = [GitRemote(url: "http://127.0.0.1:\(peer.port)/config.git"), GitRemote(url: playground.bare)]
        let limit = 1 << 20
        for remote in remotes {
            #expect(try await playground.mirror(remote, byteLimit: limit).resolve(ref: "main").commit == small)
        }
        var random = SeededGenerator(seed: 1)
        let noise = (0..<(3 << 17)).map { _ in String(random.next(), radix: 36) }.joined()
        try playground.commit(["a.yaml": "2", "noise.bin": noise])
        for remote in remotes {
            let mirror = try playground.mirror(remote, byteLimit: limit)
            let error = await #expect(throws: GitError.self) { try await mirror.resolve(ref: "main") }
            #expect(error?.code == .tooLarge)
            #expect(error?.message.hasPrefix("the repository sends more than 1 MiB. Keep the manifests") == true)
            #expect(try await mirror.resolve(ref: small).commit == small)
        }
    }

    @Test("only the branch that was asked for is fetched, and no tag")
    func onlyTheNeeded() async throws {
        let playground = try Playground()
        let commit = try playground.commit(["a.yaml": "1"])
        let side = try playground.commit(["b.yaml": "2"], to: "side")
        try playground.git("tag", "v1", commit)
        let peer = try Peer.http(playground)
        let mirror = try playground.mirror(GitRemote(url: "http://127.0.0.1:\(peer.port)/config.git"))
        _ = try await mirror.resolve(ref: "main")
        let refs = try playground.git("for-each-ref", "--format=%(refname)", in: mirror.directory)
        #expect(refs == "refs/heads/main")
        #expect((try? playground.git("cat-file", "-e", side, in: mirror.directory)) == nil)
    }

    @Test("a commit that only the ref of a pull request holds is found by its id and by that ref, and can be read")
    func pullRequest() async throws {
        let playground = try Playground()
        let main = try playground.commit(["a.yaml": "1"])
        let head = try playground.commit(["a.yaml": "2"], to: "side")
        try playground.git("update-ref", "refs/pull/7/head", head)
        try playground.git("update-ref", "-d", "refs/heads/side")
        let peer = try Peer.http(playground)
        let remote = GitRemote(url: "http://127.0.0.1:\(peer.port)/config.git")
        let mirror = try playground.mirror(remote)
        #expect(try await mirror.resolve(ref: "main").commit == main)
        #expect(try await mirror.resolve(ref: head) == GitRevision(ref: head, commit: head))
        #expect(try await mirror.readFile("a.yaml", at: head) == [UInt8]("2".utf8))
        let refs = try playground.git("for-each-ref", "--format=%(refname)", in: mirror.directory)
        #expect(refs == "refs/heads/main\nrefs/pull/7/head")

        let other = try playground.mirror(remote, cache: playground.cache + "-other")
        #expect(try await other.resolve(ref: "refs/pull/7/head").commit == head)
        let missing = String(repeating: "1", count: 40)
        #expect(await gitError { try await other.resolve(ref: missing) }?.code == .unknownRef)
    }

    @Test(
        "a damaged mirror is cloned again",
        arguments: [
            "no HEAD", "empty packs", "no objects", "half of a pack", "garbage refs", "a file", "an empty directory",
        ]
    )
    func damage(kind: String) async throws {
        let playground = try Playground()
        let commit = try playground.commit(["a.yaml": "1", "b/c.yaml": "2"])
        let mirror = try playground.mirror()
        _ = try await mirror.resolve(ref: "main")
        let directory = mirror.directory
        let files = FileManager.default
        func eachPack(_ change: (String) throws -> Void) throws {
            for name in try files.contentsOfDirectory(atPath: directory + "/objects/pack") {
                let path = directory + "/objects/pack/" + name
                try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
                try change(path)
            }
        }
        switch kind {
        case "no HEAD": try files.removeItem(atPath: directory + "/HEAD")
        case "empty packs": try eachPack { try Data().write(to: URL(fileURLWithPath: $0)) }
        case "no objects": try files.removeItem(atPath: directory + "/objects")
        case "half of a pack":
            try eachPack { path in
                guard path.hasSuffix(".pack") else { return }
                let data = try Data(contentsOf: URL(fileURLWithPath: path))
                try data.prefix(data.count / 2).write(to: URL(fileURLWithPath: path))
            }
        case "garbage refs":
            try Data("garbage\n".utf8).write(to: URL(fileURLWithPath: directory + "/refs/heads/main"))
            try playground.commit(["a.yaml": "2"])
        case "a file":
            try files.removeItem(atPath: directory)
            try Data("x".utf8).write(to: URL(fileURLWithPath: directory))
        default:
            try files.removeItem(atPath: directory)
            try files.createDirectory(atPath: directory, withIntermediateDirectories: true)
        }
        let later = try playground.mirror()
        let revision = try await later.resolve(ref: "main")
        #expect(try await later.readTree(at: revision.commit).map(\.path) == ["a.yaml", "b/c.yaml"])
        #expect(try await mirror.readTree(at: commit).map(\.path) == ["a.yaml", "b/c.yaml"])
        try playground.git("fsck", "--strict", in: directory)
    }

    @Test("past the limit of packs a fresh clone with the same refs takes the mirror's place")
    func growth() async throws {
        let playground = try Playground()
        let mirror = try playground.mirror(packLimit: 3)
        try playground.commit(["side.yaml": "1"], to: "side")
        _ = try await mirror.resolve(ref: "side")
        var largest = 0
        for round in 1...8 {
            let commit = try playground.commit(["a.yaml": "\(round)"])
            #expect(try await mirror.resolve(ref: "main").commit == commit)
            largest = max(largest, try packs(mirror))
        }
        #expect(largest <= 4)
        let refs = try playground.git("for-each-ref", "--format=%(refname)", in: mirror.directory)
        #expect(refs == "refs/heads/main\nrefs/heads/side")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: playground.cache).allSatisfy { !$0.contains(".new") }
        )
    }

    @Test("a mirror through which only commits are published does not grow for ever either")
    func publishing() async throws {
        let playground = try Playground()
        try playground.commit(["a.yaml": "1"])
        let mirror = try playground.mirror(packLimit: 2)
        func publish(_ text: String) async throws {
            let commit = try await mirror.publish(branch: "status", message: "m", author: .plumbline) { _ in
                ["a.yaml": Array(text.utf8)]
            }
            #expect(commit != nil)
        }
        try await publish("1")
        // One loose object in this directory stands for 256, far more than 16 for each pack that is allowed.
        let loose = mirror.directory + "/objects/17/00000000000000000000000000000000000000"
        try FileManager.default.createDirectory(
            atPath: mirror.directory + "/objects/17", withIntermediateDirectories: true)
        #expect(FileManager.default.createFile(atPath: loose, contents: nil))
        try await publish("2")
        #expect(!FileManager.default.fileExists(atPath: loose))
        try await publish("3")
        #expect(try playground.git("show", "status:a.yaml") == "3")
        try playground.git("fsck", "--strict", in: mirror.directory)
    }

    @Test("what a killed clone left behind is swept away by the next fetch")
    func leftovers() async throws {
        let playground = try Playground()
        try playground.commit(["a.yaml": "1"])
        let mirror = try playground.mirror()
        let leftover = mirror.directory + ".new-12345"
        try FileManager.default.createDirectory(atPath: leftover + "/objects", withIntermediateDirectories: true)
        _ = try await mirror.resolve(ref: "main")
        #expect(!FileManager.default.fileExists(atPath: leftover))
    }

    @Test("a branch that was renamed into a directory of branches is followed")
    func renamedBranch() async throws {
        let playground = try Playground()
        let first = try playground.commit(["a.yaml": "1"], to: "release")
        let mirror = try playground.mirror()
        #expect(try await mirror.resolve(ref: "release").commit == first)
        try playground.git("branch", "-m", "release", "release/1")
        let second = try playground.commit(["a.yaml": "2"], to: "release/1")
        #expect(try await mirror.resolve(ref: "release/1").commit == second)
    }

    @Test("eight mirrors in one cache directory disturb each other in nothing")
    func shared() async throws {
        let playground = try Playground()
        let commit = try playground.commit(["a.yaml": "1"])
        let mirrors = try (1...8).map { _ in try playground.mirror() }
        try await withThrowingTaskGroup(of: String.self) { group in
            for mirror in mirrors { group.addTask { try await mirror.resolve(ref: "main").commit } }
            for try await resolved in group { #expect(resolved == commit) }
        }
    }
}
