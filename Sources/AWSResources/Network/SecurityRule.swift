import Model

/// One rule of a security group: what may come from, or go to, where.
public struct SecurityRule: Hashable, Sendable {
    public enum Source: Hashable, Sendable {
        /// An IPv4 range.
        case cidr(String)
        /// An IPv6 range.
        case cidrV6(String)
        /// Whatever is in another security group.
        case group(Reference)
        case prefixList(String)
    }

    /// `tcp`, `udp`, `icmp`, `icmpv6`, a protocol's number, or `-1` for all.
    public var `protocol`: String
    /// Nil for all ports (for ICMP: all types).
    public var fromPort: Int?
    /// Nil for all ports (for ICMP: all codes).
    public var toPort: Int?
    /// Where it comes from, for a rule of egress where it goes to.
    public var source: Source
    public var description: String?

    public init(
        protocol: String = "tcp",
        fromPort: Int? = nil,
        toPort: Int? = nil,
        source: Source,
        description: String? = nil
    ) {
        self.protocol = `protocol`
        self.fromPort = fromPort
        self.toPort = toPort
        self.source = source
        self.description = description
    }

    /// The rule that AWS puts into every new group's egress.
    public static let everything = SecurityRule(protocol: "-1", source: .cidr("0.0.0.0/0"))

    /// The rule in AWS's own spelling: protocols by name, -1 as nil, ranges from their first address, no empty text.
    var canonical: SecurityRule {
        var rule = self
        rule.protocol = Self.protocolName(`protocol`)
        rule.fromPort = rule.protocol == "-1" || fromPort == -1 ? nil : fromPort
        rule.toPort = rule.protocol == "-1" || toPort == -1 ? nil : toPort
        if case .cidr(let range) = source { rule.source = .cidr(Self.firstAddress(range)) }
        if case .cidrV6(let range) = source { rule.source = .cidrV6(range.lowercased()) }
        if description?.isEmpty == true { rule.description = nil }
        return rule
    }

    static func protocolName(_ name: String) -> String {
        switch name.lowercased() {
        case "6": "tcp"
        case "17": "udp"
        case "1": "icmp"
        case "58": "icmpv6"
        case "all": "-1"
        case let other: other
        }
    }

    /// `10.1.2.3/8` as AWS keeps it, `10.0.0.0/8`; what is no IPv4 range stays as it is.
    private static func firstAddress(_ range: String) -> String {
        let parts = range.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let length = Int(parts[1]), (0...32).contains(length) else { return range }
        let bytes = parts[0].split(separator: ".", omittingEmptySubsequences: false).compactMap { UInt8($0) }
        guard bytes.count == 4 else { return range }
        let address = bytes.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        let first = length == 0 ? 0 : address & ~UInt32(0) << UInt32(32 - length)
        return [24, 16, 8, 0].map { String(first >> UInt32($0) & 255) }.joined(separator: ".") + "/\(length)"
    }
}

extension SecurityRule: FieldValue {
    public var fieldValue: Value? {
        let rule = canonical
        var entries: [String: Value] = ["protocol": .string(rule.protocol)]
        entries["fromPort"] = rule.fromPort.fieldValue
        entries["toPort"] = rule.toPort.fieldValue
        entries["description"] = rule.description.fieldValue
        switch rule.source {
        case .cidr(let range): entries["cidr"] = .string(range)
        case .cidrV6(let range): entries["cidrV6"] = .string(range)
        case .group(let id): entries["group"] = id.fieldValue
        case .prefixList(let id): entries["prefixList"] = .string(id)
        }
        return .map(entries)
    }
}
