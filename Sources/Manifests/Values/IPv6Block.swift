/// An IPv6 network in CIDR notation, such as `2001:db8::/32`; the host bits are always zero.
public struct IPv6Block: Hashable, Sendable {
    /// The network address, eight numbers of 16 bits.
    public let groups: [UInt16]
    /// The number of leading bits that all addresses of the block share, 0…128.
    public let prefixLength: Int

    /// The block of this size that holds the address; host bits are cleared.
    init(containing groups: [UInt16], prefixLength: Int) {
        self.prefixLength = prefixLength
        self.groups = groups.enumerated().map { index, group in
            let kept = min(max(prefixLength - 16 * index, 0), 16)
            return kept == 0 ? 0 : group & (UInt16.max << UInt16(16 - kept))
        }
    }
}

extension IPv6Block: CustomStringConvertible {
    /// The one spelling of RFC 5952, in which AWS answers too: lowercase, the longest run of zeros as `::`.
    public var description: String {
        let texts = groups.map { String($0, radix: 16) }
        guard let zeros = longestZeros else { return "\(texts.joined(separator: ":"))/\(prefixLength)" }
        let (head, tail) = (texts[..<zeros.lowerBound], texts[zeros.upperBound...])
        return "\(head.joined(separator: ":"))::\(tail.joined(separator: ":"))/\(prefixLength)"
    }

    /// The first of the longest runs of two zeros or more.
    private var longestZeros: Range<Int>? {
        var best: Range<Int>?
        var start = 0
        while start < groups.count {
            let end = groups[start...].firstIndex { $0 != 0 } ?? groups.count
            if end - start > max(best?.count ?? 0, 1) { best = start..<end }
            start = end + 1
        }
        return best
    }
}

extension IPv6Block {
    /// Reads an IPv6 network; nil when it is anything else, or when host bits are set.
    public init?(_ text: String) {
        guard case .success(let block) = Self.parse(text) else { return nil }
        self = block
    }

    /// Why a text is no IPv6 network.
    enum Problem: Error, Equatable {
        case notation
        /// The address is inside the block that was perhaps meant.
        case hostBits(IPv6Block)
    }

    static func parse(_ text: String) -> Result<IPv6Block, Problem> {
        let halves = text.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count == 2, (1...3).contains(halves[1].utf8.count), String(halves[1]).consists(of: .digits),
            let length = Int(halves[1]), length <= 128, String(length) == halves[1], let groups = groups(of: halves[0])
        else { return .failure(.notation) }
        let block = IPv6Block(containing: groups, prefixLength: length)
        return block.groups == groups ? .success(block) : .failure(.hostBits(block))
    }

    /// The eight numbers of an address; the form with an IPv4 address at its end is not taken.
    private static func groups(of address: Substring) -> [UInt16]? {
        let sides = address.split(separator: "::", maxSplits: 2, omittingEmptySubsequences: false)
        guard sides.count <= 2 else { return nil }
        var numbers: [[UInt16]] = []
        for side in sides {
            let texts = side.isEmpty ? [] : side.split(separator: ":", omittingEmptySubsequences: false)
            let parsed = texts.compactMap { (1...4).contains($0.utf8.count) ? UInt16($0, radix: 16) : nil }
            guard parsed.count == texts.count, !texts.contains(where: { $0.hasPrefix("+") }) else { return nil }
            numbers.append(parsed)
        }
        let count = numbers.reduce(0) { $0 + $1.count }
        guard sides.count == 2 else { return count == 8 ? numbers[0] : nil }
        guard count <= 7 else { return nil }
        return numbers[0] + Array(repeating: 0, count: 8 - count) + numbers[1]
    }
}
