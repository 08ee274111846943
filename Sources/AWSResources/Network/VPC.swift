import AWSClient
import Model

/// A virtual private cloud with its two DNS attributes.
public struct VPC: AWSResourceKind {
    public struct Attributes: Sendable {
        public var cidrBlock: String
        public var enableDnsSupport: Bool?
        public var enableDnsHostnames: Bool?

        public init(cidrBlock: String, enableDnsSupport: Bool? = nil, enableDnsHostnames: Bool? = nil) {
            self.cidrBlock = cidrBlock
            self.enableDnsSupport = enableDnsSupport
            self.enableDnsHostnames = enableDnsHostnames
        }
    }

    public let type: ResourceType = "AWS::EC2::VPC"
    public let noun = "VPC"
    public let traits = KindTraits(isStateful: true)
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field("cidrBlock", \.cidrBlock, .replace, "The primary IPv4 range"),
        Field("enableDnsSupport", \.enableDnsSupport, .update, "Whether Amazon's DNS server answers inside the VPC"),
        Field("enableDnsHostnames", \.enableDnsHostnames, .update, "Whether instances get DNS host names"),
    ]

    public init() {}

    public func name(of attributes: Attributes, tags: [String: String]) -> String? { tags["Name"] }

    /// One paged call; the DNS attributes, which AWS gives one by one, only where they are of interest and managed.
    public func observe(
        _ scope: ObservationScope,
        through session: AWSSession
    ) async throws -> [Observed<Attributes>] {
        try await session.client.collect(DescribeVpcs(), \.vpcs).concurrentCompactMap { vpc in
            // One that is deleted between the two calls is not there.
            try await unlessMissing { try await observed(vpc, scope, through: session) }
        }
    }

    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        let made = try await session.createOnce(
            CreateVpc(
                cidrBlock: desired.attributes.cidrBlock,
                tagSpecifications: [EC2TagSpecification("vpc", desired.tags)]
            ),
            made: { Made(try required($0.vpc?.vpcId, "VpcId", of: CreateVpc.self)) },
            find: {
                try await session.findByTags({ DescribeVpcs(filters: $0) }, \.vpcs, of: desired) {
                    $0.vpcId.map { Made($0) }
                }
            }
        )
        try await set(desired.attributes, of: made.identifier, through: session)
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
        try await unlessMissing { _ = try await session.client.send(DeleteVpc(vpcId: observed.identifier)) }
    }

    public func settled(_ made: Made, through session: AWSSession) async throws -> Settlement {
        let vpc = try await session.look(at: made.identifier, by: "vpc-id", { DescribeVpcs(filters: $0) }, \.vpcs) {
            $0.vpcId
        }
        guard let vpc else { return .appearing("VPC") }
        guard let state = vpc.state, state != "available" else { return .ready([:]) }
        return .pending("the VPC is \(state)")
    }

    private func observed(
        _ vpc: DescribeVpcs.Item,
        _ scope: ObservationScope,
        through session: AWSSession
    ) async throws -> Observed<Attributes> {
        let id = try required(vpc.vpcId, "VpcId", of: DescribeVpcs.self)
        let tags = Dictionary(vpc.tags)
        var attributes = Attributes(cidrBlock: try required(vpc.cidrBlock, "CidrBlock", of: DescribeVpcs.self))
        if scope.isInterested(in: tags["Name"], tags) {
            for field in ["enableDnsSupport", "enableDnsHostnames"] where scope.managedFields.contains(field) {
                let answer = try await session.client.send(DescribeVpcAttribute(attribute: field, vpcId: id))
                attributes.enableDnsSupport = answer.enableDnsSupport?.value ?? attributes.enableDnsSupport
                attributes.enableDnsHostnames = answer.enableDnsHostnames?.value ?? attributes.enableDnsHostnames
            }
        }
        return Observed(identifier: id, name: tags["Name"], attributes: attributes, tags: tags)
    }

    /// AWS takes one attribute a call, and host names only where DNS support is on: support goes on first, off last.
    private func set(_ attributes: Attributes, of id: String, through session: AWSSession) async throws {
        let support = attributes.enableDnsSupport.map {
            ModifyVpcAttribute(vpcId: id, enableDnsSupport: AttributeBoolean(value: $0))
        }
        let hostnames = attributes.enableDnsHostnames.map {
            ModifyVpcAttribute(vpcId: id, enableDnsHostnames: AttributeBoolean(value: $0))
        }
        let order = attributes.enableDnsSupport == false ? [hostnames, support] : [support, hostnames]
        for request in order.compactMap({ $0 }) {
            _ = try await session.whileAppearing { try await session.client.send(request) }
        }
    }

    public var permissions: KindPermissions { .ec2(Self.requests) }

    static let requests: [any AWSRequest.Type] = [
        DescribeVpcs.self, DescribeVpcAttribute.self, CreateVpc.self, ModifyVpcAttribute.self, DeleteVpc.self,
    ]
}

/// A yes or no as EC2's attribute calls wrap it.
struct AttributeBoolean: Codable, Sendable {
    var value: Bool?
}

private struct DescribeVpcs: AWSRequest {
    static let action: AWSAction = "ec2:DescribeVpcs"
    var filters: [EC2Filter]?

    struct Response: Codable, Sendable { var vpcs: [Item]? }

    struct Item: TaggedItem {
        var vpcId: String?
        var cidrBlock: String?
        var state: String?
        var tags: [Tag]?
    }
}

private struct DescribeVpcAttribute: AWSRequest {
    static let action: AWSAction = "ec2:DescribeVpcAttribute"
    var attribute: String
    var vpcId: String

    struct Response: Codable, Sendable {
        var enableDnsSupport: AttributeBoolean?
        var enableDnsHostnames: AttributeBoolean?
    }
}

private struct CreateVpc: AWSRequest {
    static let action: AWSAction = "ec2:CreateVpc"
    var cidrBlock: String
    var tagSpecifications: [EC2TagSpecification]

    struct Response: Codable, Sendable { var vpc: DescribeVpcs.Item? }
}

private struct ModifyVpcAttribute: AWSRequest {
    static let action: AWSAction = "ec2:ModifyVpcAttribute"
    var vpcId: String
    var enableDnsSupport: AttributeBoolean?
    var enableDnsHostnames: AttributeBoolean?
    typealias Response = EmptyResponse
}

private struct DeleteVpc: AWSRequest {
    static let action: AWSAction = "ec2:DeleteVpc"
    var vpcId: String
    typealias Response = EmptyResponse
}
