import AWSClient
import Model

struct DescribeDBInstances: AWSRequest {
    static let action: AWSAction = "rds:DescribeDBInstances"
    var dbInstanceIdentifier: String?

    struct Response: Codable, Sendable { var dbInstances: [Item]? }

    struct Item: Codable, Sendable {
        var dbInstanceIdentifier: String?
        var dbInstanceArn: String?
        var dbInstanceStatus: String?
        var dbClusterIdentifier: String?
        var engine: String?
        var engineVersion: String?
        var dbInstanceClass: String?
        var allocatedStorage: Int?
        var storageType: String?
        var storageEncrypted: Bool?
        var multiAZ: Bool?
        var backupRetentionPeriod: Int?
        var deletionProtection: Bool?
        var dbName: String?
        var masterUsername: String?
        var masterUserSecret: DatabaseSecret?
        var endpoint: Endpoint?
        var dbSubnetGroup: SubnetGroup?
        var vpcSecurityGroups: [DatabaseGroup]?
        var publiclyAccessible: Bool?
        var pendingModifiedValues: Pending?
        var tagList: [Tag]?

        var outputs: [Output: String] {
            var outputs: [Output: String] = [:]
            outputs[.arn] = dbInstanceArn
            outputs[.endpoint] = endpoint?.address
            outputs[.port] = endpoint?.port.map(String.init)
            outputs[.secretArn] = masterUserSecret?.secretArn
            return outputs
        }

        var status: ResourceStatus {
            DatabaseState(
                word: dbInstanceStatus ?? "unknown",
                subject: "DB instance \(dbInstanceIdentifier ?? "")"
            ).status
        }

        func observed() throws -> Observed<DBInstance.Attributes> {
            let identifier = try required(dbInstanceIdentifier, "DBInstanceIdentifier", of: DescribeDBInstances.self)
            let attributes = DBInstance.Attributes(
                instanceIdentifier: identifier,
                cluster: dbClusterIdentifier.map(Reference.known),
                engine: try required(engine, "Engine", of: DescribeDBInstances.self),
                engineVersion: engineVersion.map(EngineVersion.held),
                instanceClass: try required(dbInstanceClass, "DBInstanceClass", of: DescribeDBInstances.self),
                allocatedStorage: allocatedStorage,
                storageType: storageType,
                storageEncrypted: storageEncrypted ?? false,
                multiAZ: multiAZ ?? false,
                backupRetentionPeriod: backupRetentionPeriod ?? 0,
                deletionProtection: deletionProtection ?? false,
                databaseName: dbName,
                masterUsername: masterUsername,
                manageMasterUserPassword: masterUserSecret?.secretArn != nil,
                port: endpoint?.port,
                subnetGroup: dbSubnetGroup?.dbSubnetGroupName.map(Reference.known),
                securityGroups: Set((vpcSecurityGroups ?? []).compactMap(\.reference)),
                publiclyAccessible: publiclyAccessible ?? false
            )
            return Observed(
                identifier: attributes.instanceIdentifier,
                name: attributes.instanceIdentifier,
                attributes: attributes,
                outputs: outputs,
                tags: Dictionary(tagList),
                status: status
            )
        }
    }

    struct Endpoint: Codable, Sendable {
        var address: String?
        var port: Int?
    }

    struct SubnetGroup: Codable, Sendable { var dbSubnetGroupName: String? }

    /// What was asked for and is not yet so, as far as Plumbline asks for it.
    struct Pending: Codable, Sendable {
        var dbInstanceClass: String?
        var allocatedStorage: Int?
        var storageType: String?
        var engineVersion: String?
        var multiAZ: Bool?
        var backupRetentionPeriod: Int?
        var port: Int?

        var isEmpty: Bool {
            dbInstanceClass == nil && allocatedStorage == nil && storageType == nil && engineVersion == nil
                && multiAZ == nil && backupRetentionPeriod == nil && port == nil
        }
    }
}

/// The secret in which RDS keeps a master user's password.
struct DatabaseSecret: Codable, Sendable {
    var secretArn: String?
    var secretStatus: String?
}

/// A security group of a database.
struct DatabaseGroup: Codable, Sendable {
    var vpcSecurityGroupId: String?
    var status: String?

    /// Nil for one that is being taken away.
    var reference: Reference? { status == "removing" ? nil : vpcSecurityGroupId.map(Reference.known) }
}

struct CreateDBInstance: AWSRequest {
    static let action: AWSAction = "rds:CreateDBInstance"
    var dbInstanceIdentifier: String
    var dbClusterIdentifier: String?
    var engine: String
    var engineVersion: String?
    var dbInstanceClass: String
    var allocatedStorage: Int?
    var storageType: String?
    var storageEncrypted: Bool?
    var multiAZ: Bool?
    var backupRetentionPeriod: Int?
    var deletionProtection: Bool?
    var dbName: String?
    var masterUsername: String?
    var manageMasterUserPassword: Bool?
    var port: Int?
    var dbSubnetGroupName: String?
    var vpcSecurityGroupIds: [String]?
    var publiclyAccessible: Bool
    var tags: [Tag]

    struct Response: Codable, Sendable { var dbInstance: DescribeDBInstances.Item? }

    init(_ desired: Desired<DBInstance.Attributes>) throws {
        let wanted = desired.attributes
        dbInstanceIdentifier = wanted.instanceIdentifier
        dbClusterIdentifier = try desired.text(wanted.cluster)
        engine = wanted.engine
        engineVersion = wanted.engineVersion?.text
        dbInstanceClass = wanted.instanceClass
        allocatedStorage = wanted.allocatedStorage
        storageType = wanted.storageType
        storageEncrypted = wanted.storageEncrypted
        multiAZ = wanted.multiAZ
        backupRetentionPeriod = wanted.backupRetentionPeriod
        deletionProtection = wanted.deletionProtection
        dbName = wanted.databaseName
        masterUsername = wanted.masterUsername
        manageMasterUserPassword = wanted.manageMasterUserPassword
        port = wanted.port
        dbSubnetGroupName = try desired.text(wanted.subnetGroup)
        vpcSecurityGroupIds = try wanted.securityGroups.map { try desired.texts($0).sorted() }
        publiclyAccessible = wanted.publiclyAccessible
        tags = desired.tags.tagList
    }
}

struct ModifyDBInstance: AWSRequest {
    static let action: AWSAction = "rds:ModifyDBInstance"
    var dbInstanceIdentifier: String
    var applyImmediately = true
    var engineVersion: String?
    var allowMajorVersionUpgrade: Bool?
    var dbInstanceClass: String?
    var allocatedStorage: Int?
    var storageType: String?
    var multiAZ: Bool?
    var backupRetentionPeriod: Int?
    var deletionProtection: Bool?
    var manageMasterUserPassword: Bool?
    var dbPortNumber: Int?
    var vpcSecurityGroupIds: [String]?
    var publiclyAccessible: Bool?
    typealias Response = EmptyResponse

    /// Only what changes is sent.
    init(_ identifier: String, _ desired: Desired<DBInstance.Attributes>, changing fields: Set<String>) throws {
        let wanted = desired.attributes
        func changed<T>(_ field: String, _ value: T?) -> T? { fields.contains(field) ? value : nil }
        dbInstanceIdentifier = identifier
        engineVersion = changed("engineVersion", wanted.engineVersion?.text)
        // The manifest names the version, so a major step is what was asked for.
        allowMajorVersionUpgrade = engineVersion.map { _ in true }
        dbInstanceClass = changed("instanceClass", wanted.instanceClass)
        allocatedStorage = changed("allocatedStorage", wanted.allocatedStorage)
        storageType = changed("storageType", wanted.storageType)
        multiAZ = changed("multiAZ", wanted.multiAZ)
        backupRetentionPeriod = changed("backupRetentionPeriod", wanted.backupRetentionPeriod)
        deletionProtection = changed("deletionProtection", wanted.deletionProtection)
        manageMasterUserPassword = changed("manageMasterUserPassword", wanted.manageMasterUserPassword)
        dbPortNumber = changed("port", wanted.port)
        if fields.contains("securityGroups"), let groups = wanted.securityGroups {
            vpcSecurityGroupIds = try desired.texts(groups).sorted()
        }
        publiclyAccessible = changed("publiclyAccessible", wanted.publiclyAccessible)
    }
}

struct DeleteDBInstance: AWSRequest {
    static let action: AWSAction = "rds:DeleteDBInstance"
    var dbInstanceIdentifier: String
    var skipFinalSnapshot: Bool
    var finalDBSnapshotIdentifier: String?
    typealias Response = EmptyResponse
}

struct AddTagsToDatabase: AWSRequest {
    static let action: AWSAction = "rds:AddTagsToResource"
    var resourceName: String
    var tags: [Tag]
    typealias Response = EmptyResponse
}

extension Output {
    /// The host name to which clients connect.
    public static let endpoint: Output = "endpoint"
    /// The host name of the members that only read.
    public static let readerEndpoint: Output = "readerEndpoint"
    /// The host name of the member that writes.
    public static let primaryEndpoint: Output = "primaryEndpoint"
    public static let port: Output = "port"
    /// The secret in which AWS keeps the password.
    public static let secretArn: Output = "secretArn"
}
