import AWSClient
import Model

/// The subnets in which RDS may place a database. Its identifier is its name.
public struct DBSubnetGroup: AWSResourceKind {
    public typealias Attributes = SubnetGroup

    public let type: ResourceType = "AWS::RDS::DBSubnetGroup"
    public let noun = "DBSubnetGroup"
    public let traits = KindTraits(isStateful: true)
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field("groupName", \.groupName, .replace, "Its name, unique in the account and region", staysWhenAdopted: true),
        Field("groupDescription", \.groupDescription, .update, "What it is for"),
        Field("subnets", \.subnets, .update, "The subnets, in at least two availability zones", pins: true),
    ]

    private let groups = SubnetGroups<DBSubnetGroupWire>()

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
            on: ["arn:{partition}:rds:{region}:{account}:subgrp:{prefix}-*"],
            reads: ["ec2:DescribeAvailabilityZones", "ec2:DescribeSubnets", "ec2:DescribeVpcs"],
            with: [.serviceLinkedRole(of: "rds.amazonaws.com")])
    }

    static let requests: [any AWSRequest.Type] = [
        DescribeDBSubnetGroups.self, CreateDBSubnetGroup.self, ModifyDBSubnetGroup.self, DeleteDBSubnetGroup.self,
        ListTagsForDBResource.self, AddTagsToDBResource.self,
    ]
}

/// RDS's calls.
private enum DBSubnetGroupWire: SubnetGroupWire {
    static let noun = "DB subnet group"

    static func describe(_ name: String?) -> DescribeDBSubnetGroups { DescribeDBSubnetGroups(dbSubnetGroupName: name) }

    static func items(_ page: DescribeDBSubnetGroups.Response) -> [SubnetGroupItem] {
        (page.dbSubnetGroups ?? []).map(\.item)
    }

    static func create(_ content: SubnetGroupItem, tags: [Tag]) -> CreateDBSubnetGroup {
        CreateDBSubnetGroup(
            dbSubnetGroupName: content.name ?? "", dbSubnetGroupDescription: content.text ?? "",
            subnetIds: content.subnets, tags: tags)
    }

    static func made(_ answer: CreateDBSubnetGroup.Response) -> SubnetGroupItem? { answer.dbSubnetGroup?.item }

    static func modify(_ content: SubnetGroupItem, through session: AWSSession) async throws {
        _ = try await session.client.send(
            ModifyDBSubnetGroup(
                dbSubnetGroupName: content.name ?? "", dbSubnetGroupDescription: content.text ?? "",
                subnetIds: content.subnets))
    }

    static func delete(_ name: String, through session: AWSSession) async throws {
        _ = try await session.client.send(DeleteDBSubnetGroup(dbSubnetGroupName: name))
    }

    static func tags(of arn: String, through session: AWSSession) async throws -> [Tag]? {
        try await session.client.send(ListTagsForDBResource(resourceName: arn)).tagList
    }

    static func add(_ tags: [Tag], to arn: String, through session: AWSSession) async throws {
        _ = try await session.client.send(AddTagsToDBResource(resourceName: arn, tags: tags))
    }
}

private struct DescribeDBSubnetGroups: AWSRequest {
    static let action: AWSAction = "rds:DescribeDBSubnetGroups"
    var dbSubnetGroupName: String?

    struct Response: Codable, Sendable { var dbSubnetGroups: [Item]? }

    struct Item: Codable, Sendable {
        var dbSubnetGroupName: String?
        var dbSubnetGroupDescription: String?
        var dbSubnetGroupArn: String?
        var subnets: [Member]?

        var item: SubnetGroupItem {
            SubnetGroupItem(
                name: dbSubnetGroupName, text: dbSubnetGroupDescription, arn: dbSubnetGroupArn,
                subnets: (subnets ?? []).compactMap(\.subnetIdentifier))
        }
    }

    struct Member: Codable, Sendable { var subnetIdentifier: String? }
}

private struct CreateDBSubnetGroup: AWSRequest {
    static let action: AWSAction = "rds:CreateDBSubnetGroup"
    var dbSubnetGroupName: String
    var dbSubnetGroupDescription: String
    var subnetIds: [String]
    var tags: [Tag]

    struct Response: Codable, Sendable { var dbSubnetGroup: DescribeDBSubnetGroups.Item? }
}

private struct ModifyDBSubnetGroup: AWSRequest {
    static let action: AWSAction = "rds:ModifyDBSubnetGroup"
    var dbSubnetGroupName: String
    var dbSubnetGroupDescription: String
    var subnetIds: [String]
    typealias Response = EmptyResponse
}

private struct DeleteDBSubnetGroup: AWSRequest {
    static let action: AWSAction = "rds:DeleteDBSubnetGroup"
    var dbSubnetGroupName: String
    typealias Response = EmptyResponse
}

private struct ListTagsForDBResource: AWSRequest {
    static let action: AWSAction = "rds:ListTagsForResource"
    var resourceName: String

    struct Response: Codable, Sendable { var tagList: [Tag]? }
}

private struct AddTagsToDBResource: AWSRequest {
    static let action: AWSAction = "rds:AddTagsToResource"
    var resourceName: String
    var tags: [Tag]
    typealias Response = EmptyResponse
}
