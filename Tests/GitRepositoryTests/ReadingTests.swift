import Foundation
import Testing

@testable import GitRepository

@Suite("Reading a repository")
struct ReadingTests {
    @Test("a bare repository, a working one and a file URL all read alike")
    func forms() async throws {
        let playground = try Playground()
        let commit = try playground.commit(["dev.yaml": "a: 1\n"])
        let work = playground.path + "/working"
        try playground.git("clone", "--quiet", playground.bare, work, in: playground.path)
        for url in [playground.bare, work, "file://" + playground.bare] {
            let mirror = try playground.mirror(GitRemote(url: url))
            let revision = try await mirror.resolve(ref: "main")
            #expect(revision.description == "main@sha1:\(commit)")
            let files = try await mirror.readTree(at: commit)
            #expect(files.map(\.path) == ["dev.yaml"])
            #expect(files.first?.content == Array("a: 1\n".utf8))
        }
    }

    @Test("branch, tag, annotated tag, full and abbreviated commit id and HEAD resolve")
    func refs() async throws {
        let playground = try Playground()
        let first = try playground.commit(["a.yaml": "1"])
        try playground.git("tag", "light", first)
        try playground.git("-c", "user.name=T", "-c", "user.email=t@e", "tag", "-a", "v1", "-m", "v1", first)
        let second = try playground.commit(["a.yaml": "2"])
        let side = try playground.commit(["b.yaml": "3"], to: "feature/side")
        let mirror = try playground.mirror()
        #expect(try await mirror.resolve(ref: "main").commit == second)
        #expect(try await mirror.resolve(ref: "refs/heads/main") == GitRevision(ref: "main", commit: second))
        #expect(try await mirror.resolve(ref: "HEAD") == GitRevision(ref: "main", commit: second))
        #expect(try await mirror.resolve(ref: "feature/side").commit == side)
        #expect(try await mirror.resolve(ref: "light").commit == first)
        #expect(try await mirror.resolve(ref: "v1") == GitRevision(ref: "v1", commit: first))
        #expect(try await mirror.resolve(ref: first).commit == first)
        #expect(try await mirror.resolve(ref: String(first.prefix(8))).commit == first)
        let fresh = try playground.mirror(cache: playground.path + "/other-cache")
        #expect(try await fresh.resolve(ref: String(side.prefix(10))).commit == side)
    }

    @Test("an unknown ref names the branches there are")
    func unknownRef() async throws {
        let playground = try Playground()
        try playground.commit(["a.yaml": "1"])
        let mirror = try playground.mirror()
        for ref in ["nope", "abcdef12", String(repeating: "0", count: 40)] {
            let error = await gitError { try await mirror.resolve(ref: ref) }
            #expect(error?.code == .unknownRef)
            #expect(error?.message.contains("main") == true)
        }
    }

    @Test("an empty repository and a path without one are told apart")
    func nothingThere() async throws {
        let playground = try Playground()
        let empty = await gitError { try await playground.mirror().resolve(ref: "main") }
        #expect(empty?.code == .emptyRepository)
        let missing = GitRemote(url: playground.path + "/nowhere")
        let nowhere = await gitError { try await playground.mirror(missing).resolve(ref: "main") }
        #expect(nowhere?.code == .notFound)
        #expect(nowhere?.message.contains("/nowhere") == true)
        let plain = GitRemote(url: playground.path + "/remotes")
        #expect(await gitError { try await playground.mirror(plain).resolve(ref: "main") }?.code == .notFound)
    }

    @Test("a tree's files come ordered, filtered, with links, submodules and what is too large marked")
    func tree() async throws {
        let playground = try Playground()
        try playground.commit(["base/b.yaml": "b", "a.yml": "a", "notes.md": "x", "deep/er/c.yaml": "c"])
        let work = playground.path + "/work"
        try playground.git("clone", "--quiet", playground.bare, work, in: playground.path)
        try Data(repeating: 97, count: (1 << 20) + 1).write(to: URL(fileURLWithPath: work + "/large.yaml"))
        try FileManager.default.createSymbolicLink(atPath: work + "/link.yaml", withDestinationPath: "../outside.yaml")
        try playground.git(
            "update-index",
            "--add",
            "--cacheinfo",
            "160000,\(String(repeating: "1", count: 40)),sub",
            in: work
        )
        try playground.git("add", "large.yaml", "link.yaml", in: work)
        try Shell.run("git", "commit", "--quiet", "-m", "more", in: work)
        try playground.git("push", "--quiet", "origin", "main", in: work)
        let mirror = try playground.mirror()
        let commit = try await mirror.resolve(ref: "main").commit
        let files = try await mirror.readTree(at: commit)
        #expect(files.map(\.path) == ["a.yml", "base/b.yaml", "deep/er/c.yaml", "large.yaml", "link.yaml", "sub"])
        let byPath = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0) })
        #expect(byPath["large.yaml"]?.content == nil)
        #expect(byPath["large.yaml"]?.size == (1 << 20) + 1)
        #expect(byPath["link.yaml"]?.kind == .symlink)
        #expect(byPath["link.yaml"]?.content == Array("../outside.yaml".utf8))
        #expect(byPath["sub"]?.kind == .submodule)
        #expect(try await mirror.readTree(at: commit, under: "./deep/").map(\.path) == ["deep/er/c.yaml"])
        #expect(try await mirror.readFile("notes.md", at: commit) == Array("x".utf8))
        #expect(try await mirror.readFile("nope.md", at: commit) == nil)
        #expect(try await mirror.readFile("base", at: commit) == nil)
        let error = await gitError { try await mirror.readTree(at: commit, under: "nope") }
        #expect(error?.code == .pathNotFound)
        let few = GitFileFilter(suffixes: [".yaml"], maximumTotalSize: 2)
        #expect(await gitError { try await mirror.readTree(at: commit, where: few) }?.code == .tooLarge)
    }

    @Test("a tree deeper than people make is refused, and says where")
    func depth() async throws {
        let playground = try Playground()
        let commit = try playground.commit([String(repeating: "a/", count: 300) + "b.yaml": "1"])
        let mirror = try playground.mirror()
        _ = try await mirror.resolve(ref: "main")
        let error = await gitError { try await mirror.readTree(at: commit) }
        #expect(error?.code == .tooLarge)
        #expect(error?.message.contains("lies more than 256 directories deep") == true)
    }

    @Test(
        "a tree that holds itself many times over is refused, whether its files are asked for or not",
        arguments: [
            ("b.yaml", "has more than 100000 files to read"), ("b.txt", "has more than 2000000 files and directories"),
        ])
    func bomb(file: String, reason: String) async throws {
        let playground = try Playground()
        let blob = try Shell.run(["git", "hash-object", "-w", "/dev/null"], in: playground.bare)
        func tree(of line: (Int) -> String) throws -> String {
            let lines = (0..<16).map { line($0) + "\n" }.joined()
            return try Shell.run(["git", "mktree"], in: playground.bare, input: lines)
        }
        var top = try tree { "100644 blob \(blob)\t\($0)\(file)" }
        for _ in 0..<8 { top = try tree { [top] in "040000 tree \(top)\t\($0)" } }
        let commit = try playground.git("commit-tree", top, "-m", "a bomb")
        try playground.git("update-ref", "refs/heads/main", commit)
        let mirror = try playground.mirror()
        #expect(try await mirror.resolve(ref: "main").commit == commit)
        let error = await gitError { try await mirror.readTree(at: commit) }
        #expect(error?.code == .tooLarge)
        #expect(error?.message.contains(reason) == true)
    }

    @Test("history shows the commits that touched a path, newest first, with their trailers")
    func history() async throws {
        let playground = try Playground()
        let root = try playground.commit(["status/dev.yaml": "1"], message: "dev: first")
        try playground.commit(["status/prod.yaml": "1"], message: "prod: first")
        let message = "dev: second\n\nWhat was done.\n\nPlumbline-Revision: main@sha1:abc\nPlumbline-Outcome: done\n"
        let last = try playground.commit(["status/dev.yaml": "2"], message: message)
        let mirror = try playground.mirror()
        let commits = try await mirror.log(ref: "main", path: "status/dev.yaml")
        #expect(commits.map(\.id) == [last, root])
        #expect(commits.first?.subject == "dev: second")
        #expect(commits.first?.trailers == ["Plumbline-Revision": "main@sha1:abc", "Plumbline-Outcome": "done"])
        #expect(commits.first?.body.hasPrefix("What was done.") == true)
        #expect(commits.first?.author == GitSignature(name: "Tester", email: "tester@example.com"))
        #expect(try await mirror.log(ref: "main", limit: 2).map(\.subject) == ["dev: second", "prod: first"])
        #expect(try await mirror.rootCommit(of: last) == root)
    }

    @Test("whether a commit is an ancestor is told however far back it is, and also when it is in no history any more")
    func ancestors() async throws {
        let playground = try Playground()
        let first = try playground.commit(["a.yaml": "1"])
        // What a merge brings: more commits than anybody would list.
        let stream = (1...1500).map { number in
            """
            commit refs/heads/side
            committer T <t@example.com> \(1_700_000_000 + number) +0000
            data 1
            s
            \(number == 1 ? "from \(first)\n" : "")
            """
        }.joined()
        let file = playground.path + "/stream"
        try Data(stream.utf8).write(to: URL(fileURLWithPath: file))
        try Shell.run(["sh", "-c", "git fast-import --quiet < \(file)"], in: playground.bare)
        let tree = try playground.git("rev-parse", "main^{tree}")
        let merge = try playground.git(
            "-c", "user.name=T", "-c", "user.email=t@example.com", "commit-tree", tree, "-p", "main", "-p", "side",
            "-m",
            "Merge")
        try playground.git("update-ref", "refs/heads/main", merge)
        let mirror = try playground.mirror()
        #expect(try await mirror.resolve(ref: "main").commit == merge)
        #expect(try await mirror.isAncestor(first, of: merge))
        #expect(try await mirror.isAncestor(merge, of: merge))
        #expect(try await !mirror.isAncestor(merge, of: first))
        #expect(try await !mirror.isAncestor(String(repeating: "1", count: 40), of: merge), "not in the mirror")
        #expect(try await mirror.log(ref: merge, firstParent: true).map(\.id) == [merge, first])
    }
}
