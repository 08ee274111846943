import AWSClient
import Model

struct DescribeReplicationGroups: AWSRequest {
    static let action: AWSAction = "elasticache:DescribeReplicationGroups"
    var replicationGroupId: String?

    struct Response: Codable, Sendable { var replicationGroups: [Item]? }

    struct Item: Codable, Sendable {
        var replicationGroupId: String?
        var arn: String?
        var description: String?
        var status: String?
        var engine: String?
        var cacheNodeType: String?
        var memberClusters: [String]?
        var automaticFailover: String?
        var multiAZ: String?
        var atRestEncryptionEnabled: Bool?
        var transitEncryptionEnabled: Bool?
        var snapshotRetentionLimit: Int?
        var nodeGroups: [NodeGroup]?
        /// Only a group in cluster mode has it.
        var configurationEndpoint: Endpoint?

        private var endpoint: Endpoint? { configurationEndpoint ?? nodeGroups?.first?.primaryEndpoint }

        /// Nodes besides the primary.
        var replicas: Int { max(0, (memberClusters?.count ?? 0) - 1) }

        var outputs: [Output: String] {
            var outputs: [Output: String] = [:]
            outputs[.arn] = arn
            outputs[.endpoint] = endpoint?.address
            outputs[.port] = endpoint?.port.map(String.init)
            outputs[.primaryEndpoint] = nodeGroups?.first?.primaryEndpoint?.address
            outputs[.readerEndpoint] = nodeGroups?.first?.readerEndpoint?.address
            return outputs
        }

        var state: ResourceStatus {
            DatabaseState(word: status ?? "unknown", subject: "replication group \(replicationGroupId ?? "")").status
        }

        /// - Parameter nodes: the group's members.
        func observed(
            _ tags: [String: String],
            _ nodes: [DescribeCacheClusters.Item]
        ) throws -> Observed<ReplicationGroup.Attributes> {
            let node = nodes.min { ($0.cacheClusterId ?? "") < ($1.cacheClusterId ?? "") }
            let groups = (node?.securityGroups ?? []).filter { $0.status != "removing" }
            let attributes = ReplicationGroup.Attributes(
                replicationGroupId: try required(
                    replicationGroupId,
                    "ReplicationGroupId",
                    of: DescribeReplicationGroups.self
                ),
                groupDescription: description ?? "",
                engine: engine ?? node?.engine ?? "redis",
                engineVersion: node?.engineVersion.map(EngineVersion.held),
                nodeType: cacheNodeType ?? "",
                replicas: replicas,
                automaticFailover: automaticFailover == "enabled" || automaticFailover == "enabling",
                multiAZ: multiAZ == "enabled",
                atRestEncryption: atRestEncryptionEnabled ?? false,
                transitEncryption: transitEncryptionEnabled ?? false,
                snapshotRetentionLimit: snapshotRetentionLimit ?? 0,
                port: endpoint?.port,
                subnetGroup: node?.cacheSubnetGroupName.map(Reference.known),
                securityGroups: Set(groups.compactMap(\.securityGroupId).map(Reference.known))
            )
            return Observed(
                identifier: attributes.replicationGroupId,
                name: attributes.replicationGroupId,
                attributes: attributes,
                outputs: outputs,
                tags: tags,
                status: state
            )
        }
    }

    struct NodeGroup: Codable, Sendable {
        var primaryEndpoint: Endpoint?
        var readerEndpoint: Endpoint?
    }

    struct Endpoint: Codable, Sendable {
        var address: String?
        var port: Int?
    }
}

struct DescribeCacheClusters: AWSRequest {
    static let action: AWSAction = "elasticache:DescribeCacheClusters"

    struct Response: Codable, Sendable { var cacheClusters: [Item]? }

    struct Item: Codable, Sendable {
        var cacheClusterId: String?
        var replicationGroupId: String?
        var engine: String?
        var engineVersion: String?
        var cacheSubnetGroupName: String?
        var securityGroups: [Group]?
    }

    struct Group: Codable, Sendable {
        var securityGroupId: String?
        var status: String?
    }
}

struct CreateReplicationGroup: AWSRequest {
    static let action: AWSAction = "elasticache:CreateReplicationGroup"
    var replicationGroupId: String
    var replicationGroupDescription: String
    var engine: String
    var engineVersion: String?
    var cacheNodeType: String
    var numCacheClusters: Int
    var automaticFailoverEnabled: Bool
    var multiAZEnabled: Bool
    var atRestEncryptionEnabled: Bool
    var transitEncryptionEnabled: Bool
    var snapshotRetentionLimit: Int
    var port: Int?
    var cacheSubnetGroupName: String?
    var securityGroupIds: [String]
    var tags: [Tag]

    struct Response: Codable, Sendable { var replicationGroup: DescribeReplicationGroups.Item? }

    init(_ desired: Desired<ReplicationGroup.Attributes>) throws {
        let wanted = desired.attributes
        replicationGroupId = wanted.replicationGroupId
        replicationGroupDescription = wanted.groupDescription
        engine = wanted.engine
        engineVersion = wanted.engineVersion?.text
        cacheNodeType = wanted.nodeType
        numCacheClusters = wanted.replicas + 1
        automaticFailoverEnabled = wanted.automaticFailover
        multiAZEnabled = wanted.multiAZ
        atRestEncryptionEnabled = wanted.atRestEncryption
        transitEncryptionEnabled = wanted.transitEncryption
        snapshotRetentionLimit = wanted.snapshotRetentionLimit
        port = wanted.port
        cacheSubnetGroupName = try desired.text(wanted.subnetGroup)
        securityGroupIds = try desired.texts(wanted.securityGroups).sorted()
        tags = desired.tags.tagList
    }
}

struct ModifyReplicationGroup: AWSRequest {
    static let action: AWSAction = "elasticache:ModifyReplicationGroup"
    var replicationGroupId: String
    var applyImmediately = true
    var replicationGroupDescription: String?
    var engine: String?
    var engineVersion: String?
    var cacheNodeType: String?
    var automaticFailoverEnabled: Bool?
    var multiAZEnabled: Bool?
    var snapshotRetentionLimit: Int?
    var securityGroupIds: [String]?
    typealias Response = EmptyResponse

    /// Only what changes is sent; ElastiCache wants the version along with another engine.
    init(_ identifier: String, _ desired: Desired<ReplicationGroup.Attributes>, changing fields: Set<String>) throws {
        let wanted = desired.attributes
        func changed<T>(_ field: String, _ value: T?) -> T? { fields.contains(field) ? value : nil }
        replicationGroupId = identifier
        replicationGroupDescription = changed("groupDescription", wanted.groupDescription)
        engine = changed("engine", wanted.engine)
        engineVersion =
            fields.isDisjoint(with: ["engine", "engineVersion"]) ? nil : wanted.engineVersion?.text
        cacheNodeType = changed("nodeType", wanted.nodeType)
        automaticFailoverEnabled = changed("automaticFailover", wanted.automaticFailover)
        multiAZEnabled = changed("multiAZ", wanted.multiAZ)
        snapshotRetentionLimit = changed("snapshotRetentionLimit", wanted.snapshotRetentionLimit)
        if fields.contains("securityGroups") {
            securityGroupIds = try desired.texts(wanted.securityGroups).sorted()
        }
    }
}

struct IncreaseReplicaCount: AWSRequest {
    static let action: AWSAction = "elasticache:IncreaseReplicaCount"
    var replicationGroupId: String
    var newReplicaCount: Int
    var applyImmediately: Bool
    typealias Response = EmptyResponse
}

struct DecreaseReplicaCount: AWSRequest {
    static let action: AWSAction = "elasticache:DecreaseReplicaCount"
    var replicationGroupId: String
    var newReplicaCount: Int
    var applyImmediately: Bool
    typealias Response = EmptyResponse
}

struct DeleteReplicationGroup: AWSRequest {
    static let action: AWSAction = "elasticache:DeleteReplicationGroup"
    var replicationGroupId: String
    var retainPrimaryCluster: Bool
    var finalSnapshotIdentifier: String?
    typealias Response = EmptyResponse
}

struct AddTagsToCache: AWSRequest {
    static let action: AWSAction = "elasticache:AddTagsToResource"
    var resourceName: String
    var tags: [Tag]
    typealias Response = EmptyResponse
}

struct ListTagsForCache: AWSRequest {
    static let action: AWSAction = "elasticache:ListTagsForResource"
    var resourceName: String

    struct Response: Codable, Sendable { var tagList: [Tag]? }
}
