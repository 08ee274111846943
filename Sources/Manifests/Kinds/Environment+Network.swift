extension Environment {
    /// The VPC of an environment, and how it is cut into subnets.
    public struct Network: Hashable, Sendable {
        public var cidr = CIDRBlock(10, 192, 0, 0, prefixLength: 16)
        /// How many availability zones get a public and a private subnet.
        public var zones = 2
        public var natGateways = NATGateways.perZone
        /// One block per zone; nil derives them from `cidr`. Read `resolvedPublicSubnets`.
        public var publicSubnets: [CIDRBlock]?
        /// One block per zone; nil derives them from `cidr`. Read `resolvedPrivateSubnets`.
        public var privateSubnets: [CIDRBlock]?
        /// The database engine's port, opened from the application group to the database group.
        public var databasePort = 3306
        /// The cache engine's port, opened from the application group to the cache group.
        public var cachePort = 6379

        public init() {}

        public enum NATGateways: String, Hashable, Sendable, CaseIterable {
            /// One in every zone: no zone depends on another.
            case perZone
            /// One for all zones: cheaper, and all zones lose their way out with it.
            case single
            /// None: private subnets have no way to the internet.
            case none
        }

        /// The public subnets' blocks, one per zone in the zones' order.
        public var resolvedPublicSubnets: [CIDRBlock] { publicSubnets ?? derivedSubnets(.publicSubnets) }

        /// The private subnets' blocks, one per zone in the zones' order.
        public var resolvedPrivateSubnets: [CIDRBlock] { privateSubnets ?? derivedSubnets(.privateSubnets) }
    }
}

extension Environment.Network {
    enum Side: Int {
        case publicSubnets, privateSubnets
    }

    /// The seed's layout while it fits, third octets 10 and up and 20 and up; in a smaller VPC sixteenths of it, public
    /// from the first and private from the ninth. Neither depends on the number of zones, so that adding a zone
    /// moves no subnet. Empty when the VPC is too small to be cut this way.
    func derivedSubnets(_ side: Side) -> [CIDRBlock] {
        let (first, length) =
            cidr.prefixLength <= 19 ? (10 + 10 * side.rawValue, 24) : (8 * side.rawValue, cidr.prefixLength + 4)
        guard length <= 28 else { return [] }
        return (0..<zones).compactMap { cidr.subnet(first + $0, prefixLength: length) }
    }
}

extension Environment.Network: ManifestObject {
    static let fields: [ManifestField<Environment.Network>] = [
        .optional("cidr", \.cidr, .cidr(16...28), "The VPC's addresses, from /16 to /28."),
        .optional("zones", \.zones, .integer(2...6), "Availability zones; a load balancer needs two."),
        .optional("natGateways", \.natGateways, .choice(), "The private subnets' way to the internet."),
        .optional(
            "publicSubnets",
            \.publicSubnets,
            .list(of: .cidr(16...28)),
            "The public subnets, one per zone. Default: the third octets 10, 11, … of a VPC of /16 to /19, "
                + "sixteenths of a smaller one."
        ),
        .optional(
            "privateSubnets",
            \.privateSubnets,
            .list(of: .cidr(16...28)),
            "The private subnets, one per zone. Default: the third octets 20, 21, … of a VPC of /16 to /19, "
                + "sixteenths of a smaller one."
        ),
        .optional("databasePort", \.databasePort, .port, "The port opened from the application to databases."),
        .optional("cachePort", \.cachePort, .port, "The port opened from the application to caches."),
    ]

    func validate(_ check: inout ManifestDecoder) {
        guard check.isSound("cidr", "zones") else { return }
        let sides: [(key: String, given: [CIDRBlock]?, derived: [CIDRBlock])] = [
            ("publicSubnets", publicSubnets, derivedSubnets(.publicSubnets)),
            ("privateSubnets", privateSubnets, derivedSubnets(.privateSubnets)),
        ]
        var subnets: [PlacedSubnet] = []
        for side in sides where check.isSound(side.key) {
            let blocks = side.given ?? side.derived
            if side.given == nil, side.derived.isEmpty {
                check.error("a VPC of \(cidr) is too small to be cut by default: list \(side.key)", at: "cidr")
            } else if blocks.count != zones {
                check.error("\(side.key) lists \(blocks.count) for \(zones) zones: list one per zone", at: side.key)
            }
            subnets += blocks.indices.map { index in
                let path = side.given == nil ? side.key : "\(side.key)[\(index)]"
                return PlacedSubnet(block: blocks[index], path: path, isDerived: side.given == nil)
            }
        }
        checkInside(subnets, &check)
        checkOverlaps(subnets, &check)
    }

    private struct PlacedSubnet {
        let block: CIDRBlock
        let path: String
        let isDerived: Bool
    }

    private func checkInside(_ subnets: [PlacedSubnet], _ check: inout ManifestDecoder) {
        for subnet in subnets where !cidr.contains(subnet.block) {
            check.error("the subnet \(subnet.block) is outside the VPC, \(cidr)", at: subnet.path)
        }
    }

    private func checkOverlaps(_ subnets: [PlacedSubnet], _ check: inout ManifestDecoder) {
        for (index, later) in subnets.enumerated() {
            guard let earlier = subnets[..<index].first(where: { $0.block.overlaps(later.block) }) else { continue }
            // The one that was written is the one to change.
            let (subject, other) = later.isDerived ? (earlier, later) : (later, earlier)
            let origin = other.isDerived ? ", the default of \(other.path)" : ""
            check.error("the subnet \(subject.block) overlaps the subnet \(other.block)\(origin)", at: subject.path)
        }
    }
}
