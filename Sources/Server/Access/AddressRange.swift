import Foundation

/// A range of IP addresses, such as `10.0.0.0/8`, `fd00::/8` or the single `127.0.0.1`.
public struct AddressRange: Sendable, Hashable, CustomStringConvertible {
    private let bytes: [UInt8]
    private let bits: Int

    public let description: String

    /// nil when the text is neither an address nor a range in CIDR notation.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let bytes = Self.bytes(String(parts[0])) else { return nil }
        let width = bytes.count * 8
        guard parts.count == 2 else {
            self.init(bytes, width, text)
            return
        }
        guard let bits = Int(parts[1]), (0...width).contains(bits) else { return nil }
        self.init(bytes, bits, text)
    }

    private init(_ bytes: [UInt8], _ bits: Int, _ description: String) {
        self.bytes = bytes
        self.bits = bits
        self.description = description
    }

    /// Whether an address lies within. An IPv4 address in IPv6's clothes (`::ffff:10.0.0.1`), as sockets that serve both
    /// report it, counts as IPv4.
    public func contains(_ address: String) -> Bool {
        guard let other = Self.bytes(address), other.count == bytes.count else { return false }
        for index in 0..<bytes.count {
            let rest = bits - index * 8
            guard rest > 0 else { return true }
            let mask = rest >= 8 ? UInt8.max : ~(UInt8.max >> UInt8(rest))
            guard bytes[index] & mask == other[index] & mask else { return false }
        }
        return true
    }

    /// The address in network order, 4 bytes or 16.
    private static func bytes(_ text: String) -> [UInt8]? {
        var four = in_addr()
        if inet_pton(AF_INET, text, &four) == 1 { return withUnsafeBytes(of: four) { Array($0) } }
        var sixteen = in6_addr()
        guard inet_pton(AF_INET6, text, &sixteen) == 1 else { return nil }
        let bytes = withUnsafeBytes(of: sixteen) { Array($0) }
        let mapped = bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
        return mapped ? Array(bytes[12...]) : bytes
    }
}
