import AWSClient
import Model

struct DescribeDBClusters: AWSRequest {
    static let action: AWSAction = "rds:DescribeDBClusters"
    var dbClusterIdentifier: String?

    struct Response: Codable, Sendable { var dbClusters: [Item]? }

    struct Item: Codable, Sendable {
        var dbClusterIdentifier: String?
        var dbClusterArn: String?
        var status: String?
        var engine: String?
        var engineVersion: String?
        var databaseName: String?
        var masterUsername: String?
        var masterUserSecret: DatabaseSecret?
        var endpoint: String?
        var readerEndpoint: String?
        var port: Int?
        /// The subnet group's name.
        var dbSubnetGroup: String?
        var vpcSecurityGroups: [DatabaseGroup]?
        var storageEncrypted: Bool?
        var backupRetentionPeriod: Int?
        var deletionProtection: Bool?
        var dbClusterMembers: [Member]?
        var pendingModifiedValues: Pending?
        var tagList: [Tag]?

        var outputs: [Output: String] {
            var outputs: [Output: String] = [:]
            outputs[.arn] = dbClusterArn
            outputs[.endpoint] = endpoint
            outputs[.readerEndpoint] = readerEndpoint
            outputs[.port] = port.map(String.init)
            outputs[.secretArn] = masterUserSecret?.secretArn
            return outputs
        }

        var state: ResourceStatus {
            DatabaseState(word: status ?? "unknown", subject: "DB cluster \(dbClusterIdentifier ?? "")").status
        }

        func observed() throws -> Observed<DBCluster.Attributes> {
            let attributes = DBCluster.Attributes(
                clusterIdentifier: try required(
                    dbClusterIdentifier,
                    "DBClusterIdentifier",
                    of: DescribeDBClusters.self
                ),
                engine: try required(engine, "Engine", of: DescribeDBClusters.self),
                engineVersion: engineVersion.map(EngineVersion.held),
                databaseName: databaseName,
                masterUsername: masterUsername ?? "",
                manageMasterUserPassword: masterUserSecret?.secretArn != nil,
                port: port ?? 0,
                subnetGroup: .known(dbSubnetGroup ?? ""),
                securityGroups: Set((vpcSecurityGroups ?? []).compactMap(\.reference)),
                storageEncrypted: storageEncrypted ?? false,
                backupRetentionPeriod: backupRetentionPeriod ?? 0,
                deletionProtection: deletionProtection ?? false
            )
            return Observed(
                identifier: attributes.clusterIdentifier,
                name: attributes.clusterIdentifier,
                attributes: attributes,
                outputs: outputs,
                tags: Dictionary(tagList),
                status: state
            )
        }
    }

    struct Member: Codable, Sendable { var dbInstanceIdentifier: String? }

    /// What was asked for and is not yet so, as far as Plumbline asks for it.
    struct Pending: Codable, Sendable {
        var engineVersion: String?
        var backupRetentionPeriod: Int?

        var isEmpty: Bool { engineVersion == nil && backupRetentionPeriod == nil }
    }
}

struct CreateDBCluster: AWSRequest {
    static let action: AWSAction = "rds:CreateDBCluster"
    var dbClusterIdentifier: String
    var engine: String
    var engineVersion: String?
    var databaseName: String?
    var masterUsername: String
    var manageMasterUserPassword: Bool
    var port: Int
    var dbSubnetGroupName: String
    var vpcSecurityGroupIds: [String]
    var storageEncrypted: Bool
    var backupRetentionPeriod: Int
    var deletionProtection: Bool
    var tags: [Tag]

    struct Response: Codable, Sendable { var dbCluster: DescribeDBClusters.Item? }

    init(_ desired: Desired<DBCluster.Attributes>) throws {
        let wanted = desired.attributes
        dbClusterIdentifier = wanted.clusterIdentifier
        engine = wanted.engine
        engineVersion = wanted.engineVersion?.text
        databaseName = wanted.databaseName
        masterUsername = wanted.masterUsername
        manageMasterUserPassword = wanted.manageMasterUserPassword
        port = wanted.port
        dbSubnetGroupName = try desired.text(wanted.subnetGroup)
        vpcSecurityGroupIds = try desired.texts(wanted.securityGroups).sorted()
        storageEncrypted = wanted.storageEncrypted
        backupRetentionPeriod = wanted.backupRetentionPeriod
        deletionProtection = wanted.deletionProtection
        tags = desired.tags.tagList
    }
}

struct ModifyDBCluster: AWSRequest {
    static let action: AWSAction = "rds:ModifyDBCluster"
    var dbClusterIdentifier: String
    var applyImmediately = true
    var engineVersion: String?
    var allowMajorVersionUpgrade: Bool?
    var manageMasterUserPassword: Bool?
    var port: Int?
    var vpcSecurityGroupIds: [String]?
    var backupRetentionPeriod: Int?
    var deletionProtection: Bool?
    typealias Response = EmptyResponse

    /// Only what changes is sent.
    init(_ identifier: String, _ desired: Desired<DBCluster.Attributes>, changing fields: Set<String>) throws {
        let wanted = desired.attributes
        func changed<T>(_ field: String, _ value: T?) -> T? { fields.contains(field) ? value : nil }
        dbClusterIdentifier = identifier
        engineVersion = changed("engineVersion", wanted.engineVersion?.text)
        // The manifest names the version, so a major step is what was asked for.
        allowMajorVersionUpgrade = engineVersion.map { _ in true }
        manageMasterUserPassword = changed("manageMasterUserPassword", wanted.manageMasterUserPassword)
        port = changed("port", wanted.port)
        if fields.contains("securityGroups") {
            vpcSecurityGroupIds = try desired.texts(wanted.securityGroups).sorted()
        }
        backupRetentionPeriod = changed("backupRetentionPeriod", wanted.backupRetentionPeriod)
        deletionProtection = changed("deletionProtection", wanted.deletionProtection)
    }
}

struct DeleteDBCluster: AWSRequest {
    static let action: AWSAction = "rds:DeleteDBCluster"
    var dbClusterIdentifier: String
    var skipFinalSnapshot: Bool
    var finalDBSnapshotIdentifier: String?
    typealias Response = EmptyResponse
}
