import AWSClient
import Model

extension Service {
    public var permissions: KindPermissions {
        KindPermissions(
            sending: Self.requests, on: ["arn:{partition}:ecs:{region}:{account}:service/{prefix}/*"],
            with: [
                .passingRoles(to: "ecs-tasks.amazonaws.com"), .serviceLinkedRole(of: "ecs.amazonaws.com"),
            ])
    }

    static let requests: [any AWSRequest.Type] = [
        ListClusters.self, DescribeClusters.self, ListServices.self, DescribeServices.self, CreateService.self,
        UpdateService.self, ScaleService.self, DeleteService.self, ECSTagResource.self,
    ]
}

struct ServiceDescription: Codable, Sendable {
    var serviceArn: String?
    var serviceName: String?
    var clusterArn: String?
    var status: String?
    var desiredCount: Int?
    var runningCount: Int?
    var launchType: String?
    var capacityProviderStrategy: [CapacityProviderStrategyItem]?
    var platformVersion: String?
    var taskDefinition: String?
    var loadBalancers: [ServiceLoadBalancer]?
    var networkConfiguration: ServiceNetwork?
    var deploymentConfiguration: DeploymentConfiguration?
    var healthCheckGracePeriodSeconds: Int?
    var propagateTags: String?
    var enableECSManagedTags: Bool?
    var enableExecuteCommand: Bool?
    var deployments: [Deployment]?
    /// Newest first.
    var events: [Event]?
    var tags: [Tag]?

    /// The capacity providers in order, with commas between them; empty where the launch type decides.
    var capacityProviderNames: String {
        (capacityProviderStrategy ?? []).compactMap(\.capacityProvider).sorted().joined(separator: ",")
    }

    struct Deployment: Codable, Sendable {
        var id: String?
        /// `PRIMARY`, `ACTIVE` (on its way out) or `INACTIVE`.
        var status: String?
        var taskDefinition: String?
        var desiredCount: Int?
        var runningCount: Int?
        var failedTasks: Int?
        /// `IN_PROGRESS`, `COMPLETED` or `FAILED`; absent where ECS does not control the deployment.
        var rolloutState: String?
        var rolloutStateReason: String?
    }

    struct Event: Codable, Sendable {
        var message: String?
    }
}

struct ServiceLoadBalancer: Codable, Sendable {
    var targetGroupArn: String?
    var containerName: String?
    var containerPort: Int?

    init(_ target: ServiceTarget) {
        targetGroupArn = target.targetGroup.text
        containerName = target.containerName
        containerPort = target.containerPort
    }

    var target: ServiceTarget? {
        guard let targetGroupArn else { return nil }
        return ServiceTarget(
            targetGroup: .known(targetGroupArn),
            containerName: containerName ?? "",
            containerPort: containerPort ?? 0
        )
    }
}

struct ServiceNetwork: Codable, Sendable {
    var awsvpcConfiguration: Configuration?

    struct Configuration: Codable, Sendable {
        var subnets: [String]?
        var securityGroups: [String]?
        var assignPublicIp: String?
    }

    /// nil for tasks that have no network of their own.
    init?(_ wanted: Service.Attributes) {
        guard !wanted.subnets.isEmpty else { return nil }
        awsvpcConfiguration = Configuration(
            subnets: wanted.subnets.compactMap(\.text).sorted(),
            securityGroups: wanted.securityGroups.compactMap(\.text).sorted(),
            assignPublicIp: wanted.assignPublicIp ? "ENABLED" : "DISABLED"
        )
    }
}

struct DeploymentConfiguration: Codable, Sendable {
    var deploymentCircuitBreaker: CircuitBreaker?
    var minimumHealthyPercent: Int?
    var maximumPercent: Int?

    struct CircuitBreaker: Codable, Sendable {
        var enable: Bool
        var rollback: Bool
    }

    /// What is wanted and, where nothing is, what `former` has; nil when neither says anything.
    init?(_ wanted: Service.Attributes, keeping former: Service.Attributes? = nil) {
        let breaker = wanted.circuitBreaker ?? former?.circuitBreaker
        deploymentCircuitBreaker = breaker.map { CircuitBreaker(enable: $0, rollback: $0) }
        minimumHealthyPercent = wanted.minimumHealthyPercent ?? former?.minimumHealthyPercent
        maximumPercent = wanted.maximumPercent ?? former?.maximumPercent
        if breaker == nil, minimumHealthyPercent == nil, maximumPercent == nil { return nil }
    }

    /// Whether a configuration has the circuit breaker on, with rollback, or off; nil when it stops but does not roll
    /// back, which is neither. ECS's default is off.
    static func circuitBreaker(of configuration: DeploymentConfiguration?) -> Bool? {
        guard let breaker = configuration?.deploymentCircuitBreaker else { return false }
        return breaker.enable == breaker.rollback ? breaker.enable : nil
    }
}

struct ListServices: AWSRequest {
    static let action: AWSAction = "ecs:ListServices"
    var cluster: String
    /// The most that ECS allows; it gives 10 when asked for nothing.
    var maxResults: Int? = 100
    struct Response: Codable, Sendable { var serviceArns: [String]? }
}

struct DescribeServices: AWSRequest {
    static let action: AWSAction = "ecs:DescribeServices"
    var cluster: String
    var services: [String]
    var include = ["TAGS"]
    struct Response: Codable, Sendable {
        var services: [ServiceDescription]?
        var failures: [ECSFailure]?
    }
}

struct ServiceAnswer: Codable, Sendable {
    var service: ServiceDescription?
}

struct CreateService: AWSRequest {
    static let action: AWSAction = "ecs:CreateService"
    var cluster: String
    var serviceName: String
    var taskDefinition: String
    var desiredCount: Int
    var launchType: String?
    var capacityProviderStrategy: [CapacityProviderStrategyItem]?
    var platformVersion: String?
    var networkConfiguration: ServiceNetwork?
    var loadBalancers: [ServiceLoadBalancer]?
    var healthCheckGracePeriodSeconds: Int?
    var deploymentConfiguration: DeploymentConfiguration?
    var propagateTags: String?
    var enableECSManagedTags: Bool?
    var enableExecuteCommand: Bool?
    var clientToken: String
    var tags: [Tag]
    typealias Response = ServiceAnswer

    /// - Parameter wanted: with every reference filled in.
    init(_ wanted: Service.Attributes, cluster: String, taskDefinition: String, token: String, tags: [Tag]) {
        self.cluster = cluster
        serviceName = wanted.serviceName
        self.taskDefinition = taskDefinition
        desiredCount = wanted.desiredCount ?? wanted.initialCount ?? 1
        launchType = wanted.launchType
        capacityProviderStrategy = CapacityProviderStrategyItem.only(wanted.capacityProvider?.text)
        platformVersion = wanted.platformVersion
        networkConfiguration = ServiceNetwork(wanted)
        loadBalancers = wanted.targetGroups.isEmpty ? nil : wanted.targetGroups.map { ServiceLoadBalancer($0) }
        healthCheckGracePeriodSeconds = wanted.healthCheckGracePeriodSeconds
        deploymentConfiguration = DeploymentConfiguration(wanted)
        propagateTags = wanted.propagateTags
        enableECSManagedTags = wanted.enableECSManagedTags
        enableExecuteCommand = wanted.enableExecuteCommand
        clientToken = token
        self.tags = tags
    }
}

/// Only what changes is sent: each of most members would start a deployment.
struct UpdateService: AWSRequest {
    static let action: AWSAction = "ecs:UpdateService"
    var cluster: String
    var service: String
    var taskDefinition: String?
    var desiredCount: Int?
    var capacityProviderStrategy: [CapacityProviderStrategyItem]?
    var platformVersion: String?
    var networkConfiguration: ServiceNetwork?
    var loadBalancers: [ServiceLoadBalancer]?
    var healthCheckGracePeriodSeconds: Int?
    var deploymentConfiguration: DeploymentConfiguration?
    var propagateTags: String?
    var enableExecuteCommand: Bool?
    /// Tasks that run take commands only when they were started so: turning it on has to replace them. For other
    /// capacity ECS insists on it, and a deployment that has failed is not tried again for the same revision without.
    var forceNewDeployment: Bool?
    typealias Response = ServiceAnswer

    /// - Parameter wanted: with every reference filled in.
    init(
        _ observed: Observed<Service.Attributes>,
        to wanted: Service.Attributes,
        taskDefinition: String,
        changing fields: Set<String>
    ) {
        cluster = Service.cluster(observed.identifier, observed.outputs)
        service = observed.identifier
        self.taskDefinition = fields.contains("taskDefinition") ? taskDefinition : nil
        desiredCount = fields.contains("desiredCount") ? wanted.desiredCount : nil
        capacityProviderStrategy =
            fields.contains("capacityProvider")
            ? CapacityProviderStrategyItem.only(wanted.capacityProvider?.text) : nil
        platformVersion = fields.contains("platformVersion") ? wanted.platformVersion : nil
        networkConfiguration =
            fields.isDisjoint(with: ["subnets", "securityGroups", "assignPublicIp"]) ? nil : ServiceNetwork(wanted)
        loadBalancers =
            fields.contains("targetGroups") ? wanted.targetGroups.map { ServiceLoadBalancer($0) } : nil
        healthCheckGracePeriodSeconds =
            fields.contains("healthCheckGracePeriodSeconds") ? wanted.healthCheckGracePeriodSeconds : nil
        deploymentConfiguration =
            fields.isDisjoint(with: ["circuitBreaker", "minimumHealthyPercent", "maximumPercent"])
            ? nil : DeploymentConfiguration(wanted, keeping: observed.attributes)
        propagateTags = fields.contains("propagateTags") ? wanted.propagateTags : nil
        enableExecuteCommand = fields.contains("enableExecuteCommand") ? wanted.enableExecuteCommand : nil
        var isTriedAgain = false
        if case .failed = observed.status { isTriedAgain = self.taskDefinition != nil }
        forceNewDeployment =
            enableExecuteCommand == true || capacityProviderStrategy != nil || isTriedAgain ? true : nil
    }
}

/// Says how many tasks run, and nothing else.
struct ScaleService: AWSRequest {
    static let action: AWSAction = "ecs:UpdateService"
    var cluster: String
    var service: String
    var desiredCount: Int
    typealias Response = EmptyResponse
}

struct DeleteService: AWSRequest {
    static let action: AWSAction = "ecs:DeleteService"
    var cluster: String
    var service: String
    var force: Bool
    typealias Response = EmptyResponse
}
