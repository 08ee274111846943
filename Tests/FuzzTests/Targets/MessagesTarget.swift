import Foundation
import GitMessages

/// A stream of frames, arriving in pieces as long as the first byte says.
///
/// However a stream is cut, the same comes out of it. What is understood of a message is the same when it is framed and read again.
enum MessagesTarget {
    private static let maximumLength = 1 << 20

    static func take(_ input: [UInt8]) throws(BrokenPromise) {
        guard let first = input.first else { return }
        let stream = input.dropFirst()
        let whole = payloads(of: stream, inPiecesOf: max(1, stream.count))
        let cut = payloads(of: stream, inPiecesOf: max(1, Int(first)))
        try promise(whole.payloads == cut.payloads, "a stream that is cut otherwise holds other messages")
        try promise(whole.isTooLong == cut.isTooLong, "a stream that is cut otherwise ends otherwise")
        for payload in whole.payloads {
            try checkMessage(payload, GitRequest.self)
            try checkMessage(payload, GitReply.self)
        }
    }

    private static func payloads(
        of stream: ArraySlice<UInt8>, inPiecesOf size: Int
    ) -> (payloads: [[UInt8]], isTooLong: Bool) {
        var decoder = FrameDecoder(maximumLength: maximumLength)
        var payloads: [[UInt8]] = []
        var rest = stream
        while !rest.isEmpty {
            decoder.append(rest.prefix(size))
            rest = rest.dropFirst(size)
            do throws(FrameError) {
                while let payload = try decoder.next() { payloads.append(payload) }
            } catch {
                return (payloads, true)
            }
        }
        return (payloads, false)
    }

    private static func checkMessage<Message: Codable>(
        _ payload: [UInt8], _ type: Message.Type
    ) throws(BrokenPromise) {
        guard let message = try? JSONDecoder().decode(type, from: Data(payload)) else { return }
        let again = try promised("a message that was understood can be sent on") {
            var decoder = FrameDecoder()
            decoder.append(try Frame.encode(message))
            let payload = try decoder.next() ?? []
            return try JSONDecoder().decode(type, from: Data(payload))
        }
        try promise(sorted(message) == sorted(again), "a message that was sent on says something else")
    }

    private static func sorted(_ message: some Encodable) -> Data? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return try? encoder.encode(message)
    }
}
