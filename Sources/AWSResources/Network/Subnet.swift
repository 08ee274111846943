import AWSClient
import Model

/// A range of a VPC's addresses in one availability zone.
public struct Subnet: AWSResourceKind {
    public struct Attributes: Sendable {
        public var vpc: Reference
        public var cidrBlock: String
        /// The position, from 0, in the sorted list of the region's availability zones. AWS chooses when it is nil.
        public var zone: Int?
        public var mapPublicIpOnLaunch: Bool?

        public init(vpc: Reference, cidrBlock: String, zone: Int? = nil, mapPublicIpOnLaunch: Bool? = nil) {
            self.vpc = vpc
            self.cidrBlock = cidrBlock
            self.zone = zone
            self.mapPublicIpOnLaunch = mapPublicIpOnLaunch
        }
    }

    public let type: ResourceType = "AWS::EC2::Subnet"
    public let noun = "Subnet"
    public let traits = KindTraits(isStateful: true, identity: ["vpc", "cidrBlock"])
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field("vpc", \.vpc, .replace, "The VPC that it is part of", pins: true),
        Field("cidrBlock", \.cidrBlock, .replace, "The IPv4 range"),
        Field("zone", \.zone, .initial, "Which of the region's availability zones, from 0; chosen once"),
        Field("mapPublicIpOnLaunch", \.mapPublicIpOnLaunch, .update, "Whether what starts here gets a public address"),
    ]

    public init() {}

    public func name(of attributes: Attributes, tags: [String: String]) -> String? { tags["Name"] }

    public func observe(
        _ scope: ObservationScope,
        through session: AWSSession
    ) async throws -> [Observed<Attributes>] {
        try await session.client.collect(DescribeSubnets(), \.subnets).map { subnet in
            let tags = Dictionary(subnet.tags)
            let attributes = Attributes(
                vpc: .known(try required(subnet.vpcId, "VpcId", of: DescribeSubnets.self)),
                // A subnet of IPv6 alone has no IPv4 range.
                cidrBlock: subnet.cidrBlock ?? "",
                mapPublicIpOnLaunch: subnet.mapPublicIpOnLaunch ?? false
            )
            return Observed(
                identifier: try required(subnet.subnetId, "SubnetId", of: DescribeSubnets.self),
                name: tags["Name"],
                attributes: attributes,
                outputs: subnet.outputs,
                tags: tags
            )
        }
    }

    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        let request = CreateSubnet(
            vpcId: try desired.text(desired.attributes.vpc),
            cidrBlock: desired.attributes.cidrBlock,
            availabilityZone: try await zoneName(desired, through: session),
            tagSpecifications: [EC2TagSpecification("subnet", desired.tags)]
        )
        var isNew = false
        // A VPC gives an address range to one subnet only.
        let made = try await session.createUnique(
            request,
            made: { answer in
                isNew = true
                return Made(
                    try required(answer.subnet?.subnetId, "SubnetId", of: CreateSubnet.self),
                    outputs: answer.subnet?.outputs ?? [:]
                )
            },
            isTaken: { $0.code == "InvalidSubnet.Conflict" },
            find: {
                try await session.findByTags(
                    { DescribeSubnets(filters: $0) },
                    \.subnets,
                    of: desired
                ) { subnet in subnet.subnetId.map { Made($0, outputs: subnet.outputs) } }
            }
        )
        // A new subnet gives no public addresses ("Modify the IP addressing attributes of your subnet" in the VPC guide).
        if !isNew || desired.attributes.mapPublicIpOnLaunch == true {
            try await set(desired.attributes, of: made.identifier, through: session)
        }
        return made
    }

    public func update(
        _ observed: Observed<Attributes>,
        to desired: Desired<Attributes>,
        changing fields: Set<String>,
        through session: AWSSession
    ) async throws -> Made {
        try await set(desired.attributes, of: observed.identifier, through: session)
        return Made(observed.identifier, outputs: observed.outputs)
    }

    public func tag(
        _ observed: Observed<Attributes>,
        _ tags: [String: String],
        through session: AWSSession
    ) async throws {
        try await session.tagEC2(observed.identifier, tags)
    }

    public func delete(_ observed: Observed<Attributes>, through session: AWSSession) async throws {
        try await unlessMissing { _ = try await session.client.send(DeleteSubnet(subnetId: observed.identifier)) }
    }

    public func settled(_ made: Made, through session: AWSSession) async throws -> Settlement {
        let subnet = try await session.look(
            at: made.identifier, by: "subnet-id", { DescribeSubnets(filters: $0) }, \.subnets
        ) { $0.subnetId }
        guard let subnet else { return .appearing("subnet") }
        guard let state = subnet.state, state != "available" else { return .ready([:]) }
        return .pending("the subnet is \(state)")
    }

    private func zoneName(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> String? {
        guard let index = desired.attributes.zone else { return nil }
        let names = try await session.availabilityZones()
        guard names.indices.contains(index) else {
            throw ResourceError(
                .refused,
                operation: DescribeAvailabilityZones.action.description,
                message: """
                    \(desired.address) asks for availability zone \(index + 1), but \(session.region) has \
                    \(names.count): set a smaller number of zones in the environment's network
                    """
            )
        }
        return names[index]
    }

    private func set(_ attributes: Attributes, of id: String, through session: AWSSession) async throws {
        guard let value = attributes.mapPublicIpOnLaunch else { return }
        let request = ModifySubnetAttribute(subnetId: id, mapPublicIpOnLaunch: AttributeBoolean(value: value))
        _ = try await session.whileAppearing { try await session.client.send(request) }
    }

    public var permissions: KindPermissions { .ec2(Self.requests) }

    static let requests: [any AWSRequest.Type] = [
        DescribeSubnets.self, DescribeAvailabilityZones.self, CreateSubnet.self, ModifySubnetAttribute.self,
        DeleteSubnet.self,
    ]
}

private struct DescribeSubnets: AWSRequest {
    static let action: AWSAction = "ec2:DescribeSubnets"
    var filters: [EC2Filter]?

    struct Response: Codable, Sendable { var subnets: [Item]? }

    struct Item: TaggedItem {
        var subnetId: String?
        var subnetArn: String?
        var vpcId: String?
        var cidrBlock: String?
        var availabilityZone: String?
        var mapPublicIpOnLaunch: Bool?
        var state: String?
        var tags: [Tag]?

        var outputs: [Output: String] {
            var outputs: [Output: String] = [:]
            outputs[.arn] = subnetArn
            outputs["availabilityZone"] = availabilityZone
            return outputs
        }
    }
}

private struct CreateSubnet: AWSRequest {
    static let action: AWSAction = "ec2:CreateSubnet"
    var vpcId: String
    var cidrBlock: String
    var availabilityZone: String?
    var tagSpecifications: [EC2TagSpecification]

    struct Response: Codable, Sendable { var subnet: DescribeSubnets.Item? }
}

private struct ModifySubnetAttribute: AWSRequest {
    static let action: AWSAction = "ec2:ModifySubnetAttribute"
    var subnetId: String
    var mapPublicIpOnLaunch: AttributeBoolean?
    typealias Response = EmptyResponse
}

private struct DeleteSubnet: AWSRequest {
    static let action: AWSAction = "ec2:DeleteSubnet"
    var subnetId: String
    typealias Response = EmptyResponse
}
