/// An IPv4 network in CIDR notation, such as `10.192.0.0/16`; the host bits are always zero.
public struct CIDRBlock: Hashable, Sendable {
    /// The network address as one big-endian number.
    public let address: UInt32
    /// The number of leading bits that all addresses of the block share, 0…32.
    public let prefixLength: Int

    /// The block of this size that holds the address; host bits are cleared.
    public init(containing address: UInt32, prefixLength: Int) {
        self.prefixLength = min(max(prefixLength, 0), 32)
        self.address = address & Self.mask(self.prefixLength)
    }

    /// The block that holds the address `a.b.c.d`.
    public init(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8, prefixLength: Int) {
        let address = [a, b, c, d].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        self.init(containing: address, prefixLength: prefixLength)
    }

    /// Reads `a.b.c.d/n`; nil when it is anything else, or when host bits are set.
    public init?(_ text: String) {
        guard case .success(let block) = Self.parse(text) else { return nil }
        self = block
    }

    /// How many addresses the block holds.
    public var addressCount: UInt64 { 1 << UInt64(32 - prefixLength) }

    /// Whether every address of the other block is in this one.
    public func contains(_ other: CIDRBlock) -> Bool {
        prefixLength <= other.prefixLength && other.address & Self.mask(prefixLength) == address
    }

    /// Whether the two blocks share an address.
    public func overlaps(_ other: CIDRBlock) -> Bool { contains(other) || other.contains(self) }

    /// The block number `index`, from 0, when this one is cut into blocks of the given size; nil outside of it.
    public func subnet(_ index: Int, prefixLength length: Int) -> CIDRBlock? {
        guard length >= prefixLength, length <= 32, index >= 0, index < 1 << (length - prefixLength) else { return nil }
        return CIDRBlock(containing: address + UInt32(truncatingIfNeeded: index << (32 - length)), prefixLength: length)
    }

    static func mask(_ length: Int) -> UInt32 { length == 0 ? 0 : UInt32.max << UInt32(32 - length) }
}

extension CIDRBlock: CustomStringConvertible {
    public var description: String {
        let octets = [24, 16, 8, 0].map { String(address >> $0 & 255) }
        return "\(octets.joined(separator: "."))/\(prefixLength)"
    }
}

extension CIDRBlock: Comparable {
    public static func < (a: CIDRBlock, b: CIDRBlock) -> Bool {
        (a.address, a.prefixLength) < (b.address, b.prefixLength)
    }
}

extension CIDRBlock {
    /// Why a text is no CIDR block.
    enum Problem: Error, Equatable {
        case notation
        /// The address is inside the block that was perhaps meant.
        case hostBits(CIDRBlock)
    }

    static func parse(_ text: String) -> Result<CIDRBlock, Problem> {
        let halves = text.split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count == 2, let length = decimal(halves[1], upTo: 32) else { return .failure(.notation) }
        let octets = halves[0].split(separator: ".", omittingEmptySubsequences: false)
        let numbers = octets.compactMap { decimal($0, upTo: 255) }
        guard octets.count == 4, numbers.count == 4 else { return .failure(.notation) }
        let address = numbers.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        let block = CIDRBlock(containing: address, prefixLength: length)
        return block.address == address ? .success(block) : .failure(.hostBits(block))
    }

    /// A decimal number without sign and leading zeros, which some systems would read as octal.
    private static func decimal(_ text: Substring, upTo limit: Int) -> Int? {
        guard (1...3).contains(text.utf8.count), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        guard text.utf8.count == 1 || text.utf8.first != 48, let number = Int(text), number <= limit else { return nil }
        return number
    }
}
