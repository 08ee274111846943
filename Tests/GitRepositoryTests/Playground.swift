import Foundation
import Testing

@testable import GitRepository

/// A directory of its own for one test, removed at the end, with a bare repository to play the remote.
final class Playground: Sendable {
    let path: String
    /// The bare repository.
    var bare: String { path + "/remotes/config.git" }
    var cache: String { path + "/cache" }

    init() throws {
        path = FileManager.default.temporaryDirectory.path + "/plumbline-git-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path + "/remotes", withIntermediateDirectories: true)
        try git("init", "--quiet", "--bare", "--initial-branch=main", bare, in: path)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    @discardableResult
    func git(_ arguments: String..., in directory: String? = nil) throws -> String {
        try Shell.run(["git"] + arguments, in: directory ?? bare)
    }

    /// Commits files to a branch of the bare repository as another person would, and returns the commit.
    @discardableResult
    func commit(_ files: [String: String], to branch: String = "main", message: String = "Change") throws -> String {
        let work = path + "/work-\(UUID().uuidString)"
        try git("clone", "--quiet", bare, work, in: path)
        if (try? git("rev-parse", "--verify", "--quiet", "origin/\(branch)", in: work)) != nil {
            try git("checkout", "--quiet", "-B", branch, "origin/\(branch)", in: work)
        } else {
            try git("checkout", "--quiet", "--orphan", branch, in: work)
        }
        for (name, content) in files {
            let file = URL(fileURLWithPath: work + "/" + name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(content.utf8).write(to: file)
        }
        try git("add", "--all", in: work)
        try git("commit", "--quiet", "--allow-empty", "--message", message, in: work)
        try git("push", "--quiet", "origin", branch, in: work)
        let id = try git("rev-parse", "HEAD", in: work)
        try FileManager.default.removeItem(atPath: work)
        return id
    }

    /// Writes a program. Another process does it: what a test writes itself, a process that is started beside it may still
    /// have open, and then the kernel does not run it.
    func write(script: String, to file: String) throws {
        try Shell.run(["sh", "-c", "cat > \"$0\" && chmod 755 \"$0\"", file], input: script)
    }

    func mirror(
        _ remote: GitRemote? = nil,
        cache: String? = nil,
        deadlines: GitDeadlines = .patient,
        packLimit: Int = 200,
        byteLimit: Int = 4 << 30,
        patience: Duration = .seconds(600)
    ) throws -> GitMirror {
        try GitMirror(
            remote: remote ?? GitRemote(url: bare),
            cacheDirectory: cache ?? self.cache,
            executable: Self.executable,
            deadlines: deadlines,
            packLimit: packLimit,
            byteLimit: byteLimit,
            patience: patience
        )
    }

    /// `plumbline-git` of the same build: in the directory of the test bundle.
    static var executable: String {
        var directory = URL(fileURLWithPath: CommandLine.arguments.first ?? "").deletingLastPathComponent()
        for bundle in Bundle.allBundles where bundle.bundlePath.hasSuffix(".xctest") {
            directory = bundle.bundleURL.deletingLastPathComponent()
        }
        return [
            directory.path,
            GitHelper.besideThisExecutable.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 },
        ]
        .map { $0 + "/plumbline-git" }
        .first { FileManager.default.isExecutableFile(atPath: $0) } ?? GitHelper.besideThisExecutable
    }
}

extension GitDeadlines {
    /// Long enough for a machine with other things to do.
    static let patient = GitDeadlines(
        list: .seconds(60),
        fetch: .seconds(120),
        push: .seconds(120),
        local: .seconds(60)
    )
    /// For many at the same few processors.
    static let crowded = GitDeadlines(
        list: .seconds(300),
        fetch: .seconds(300),
        push: .seconds(300),
        local: .seconds(300)
    )
    /// Short, for peers that never answer.
    static let short = GitDeadlines(list: .seconds(1), fetch: .seconds(2), push: .seconds(1), local: .seconds(10))
}

extension GitSignature {
    static let plumbline = GitSignature(name: "Plumbline", email: "plumbline@example.com")
}

/// The error that `work` ends with; anything else is an issue of the test.
func gitError(
    _ work: () async throws -> some Any,
    sourceLocation: SourceLocation = #_sourceLocation
) async -> GitError? {
    do {
        let value = try await work()
        Issue.record("it succeeded with \(value)", sourceLocation: sourceLocation)
    } catch let error as GitError {
        return error
    } catch {
        Issue.record("another error: \(error)", sourceLocation: sourceLocation)
    }
    return nil
}
