import AWSClient
import Model

/// What lets ECS place tasks on an Auto Scaling group's instances, and start and end instances as the tasks need them.
///
/// Its identifier is its name. It belongs to one cluster, and says so itself: the cluster names only what AWS brings
/// along. So the group can start instances for a cluster that is there, and goes before the cluster does.
public struct CapacityProvider: AWSResourceKind {
    public struct Attributes: Sendable {
        public var providerName: String
        /// The name of the cluster whose tasks may use it; empty for none.
        public var cluster: Reference
        /// The group's ARN.
        public var autoScalingGroup: Reference
        public var managedScaling: Bool
        /// Percent of the instances' capacity that ECS uses before it starts more.
        public var targetCapacity: Int
        /// Whether instances with tasks are kept from being ended.
        public var managedTerminationProtection: Bool

        public init(
            providerName: String, cluster: Reference, autoScalingGroup: Reference, managedScaling: Bool = true,
            targetCapacity: Int = 100, managedTerminationProtection: Bool = true
        ) {
            self.providerName = providerName
            self.cluster = cluster
            self.autoScalingGroup = autoScalingGroup
            self.managedScaling = managedScaling
            self.targetCapacity = targetCapacity
            self.managedTerminationProtection = managedTerminationProtection
        }
    }

    public let type: ResourceType = "AWS::ECS::CapacityProvider"
    public let noun = "CapacityProvider"
    public let traits = KindTraits(deletedAfter: ["AWS::ECS::Service"], deadline: .seconds(1200))
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field(
            "providerName", \.providerName, .replace, "The name, unique in the account and region",
            staysWhenAdopted: true),
        Field("cluster", \.cluster, .update, "The cluster whose tasks may use it", pins: true),
        Field("autoScalingGroup", \.autoScalingGroup, .replace, "The Auto Scaling group", pins: true),
        Field("managedScaling", \.managedScaling, .update, "Whether ECS starts and ends instances"),
        Field("targetCapacity", \.targetCapacity, .update, "Percent of the capacity that ECS uses"),
        Field(
            "managedTerminationProtection", \.managedTerminationProtection, .update,
            "Whether instances with tasks are kept"),
    ]

    public init() {}

    public func name(of attributes: Attributes, tags: [String: String]) -> String? { attributes.providerName }

    /// Those that clusters use, and those that are declared or were recorded: no other can be ours or in the way.
    public func observe(
        _ scope: ObservationScope, through session: AWSSession
    ) async throws -> [Observed<Attributes>] {
        let clusters = try await session.clusters(scope.round)
        var users: [String: [String]] = [:]
        for cluster in clusters {
            for provider in cluster.capacityProviders ?? [] {
                users[provider, default: []].append(cluster.clusterName ?? "")
            }
        }
        let names = Set(users.keys).union(scope.declaredNames).union(scope.recorded(type))
            .subtracting(Cluster.builtInProviders)
        return try await Self.describe(names.sorted(), through: session).compactMap { provider in
            try Self.observed(provider, usedBy: users[provider.name ?? ""] ?? [])
        }
    }

    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        let request = try CreateCapacityProvider(desired)
        let made = try await session.whileRolesAppear {
            try await session.createOnce(
                request, made: { try Self.made($0.capacityProvider, of: CreateCapacityProvider.self) },
                find: { try await find(desired, through: session) })
        }
        let cluster = try desired.text(desired.attributes.cluster) as String
        try await attach(made.identifier, to: cluster, through: session)
        return Self.made(made, in: cluster)
    }

    public func update(
        _ observed: Observed<Attributes>, to desired: Desired<Attributes>, changing fields: Set<String>,
        through session: AWSSession
    ) async throws -> Made {
        let (name, wanted) = (observed.identifier, desired.attributes)
        if !fields.isDisjoint(with: ["managedScaling", "targetCapacity", "managedTerminationProtection"]) {
            let held = try await Self.describe([name], through: session).first?.autoScalingGroupProvider
            _ = try await session.client.send(
                UpdateCapacityProvider(
                    name: name, autoScalingGroupProvider: GroupProvider(wanted, keeping: held?.managedScaling)))
        }
        let cluster = try desired.text(wanted.cluster) as String
        if fields.contains("cluster") {
            for other in observed.attributes.cluster.text?.split(separator: ",") ?? [] where other != cluster {
                try await session.changeProviders(of: String(other)) { $0.subtracting([name]) }
            }
            try await attach(name, to: cluster, through: session)
        }
        return Self.made(Made(name, outputs: observed.outputs), in: cluster)
    }

    public func tag(
        _ observed: Observed<Attributes>, _ tags: [String: String], through session: AWSSession
    ) async throws {
        let arn = observed.outputs[.arn] ?? observed.identifier
        _ = try await session.client.send(ECSTagResource(resourceArn: arn, tags: tags.tagList))
    }

    /// Takes it from the clusters that use it, since AWS deletes only what none uses.
    ///
    /// - Throws: `.inUse` while a cluster changes or tasks run on it.
    public func delete(_ observed: Observed<Attributes>, through session: AWSSession) async throws {
        let name = observed.identifier
        guard let provider = try await Self.describe([name], through: session).first,
            provider.updateStatus != "DELETE_IN_PROGRESS"
        else { return }
        do {
            for cluster in try await session.clusters(ObservationRound())
            where cluster.capacityProviders?.contains(name) == true {
                try await session.changeProviders(of: cluster.clusterName ?? "") { $0.subtracting([name]) }
            }
            _ = try await session.client.send(DeleteCapacityProvider(capacityProvider: name))
        } catch let error as AWSError where error.isMissing || error.tellsOfUse {
            if error.isMissing { return }
            throw ResourceError(
                .inUse, operation: error.action.description,
                message: "the capacity provider \(name) is still used: \(error.message)", requestID: error.requestID)
        }
    }

    public func settled(_ made: Made, through session: AWSSession) async throws -> Settlement {
        guard let provider = try await Self.describe([made.identifier], through: session).first else {
            return .pending("the capacity provider to appear")
        }
        switch provider.resourceStatus {
        case .failed(let why): return .failed(why)
        case .pending(let what): return .pending(what)
        case .active: break
        }
        guard let name = made.outputs[.cluster], !name.isEmpty else { return .ready([:]) }
        let cluster = try await session.describe(clusters: [name], including: ["ATTACHMENTS"]).first
        switch cluster?.attachmentsStatus {
        case "UPDATE_IN_PROGRESS": return .pending("the cluster to take the capacity provider")
        case "UPDATE_FAILED":
            return .failed("ECS could not let the cluster \(name) use \(made.identifier); look at its attachments")
        default: return .ready([:])
        }
    }

    public func isGone(_ observed: Observed<Attributes>, through session: AWSSession) async throws -> Bool {
        try await Self.describe([observed.identifier], through: session).isEmpty
    }
}
