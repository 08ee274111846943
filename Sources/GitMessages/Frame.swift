#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The framing of messages on the helper's standard streams: four bytes of length, big-endian, then that much JSON.
public enum Frame {
    /// The largest payload of one frame, in bytes; it bounds what either side can be made to allocate.
    public static let maximumLength = 256 * 1024 * 1024

    /// The message as one frame.
    ///
    /// - Throws: ``FrameError/tooLong(_:)`` past ``maximumLength``, and what the encoder throws.
    public static func encode(_ message: some Encodable, maximumLength: Int = maximumLength) throws -> [UInt8] {
        let payload = try JSONEncoder().encode(message)
        guard payload.count <= maximumLength else { throw FrameError.tooLong(payload.count) }
        var frame: [UInt8] = []
        frame.reserveCapacity(payload.count + 4)
        withUnsafeBytes(of: UInt32(payload.count).bigEndian) { frame.append(contentsOf: $0) }
        frame.append(contentsOf: payload)
        return frame
    }
}

/// A frame that cannot be sent or understood.
public enum FrameError: Error, Equatable {
    /// The payload's length, in bytes, past the bound.
    case tooLong(Int)
}

/// Cuts a stream of bytes, arriving in pieces of any size, into the payloads of its frames.
public struct FrameDecoder: Sendable {
    private var buffer: [UInt8] = []
    /// How much of the buffer has been handed out. It is dropped when more bytes come, not frame by frame: a piece of many small
    /// frames would be moved once for each of them.
    private var taken = 0
    private let maximumLength: Int

    public init(maximumLength: Int = Frame.maximumLength) {
        self.maximumLength = maximumLength
    }

    /// True between frames: an end of the stream here loses nothing.
    public var isAtBoundary: Bool { taken == buffer.count }

    public mutating func append(_ bytes: some Sequence<UInt8>) {
        buffer.removeFirst(taken)
        taken = 0
        buffer.append(contentsOf: bytes)
    }

    /// The next complete payload, or nil until more bytes have come.
    ///
    /// - Throws: ``FrameError/tooLong(_:)`` as soon as the length is known; the stream is of no use after that.
    public mutating func next() throws(FrameError) -> [UInt8]? {
        let rest = buffer[taken...]
        guard rest.count >= 4 else { return nil }
        let length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        guard length <= maximumLength else { throw FrameError.tooLong(length) }
        guard rest.count >= 4 + length else { return nil }
        taken += 4 + length
        return Array(rest.dropFirst(4).prefix(length))
    }
}
