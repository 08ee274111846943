import EmulatorSupport
import Foundation

/// Real TLS servers on loopback, one for each way in which a certificate can be right or wrong, and the requests that got
/// through to them.
final class TLSServers: Sendable {
    enum Certificate: String, CaseIterable, Sendable {
        case good
        /// Of the same authority, for another host's name.
        case other
        case expired
        /// Of an authority that nobody trusts.
        case stranger
    }

    private let folder: Folder
    private let peers: [Certificate: Peer]

    /// One process, which ends with its standard input.
    private struct Peer: Sendable {
        var port: Int
        var input: Pipe
    }

    /// The file of the authority that is to be trusted.
    var authority: String { folder.url("ca.pem").path }

    /// - Parameter remotes: the directory of the git repositories that they serve.
    init(_ remotes: URL) async throws {
        folder = try Folder()
        let script = TestPython.root.appendingPathComponent("Tests/GitRepositoryTests/Peers/certificates.py")
        let made = try await Program.run(
            try TestPython.interpreter(), [script.path, folder.root.path],
            environment: ProcessInfo.processInfo.environment)
        guard made.code == 0 else { throw EndToEndError("no certificates: \(made.said)") }
        var peers: [Certificate: Peer] = [:]
        for certificate in Certificate.allCases {
            peers[certificate] = try await Self.start(certificate.rawValue, remotes, folder)
        }
        self.peers = peers
    }

    deinit { for peer in peers.values { try? peer.input.fileHandleForWriting.close() } }

    func url(_ certificate: Certificate) -> String { "https://localhost:\(peers[certificate]?.port ?? 0)" }

    /// The requests that one has seen: none where the handshake was given up.
    func requests(_ certificate: Certificate) -> [String] {
        let text = try? String(contentsOf: folder.url("\(certificate.rawValue).log"), encoding: .utf8)
        return (text ?? "").split(separator: "\n").map(String.init)
    }

    private static func start(_ name: String, _ remotes: URL, _ folder: Folder) async throws -> Peer {
        let script = TestPython.root.appendingPathComponent("Tests/GitRepositoryTests/Peers/peer.py")
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = try TestPython.interpreter()
        process.arguments = [
            script.path, "http", remotes.path, folder.url("\(name).log").path, "--tls", folder.url("\(name).pem").path,
            folder.url("\(name).key").path,
        ]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        let line = await GitServer.firstLine(of: output.fileHandleForReading)
        guard let port = Int(line) else { throw EndToEndError("the TLS server did not start: \(line)") }
        return Peer(port: port, input: input)
    }
}
