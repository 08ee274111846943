import AWSClient
import Model

/// A database instance of RDS: one of its own, or a member of an Aurora cluster. Its identifier is its name.
///
/// The password is RDS's: made, kept and rotated in a secret of Secrets Manager, which the output `secretArn` names.
public struct DBInstance: AWSResourceKind {
    public struct Attributes: Sendable {
        /// RDS keeps it in lower case.
        public var instanceIdentifier: String
        /// The Aurora cluster that it is a member of; such a member has only an engine and a class of its own.
        public var cluster: Reference?
        public var engine: String
        public var engineVersion: EngineVersion?
        public var instanceClass: String
        /// GiB.
        public var allocatedStorage: Int?
        public var storageType: String?
        public var storageEncrypted: Bool?
        public var multiAZ: Bool?
        public var backupRetentionPeriod: Int?
        public var deletionProtection: Bool?
        public var databaseName: String?
        public var masterUsername: String?
        public var manageMasterUserPassword: Bool?
        public var port: Int?
        public var subnetGroup: Reference?
        public var securityGroups: Set<Reference>?
        public var publiclyAccessible: Bool

        public init(
            instanceIdentifier: String,
            cluster: Reference? = nil,
            engine: String,
            engineVersion: EngineVersion? = nil,
            instanceClass: String,
            allocatedStorage: Int? = nil,
            storageType: String? = nil,
            storageEncrypted: Bool? = nil,
            multiAZ: Bool? = nil,
            backupRetentionPeriod: Int? = nil,
            deletionProtection: Bool? = nil,
            databaseName: String? = nil,
            masterUsername: String? = nil,
            manageMasterUserPassword: Bool? = nil,
            port: Int? = nil,
            subnetGroup: Reference? = nil,
            securityGroups: Set<Reference>? = nil,
            publiclyAccessible: Bool = false
        ) {
            self.instanceIdentifier = instanceIdentifier.lowercased()
            self.cluster = cluster
            self.engine = engine
            self.engineVersion = engineVersion
            self.instanceClass = instanceClass
            self.allocatedStorage = allocatedStorage
            self.storageType = storageType
            self.storageEncrypted = storageEncrypted
            self.multiAZ = multiAZ
            self.backupRetentionPeriod = backupRetentionPeriod
            self.deletionProtection = deletionProtection
            self.databaseName = databaseName
            self.masterUsername = masterUsername
            self.manageMasterUserPassword = manageMasterUserPassword
            self.port = port
            self.subnetGroup = subnetGroup
            self.securityGroups = securityGroups
            self.publiclyAccessible = publiclyAccessible
        }
    }

    public let type: ResourceType = "AWS::RDS::DBInstance"
    public let noun = "DBInstance"
    public let traits = KindTraits(isStateful: true, deadline: .seconds(3600))
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field(
            "instanceIdentifier", \.instanceIdentifier, .replace, "Its name, unique in the account and region",
            staysWhenAdopted: true),
        Field("cluster", \.cluster, .replace, "The Aurora cluster that it is a member of", pins: true),
        Field("engine", \.engine, .replace, "The database engine"),
        Field("engineVersion", \.engineVersion, .update, "The engine's version", compare: .declaredKeys),
        Field("instanceClass", \.instanceClass, .update, "The machine's size"),
        Field("allocatedStorage", \.allocatedStorage, .update, "GiB of storage; it can only grow"),
        Field("storageType", \.storageType, .update, "The kind of storage, such as `gp3`"),
        Field("storageEncrypted", \.storageEncrypted, .replace, "Whether the storage is encrypted"),
        Field("multiAZ", \.multiAZ, .update, "Whether a standby waits in another availability zone"),
        Field("backupRetentionPeriod", \.backupRetentionPeriod, .update, "Days for which automatic backups are kept"),
        Field("deletionProtection", \.deletionProtection, .update, "Whether AWS refuses to delete it"),
        Field("databaseName", \.databaseName, .initial, "The database that is made in it at first"),
        Field("masterUsername", \.masterUsername, .replace, "The master user's name"),
        Field("manageMasterUserPassword", \.manageMasterUserPassword, .update, "RDS keeps the password in a secret"),
        Field("port", \.port, .update, "The port on which it listens"),
        Field("subnetGroup", \.subnetGroup, .replace, "The subnets in which it may stand", pins: true),
        Field("securityGroups", \.securityGroups, .update, "Who may connect", pins: true),
        Field("publiclyAccessible", \.publiclyAccessible, .update, "Whether it has a public address"),
    ]

    public init() {}

    public func name(of attributes: Attributes, tags: [String: String]) -> String? { attributes.instanceIdentifier }

    /// One paged call: RDS gives the tags with it.
    public func observe(
        _ scope: ObservationScope,
        through session: AWSSession
    ) async throws -> [Observed<Attributes>] {
        try await session.client.collect(DescribeDBInstances(), \.dbInstances)
            .filter { $0.dbInstanceStatus != "deleting" }
            .map { try $0.observed() }
    }

    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        let request = try CreateDBInstance(desired)
        let identifier = desired.attributes.instanceIdentifier
        return try await session.whileRolesAppear {
            try await session.createNamed(
                request,
                made: { Made(identifier, outputs: $0.dbInstance?.outputs ?? [:]) },
                find: { try await find(desired, through: session) }
            )
        }
    }

    /// Applied at once, not in the maintenance window. While it is being made nothing can be changed, and what AWS does
    /// not show yet only seems to differ: the next plan compares again.
    public func update(
        _ observed: Observed<Attributes>,
        to desired: Desired<Attributes>,
        changing fields: Set<String>,
        through session: AWSSession
    ) async throws -> Made {
        let made = Made(observed.identifier, outputs: observed.outputs)
        let item = try await Self.look(at: observed.identifier, through: session)
        guard item?.dbInstanceStatus != "creating" else { return made }
        _ = try await session.client.send(
            try ModifyDBInstance(observed.identifier, desired, changing: fields)
        )
        return made
    }

    public func tag(
        _ observed: Observed<Attributes>,
        _ tags: [String: String],
        through session: AWSSession
    ) async throws {
        let arn = try required(observed.outputs[.arn], "DBInstanceArn", of: DescribeDBInstances.self)
        _ = try await session.client.send(AddTagsToDatabase(resourceName: arn, tags: tags.tagList))
    }

    /// Takes a final snapshot; a member of a cluster has no data of its own, the cluster takes one when it goes.
    ///
    /// - Throws: a refusal while deletion protection is on. The last member of a protected cluster stays as well, since
    ///   AWS would delete it and leave a cluster that nobody can connect to.
    public func delete(_ observed: Observed<Attributes>, through session: AWSSession) async throws {
        let identifier = observed.identifier
        guard let item = try await Self.look(at: identifier, through: session),
            item.dbInstanceStatus != "deleting"
        else { return }
        if item.deletionProtection == true {
            throw ResourceError.protected(DeleteDBInstance.self, "DB instance", identifier)
        }
        if let cluster = item.dbClusterIdentifier {
            try await checkLastMember(of: cluster, through: session)
            try await unlessMissing {
                _ = try await session.client.send(
                    DeleteDBInstance(dbInstanceIdentifier: identifier, skipFinalSnapshot: true)
                )
            }
            return
        }
        try await unlessMissing {
            try await FinalSnapshot.named(after: observed) { snapshot in
                _ = try await session.client.send(
                    DeleteDBInstance(
                        dbInstanceIdentifier: identifier,
                        skipFinalSnapshot: false,
                        finalDBSnapshotIdentifier: snapshot
                    )
                )
            }
        }
    }

    private func checkLastMember(of cluster: String, through session: AWSSession) async throws {
        guard let item = try await DBCluster.look(at: cluster, through: session), item.deletionProtection == true,
            (item.dbClusterMembers ?? []).count <= 1
        else { return }
        throw ResourceError.protected(DeleteDBInstance.self, "DB cluster", cluster)
    }

    public func settled(_ made: Made, through session: AWSSession) async throws -> Settlement {
        guard let item = try await Self.look(at: made.identifier, through: session) else {
            return .pending("AWS does not show the new DB instance yet")
        }
        switch item.status {
        case .failed(let why): return .failed(why)
        case .pending(let what): return .pending(what)
        case .active where item.pendingModifiedValues?.isEmpty == false:
            return .pending("the DB instance \(made.identifier) has changes that RDS has yet to apply")
        case .active where item.masterUserSecret?.secretStatus == "creating":
            return .pending("RDS is making the secret with the password")
        case .active: return .ready(item.outputs)
        }
    }

    public func isGone(_ observed: Observed<Attributes>, through session: AWSSession) async throws -> Bool {
        try await Self.look(at: observed.identifier, through: session) == nil
    }

    private static func look(
        at identifier: String,
        through session: AWSSession
    ) async throws -> DescribeDBInstances.Item? {
        let request = DescribeDBInstances(dbInstanceIdentifier: identifier)
        return try await unlessMissing { try await session.client.collect(request, \.dbInstances) }?.first
    }

    /// The instance of that name when it is this declaration's, nil when there is none.
    ///
    /// - Throws: a conflict when it is somebody else's.
    private func find(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made? {
        let identifier = desired.attributes.instanceIdentifier
        guard let item = try await Self.look(at: identifier, through: session) else { return nil }
        guard item.dbInstanceStatus != "deleting" else {
            throw ResourceError.stillGoing(CreateDBInstance.self, "DB instance", identifier)
        }
        guard Dictionary(item.tagList).claimsSame(as: desired.tags) else {
            throw ResourceError.conflict(
                CreateDBInstance.self,
                "DB instance",
                named: identifier,
                identifier: item.dbInstanceArn ?? identifier,
                wantedBy: desired.address
            )
        }
        return Made(identifier, outputs: item.outputs)
    }

    /// RDS makes the secret with the password in the caller's name, and so the final snapshot.
    public var permissions: KindPermissions {
        let place = "arn:{partition}:rds:{region}:{account}"
        return KindPermissions(
            sending: Self.requests,
            on: [
                "\(place):db:{prefix}-*", "\(place):cluster:{prefix}-*", "\(place):subgrp:{prefix}-*", "\(place):og:*",
                "\(place):pg:*", "\(place):snapshot:final-*",
            ],
            reads: ["kms:DescribeKey"],
            with: [
                PermissionGrant(
                    ["rds:CreateDBSnapshot"],
                    on: ["\(place):db:{prefix}-*", "\(place):snapshot:final-*"]
                ),
                .databaseSecrets, .serviceLinkedRole(of: "rds.amazonaws.com"),
            ]
        )
    }

    static let requests: [any AWSRequest.Type] = [
        DescribeDBInstances.self, CreateDBInstance.self, ModifyDBInstance.self, DeleteDBInstance.self,
        AddTagsToDatabase.self,
    ]
}
