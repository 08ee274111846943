import Foundation
import Testing

/// A network with troubles in front of a peer, which ends with this object.
final class Network {
    /// What happens to what passes.
    enum Trouble: Sendable {
        case none
        /// Once so many more bytes have come that way, every connection is reset, old and new.
        case cut(Way, after: Int)
        /// Once so many more bytes have come that way, nothing passes any more.
        case stall(Way, after: Int)
        /// What comes down comes so many bytes at a time, so many milliseconds apart.
        case trickle(bytes: Int, milliseconds: Int)

        fileprivate var order: String {
            switch self {
            case .none: "pass"
            case .cut(let way, let count): "cut \(way) \(count)"
            case .stall(let way, let count): "stall \(way) \(count)"
            case .trickle(let bytes, let milliseconds): "trickle \(bytes) \(milliseconds)"
            }
        }
    }

    enum Way: String, CaseIterable, Sendable { case down, up }

    /// Stands for the peer's.
    private(set) var port = 0
    private let process = Process()
    private let (input, output) = (Pipe(), Pipe())

    init(before port: Int) throws {
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().path + "/Peers/between.py"
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", script, "\(port)"]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        self.port = try #require(Int(line()), "the network did not start")
    }

    deinit {
        try? input.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// Takes effect for the connections that are open as well.
    /// - Returns: how many bytes have passed each way since the last trouble.
    @discardableResult
    func have(_ trouble: Trouble) throws -> [Way: Int] {
        input.fileHandleForWriting.write(Data((trouble.order + "\n").utf8))
        let counts = try line().split(separator: " ").map { try #require(Int($0)) }
        return [.down: counts[0], .up: counts[1]]
    }

    private func line() throws -> String {
        var line = Data()
        while !line.contains(UInt8(ascii: "\n")) {
            let more = output.fileHandleForReading.availableData
            if more.isEmpty { break }
            line += more
        }
        return String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
