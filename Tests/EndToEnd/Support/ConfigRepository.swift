import EmulatorSupport
import Foundation

/// A config repository: a bare one that Plumbline reads, and a clone in which a team works.
final class ConfigRepository: Sendable {
    private let folder: Folder

    /// What Plumbline is given as `--repo`.
    var bare: URL { folder.url("remotes/config.git") }
    /// The directory that holds the bare repository, for a server.
    var remotes: URL { folder.url("remotes") }
    private var work: URL { folder.url("work") }

    deinit {
        // The status branch, every commit of it.
        let git = Process()
        let output = Pipe()
        git.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        git.arguments = ["git", "-C", bare.path, "log", "--patch", "--glob=refs/heads/plumbline"]
        git.standardOutput = output
        git.standardError = FileHandle.nullDevice
        guard (try? git.run()) != nil else { return }
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        git.waitUntilExit()
        Kept.keep(text, of: "status branch")
    }

    /// An empty repository, without a commit.
    init() async throws {
        folder = try Folder()
        try FileManager.default.createDirectory(at: folder.url("remotes"), withIntermediateDirectories: true)
        try await Program.git(["init", "--quiet", "--bare", "--initial-branch=main", bare.path], in: folder.root)
        try await Program.git(["init", "--quiet", "--initial-branch=main", work.path], in: folder.root)
        try await Program.git(["remote", "add", "origin", bare.path], in: work)
    }

    /// Writes files, removes those that are nil, commits and pushes.
    /// - Returns: the commit.
    @discardableResult
    func commit(
        _ files: [String: String?], _ subject: String = "Change the manifests", to branch: String = "main"
    ) async throws -> String {
        for (path, text) in files {
            let file = work.appendingPathComponent(path)
            guard let text else {
                try FileManager.default.removeItem(at: file)
                continue
            }
            let parent = file.deletingLastPathComponent()
            try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        try await Program.git(["add", "--all"], in: work)
        try await Program.git(["commit", "--quiet", "--allow-empty", "--message", subject], in: work)
        try await Program.git(["push", "--quiet", "origin", branch], in: work)
        return try await Program.git(["rev-parse", "HEAD"], in: work)
    }

    /// From now on commits are signed with this SSH key; nil signs none.
    func sign(with key: URL?) async throws {
        for (name, value) in [
            ("gpg.format", "ssh"), ("user.signingKey", key?.path ?? ""),
            ("commit.gpgSign", key == nil ? "false" : "true"),
        ] {
            try await Program.git(["config", name, value], in: work)
        }
    }

    /// Takes over what somebody else committed to main.
    func pull() async throws { try await Program.git(["pull", "--quiet", "--ff-only", "origin", "main"], in: work) }

    /// The same on a branch of its own, which begins where main is.
    @discardableResult
    func propose(_ files: [String: String?], branch: String = "side") async throws -> String {
        let isNew = try await git("branch", "--list", branch).isEmpty
        try await Program.git(["checkout", "--quiet"] + (isNew ? ["-b"] : []) + [branch], in: work)
        let commit = try await self.commit(files, "Propose a change", to: branch)
        try await Program.git(["checkout", "--quiet", "main"], in: work)
        return commit
    }

    /// Merges a branch into main, as a forge does.
    /// - Returns: the merge commit.
    @discardableResult
    func merge(_ branch: String = "side") async throws -> String {
        try await Program.git(["merge", "--quiet", "--no-ff", "--message", "Merge a change", branch], in: work)
        try await Program.git(["push", "--quiet", "origin", "main"], in: work)
        return try await Program.git(["rev-parse", "HEAD"], in: work)
    }

    /// Commits one of the project's own examples, a folder of `manifests/examples`.
    func commitExample(_ name: String = "basic") async throws {
        let example = TestPython.root.appendingPathComponent("manifests/examples/\(name)")
        let paths = try FileManager.default.subpathsOfDirectory(atPath: example.path)
        var files: [String: String] = [:]
        for path in paths where path.hasSuffix(".yaml") {
            files[path] = try String(contentsOf: example.appendingPathComponent(path), encoding: .utf8)
        }
        try await commit(files, "Describe our environments")
    }

    /// Commits files to a branch of the bare repository, as somebody does who edits them on the forge's page.
    func write(_ files: [String: String], to branch: String) async throws {
        let copy = folder.url("edit-\(UUID().uuidString)")
        try await Program.git(["clone", "--quiet", "--branch", branch, bare.path, copy.path], in: folder.root)
        for (path, text) in files { try Data(text.utf8).write(to: copy.appendingPathComponent(path)) }
        try await Program.git(["commit", "--quiet", "--all", "--message", "Edit by hand"], in: copy)
        try await Program.git(["push", "--quiet", "origin", branch], in: copy)
    }

    /// git in the bare repository.
    @discardableResult
    func git(_ arguments: String...) async throws -> String { try await Program.git(arguments, in: bare) }

    /// The newest commit of the status branch; nil when there is none.
    func statusHead() async throws -> String? {
        let head = try await git("for-each-ref", "--format=%(objectname)", "refs/heads/plumbline/status")
        return head.isEmpty ? nil : head
    }

    /// The subjects of the status branch, newest first.
    func statusSubjects() async throws -> [String] {
        try await git("log", "--format=%s", "plumbline/status").split(separator: "\n").map(String.init)
    }

    /// A file of the status branch.
    func statusFile(_ path: String) async throws -> String { try await git("show", "plumbline/status:\(path)") }
}
