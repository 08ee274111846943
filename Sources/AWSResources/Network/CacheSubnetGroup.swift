import AWSClient
import Model

/// The subnets in which ElastiCache may place a cache. Its identifier is its name.
public struct CacheSubnetGroup: AWSResourceKind {
    public typealias Attributes = SubnetGroup

    public let type: ResourceType = "AWS::ElastiCache::SubnetGroup"
    public let noun = "CacheSubnetGroup"
    public let traits = KindTraits(isStateful: true)
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field("groupName", \.groupName, .replace, "Its name, unique in the account and region", staysWhenAdopted: true),
        Field("groupDescription", \.groupDescription, .update, "What it is for"),
        Field("subnets", \.subnets, .update, "The subnets", pins: true),
    ]

    private let groups = SubnetGroups<CacheSubnetGroupWire>()

    public init() {}

    public func name(of attributes: Attributes, tags: [String: String]) -> String? { attributes.groupName }

    public func observe(_ scope: ObservationScope, through session: AWSSession) async throws -> [Observed<Attributes>] {
        try await groups.observe(scope, through: session)
    }

    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        try await groups.create(desired, through: session)
    }

    public func update(
        _ observed: Observed<Attributes>, to desired: Desired<Attributes>, changing fields: Set<String>,
        through session: AWSSession
    ) async throws -> Made {
        try await groups.update(observed, to: desired, through: session)
    }

    public func tag(
        _ observed: Observed<Attributes>, _ tags: [String: String], through session: AWSSession
    ) async throws {
        try await groups.tag(observed, tags, through: session)
    }

    public func delete(_ observed: Observed<Attributes>, through session: AWSSession) async throws {
        try await groups.delete(observed, through: session)
    }

    public var permissions: KindPermissions {
        KindPermissions(
            sending: Self.requests + [GetResources.self],
            on: ["arn:{partition}:elasticache:{region}:{account}:subnetgroup:{prefix}-*"],
            reads: ["ec2:DescribeAvailabilityZones", "ec2:DescribeSubnets", "ec2:DescribeVpcs"],
            with: [.serviceLinkedRole(of: "elasticache.amazonaws.com")])
    }

    static let requests: [any AWSRequest.Type] = [
        DescribeCacheSubnetGroups.self, CreateCacheSubnetGroup.self, ModifyCacheSubnetGroup.self,
        DeleteCacheSubnetGroup.self, ListTagsForCacheResource.self,
        AddTagsToCacheResource.self,
    ]
}

/// ElastiCache's calls.
private enum CacheSubnetGroupWire: SubnetGroupWire {
    static let noun = "cache subnet group"

    static func describe(_ name: String?) -> DescribeCacheSubnetGroups {
        DescribeCacheSubnetGroups(cacheSubnetGroupName: name)
    }

    static func items(_ page: DescribeCacheSubnetGroups.Response) -> [SubnetGroupItem] {
        (page.cacheSubnetGroups ?? []).map(\.item)
    }

    static func create(_ content: SubnetGroupItem, tags: [Tag]) -> CreateCacheSubnetGroup {
        CreateCacheSubnetGroup(
            cacheSubnetGroupName: content.name ?? "", cacheSubnetGroupDescription: content.text ?? "",
            subnetIds: content.subnets, tags: tags)
    }

    static func made(_ answer: CreateCacheSubnetGroup.Response) -> SubnetGroupItem? { answer.cacheSubnetGroup?.item }

    static func modify(_ content: SubnetGroupItem, through session: AWSSession) async throws {
        _ = try await session.client.send(
            ModifyCacheSubnetGroup(
                cacheSubnetGroupName: content.name ?? "", cacheSubnetGroupDescription: content.text ?? "",
                subnetIds: content.subnets))
    }

    static func delete(_ name: String, through session: AWSSession) async throws {
        _ = try await session.client.send(DeleteCacheSubnetGroup(cacheSubnetGroupName: name))
    }

    static func tags(of arn: String, through session: AWSSession) async throws -> [Tag]? {
        try await session.client.send(ListTagsForCacheResource(resourceName: arn)).tagList
    }

    static func add(_ tags: [Tag], to arn: String, through session: AWSSession) async throws {
        _ = try await session.client.send(AddTagsToCacheResource(resourceName: arn, tags: tags))
    }
}

private struct DescribeCacheSubnetGroups: AWSRequest {
    static let action: AWSAction = "elasticache:DescribeCacheSubnetGroups"
    var cacheSubnetGroupName: String?

    struct Response: Codable, Sendable { var cacheSubnetGroups: [Item]? }

    struct Item: Codable, Sendable {
        var cacheSubnetGroupName: String?
        var cacheSubnetGroupDescription: String?
        var arn: String?
        var subnets: [Member]?

        var item: SubnetGroupItem {
            SubnetGroupItem(
                name: cacheSubnetGroupName, text: cacheSubnetGroupDescription, arn: arn,
                subnets: (subnets ?? []).compactMap(\.subnetIdentifier))
        }
    }

    struct Member: Codable, Sendable { var subnetIdentifier: String? }
}

private struct CreateCacheSubnetGroup: AWSRequest {
    static let action: AWSAction = "elasticache:CreateCacheSubnetGroup"
    var cacheSubnetGroupName: String
    var cacheSubnetGroupDescription: String
    var subnetIds: [String]
    var tags: [Tag]

    struct Response: Codable, Sendable { var cacheSubnetGroup: DescribeCacheSubnetGroups.Item? }
}

private struct ModifyCacheSubnetGroup: AWSRequest {
    static let action: AWSAction = "elasticache:ModifyCacheSubnetGroup"
    var cacheSubnetGroupName: String
    var cacheSubnetGroupDescription: String
    var subnetIds: [String]
    typealias Response = EmptyResponse
}

private struct DeleteCacheSubnetGroup: AWSRequest {
    static let action: AWSAction = "elasticache:DeleteCacheSubnetGroup"
    var cacheSubnetGroupName: String
    typealias Response = EmptyResponse
}

private struct ListTagsForCacheResource: AWSRequest {
    static let action: AWSAction = "elasticache:ListTagsForResource"
    var resourceName: String

    struct Response: Codable, Sendable { var tagList: [Tag]? }
}

private struct AddTagsToCacheResource: AWSRequest {
    static let action: AWSAction = "elasticache:AddTagsToResource"
    var resourceName: String
    var tags: [Tag]
    typealias Response = EmptyResponse
}
