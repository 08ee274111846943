import AWSClient
import Model

/// A gateway through which what is in private subnets reaches the internet.
public struct NatGateway: AWSResourceKind {
    public struct Attributes: Sendable {
        public var subnet: Reference
        /// The allocation id of its public address; a private gateway has none.
        public var elasticIP: Reference?
        /// `public` or `private`.
        public var connectivityType: String

        public init(subnet: Reference, elasticIP: Reference?, connectivityType: String = "public") {
            self.subnet = subnet
            self.elasticIP = elasticIP
            self.connectivityType = connectivityType
        }
    }

    public let type: ResourceType = "AWS::EC2::NatGateway"
    public let noun = "NatGateway"
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field("subnet", \.subnet, .replace, "The public subnet in which it stands", pins: true),
        Field("elasticIP", \.elasticIP, .replace, "Its public address", pins: true),
        Field("connectivityType", \.connectivityType, .replace, "`public` or `private`"),
    ]

    public init() {}

    public func name(of attributes: Attributes, tags: [String: String]) -> String? { tags["Name"] }

    /// AWS shows a deleted gateway for about an hour: it counts as gone.
    public func observe(
        _ scope: ObservationScope,
        through session: AWSSession
    ) async throws -> [Observed<Attributes>] {
        try await session.client.collect(DescribeNatGateways(), \.natGateways).compactMap { gateway in
            guard !gateway.isGoing else { return nil }
            let tags = Dictionary(gateway.tags)
            let attributes = Attributes(
                subnet: .known(try required(gateway.subnetId, "SubnetId", of: DescribeNatGateways.self)),
                elasticIP: gateway.primaryAddress?.allocationId.map(Reference.known),
                connectivityType: gateway.connectivityType ?? "public"
            )
            return Observed(
                identifier: try required(gateway.natGatewayId, "NatGatewayId", of: DescribeNatGateways.self),
                name: tags["Name"],
                attributes: attributes,
                outputs: gateway.outputs,
                tags: tags,
                status: gateway.status
            )
        }
    }

    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        let request = CreateNatGateway(
            subnetId: try desired.text(desired.attributes.subnet),
            allocationId: try desired.text(desired.attributes.elasticIP),
            connectivityType: desired.attributes.connectivityType,
            clientToken: desired.token,
            tagSpecifications: [EC2TagSpecification("natgateway", desired.tags)]
        )
        return try await session.createOnce(
            request,
            made: { answer in
                let id = answer.natGateway?.natGatewayId
                return Made(
                    try required(id, "NatGatewayId", of: CreateNatGateway.self),
                    outputs: answer.natGateway?.outputs ?? [:]
                )
            },
            find: {
                try await session.findByTags(
                    { DescribeNatGateways(filter: $0) },
                    \.natGateways,
                    of: desired
                ) { gateway in
                    guard !gateway.isGoing, gateway.state != "failed" else { return nil }
                    return gateway.natGatewayId.map { Made($0, outputs: gateway.outputs) }
                }
            }
        )
    }

    /// Nothing of a gateway can be changed in place.
    public func update(
        _ observed: Observed<Attributes>,
        to desired: Desired<Attributes>,
        changing fields: Set<String>,
        through session: AWSSession
    ) async throws -> Made {
        Made(observed.identifier, outputs: observed.outputs)
    }

    public func tag(
        _ observed: Observed<Attributes>,
        _ tags: [String: String],
        through session: AWSSession
    ) async throws {
        try await session.tagEC2(observed.identifier, tags)
    }

    public func delete(_ observed: Observed<Attributes>, through session: AWSSession) async throws {
        // Its routes turn into black holes; the route tables are put right by themselves.
        try await unlessMissing {
            _ = try await session.client.send(DeleteNatGateway(natGatewayId: observed.identifier))
        }
    }

    public func settled(_ made: Made, through session: AWSSession) async throws -> Settlement {
        guard let gateway = try await look(at: made.identifier, through: session) else {
            return .appearing("NAT gateway")
        }
        switch gateway.state {
        case "available": return .ready(gateway.outputs)
        case "pending": return .pending("the NAT gateway is pending")
        default: return .failed(gateway.failure)
        }
    }

    public func isGone(_ observed: Observed<Attributes>, through session: AWSSession) async throws -> Bool {
        let gateway = try await look(at: observed.identifier, through: session)
        return gateway == nil || gateway?.state == "deleted"
    }

    private func look(at id: String, through session: AWSSession) async throws -> DescribeNatGateways.Item? {
        try await session.look(at: id, by: "nat-gateway-id", { DescribeNatGateways(filter: $0) }, \.natGateways) {
            $0.natGatewayId
        }
    }

    public var permissions: KindPermissions { .ec2(Self.requests) }

    static let requests: [any AWSRequest.Type] = [
        DescribeNatGateways.self, CreateNatGateway.self, DeleteNatGateway.self,
    ]
}

private struct DescribeNatGateways: AWSRequest {
    static let action: AWSAction = "ec2:DescribeNatGateways"
    /// AWS's model has no plural here.
    var filter: [EC2Filter]?

    struct Response: Codable, Sendable { var natGateways: [Item]? }

    struct Item: TaggedItem {
        var natGatewayId: String?
        var subnetId: String?
        var state: String?
        var connectivityType: String?
        var failureCode: String?
        var failureMessage: String?
        var natGatewayAddresses: [Address]?
        var tags: [Tag]?

        var isGoing: Bool { state == "deleting" || state == "deleted" }

        var primaryAddress: Address? {
            natGatewayAddresses?.first { $0.isPrimary == true } ?? natGatewayAddresses?.first
        }

        var outputs: [Output: String] { primaryAddress?.publicIp.map { ["publicIp": $0] } ?? [:] }

        var failure: String {
            let why = failureMessage ?? failureCode ?? "AWS gives no reason"
            return """
                the NAT gateway \(natGatewayId ?? "") is \(state ?? "failed"): \(why); see that its subnet's VPC has \
                an internet gateway and that its address is free, then run the command again
                """
        }

        var status: ResourceStatus {
            switch state {
            case "failed": .failed(failure)
            case "pending": .pending("the NAT gateway is pending")
            default: .active
            }
        }
    }

    struct Address: Codable, Sendable {
        var allocationId: String?
        var publicIp: String?
        var isPrimary: Bool?
    }
}

private struct CreateNatGateway: AWSRequest {
    static let action: AWSAction = "ec2:CreateNatGateway"
    var subnetId: String
    var allocationId: String?
    var connectivityType: String
    var clientToken: String
    var tagSpecifications: [EC2TagSpecification]

    struct Response: Codable, Sendable { var natGateway: DescribeNatGateways.Item? }
}

private struct DeleteNatGateway: AWSRequest {
    static let action: AWSAction = "ec2:DeleteNatGateway"
    var natGatewayId: String
    typealias Response = EmptyResponse
}
