import AWSClient
import Model

/// An ECS cluster with its container insights setting and the capacity providers that AWS brings along.
///
/// Other capacity providers say themselves to which cluster they belong, and are none of its fields.
/// Its identifier is its name. A cluster that was deleted stays `INACTIVE` for a while and counts as not there.
public struct Cluster: AWSResourceKind {
    public struct Attributes: Sendable {
        public var clusterName: String
        /// `enabled`, `enhanced` or `disabled`.
        public var containerInsights: String?
        /// Of `FARGATE` and `FARGATE_SPOT`.
        public var capacityProviders: Set<String>?

        public init(clusterName: String, containerInsights: String? = nil, capacityProviders: Set<String>? = nil) {
            self.clusterName = clusterName
            self.containerInsights = containerInsights
            self.capacityProviders = capacityProviders
        }
    }

    public let type: ResourceType = "AWS::ECS::Cluster"
    public let noun = "Cluster"
    /// AWS deletes no cluster while hosts are registered in it, and no field names these.
    public let traits = KindTraits(deletedAfter: ["AWS::AutoScaling::AutoScalingGroup"])
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field(
            "clusterName", \.clusterName, .replace, "The name, unique in the account and region", staysWhenAdopted: true
        ),
        Field("containerInsights", \.containerInsights, .update, "Whether CloudWatch Container Insights is collected"),
        Field("capacityProviders", \.capacityProviders, .update, "What of AWS's own tasks may run on"),
    ]

    public init() {}

    public func name(of attributes: Attributes, tags: [String: String]) -> String? { attributes.clusterName }

    public func observe(_ scope: ObservationScope, through session: AWSSession) async throws -> [Observed<Attributes>] {
        try await session.clusters(scope.round).compactMap(Self.observed)
    }

    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        let request = CreateCluster(
            clusterName: desired.attributes.clusterName,
            settings: desired.attributes.containerInsights.map { [.containerInsights($0)] },
            capacityProviders: desired.attributes.capacityProviders?.sorted(),
            tags: desired.tags.tagList
        )
        // That it looks first matters: CreateCluster answers with the cluster of that name if there is one.
        return try await session.whileRolesAppear {
            try await session.createOnce(
                request,
                made: { answer in
                    let arn = try required(answer.cluster?.clusterArn, "cluster.clusterArn", of: CreateCluster.self)
                    return Self.made(arn, desired.attributes)
                },
                find: { try await existing(desired, through: session) }
            )
        }
    }

    public func update(
        _ observed: Observed<Attributes>,
        to desired: Desired<Attributes>,
        changing fields: Set<String>,
        through session: AWSSession
    ) async throws -> Made {
        if fields.contains("containerInsights"), let value = desired.attributes.containerInsights {
            _ = try await session.client.send(
                UpdateCluster(cluster: observed.identifier, settings: [.containerInsights(value)])
            )
        }
        if fields.contains("capacityProviders"), let providers = desired.attributes.capacityProviders {
            try await session.changeProviders(of: observed.identifier) { held in
                held.subtracting(Self.builtInProviders).union(providers)
            }
        }
        return Made(observed.identifier, outputs: observed.outputs)
    }

    public func tag(
        _ observed: Observed<Attributes>,
        _ tags: [String: String],
        through session: AWSSession
    ) async throws {
        let arn = observed.outputs[.arn] ?? observed.identifier
        _ = try await session.client.send(ECSTagResource(resourceArn: arn, tags: tags.tagList))
    }

    public func delete(_ observed: Observed<Attributes>, through session: AWSSession) async throws {
        do {
            _ = try await session.client.send(DeleteCluster(cluster: observed.identifier))
        } catch {
            if error.isMissing { return }
            guard error.code.hasPrefix("ClusterContains") || error.code == "UpdateInProgressException" else {
                throw error
            }
            throw ResourceError(
                .inUse,
                operation: error.action.description,
                message: "cluster \(observed.identifier) is still used: \(error.message)",
                requestID: error.requestID
            )
        }
    }

    public func settled(_ made: Made, through session: AWSSession) async throws -> Settlement {
        guard let cluster = try await session.cluster(made.identifier) else { return .pending("cluster to appear") }
        switch (cluster.status, cluster.attachmentsStatus) {
        case ("FAILED", _), (_, "UPDATE_FAILED"):
            return .failed("ECS could not set up the capacity providers of the cluster; look at its attachments")
        case ("INACTIVE", _), ("DEPROVISIONING", _):
            return .failed("the cluster was deleted meanwhile; run the command again")
        case ("PROVISIONING", _), (_, "UPDATE_IN_PROGRESS"):
            return .pending("capacity providers")
        default:
            return .ready([:])
        }
    }

    public func isGone(_ observed: Observed<Attributes>, through session: AWSSession) async throws -> Bool {
        try await session.cluster(observed.identifier)?.isThere != true
    }
}

extension Cluster {
    private static func observed(_ cluster: ClusterDescription) -> Observed<Attributes>? {
        guard let arn = cluster.clusterArn, let name = cluster.clusterName else { return nil }
        let insights = cluster.settings?.first { $0.name == "containerInsights" }?.value
        let attributes = Attributes(
            clusterName: name,
            containerInsights: insights ?? "disabled",
            capacityProviders: Set(cluster.capacityProviders ?? []).intersection(builtInProviders)
        )
        return Observed(
            identifier: name,
            name: name,
            attributes: attributes,
            outputs: [.arn: arn],
            tags: Dictionary(cluster.tags),
            status: cluster.resourceStatus
        )
    }

    private static func made(_ arn: String, _ attributes: Attributes) -> Made {
        Made(attributes.clusterName, outputs: [.arn: arn])
    }

    /// The cluster of the desired name when it is the desired resource; nil when there is none.
    private func existing(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made? {
        guard let cluster = try await session.cluster(desired.attributes.clusterName), cluster.isThere,
            let arn = cluster.clusterArn
        else { return nil }
        guard Dictionary(cluster.tags).claimsSame(as: desired.tags) else {
            throw ResourceError.conflict(
                CreateCluster.self,
                "ECS cluster",
                named: desired.attributes.clusterName,
                identifier: arn,
                wantedBy: desired.address
            )
        }
        return Self.made(arn, desired.attributes)
    }

    /// What AWS brings along.
    static let builtInProviders: Set<String> = ["FARGATE", "FARGATE_SPOT"]

    public var permissions: KindPermissions {
        KindPermissions(
            sending: Self.requests, with: [.serviceLinkedRole(of: "ecs.amazonaws.com")])
    }

    static let requests: [any AWSRequest.Type] = [
        ListClusters.self, DescribeClusters.self, CreateCluster.self, UpdateCluster.self,
        PutClusterCapacityProviders.self, DeleteCluster.self, ECSTagResource.self,
    ]
}

extension AWSSession {
    /// Every cluster of the region that is there; services are read by cluster and need them as well.
    func clusters(_ round: ObservationRound) async throws -> [ClusterDescription] {
        try await round.once("ecs:DescribeClusters") {
            let arns = try await client.collect(ListClusters(), \.clusterArns)
            return try await describe(clusters: arns, including: ["TAGS", "SETTINGS", "ATTACHMENTS"]).filter(\.isThere)
        }
    }

    /// The cluster of this name, also one that was deleted a while ago; nil when there is none. Looks that are wanted at the
    /// same time share a call.
    func cluster(_ name: String) async throws -> ClusterDescription? {
        let key = DescribeClusters.action.description
        return try await sharedReads.read(name, of: key, atOnce: Self.clustersAtOnce) { names in
            let found = try await describe(clusters: names, including: ["TAGS", "ATTACHMENTS"])
            return Dictionary(found.map { ($0.clusterName ?? "", $0) }) { first, _ in first }
        }
    }

    /// The clusters of the given names or ARNs, without those that are not there.
    func describe(clusters: [String], including include: [String]) async throws -> [ClusterDescription] {
        try await clusters.chunked(into: Self.clustersAtOnce).concurrentMap { batch in
            let answer = try await client.send(DescribeClusters(clusters: batch, include: include))
            try answer.failures.allowMissing(DescribeClusters.action)
            return answer.clusters ?? []
        }.flatMap(\.self)
    }

    /// How many one call takes (the API reference of DescribeClusters).
    private static let clustersAtOnce = 100
}

struct ClusterDescription: Codable, Sendable {
    var clusterArn: String?
    var clusterName: String?
    var status: String?
    /// How many services it has, without those that are being deleted.
    var activeServicesCount: Int?
    var attachmentsStatus: String?
    var settings: [ClusterSetting]?
    var capacityProviders: [String]?
    var defaultCapacityProviderStrategy: [CapacityProviderStrategyItem]?
    var tags: [Tag]?

    var isThere: Bool { status != "INACTIVE" }

    var resourceStatus: ResourceStatus {
        switch status {
        case "PROVISIONING", "DEPROVISIONING": .pending("cluster is \(status?.lowercased() ?? "")")
        case "FAILED": .failed("ECS could not set up the cluster's capacity providers")
        default: attachmentsStatus == "UPDATE_IN_PROGRESS" ? .pending("capacity providers") : .active
        }
    }
}

struct ClusterSetting: Codable, Sendable {
    var name: String?
    var value: String?

    static func containerInsights(_ value: String) -> ClusterSetting {
        ClusterSetting(name: "containerInsights", value: value)
    }
}

struct CapacityProviderStrategyItem: Codable, Sendable {
    var capacityProvider: String?
    var weight: Int?
    var base: Int?

    /// All tasks on one provider.
    static func only(_ provider: String?) -> [CapacityProviderStrategyItem]? {
        provider.map { [CapacityProviderStrategyItem(capacityProvider: $0, weight: 1, base: 0)] }
    }
}

struct ListClusters: AWSRequest {
    static let action: AWSAction = "ecs:ListClusters"
    /// The most that ECS allows.
    var maxResults: Int? = 100
    struct Response: Codable, Sendable { var clusterArns: [String]? }
}

struct DescribeClusters: AWSRequest {
    static let action: AWSAction = "ecs:DescribeClusters"
    var clusters: [String]
    var include: [String]
    struct Response: Codable, Sendable {
        var clusters: [ClusterDescription]?
        var failures: [ECSFailure]?
    }
}

struct CreateCluster: AWSRequest {
    static let action: AWSAction = "ecs:CreateCluster"
    var clusterName: String
    var settings: [ClusterSetting]?
    var capacityProviders: [String]?
    var tags: [Tag]
    struct Response: Codable, Sendable { var cluster: ClusterDescription? }
}

struct UpdateCluster: AWSRequest {
    static let action: AWSAction = "ecs:UpdateCluster"
    var cluster: String
    var settings: [ClusterSetting]
    typealias Response = EmptyResponse
}

struct PutClusterCapacityProviders: AWSRequest {
    static let action: AWSAction = "ecs:PutClusterCapacityProviders"
    var cluster: String
    var capacityProviders: [String]
    var defaultCapacityProviderStrategy: [CapacityProviderStrategyItem]
    typealias Response = EmptyResponse
}

struct DeleteCluster: AWSRequest {
    static let action: AWSAction = "ecs:DeleteCluster"
    var cluster: String
    typealias Response = EmptyResponse
}

/// Sets tags on anything of ECS, by its ARN.
struct ECSTagResource: AWSRequest {
    static let action: AWSAction = "ecs:TagResource"
    var resourceArn: String
    var tags: [Tag]
    typealias Response = EmptyResponse
}
