import AWSClient
import Model

/// A Redis or Valkey cache of ElastiCache: one primary with its replicas. Its identifier is its name.
public struct ReplicationGroup: AWSResourceKind {
    public struct Attributes: Sendable {
        /// ElastiCache keeps it in lower case.
        public var replicationGroupId: String
        public var groupDescription: String
        public var engine: String
        public var engineVersion: EngineVersion?
        public var nodeType: String
        /// Nodes besides the primary.
        public var replicas: Int
        public var automaticFailover: Bool
        public var multiAZ: Bool
        public var atRestEncryption: Bool
        public var transitEncryption: Bool
        public var snapshotRetentionLimit: Int
        public var port: Int?
        public var subnetGroup: Reference?
        public var securityGroups: Set<Reference>

        public init(
            replicationGroupId: String,
            groupDescription: String,
            engine: String,
            engineVersion: EngineVersion? = nil,
            nodeType: String,
            replicas: Int = 1,
            automaticFailover: Bool = true,
            multiAZ: Bool = true,
            atRestEncryption: Bool = true,
            transitEncryption: Bool = true,
            snapshotRetentionLimit: Int = 7,
            port: Int? = 6379,
            subnetGroup: Reference?,
            securityGroups: Set<Reference>
        ) {
            self.replicationGroupId = replicationGroupId.lowercased()
            self.groupDescription = groupDescription
            self.engine = engine
            self.engineVersion = engineVersion
            self.nodeType = nodeType
            self.replicas = replicas
            self.automaticFailover = automaticFailover
            self.multiAZ = multiAZ
            self.atRestEncryption = atRestEncryption
            self.transitEncryption = transitEncryption
            self.snapshotRetentionLimit = snapshotRetentionLimit
            self.port = port
            self.subnetGroup = subnetGroup
            self.securityGroups = securityGroups
        }
    }

    public let type: ResourceType = "AWS::ElastiCache::ReplicationGroup"
    public let noun = "ReplicationGroup"
    public let traits = KindTraits(isStateful: true, deadline: .seconds(3600))
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field(
            "replicationGroupId", \.replicationGroupId, .replace, "Its name, unique in the account and region",
            staysWhenAdopted: true),
        Field("groupDescription", \.groupDescription, .update, "What it is for"),
        Field("engine", \.engine, .update, "`redis` or `valkey`; AWS goes from Redis to Valkey in place, not back"),
        Field("engineVersion", \.engineVersion, .update, "The engine's version", compare: .declaredKeys),
        Field("nodeType", \.nodeType, .update, "The nodes' size"),
        Field("replicas", \.replicas, .update, "Nodes besides the primary"),
        Field("automaticFailover", \.automaticFailover, .update, "Whether a replica takes a failed primary's place"),
        Field("multiAZ", \.multiAZ, .update, "Whether primary and replicas stand in different availability zones"),
        Field("atRestEncryption", \.atRestEncryption, .replace, "Whether what is on disk is encrypted"),
        Field("transitEncryption", \.transitEncryption, .replace, "Whether clients have to speak TLS"),
        Field("snapshotRetentionLimit", \.snapshotRetentionLimit, .update, "Days for which daily backups are kept"),
        Field("port", \.port, .update, "The port on which it listens; AWS cannot change it"),
        // ElastiCache tells it only of the member nodes, which a new group has yet to get.
        Field("subnetGroup", \.subnetGroup, .initial, "The subnets in which it may stand", pins: true),
        Field("securityGroups", \.securityGroups, .update, "Who may connect", pins: true),
    ]

    public init() {}

    public func name(of attributes: Attributes, tags: [String: String]) -> String? { attributes.replicationGroupId }

    /// Two paged calls, for some of a group's settings are told only of its nodes, and one call for the tags of each
    /// group: ElastiCache gives them no other way, and a group that nobody declares any more is known as ours only by
    /// them.
    public func observe(
        _ scope: ObservationScope,
        through session: AWSSession
    ) async throws -> [Observed<Attributes>] {
        let groups = try await session.client.collect(DescribeReplicationGroups(), \.replicationGroups)
            .filter { $0.status != "deleting" }
        guard !groups.isEmpty else { return [] }
        let nodes = try await session.client.collect(DescribeCacheClusters(), \.cacheClusters)
        let members = Dictionary(grouping: nodes) { $0.replicationGroupId ?? "" }
        return try await groups.concurrentCompactMap { group in
            let arn = try required(group.arn, "ARN", of: DescribeReplicationGroups.self)
            guard let tags = try await Self.tags(of: arn, through: session) else { return nil }
            return try group.observed(tags, members[group.replicationGroupId ?? ""] ?? [])
        }
    }

    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        let request = try CreateReplicationGroup(desired)
        let identifier = desired.attributes.replicationGroupId
        return try await session.whileRolesAppear {
            try await session.createNamed(
                request,
                made: { Made(identifier, outputs: $0.replicationGroup?.outputs ?? [:]) },
                find: { try await find(desired, through: session) }
            )
        }
    }

    /// Applied at once, not in the maintenance window. While the group is being made nothing can be changed. ElastiCache
    /// takes one kind of change at a time: more replicas come before a failover that needs them, fewer after one that is
    /// turned off.
    public func update(
        _ observed: Observed<Attributes>,
        to desired: Desired<Attributes>,
        changing fields: Set<String>,
        through session: AWSSession
    ) async throws -> Made {
        let made = Made(observed.identifier, outputs: observed.outputs)
        guard let item = try await look(at: observed.identifier, through: session), item.status != "creating" else {
            return made
        }
        if fields.contains("port") { throw Self.fixedPort(observed, desired) }
        if case .pending(let what) = item.state { throw Self.busy(what) }
        let others = fields.subtracting(["replicas"])
        let wanted = desired.attributes
        let failover = item.automaticFailover == "enabled"
        let turnsOff = others.contains("automaticFailover") && !wanted.automaticFailover
        // What was changed together with a failover that is off by now was sent with it.
        let wasSent = turnsOff && observed.attributes.automaticFailover && !failover
        let difference = fields.contains("replicas") ? wanted.replicas - item.replicas : 0
        if difference > 0 || difference < 0 && !(turnsOff && failover) {
            try await resize(observed.identifier, by: difference, to: wanted.replicas, through: session)
            if others.isEmpty || wasSent { return made }
            throw Self.busy("the replication group \(observed.identifier) gets another number of replicas")
        }
        if !others.isEmpty, !wasSent {
            _ = try await session.client.send(
                try ModifyReplicationGroup(observed.identifier, desired, changing: others)
            )
            if difference != 0 {
                throw Self.busy("the failover of the replication group \(observed.identifier) is turned off")
            }
        }
        return made
    }

    private static func busy(_ what: String) -> ResourceError {
        ResourceError(.busy, operation: ModifyReplicationGroup.action.description, message: what)
    }

    private static func fixedPort(
        _ observed: Observed<Attributes>,
        _ desired: Desired<Attributes>
    ) -> ResourceError {
        ResourceError(
            .refused,
            operation: ModifyReplicationGroup.action.description,
            message: """
                \(desired.address): ElastiCache cannot change the port of the replication group \
                \(observed.identifier) from \(observed.attributes.port.map(String.init) ?? "unknown"): set the former \
                port, or declare a Cache of another name with the new one and remove this one
                """
        )
    }

    private func resize(
        _ identifier: String,
        by difference: Int,
        to count: Int,
        through session: AWSSession
    ) async throws {
        if difference > 0 {
            _ = try await session.client.send(
                IncreaseReplicaCount(replicationGroupId: identifier, newReplicaCount: count, applyImmediately: true)
            )
        } else {
            _ = try await session.client.send(
                DecreaseReplicaCount(replicationGroupId: identifier, newReplicaCount: count, applyImmediately: true)
            )
        }
    }

    public func tag(
        _ observed: Observed<Attributes>,
        _ tags: [String: String],
        through session: AWSSession
    ) async throws {
        let arn = try required(observed.outputs[.arn], "ARN", of: DescribeReplicationGroups.self)
        _ = try await session.client.send(AddTagsToCache(resourceName: arn, tags: tags.tagList))
    }

    /// Takes a final snapshot.
    public func delete(_ observed: Observed<Attributes>, through session: AWSSession) async throws {
        guard let item = try await look(at: observed.identifier, through: session), item.status != "deleting" else {
            return
        }
        try await unlessMissing {
            try await FinalSnapshot.named(after: observed) { snapshot in
                _ = try await session.client.send(
                    DeleteReplicationGroup(
                        replicationGroupId: observed.identifier,
                        retainPrimaryCluster: false,
                        finalSnapshotIdentifier: snapshot
                    )
                )
            }
        }
    }

    public func settled(_ made: Made, through session: AWSSession) async throws -> Settlement {
        guard let item = try await look(at: made.identifier, through: session) else {
            return .pending("AWS does not show the new replication group yet")
        }
        switch item.state {
        case .failed(let why): return .failed(why)
        case .pending(let what): return .pending(what)
        case .active: return .ready(item.outputs)
        }
    }

    public func isGone(_ observed: Observed<Attributes>, through session: AWSSession) async throws -> Bool {
        try await look(at: observed.identifier, through: session) == nil
    }

    private func look(
        at identifier: String,
        through session: AWSSession
    ) async throws -> DescribeReplicationGroups.Item? {
        let request = DescribeReplicationGroups(replicationGroupId: identifier)
        return try await unlessMissing { try await session.client.collect(request, \.replicationGroups) }?.first
    }

    /// The group of that name when it is this declaration's, nil when there is none.
    ///
    /// - Throws: a conflict when it is somebody else's.
    private func find(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made? {
        let identifier = desired.attributes.replicationGroupId
        guard let item = try await look(at: identifier, through: session) else { return nil }
        guard item.status != "deleting" else {
            throw ResourceError.stillGoing(CreateReplicationGroup.self, "replication group", identifier)
        }
        let arn = try required(item.arn, "ARN", of: DescribeReplicationGroups.self)
        guard let tags = try await Self.tags(of: arn, through: session), tags.claimsSame(as: desired.tags) else {
            throw ResourceError.conflict(
                CreateReplicationGroup.self,
                "replication group",
                named: identifier,
                identifier: arn,
                wantedBy: desired.address
            )
        }
        return Made(identifier, outputs: item.outputs)
    }

    /// Nil when the group has gone between the listing and this call.
    private static func tags(of arn: String, through session: AWSSession) async throws -> [String: String]? {
        try await unlessMissing {
            Dictionary(try await session.client.send(ListTagsForCache(resourceName: arn)).tagList)
        }
    }

    public var permissions: KindPermissions {
        let place = "arn:{partition}:elasticache:{region}:{account}"
        return KindPermissions(
            sending: Self.requests,
            on: [
                "\(place):replicationgroup:{prefix}-*", "\(place):cluster:{prefix}-*",
                "\(place):subnetgroup:{prefix}-*", "\(place):parametergroup:*", "\(place):snapshot:final-*",
            ],
            with: [.serviceLinkedRole(of: "elasticache.amazonaws.com")]
        )
    }

    static let requests: [any AWSRequest.Type] = [
        DescribeReplicationGroups.self, DescribeCacheClusters.self, CreateReplicationGroup.self,
        ModifyReplicationGroup.self, IncreaseReplicaCount.self, DecreaseReplicaCount.self,
        DeleteReplicationGroup.self, AddTagsToCache.self, ListTagsForCache.self,
    ]
}
