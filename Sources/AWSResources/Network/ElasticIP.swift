import AWSClient
import Model

/// A public IPv4 address that stays. Its identifier is the allocation id.
public struct ElasticIP: AWSResourceKind {
    public struct Attributes: Sendable {
        /// `vpc`; AWS gives out no others any more.
        public var domain: String

        public init(domain: String = "vpc") { self.domain = domain }
    }

    public let type: ResourceType = "AWS::EC2::EIP"
    public let noun = "ElasticIP"
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field("domain", \.domain, .replace, "What it is for: `vpc`")
    ]

    public init() {}

    public func name(of attributes: Attributes, tags: [String: String]) -> String? { tags["Name"] }

    public func observe(
        _ scope: ObservationScope,
        through session: AWSSession
    ) async throws -> [Observed<Attributes>] {
        // An address of EC2-Classic has no allocation id, and nothing else can name it.
        try await session.client.collect(DescribeAddresses(), \.addresses).compactMap { address in
            guard let id = address.allocationId else { return nil }
            let tags = Dictionary(address.tags)
            return Observed(
                identifier: id,
                name: tags["Name"],
                attributes: Attributes(domain: address.domain ?? "vpc"),
                outputs: address.outputs,
                tags: tags
            )
        }
    }

    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        try await session.createOnce(
            AllocateAddress(
                domain: desired.attributes.domain,
                tagSpecifications: [EC2TagSpecification("elastic-ip", desired.tags)]
            ),
            made: { answer in
                let id = try required(answer.allocationId, "AllocationId", of: AllocateAddress.self)
                return Made(id, outputs: answer.outputs)
            },
            find: {
                try await session.findByTags(
                    { DescribeAddresses(filters: $0) },
                    \.addresses,
                    of: desired
                ) { address in address.allocationId.map { Made($0, outputs: address.outputs) } }
            }
        )
    }

    /// Nothing of an address can be changed in place.
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
        try await unlessMissing {
            _ = try await session.client.send(ReleaseAddress(allocationId: observed.identifier))
        }
    }

    public func settled(_ made: Made, through session: AWSSession) async throws -> Settlement {
        let address = try await session.look(
            at: made.identifier, by: "allocation-id", { DescribeAddresses(filters: $0) }, \.addresses
        ) { $0.allocationId }
        return address.map { .ready($0.outputs) } ?? .appearing("elastic IP")
    }

    public var permissions: KindPermissions { .ec2(Self.requests) }

    static let requests: [any AWSRequest.Type] = [
        DescribeAddresses.self, AllocateAddress.self, ReleaseAddress.self,
    ]
}

private struct DescribeAddresses: AWSRequest {
    static let action: AWSAction = "ec2:DescribeAddresses"
    var filters: [EC2Filter]?

    struct Response: Codable, Sendable { var addresses: [Item]? }

    struct Item: TaggedItem {
        var allocationId: String?
        var publicIp: String?
        var domain: String?
        var tags: [Tag]?

        var outputs: [Output: String] { publicIp.map { ["publicIp": $0] } ?? [:] }
    }
}

private struct AllocateAddress: AWSRequest {
    static let action: AWSAction = "ec2:AllocateAddress"
    var domain: String
    var tagSpecifications: [EC2TagSpecification]

    struct Response: Codable, Sendable {
        var allocationId: String?
        var publicIp: String?

        var outputs: [Output: String] { publicIp.map { ["publicIp": $0] } ?? [:] }
    }
}

private struct ReleaseAddress: AWSRequest {
    static let action: AWSAction = "ec2:ReleaseAddress"
    var allocationId: String
    typealias Response = EmptyResponse
}
