import EmulatorSupport
import Foundation

/// `git http-backend` over a config repository, on loopback. It ends with this object.
final class GitServer: Sendable {
    /// The repository's address.
    let url: String
    private let process: Process
    private let input: Pipe
    private let folder: Folder

    private init(url: String, process: Process, input: Pipe, folder: Folder) {
        self.url = url
        self.process = process
        self.input = input
        self.folder = folder
    }

    deinit { try? input.fileHandleForWriting.close() }

    /// - Parameters:
    ///   - token: what the client has to show.
    ///   - status: answered to every request instead of the repository.
    static func start(
        _ repository: ConfigRepository, token: String? = nil, status: Int? = nil
    ) async throws -> GitServer {
        let folder = try Folder()
        let script = TestPython.root.appendingPathComponent("Tests/GitRepositoryTests/Peers/peer.py")
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = try TestPython.interpreter()
        process.arguments = [script.path, "http", repository.remotes.path, folder.url("log").path]
        if let token {
            try accept(token, in: folder)
            process.arguments? += ["--credential-file", folder.url("credential").path]
        }
        if let status { process.arguments? += ["--status", String(status)] }
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let line = await firstLine(of: output.fileHandleForReading)
        guard let port = Int(line) else { throw EndToEndError("the git server did not start: \(line)") }
        return GitServer(url: "http://127.0.0.1:\(port)/config.git", process: process, input: input, folder: folder)
    }

    /// From now on only this token is accepted; for a server that was started with one.
    func accept(_ token: String) throws { try Self.accept(token, in: folder) }

    private static func accept(_ token: String, in folder: Folder) throws {
        try Data("x-access-token:\(token)".utf8).write(to: folder.url("credential"), options: .atomic)
    }

    /// The first line. Blocks a thread that is not the caller's.
    static func firstLine(of handle: FileHandle) async -> String {
        await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                var line = Data()
                while !line.contains(UInt8(ascii: "\n")) {
                    let more = handle.availableData
                    if more.isEmpty { break }
                    line.append(more)
                }
                let text = String(decoding: line, as: UTF8.self)
                continuation.resume(returning: text.trimmingCharacters(in: .whitespacesAndNewlines))
            }
        }
    }
}
