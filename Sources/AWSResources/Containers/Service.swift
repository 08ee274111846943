import AWSClient
import Model

/// An ECS service that keeps copies of a task running, replaces them when its task definition changes, and rolls back
/// by itself when the new ones do not come up.
///
/// Its identifier is its ARN. The cluster is named by its name. A service that was deleted drains for a while, which
/// shows as a pending status, and then counts as not there.
public struct Service: AWSResourceKind {
    public struct Attributes: Sendable {
        /// The cluster's name, which is its identifier.
        public var cluster: Reference
        public var serviceName: String
        /// The ARN of the task definition's revision.
        public var taskDefinition: Reference
        /// Left alone when nil, as with autoscaling.
        public var desiredCount: Int?
        /// How many tasks a new service starts with when `desiredCount` is nil; one when this is nil too.
        public var initialCount: Int?
        /// `FARGATE` or `EC2`; nil where a capacity provider decides.
        public var launchType: String?
        /// The name of the one capacity provider that all tasks run on; nil where the launch type decides.
        public var capacityProvider: Reference?
        public var platformVersion: String?
        public var subnets: Set<Reference>
        public var securityGroups: Set<Reference>
        public var assignPublicIp: Bool
        public var targetGroups: Set<ServiceTarget>
        public var healthCheckGracePeriodSeconds: Int?
        /// Whether a deployment that fails is stopped and rolled back.
        public var circuitBreaker: Bool?
        public var minimumHealthyPercent: Int?
        public var maximumPercent: Int?
        /// `SERVICE`, `TASK_DEFINITION` or `NONE`.
        public var propagateTags: String?
        public var enableECSManagedTags: Bool?
        public var enableExecuteCommand: Bool?

        public init(
            cluster: Reference,
            serviceName: String,
            taskDefinition: Reference,
            desiredCount: Int? = nil,
            initialCount: Int? = nil,
            launchType: String? = nil,
            capacityProvider: Reference? = nil,
            platformVersion: String? = nil,
            subnets: Set<Reference> = [],
            securityGroups: Set<Reference> = [],
            assignPublicIp: Bool = false,
            targetGroups: Set<ServiceTarget> = [],
            healthCheckGracePeriodSeconds: Int? = nil,
            circuitBreaker: Bool? = nil,
            minimumHealthyPercent: Int? = nil,
            maximumPercent: Int? = nil,
            propagateTags: String? = nil,
            enableECSManagedTags: Bool? = nil,
            enableExecuteCommand: Bool? = nil
        ) {
            self.cluster = cluster
            self.serviceName = serviceName
            self.taskDefinition = taskDefinition
            self.desiredCount = desiredCount
            self.initialCount = initialCount
            self.launchType = launchType
            self.capacityProvider = capacityProvider
            self.platformVersion = platformVersion
            self.subnets = subnets
            self.securityGroups = securityGroups
            self.assignPublicIp = assignPublicIp
            self.targetGroups = targetGroups
            self.healthCheckGracePeriodSeconds = healthCheckGracePeriodSeconds
            self.circuitBreaker = circuitBreaker
            self.minimumHealthyPercent = minimumHealthyPercent
            self.maximumPercent = maximumPercent
            self.propagateTags = propagateTags
            self.enableECSManagedTags = enableECSManagedTags
            self.enableExecuteCommand = enableExecuteCommand
        }
    }

    public let type: ResourceType = "AWS::ECS::Service"
    public let noun = "Service"
    public let traits = KindTraits(
        deletedAfter: [ScalableTarget().type], drainsAfter: [ListenerRule().type, Listener().type],
        isReadByRecord: true, deadline: .seconds(1200))
    public var fields: [Field<Attributes>] { Self.table }
    private static let table: [Field<Attributes>] = [
        Field("cluster", \.cluster, .replace, "The cluster's name"),
        Field("serviceName", \.serviceName, .replace, "The name, unique in the cluster", staysWhenAdopted: true),
        Field("taskDefinition", \.taskDefinition, .update, "The task definition's revision that runs"),
        Field("desiredCount", \.desiredCount, .update, "How many tasks run"),
        Field("initialCount", \.initialCount, .initial, "How many tasks a new service with autoscaling starts with"),
        Field("launchType", \.launchType, .replace, "What the tasks run on"),
        Field("capacityProvider", \.capacityProvider, .update, "The capacity provider of the tasks", pins: true),
        Field("platformVersion", \.platformVersion, .update, "The version of the Fargate platform"),
        Field("subnets", \.subnets, .update, "The subnets in which tasks get their addresses", pins: true),
        Field("securityGroups", \.securityGroups, .update, "The security groups of the tasks", pins: true),
        Field("assignPublicIp", \.assignPublicIp, .update, "Whether tasks get public addresses"),
        Field("targetGroups", \.targetGroups, .update, "The target groups in which tasks are registered", pins: true),
        Field(
            "healthCheckGracePeriodSeconds",
            \.healthCheckGracePeriodSeconds,
            .update,
            "How long a new task may fail load balancer health checks"
        ),
        Field("circuitBreaker", \.circuitBreaker, .update, "Whether a failing deployment is stopped and rolled back"),
        Field("minimumHealthyPercent", \.minimumHealthyPercent, .update, "Percent of tasks kept during a deployment"),
        Field("maximumPercent", \.maximumPercent, .update, "Percent of tasks allowed during a deployment"),
        Field("propagateTags", \.propagateTags, .update, "Whose tags new tasks get"),
        // Not compared later: what it adds are `aws:` tags, which nobody manages, and changing it changes no task
        // that runs.
        Field("enableECSManagedTags", \.enableECSManagedTags, .initial, "Whether ECS tags tasks with their cluster"),
        Field("enableExecuteCommand", \.enableExecuteCommand, .update, "Whether commands can be run in the containers"),
    ]

    public init() {}

    public func name(of attributes: Attributes, tags: [String: String]) -> String? { attributes.serviceName }

    /// All services of clusters that are ours and asked about or were recorded, and of other clusters those whose names are
    /// declared: no other can be ours or in the way.
    public func observe(_ scope: ObservationScope, through session: AWSSession) async throws -> [Observed<Attributes>] {
        try await session.clusters(scope.round).concurrentMap { cluster -> [ServiceDescription] in
            if let recorded = try await recordedServices(of: cluster, scope, through: session) { return recorded }
            return try await services(of: cluster, scope, through: session)
        }.flatMap(\.self).filter { $0.status != "INACTIVE" }.compactMap { Self.observed($0, in: session) }
    }

    private func services(
        of cluster: ClusterDescription, _ scope: ObservationScope, through session: AWSSession
    ) async throws -> [ServiceDescription] {
        guard let name = cluster.clusterName else { return [] }
        let recorded = scope.recorded(type)
        let isOurs = scope.isAskedAbout(Dictionary(cluster.tags)) || scope.recorded(Cluster().type).contains(name)
        let services = try await session.services(in: name).filter { arn in
            isOurs || recorded.contains(arn)
                || scope.declaredNames.contains(arn.split(separator: "/").last.map(String.init) ?? "")
        }
        return try await session.describe(services: services, in: name)
    }

    /// In a brief look, the recorded services of a cluster, when the cluster has no other: it tells how many there are, so
    /// they need not be listed. nil when that may not do.
    private func recordedServices(
        of cluster: ClusterDescription, _ scope: ObservationScope, through session: AWSSession
    ) async throws -> [ServiceDescription]? {
        guard scope.isBrief, let name = cluster.clusterName else { return nil }
        let recorded = scope.recorded(type).filter { $0.contains(":service/\(name)/") }
        // What is declared is recorded, so nobody else's cluster has any of it.
        if recorded.isEmpty, !scope.isAskedAbout(Dictionary(cluster.tags)) { return [] }
        guard let count = cluster.activeServicesCount, count == recorded.count else { return nil }
        let found = try await session.describe(services: recorded.sorted(), in: name)
        return found.count { $0.status == "ACTIVE" } == count ? found : nil
    }

    public func create(_ desired: Desired<Attributes>, through session: AWSSession) async throws -> Made {
        let wanted = try Self.resolved(desired)
        let cluster = try desired.text(desired.attributes.cluster)
        let request = CreateService(
            wanted,
            cluster: cluster,
            taskDefinition: try desired.text(desired.attributes.taskDefinition),
            token: desired.token,
            tags: desired.tags.tagList
        )
        let service = try await session.whileRolesAppear {
            try await session.createOnce(
                request,
                made: { try required($0.service, "service", of: CreateService.self) },
                find: { try await existing(desired, in: cluster, through: session) }
            )
        }
        return try await complete(service, wanted, desired, through: session)
    }

    public func update(
        _ observed: Observed<Attributes>,
        to desired: Desired<Attributes>,
        changing fields: Set<String>,
        through session: AWSSession
    ) async throws -> Made {
        let request = try UpdateService(
            observed,
            to: Self.resolved(desired),
            taskDefinition: desired.text(desired.attributes.taskDefinition),
            changing: fields
        )
        do {
            let answer = try await session.client.send(request)
            return Self.made(
                try required(answer.service, "service", of: UpdateService.self),
                wanted: try Self.resolved(desired),
                in: session
            )
        } catch let error as AWSError where error.code == "ServiceNotActiveException" {
            throw ResourceError(
                .inUse,
                operation: error.action.description,
                message: "service \(observed.name ?? observed.identifier) is being deleted and still draining; "
                    + "run the command again when it is gone",
                requestID: error.requestID
            )
        }
    }

    public func tag(
        _ observed: Observed<Attributes>,
        _ tags: [String: String],
        through session: AWSSession
    ) async throws {
        _ = try await session.client.send(
            ECSTagResource(resourceArn: observed.identifier, tags: tags.tagList)
        )
    }

    /// Takes the tasks down first, each of which ECS takes out of the load balancer and lets finish its requests, and
    /// then the service, also while the last of them are still going.
    public func delete(_ observed: Observed<Attributes>, through session: AWSSession) async throws {
        do {
            let cluster = Self.cluster(observed.identifier, observed.outputs)
            _ = try await session.client.send(
                ScaleService(cluster: cluster, service: observed.identifier, desiredCount: 0)
            )
            _ = try await session.client.send(
                DeleteService(
                    cluster: cluster,
                    service: observed.identifier,
                    force: true
                )
            )
        } catch {
            guard error.isMissing || error.code == "ServiceNotActiveException" else { throw error }
        }
    }

    public func settled(_ made: Made, through session: AWSSession) async throws -> Settlement {
        let cluster = Self.cluster(made.identifier, made.outputs)
        guard let service = try await session.service(made.identifier, in: cluster) else {
            return .pending("service to appear")
        }
        return DeploymentVerdict(
            service: service,
            taskDefinition: made.outputs[.taskDefinition],
            deployment: made.outputs[.deployment],
            formerDeployment: made.outputs[.formerDeployment]
        ).settlement
    }

    public func isGone(_ observed: Observed<Attributes>, through session: AWSSession) async throws -> Bool {
        do {
            let cluster = Self.cluster(observed.identifier, observed.outputs)
            let service = try await session.service(observed.identifier, in: cluster)
            return service == nil || service?.status == "INACTIVE"
        } catch let error as AWSError where error.isMissing {
            return true
        }
    }
}

extension Output {
    /// The ARN of the revision that a service was asked to run.
    static let taskDefinition: Output = "taskDefinition"
    static let cluster: Output = "cluster"
    /// The deployment that the last change of a service started.
    static let deployment: Output = "deployment"
    /// The deployment that was a service's main one before the last change.
    static let formerDeployment: Output = "formerDeployment"
}
