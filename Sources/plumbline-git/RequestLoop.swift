import GitMessages
import Glibc

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
        }
    }

    private mutating func nextPayload() throws -> [UInt8]? {
        while true {
            if let payload = try decoder.next() { return payload }
            let count = buffer.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
            if count > 0 {
                decoder.append(buffer[..<count])
            } else if count == 0 || errno != EINTR {
                return nil
            }
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
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                throw GitFailure(code: .other, text: "nobody reads the answers any more")
            }
        }
    }
}
