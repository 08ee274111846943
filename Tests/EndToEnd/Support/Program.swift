import EmulatorSupport
import Foundation

/// A program in a process of its own.
enum Program {
    /// The built `plumbline`, in the directory of the test bundle.
    static let plumbline: URL = {
        var directory = URL(fileURLWithPath: CommandLine.arguments.first ?? "").deletingLastPathComponent()
        for bundle in Bundle.allBundles where bundle.bundlePath.hasSuffix(".xctest") {
            directory = bundle.bundleURL.deletingLastPathComponent()
        }
        let debug = TestPython.root.appendingPathComponent(".build/debug")
        return [directory, debug].map { $0.appendingPathComponent("plumbline") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? directory
    }()

    /// Runs a program to its end.
    /// - Parameters:
    ///   - deadline: ends it, and fails, when it takes longer.
    static func run(
        _ executable: URL, _ arguments: [String], environment: [String: String],
        deadline: Duration = .seconds(120)
    ) async throws -> Finished {
        let folder = try Folder()
        let (output, errors) = (folder.url("output"), folder.url("errors"))
        for file in [output, errors] { try Data().write(to: file) }
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        // Files, not pipes: nobody has to read along, and a killed program's helper cannot hold them open.
        process.standardOutput = try FileHandle(forWritingTo: output)
        process.standardError = try FileHandle(forWritingTo: errors)
        let ended = AsyncStream<Void>.makeStream()
        process.terminationHandler = { _ in ended.continuation.finish() }
        try process.run()
        let pid = process.processIdentifier
        let wasLate = await withTaskGroup(of: Bool.self) { group in
            group.addTask {
                for await _ in ended.stream {}
                return false
            }
            group.addTask {
                do { try await Task.sleep(for: deadline) } catch { return false }
                Foundation.kill(pid, SIGKILL)
                return true
            }
            let first = await group.next() ?? false
            group.cancelAll()
            return first
        }
        process.waitUntilExit()
        let finished = Finished(
            code: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
            output: try String(contentsOf: output, encoding: .utf8),
            errors: try String(contentsOf: errors, encoding: .utf8))
        if executable == plumbline { Kept.keep(finished.said, of: arguments.first ?? "") }
        guard !wasLate else {
            throw EndToEndError("\(arguments.joined(separator: " ")) did not end within \(deadline): \(finished.said)")
        }
        return finished
    }

    /// Runs git as a person of the team would.
    @discardableResult
    static func git(_ arguments: [String], in directory: URL) async throws -> String {
        var environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("GIT_") }
        environment["GIT_CONFIG_GLOBAL"] = "/dev/null"
        environment["GIT_CONFIG_NOSYSTEM"] = "1"
        for role in ["AUTHOR", "COMMITTER"] {
            environment["GIT_\(role)_NAME"] = "Ada Operator"
            environment["GIT_\(role)_EMAIL"] = "ada@example.com"
        }
        let finished = try await run(
            URL(fileURLWithPath: "/usr/bin/env"), ["git", "-C", directory.path] + arguments, environment: environment)
        guard finished.code == 0 else {
            throw EndToEndError("git \(arguments.joined(separator: " ")): \(finished.said)")
        }
        return finished.output.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}

/// A directory of its own, removed with this object.
final class Folder: Sendable {
    let root: URL

    init() throws {
        root = FileManager.default.temporaryDirectory.appendingPathComponent("plumbline-e2e-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    func url(_ name: String) -> URL { root.appendingPathComponent(name) }
}
