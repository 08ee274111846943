import Foundation
import Testing

@testable import GitRepository

/// A git server on loopback, which ends with this object.
final class Peer {
    let port: Int
    private let process = Process()
    private let input = Pipe()

    private init(_ arguments: [String]) throws {
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Peers/peer.py"
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", script] + arguments
        let output = Pipe()
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        var line = Data()
        while !line.contains(UInt8(ascii: "\n")) {
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { break }
            line += more
        }
        let text = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        port = try #require(Int(text), "the peer did not start")
    }

    deinit {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// `git http-backend` over the playground's repositories.
    static func http(
        _ playground: Playground,
        credential: String? = nil,
        status: Int? = nil,
        tls: (certificate: String, key: String)? = nil
    ) throws -> Peer {
        var arguments = ["http", playground.path + "/remotes", playground.path + "/http.log"]
        if let credential { arguments += ["--credential", credential] }
        if let status { arguments += ["--status", String(status)] }
        if let tls { arguments += ["--tls", tls.certificate, tls.key] }
        return try Peer(arguments)
    }

    /// The requests that an HTTP peer has seen.
    static func requests(_ playground: Playground) throws -> [String] {
        let log = try String(contentsOfFile: playground.path + "/http.log", encoding: .utf8)
        return log.split(separator: "\n").map(String.init)
    }

    /// `sshd` with keys of its own, made in the playground.
    static func ssh(_ playground: Playground) throws -> Peer {
        let directory = playground.path + "/ssh"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        for name in ["host", "user", "stranger"] { try makeKey(directory + "/" + name) }
        try FileManager.default.copyItem(atPath: directory + "/user.pub", toPath: directory + "/authorized_keys")
        return try Peer(["ssh", directory, directory + "/authorized_keys", directory + "/host"])
    }

    static func makeKey(_ path: String, type: String = "ed25519", passphrase: String = "") throws {
        try Shell.run("ssh-keygen", "-q", "-t", type, "-N", passphrase, "-f", path)
    }
}

/// A socket that accepts connections and never says a word.
final class SilentServer {
    let port: Int
    private let descriptor: Int32

    init() throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let (fd, size) = (descriptor, length)
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(fd, $0, size) }
        }
        try #require(bound == 0 && listen(fd, 16) == 0)
        _ = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(fd, $0, &length) }
        }
        port = Int(UInt16(bigEndian: address.sin_port))
    }

    deinit { close(descriptor) }
}
