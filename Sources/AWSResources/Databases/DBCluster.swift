import AWSClient
import Model

/// An Aurora cluster: the storage and its endpoints; its instances are `DBInstance`s. Its identifier is its name.
///
/// The password is RDS's: made, kept and rotated in a secret of Secrets Manager, which the output `secretArn` names.
public struct DBCluster: AWSResourceKind {
    public struct Attributes: Sendable {
        /// RDS keeps it in lower case.
        public var clusterIdentifier: String
        public var engine: String
        public var engineVersion: EngineVersion?
        public var databaseName: String?
        public var masterUsername: String
        public var manageMasterUserPassword: Bool
        public var port: Int
        public var subnetGroup: Reference
        public var securityGroups: Set<Reference>
        public var storageEncrypted: Bool
        public var backupRetentionPeriod: Int
        public var deletionProtection: Bool

        public init(
            clusterIdentifier: String,
            engine: String,
            engineVersion: EngineVersion? = nil,
            databaseName: String? = nil,
            masterUsername: String,
            manageMasterUserPassword: Bool = true,
            port: Int,
            subnetGroup: Reference,
            securityGroups: Set<Reference>,
            storageEncrypted: Bool = true,
            backupRetentionPeriod: Int = 7,
            deletionProtection: Bool = true
        ) {
            self.clusterIdentifier = clusterIdentifier.lowercased()
            self.engine = engine
            self.engineVersion = engineVersion
            self.databaseName = databaseName
            self.masterUsername = masterUsername
            self.manageMasterUserPassword = manageMasterUserPassword
            self.port = port
            self.subnetGroup = subnetGroup
            self.securityGroups = securityGroups
            self.storageEncrypted = storageEncrypted
            self.backupRetentionPeriod = backupRetentionPeriod
            self.deletionProtection = deletionProtection
        }
    }

    public let type: ResourceType = "AWS::RDS::DBCluster"
    public let noun = "DBCluster"
    public let traits = KindTraits(isStateful: true, deadline: .seconds(3600))
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field(
            "clusterIdentifier", \.clusterIdentifier, .replace, "Its name, unique in the account and region",
            staysWhenAdopted: true),
        Field("engine", \.engine, .replace, "The database engine"),
        Field("engineVersion", \.engineVersion, .update, "The engine's version", compare: .declaredKeys),
        Field("databaseName", \.databaseName, .initial, "The database that is made in it at first"),
        Field("masterUsername", \.masterUsername, .replace, "The master user's name"),
        Field("manageMasterUserPassword", \.manageMasterUserPassword, .update, "RDS keeps the password in a secret"),
        Field("port", \.port, .update, "The port on which it listens"),
        Field("subnetGroup", \.subnetGroup, .replace, "The subnets in which it may stand", pins: true),
        Field("securityGroups", \.securityGroups, .update, "Who may connect", pins: true),
        Field("storageEncrypted", \.storageEncrypted, .replace, "Whether the storage is encrypted"),
        Field("backupRetentionPeriod", \.backupRetentionPeriod, .update, "Days for which automatic backups are kept"),
        Field("deletionProtection", \.deletionProtection, .update, "Whether AWS refuses to delete it"),
    ]

    public init() {}

    public func name(of attributes: Attributes, tags: [String: String]) -> String? { attributes.clusterIdentifier }

    /// One paged call: RDS gives the tags with it.
    public func observe(
        _ scope: ObservationScope,
        through session: AWSSession
    ) async throws -> [Observed<Attributes>] {
        try await session.client.collect(DescribeDBClusters(), \.dbClusters)
            .filter { $0.status != "deleting" }
            .map { try $0.observed() }
    }

    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        let request = try CreateDBCluster(desired)
        let identifier = desired.attributes.clusterIdentifier
        return try await session.whileRolesAppear {
            try await session.createNamed(
                request,
                made: { Made(identifier, outputs: $0.dbCluster?.outputs ?? [:]) },
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
        guard item?.status != "creating" else { return made }
        _ = try await session.client.send(try ModifyDBCluster(observed.identifier, desired, changing: fields))
        return made
    }

    public func tag(
        _ observed: Observed<Attributes>,
        _ tags: [String: String],
        through session: AWSSession
    ) async throws {
        let arn = try required(observed.outputs[.arn], "DBClusterArn", of: DescribeDBClusters.self)
        _ = try await session.client.send(AddTagsToDatabase(resourceName: arn, tags: tags.tagList))
    }

    /// Takes a final snapshot.
    ///
    /// - Throws: a refusal while deletion protection is on.
    public func delete(_ observed: Observed<Attributes>, through session: AWSSession) async throws {
        let identifier = observed.identifier
        guard let item = try await Self.look(at: identifier, through: session), item.status != "deleting" else {
            return
        }
        if item.deletionProtection == true {
            throw ResourceError.protected(DeleteDBCluster.self, "DB cluster", identifier)
        }
        try await unlessMissing {
            try await FinalSnapshot.named(after: observed) { snapshot in
                _ = try await session.client.send(
                    DeleteDBCluster(
                        dbClusterIdentifier: identifier,
                        skipFinalSnapshot: false,
                        finalDBSnapshotIdentifier: snapshot
                    )
                )
            }
        }
    }

    public func settled(_ made: Made, through session: AWSSession) async throws -> Settlement {
        guard let item = try await Self.look(at: made.identifier, through: session) else {
            return .pending("AWS does not show the new DB cluster yet")
        }
        switch item.state {
        case .failed(let why): return .failed(why)
        case .pending(let what): return .pending(what)
        case .active where item.masterUserSecret?.secretStatus == "creating":
            return .pending("RDS is making the secret with the password")
        case .active where item.pendingModifiedValues?.isEmpty == false:
            return .pending("the DB cluster \(made.identifier) has changes that RDS has yet to apply")
        case .active: return .ready(item.outputs)
        }
    }

    public func isGone(_ observed: Observed<Attributes>, through session: AWSSession) async throws -> Bool {
        try await Self.look(at: observed.identifier, through: session) == nil
    }

    static func look(at identifier: String, through session: AWSSession) async throws -> DescribeDBClusters.Item? {
        let request = DescribeDBClusters(dbClusterIdentifier: identifier)
        return try await unlessMissing { try await session.client.collect(request, \.dbClusters) }?.first
    }

    /// The cluster of that name when it is this declaration's, nil when there is none.
    ///
    /// - Throws: a conflict when it is somebody else's.
    private func find(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made? {
        let identifier = desired.attributes.clusterIdentifier
        guard let item = try await Self.look(at: identifier, through: session) else { return nil }
        guard item.status != "deleting" else {
            throw ResourceError.stillGoing(CreateDBCluster.self, "DB cluster", identifier)
        }
        guard Dictionary(item.tagList).claimsSame(as: desired.tags) else {
            throw ResourceError.conflict(
                CreateDBCluster.self,
                "DB cluster",
                named: identifier,
                identifier: item.dbClusterArn ?? identifier,
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
                "\(place):cluster:{prefix}-*", "\(place):subgrp:{prefix}-*", "\(place):og:*", "\(place):cluster-pg:*",
                "\(place):cluster-snapshot:final-*",
            ],
            reads: ["kms:DescribeKey"],
            with: [
                PermissionGrant(
                    ["rds:CreateDBClusterSnapshot"],
                    on: ["\(place):cluster:{prefix}-*", "\(place):cluster-snapshot:final-*"]
                ),
                .databaseSecrets, .serviceLinkedRole(of: "rds.amazonaws.com"),
            ]
        )
    }

    static let requests: [any AWSRequest.Type] = [
        DescribeDBClusters.self, CreateDBCluster.self, ModifyDBCluster.self, DeleteDBCluster.self,
        AddTagsToDatabase.self,
    ]
}
