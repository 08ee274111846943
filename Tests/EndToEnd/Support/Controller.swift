import EmulatorSupport
import Foundation
import Testing

/// A running `plumbline serve`. It is killed with this object.
final class Controller: Sendable {
    let log = LineLog()
    private let process: Process
    private let folder: Folder

    private init(_ process: Process, _ folder: Folder) {
        self.process = process
        self.folder = folder
    }

    deinit { if process.isRunning { Foundation.kill(process.processIdentifier, SIGKILL) } }

    /// Starts it on a world.
    /// - Parameters:
    ///   - settings: more of the configuration, as whole lines.
    ///   - repository: the configuration's `repository`, when it is not the world's bare one.
    ///   - tokens: more lines of the server's part.
    ///   - options: more of the command line.
    static func start(
        _ world: World, _ settings: String = "", repository: String? = nil, variables: [String: String] = [:],
        tokens: String = "", options: [String] = []
    ) throws -> Controller {
        let folder = try Folder()
        let file = try configuration(world, settings, repository, tokens, in: folder)
        let process = Process()
        let controller = Controller(process, folder)
        process.executableURL = Program.plumbline
        process.arguments = ["serve", "--config", file.path] + options
        process.environment = world.environment.merging(variables) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        let errors = Pipe()
        process.standardError = errors
        let (log, handle) = (controller.log, errors.fileHandleForReading)
        try process.run()
        log.read(handle)
        return controller
    }

    /// Runs it with a flag that ends by itself.
    static func run(_ world: World, _ settings: String, _ flag: String) async throws -> Finished {
        let folder = try Folder()
        let file = try configuration(world, settings, nil, "", in: folder)
        return try await Program.run(
            Program.plumbline, ["serve", "--config", file.path, flag], environment: world.environment)
    }

    private static func configuration(
        _ world: World, _ settings: String, _ repository: String?, _ tokens: String, in folder: Folder
    ) throws -> URL {
        let text = """
            repository: \(repository ?? "{ url: \"\(world.repository.bare.path)\" }")
            poll: 200ms
            retry: { first: 200ms, max: 1s }
            log: { format: json }
            server:
              listen: "127.0.0.1:0"

            """ + (tokens.isEmpty ? "" : "  " + tokens + "\n") + settings + "\n"
        let file = folder.url("plumbline.yaml")
        try Data(text.utf8).write(to: file)
        return file
    }

    /// The port on which it listens, once it does.
    func port() async throws -> Int {
        let texts = ["\"message\":\"listening\"", "\"port\":\""]
        var line = said.split(separator: "\n").first { line in texts.allSatisfy(line.contains) }.map(String.init)
        if line == nil { line = await log.next(texts, within: .seconds(60)) }
        let told = try #require(line, "it does not listen:\n\(said)")
        let start = try #require(told.firstRange(of: "\"port\":\""))
        return try #require(Int(told[start.upperBound...].prefix { $0.isNumber }))
    }

    var said: String { log.text }

    /// The next line of its log about something; the texts are of JSON, such as `"reason":"Converged"`.
    @discardableResult
    func next(
        _ reason: String, _ texts: String..., within limit: Duration = .seconds(60),
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> String {
        let line = await log.next(["\"reason\":\"\(reason)\""] + texts, within: limit)
        return try #require(line, "no \(reason) \(texts) in\n\(said)", sourceLocation: sourceLocation)
    }

    /// The next line of its log with some texts in it.
    @discardableResult
    func line(
        _ texts: String..., within limit: Duration = .seconds(60), sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> String {
        let line = await log.next(texts, within: limit)
        return try #require(line, "no \(texts) in\n\(said)", sourceLocation: sourceLocation)
    }

    var isRunning: Bool { process.isRunning }
    var processID: Int32 { process.processIdentifier }

    /// The processes that it started and that run.
    var children: [Int32] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return names.compactMap { Int32($0) }.filter { number in
            let status = (try? String(contentsOfFile: "/proc/\(number)/status", encoding: .utf8)) ?? ""
            return status.contains("PPid:\t\(processID)\n")
        }
    }

    /// Waits until it has ended by itself.
    /// - Returns: its exit code, or minus the signal that ended it.
    func ended() async -> Int32 { await stop(0) }

    /// Asks it to stop, and waits until it has.
    /// - Returns: its exit code, or minus the signal that ended it.
    func stop(_ number: Int32 = SIGTERM) async -> Int32 {
        Foundation.kill(process.processIdentifier, number)
        return await withCheckedContinuation { continuation in
            DispatchQueue.global().async { [process] in
                process.waitUntilExit()
                let isExit = process.terminationReason == .exit
                continuation.resume(returning: isExit ? process.terminationStatus : -process.terminationStatus)
            }
        }
    }
}
