import AWSClient
import Model

/// The door between a VPC and the internet, with its attachment.
public struct InternetGateway: AWSResourceKind {
    public struct Attributes: Sendable {
        /// The VPC that it is attached to; a gateway that stands alone has none.
        public var vpc: Reference?

        public init(vpc: Reference?) { self.vpc = vpc }
    }

    public let type: ResourceType = "AWS::EC2::InternetGateway"
    public let noun = "InternetGateway"
    /// While anything in the VPC has a public address, AWS does not detach it.
    public let traits = KindTraits(
        deletedAfter: [
            "AWS::EC2::NatGateway", "AWS::EC2::Instance", "AWS::ElasticLoadBalancingV2::LoadBalancer",
            "AWS::ECS::Service",
        ], identity: ["vpc"])
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field("vpc", \.vpc, .update, "The VPC that it is attached to", pins: true)
    ]

    public init() {}

    public func name(of attributes: Attributes, tags: [String: String]) -> String? { tags["Name"] }

    public func observe(
        _ scope: ObservationScope,
        through session: AWSSession
    ) async throws -> [Observed<Attributes>] {
        try await session.client.collect(DescribeInternetGateways(), \.internetGateways).map { gateway in
            let tags = Dictionary(gateway.tags)
            return Observed(
                identifier: try required(
                    gateway.internetGatewayId,
                    "InternetGatewayId",
                    of: DescribeInternetGateways.self
                ),
                name: tags["Name"],
                attributes: Attributes(vpc: gateway.vpc.map(Reference.known)),
                tags: tags
            )
        }
    }

    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        var isNew = false
        let made = try await session.createOnce(
            CreateInternetGateway(tagSpecifications: [EC2TagSpecification("internet-gateway", desired.tags)]),
            made: { answer in
                isNew = true
                let id = answer.internetGateway?.internetGatewayId
                return Made(try required(id, "InternetGatewayId", of: CreateInternetGateway.self))
            },
            find: {
                try await session.findByTags(
                    { DescribeInternetGateways(filters: $0) },
                    \.internetGateways,
                    of: desired
                ) { $0.internetGatewayId.map { Made($0) } }
            }
        )
        try await attach(made.identifier, desired, isNew: isNew, through: session)
        return made
    }

    public func update(
        _ observed: Observed<Attributes>,
        to desired: Desired<Attributes>,
        changing fields: Set<String>,
        through session: AWSSession
    ) async throws -> Made {
        try await attach(observed.identifier, desired, through: session)
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
        let id = observed.identifier
        try await unlessMissing {
            if let vpc = try await attachment(of: id, through: session) {
                try await detach(id, from: vpc, through: session)
            }
            _ = try await session.client.send(DeleteInternetGateway(internetGatewayId: id))
        }
    }

    public func settled(_ made: Made, through session: AWSSession) async throws -> Settlement {
        let gateway = try await session.look(
            at: made.identifier, by: "internet-gateway-id", { DescribeInternetGateways(filters: $0) },
            \.internetGateways
        ) { $0.internetGatewayId }
        return gateway == nil ? .appearing("internet gateway") : .ready([:])
    }

    /// Attaches it where it is wanted, leaving where it is now. Nothing is called when it is there already.
    /// - Parameter isNew: whether it was made a moment ago, and so is attached nowhere.
    private func attach(
        _ id: String, _ desired: Desired<Attributes>, isNew: Bool = false, through session: AWSSession
    ) async throws {
        guard let wanted: String = try desired.text(desired.attributes.vpc) else { return }
        let current =
            isNew ? nil : try await session.whileAppearing { try await attachment(of: id, through: session) }
        guard current != wanted else { return }
        if let current { try await detach(id, from: current, through: session) }
        let request = AttachInternetGateway(internetGatewayId: id, vpcId: wanted)
        do {
            _ = try await session.whileAppearing { try await session.client.send(request) }
        } catch let error as AWSError where error.code == "Resource.AlreadyAssociated" {
            // The answer to an earlier try was lost, or another gateway is in the way: only a look tells.
            guard try await attachment(of: id, through: session) == wanted else { throw error }
        }
    }

    private func detach(_ id: String, from vpc: String, through session: AWSSession) async throws {
        do {
            _ = try await session.client.send(DetachInternetGateway(internetGatewayId: id, vpcId: vpc))
        } catch  where error.code == "Gateway.NotAttached" {
            return
        }
    }

    private func attachment(of id: String, through session: AWSSession) async throws -> String? {
        let answer = try await session.client.send(DescribeInternetGateways(internetGatewayIds: [id]))
        return answer.internetGateways?.first?.vpc
    }

    public var permissions: KindPermissions { .ec2(Self.requests) }

    static let requests: [any AWSRequest.Type] = [
        DescribeInternetGateways.self, CreateInternetGateway.self, AttachInternetGateway.self,
        DetachInternetGateway.self, DeleteInternetGateway.self,
    ]
}

private struct DescribeInternetGateways: AWSRequest {
    static let action: AWSAction = "ec2:DescribeInternetGateways"
    var filters: [EC2Filter]?
    var internetGatewayIds: [String]?

    struct Response: Codable, Sendable { var internetGateways: [Item]? }

    struct Item: TaggedItem {
        var internetGatewayId: String?
        var attachments: [Attachment]?
        var tags: [Tag]?

        /// The VPC that it is attached to or about to be.
        var vpc: String? {
            attachments?.first { !["detaching", "detached"].contains($0.state ?? "") }?.vpcId
        }
    }

    struct Attachment: Codable, Sendable {
        var state: String?
        var vpcId: String?
    }
}

private struct CreateInternetGateway: AWSRequest {
    static let action: AWSAction = "ec2:CreateInternetGateway"
    var tagSpecifications: [EC2TagSpecification]

    struct Response: Codable, Sendable { var internetGateway: DescribeInternetGateways.Item? }
}

private struct AttachInternetGateway: AWSRequest {
    static let action: AWSAction = "ec2:AttachInternetGateway"
    var internetGatewayId: String
    var vpcId: String
    typealias Response = EmptyResponse
}

private struct DetachInternetGateway: AWSRequest {
    static let action: AWSAction = "ec2:DetachInternetGateway"
    var internetGatewayId: String
    var vpcId: String
    typealias Response = EmptyResponse
}

private struct DeleteInternetGateway: AWSRequest {
    static let action: AWSAction = "ec2:DeleteInternetGateway"
    var internetGatewayId: String
    typealias Response = EmptyResponse
}
