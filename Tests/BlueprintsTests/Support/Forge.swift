import Foundation
import Testing

@testable import Blueprints

/// A config repository at a forge, and the clone of it that CodeBuild makes for a build.
final class Forge: Sendable {
    struct Finished {
        let code: Int32
        /// Standard output and error.
        let said: String
    }

    private struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private let root: URL
    private var bare: URL { root.appending(path: "config.git") }
    private var work: URL { root.appending(path: "work") }
    private var clone: URL { root.appending(path: "clone") }

    /// - Parameter manifests: the content of `nodes/dev.yaml`.
    init(_ manifests: String) async throws {
        root = FileManager.default.temporaryDirectory.appending(path: "plumbline-forge-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: root.appending(path: "work/nodes"), withIntermediateDirectories: true)
        try await git("init", "--quiet", "--bare", "--initial-branch=main", bare.path, in: root)
        try await git("init", "--quiet", "--initial-branch=main", ".", in: work)
        try Data(manifests.utf8).write(to: work.appending(path: "nodes/dev.yaml"))
        try FileManager.default.createSymbolicLink(
            atPath: work.appending(path: "link.yaml").path, withDestinationPath: "nodes/dev.yaml")
        try await git("add", "--all", in: work)
        try await git("commit", "--quiet", "--message", "Begin", in: work)
        try await git("push", "--quiet", bare.path, "main", in: work)
        try await git("clone", "--quiet", bare.path, clone.path, in: root)
        try await git("checkout", "--quiet", "--detach", in: clone)
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    /// Runs the deploy project's build.
    func propose(_ image: String, _ tag: String, _ variables: [String: String] = [:]) async throws -> Finished {
        let own = [
            "IMAGE_REPOSITORY": image, "IMAGE_TAG": tag, "CONFIG_BRANCH": "main", "CONFIG_FILE": "nodes/dev.yaml",
            "CONFIG_MARKER": "", "CONFIG_MODE": "commit", "PIPELINE": "dev/acme", "SOURCE_REPOSITORY": "tooltwist/acme",
            "AUTHOR_EMAIL": "ops@example.com",
        ]
        let script = try Self.command(of: Buildspec.proposal)
        return try await run(["bash", "-c", script], in: clone, own.merging(variables) { $1 })
    }

    /// The file on the branch that Plumbline follows.
    func file() async throws -> String {
        try await run(["git", "show", "main:nodes/dev.yaml"], in: bare).said
    }

    /// git at the forge; the answer without the line end.
    func git(_ arguments: String...) async throws -> String {
        try await run(["git"] + arguments, in: bare).said.trimmingCharacters(in: .newlines)
    }

    /// Lets another commit be there just before the first push arrives.
    func beatFirstPush(adding text: String) async throws {
        let manifests = work.appending(path: "nodes/dev.yaml")
        try Data((String(contentsOf: manifests, encoding: .utf8) + text).utf8).write(to: manifests)
        try await git("commit", "--quiet", "--all", "--message", "Somebody else's", in: work)
        let hook = bare.appending(path: "hooks/pre-receive")
        let script = """
            #!/bin/sh
            rm "$0"
            unset GIT_DIR GIT_QUARANTINE_PATH GIT_OBJECT_DIRECTORY GIT_ALTERNATE_OBJECT_DIRECTORIES
            git -C '\(work.path)' push --quiet '\(bare.path)' main
            exit 0
            """
        try Data(script.utf8).write(to: hook)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: hook.path)
    }

    /// The one command of a buildspec: the block after `- |`, its indentation taken off.
    private static func command(of buildspec: String) throws -> String {
        let lines = buildspec.split(separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.firstIndex { $0.trimmingCharacters(in: .whitespaces) == "- |" })
        let block = lines[(start + 1)...]
        let depth = try #require(block.first).prefix { $0 == " " }.count
        #expect(block.allSatisfy { $0.isEmpty || $0.prefix(depth).allSatisfy { $0 == " " } }, "no whole block")
        return block.map { $0.dropFirst(depth) }.joined(separator: "\n")
    }

    private func git(_ arguments: String..., in folder: URL) async throws {
        let finished = try await run(["git"] + arguments, in: folder)
        guard finished.code == 0 else { throw Failure(description: "git \(arguments): \(finished.said)") }
    }

    private func run(
        _ command: [String], in folder: URL, _ variables: [String: String] = [:]
    ) async throws -> Finished {
        let own = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": root.path,
            "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.com",
            "GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.com",
        ]
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = command
        process.currentDirectoryURL = folder
        process.environment = own.merging(variables) { $1 }
        let output = root.appending(path: "output-\(UUID().uuidString)")
        try Data().write(to: output)
        let file = try FileHandle(forWritingTo: output)
        process.standardOutput = file
        process.standardError = file
        process.standardInput = FileHandle.nullDevice
        let ended = AsyncStream<Void>.makeStream()
        process.terminationHandler = { _ in ended.continuation.finish() }
        try process.run()
        for await _ in ended.stream {}
        return Finished(code: process.terminationStatus, said: try String(contentsOf: output, encoding: .utf8))
    }
}
