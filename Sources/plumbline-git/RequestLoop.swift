import CMalloc
import GitMessages
import SystemPackage

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Reads requests from standard input and writes replies to standard output, one at a time, until the input ends.
struct RequestLoop {
    private var decoder = FrameDecoder()
    private var buffer = [UInt8](repeating: 0, count: 64 * 1024)

    mutating func run() throws {
        while let payload = try nextPayload() {
            let request = try JSONDecoder().decode(GitRequest.self, from: Data(payload))
            try write(frame(of: RequestHandler.answer(request)))
            _ = malloc_trim(0)
        }
    }

    private mutating func nextPayload() throws -> [UInt8]? {
        while true {
            if let payload = try decoder.next() { return payload }
            let count = try buffer.withUnsafeMutableBytes { try FileDescriptor.standardInput.read(into: $0) }
            if count == 0 { return nil }
            decoder.append(buffer[..<count])
        }
    }

    /// An answer that is too long for a frame becomes one that says so.
    private func frame(of reply: GitReply) throws -> [UInt8] {
        do {
            return try Frame.encode(reply)
        } catch FrameError.tooLong {
            let failure = GitFailure(code: .tooLarge, text: "the answer is larger than one message may be")
            return try Frame.encode(GitReply.failed(failure))
        }
    }

    private func write(_ bytes: [UInt8]) throws {
        do {
            try FileDescriptor.standardOutput.writeAll(bytes)
        } catch {
            throw GitFailure(code: .other, text: "nobody reads the answers any more")
        }
    }
}
