import AWSClient
import Model

/// The subnets in which ElastiCache may place a cache. Its identifier is its name.
public struct CacheSubnetGroup: AWSResourceKind {
    public struct Attributes: Sendable {
        /// ElastiCache keeps it in lower case.
        public var groupName: String
        public var groupDescription: String
        public var subnets: Set<Reference>

        public init(groupName: String, groupDescription: String, subnets: Set<Reference>) {
            self.groupName = groupName.lowercased()
            self.groupDescription = groupDescription
            self.subnets = subnets
        }
    }

    public let type: ResourceType = "AWS::ElastiCache::SubnetGroup"
    public let noun = "CacheSubnetGroup"
    public let traits = KindTraits(isStateful: true)
    public let fields: [Field<Attributes>] = [
        Field("groupName", \.groupName, .replace, "Its name, unique in the account and region"),
        Field("groupDescription", \.groupDescription, .update, "What it is for"),
        Field("subnets", \.subnets, .update, "The subnets", pins: true),
    ]

    public init() {}

    public func name(of attributes: Attributes, tags: [String: String]) -> String? { attributes.groupName }

    /// One paged call, and one for the tags of each group: ElastiCache gives them no other way, and a group that nobody
    /// declares any more is known as ours only by them. An account has at most 150 groups unless AWS raised its quota.
    public func observe(
        _ scope: ObservationScope,
        through session: AWSSession
    ) async throws -> [Observed<Attributes>] {
        let groups = try await session.client.collect(DescribeCacheSubnetGroups(), \.cacheSubnetGroups)
        return try await groups.concurrentCompactMap { group in
            let arn = try required(group.arn, "ARN", of: DescribeCacheSubnetGroups.self)
            guard let tags = try await Self.tags(of: arn, through: session) else { return nil }
            return try observed(group, tags)
        }
    }

    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        let request = CreateCacheSubnetGroup(
            cacheSubnetGroupName: desired.attributes.groupName,
            cacheSubnetGroupDescription: desired.attributes.groupDescription,
            subnetIds: try desired.texts(desired.attributes.subnets).sorted(),
            tags: desired.tags.tagList
        )
        do {
            return try await session.createOnce(
                request,
                made: { Made(desired.attributes.groupName, outputs: $0.cacheSubnetGroup?.outputs ?? [:]) },
                find: { try await find(desired, through: session) }
            )
        } catch let error as AWSError where error.isExisting {
            // A repeated request met its own first try.
            if let found = try await find(desired, through: session) { return found }
            throw error
        }
    }

    public func update(
        _ observed: Observed<Attributes>,
        to desired: Desired<Attributes>,
        changing fields: Set<String>,
        through session: AWSSession
    ) async throws -> Made {
        let request = ModifyCacheSubnetGroup(
            cacheSubnetGroupName: observed.identifier,
            cacheSubnetGroupDescription: desired.attributes.groupDescription,
            subnetIds: try desired.texts(desired.attributes.subnets).sorted()
        )
        _ = try await session.client.send(request)
        return Made(observed.identifier, outputs: observed.outputs)
    }

    public func tag(
        _ observed: Observed<Attributes>,
        _ tags: [String: String],
        through session: AWSSession
    ) async throws {
        let arn = try required(observed.outputs[.arn], "ARN", of: DescribeCacheSubnetGroups.self)
        _ = try await session.client.send(AddTagsToCacheResource(resourceName: arn, tags: tags.tagList))
    }

    public func delete(_ observed: Observed<Attributes>, through session: AWSSession) async throws {
        try await unlessMissing {
            _ = try await session.client.send(DeleteCacheSubnetGroup(cacheSubnetGroupName: observed.identifier))
        }
    }

    private func observed(
        _ group: DescribeCacheSubnetGroups.Item,
        _ tags: [String: String]
    ) throws -> Observed<Attributes> {
        let name = try required(group.cacheSubnetGroupName, "CacheSubnetGroupName", of: DescribeCacheSubnetGroups.self)
        let attributes = Attributes(
            groupName: name,
            groupDescription: group.cacheSubnetGroupDescription ?? "",
            subnets: Set((group.subnets ?? []).compactMap(\.subnetIdentifier).map(Reference.known))
        )
        return Observed(
            identifier: attributes.groupName,
            name: attributes.groupName,
            attributes: attributes,
            outputs: group.outputs,
            tags: tags
        )
    }

    /// The group of that name when it is this declaration's, nil when there is none.
    ///
    /// - Throws: a conflict when it is somebody else's.
    private func find(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made? {
        let request = DescribeCacheSubnetGroups(cacheSubnetGroupName: desired.attributes.groupName)
        let groups = try await unlessMissing { try await session.client.collect(request, \.cacheSubnetGroups) }
        guard let group = groups?.first else { return nil }
        let arn = try required(group.arn, "ARN", of: DescribeCacheSubnetGroups.self)
        guard let tags = try await Self.tags(of: arn, through: session), tags.claimsSame(as: desired.tags) else {
            throw ResourceError.conflict(
                CreateCacheSubnetGroup.self,
                "cache subnet group",
                named: desired.attributes.groupName,
                identifier: arn,
                wantedBy: desired.address
            )
        }
        return Made(desired.attributes.groupName, outputs: group.outputs)
    }

    /// Nil when the group has gone between the listing and this call.
    private static func tags(of arn: String, through session: AWSSession) async throws -> [String: String]? {
        try await unlessMissing {
            Dictionary(try await session.client.send(ListTagsForCacheResource(resourceName: arn)).tagList)
        }
    }

    public var permissions: KindPermissions {
        KindPermissions(
            sending: Self.requests, on: ["arn:{partition}:elasticache:{region}:{account}:subnetgroup:{prefix}-*"],
            reads: ["ec2:DescribeAvailabilityZones", "ec2:DescribeSubnets", "ec2:DescribeVpcs"],
            with: [.serviceLinkedRole(of: "elasticache.amazonaws.com")])
    }

    static let requests: [any AWSRequest.Type] = [
        DescribeCacheSubnetGroups.self, CreateCacheSubnetGroup.self, ModifyCacheSubnetGroup.self,
        DeleteCacheSubnetGroup.self, ListTagsForCacheResource.self,
        AddTagsToCacheResource.self,
    ]
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

        var outputs: [Output: String] { arn.map { [.arn: $0] } ?? [:] }
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
