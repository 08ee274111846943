import AWSResources
import Manifests
import Model

/// What a node and an extra have in common: one container behind a target group, as a service on
/// Fargate or on the environment's hosts.
struct ServiceParts {
    let environment: Environment
    let node: Node
    /// The address below which the resources are: the node's or the extra's.
    let address: ResourceAddress
    /// The end of the resources' names after `{p}{e}-`: `acme` or `acme-api2`.
    let suffix: String
    let image: ImageReference
    let settings: ServiceSettings
    let configuration: ServiceConfiguration
    /// The databases and caches that it uses.
    var links = StoreLinks.none
    /// What it gets of secrets and parameters; nil until `configured(by:in:)`.
    var secrets: ServiceSecrets?

    /// The name of secret and service: `{p}{e}-{a}` or `{p}{e}-{a}-{s}`.
    var name: String { "\(environment.fullName)-\(suffix)" }
    /// The task definition's family, which the seed writes without the prefix: `{e}-{a}` or `{e}-{a}-{s}`.
    var family: String { "\(environment.name)-\(suffix)" }
    var containerName: String { settings.containerName ?? "\(suffix)App" }

    var secret: ResourceAddress { address.appending("Secret") }
    var targetGroup: ResourceAddress { address.appending("TargetGroup") }
    private var taskDefinition: ResourceAddress { address.appending("TaskDefinition") }
    var service: ResourceAddress { address.appending("Service") }

    /// Whether the tasks run on the environment's EC2 hosts.
    var isOnHosts: Bool { environment.cluster.capacity(of: settings) == .ec2 }

    /// The rule by which the load balancer may reach the containers.
    var ingress: ServiceIngress { isOnHosts ? .hostPorts : .port(settings.port) }

    func tags(_ name: String) -> [String: String] { environment.tags(name: name, application: node.name) }

    func addTargetGroup(name: String, _ health: HealthCheck, _ draft: inout DeclarationDraft) {
        draft.add(
            TargetGroup(), targetGroup,
            .init(
                targetGroupName: name, vpc: .id(environment.vpc), protocol: "HTTP", port: settings.port,
                targetType: isOnHosts ? "instance" : "ip", healthCheckPath: health.path,
                healthCheckIntervalSeconds: health.interval,
                healthCheckTimeoutSeconds: health.timeout, healthyThresholdCount: health.healthyThreshold,
                matcher: "200-299", attributes: ["deregistration_delay.timeout_seconds": "30"]),
            tags: tags(name))
    }

    struct HealthCheck {
        var path: String
        /// Seconds.
        var interval: Int
        /// Seconds.
        var timeout: Int
        var healthyThreshold: Int
    }

    /// - Parameter repository: the ECR repository that has to be there first, when Plumbline makes it here.
    func addTaskDefinition(registry: String, after repository: ResourceAddress?, _ draft: inout DeclarationDraft) {
        var variables = settings.environment.mapValues { Reference.known($0) }
        variables["JUICE_CONFIG"] = secrets?.pointer.map(Reference.known)
        variables["PORT"] = .known(String(settings.port))
        variables["ALB_HOST"] = .pending(node.loadBalancerAddress, .dnsName)
        variables.merge(links.variables) { own, _ in own }
        draft.add(
            TaskDefinition(), taskDefinition,
            .init(
                family: family, cpu: settings.cpu, memory: settings.memory,
                networkMode: isOnHosts ? "bridge" : "awsvpc",
                requiresCompatibilities: [isOnHosts ? "EC2" : "FARGATE"], executionRole: .arn(node.executionRole),
                taskRole: .arn(node.taskRole), cpuArchitecture: settings.architecture.map { $0.rawValue.uppercased() },
                containers: [
                    .init(
                        name: containerName, image: .known("\(registry)/\(image.nameInRegistry)"), essential: true,
                        portMappings: [.init(containerPort: settings.port, protocol: "tcp")], environment: variables,
                        secrets: secrets?.injected ?? [:],
                        logConfiguration: .init(
                            driver: "awslogs",
                            options: [
                                "awslogs-group": .id(node.logGroup),
                                "awslogs-region": .known(environment.region),
                                "awslogs-stream-prefix": .known(suffix),
                            ]), configurationVersion: secrets?.version)
                ]),
            tags: tags(family), after: repository.map { [$0] } ?? [])
    }

    /// - Parameter routed: the listener or rule that connects the target group to the load balancer; ECS refuses a
    ///   service whose target group has none.
    func addService(routed: ResourceAddress, _ draft: inout DeclarationDraft) {
        draft.add(
            Service(), service,
            .init(
                cluster: .id(environment.clusterAddress), serviceName: name, taskDefinition: .arn(taskDefinition),
                desiredCount: settings.autoscaling == nil ? settings.count : nil,
                initialCount: settings.autoscaling?.min, launchType: isOnHosts ? nil : "FARGATE",
                capacityProvider: isOnHosts ? .id(environment.capacityProvider) : nil,
                // In a bridge network tasks have the host's own address and security groups.
                subnets: isOnHosts ? [] : environment.privateSubnetIDs,
                securityGroups: isOnHosts ? [] : [.id(environment.applicationGroup)], assignPublicIp: false,
                targetGroups: [
                    .init(
                        targetGroup: .arn(targetGroup), containerName: containerName, containerPort: settings.port)
                ],
                healthCheckGracePeriodSeconds: settings.healthCheckGracePeriod, circuitBreaker: true,
                minimumHealthyPercent: 100, maximumPercent: 200, propagateTags: "SERVICE", enableECSManagedTags: true,
                enableExecuteCommand: settings.sessionManager),
            tags: tags(name),
            after: [routed, node.ingress(ingress)] + environment.zoneNumbers.map(environment.privateRouteTable)
                + links.after)
        addScaling(&draft)
    }
}

extension Node {
    var address: ResourceAddress { ResourceAddress("\(environment)/\(name)") }
    var logGroup: ResourceAddress { address.appending("LogGroup") }
    var loadBalancerAddress: ResourceAddress { address.appending("LoadBalancer") }
    var loadBalancerGroup: ResourceAddress { address.appending("LoadBalancerSecurityGroup") }
    var executionRole: ResourceAddress { address.appending("ExecutionRole") }
    var taskRole: ResourceAddress { address.appending("TaskRole") }
    /// The listener that forwards requests: port 443 with a certificate, else port 80.
    var forwardingListener: ResourceAddress {
        address.appending(loadBalancer.certificateArn == nil ? "Listener" : "SecureListener")
    }
    var parameter: ResourceAddress { address.appending("Parameter") }
    /// The rule by which the load balancer may reach containers.
    func ingress(_ ingress: ServiceIngress) -> ResourceAddress {
        switch ingress {
        case .port(let port): address.appending("Port\(port)Ingress")
        case .hostPorts: address.appending("HostPortsIngress")
        }
    }
}

extension ManifestSet {
    /// The registry that an image comes from, and the repository's address when it is declared in the same place.
    func source(of image: ImageReference, in environment: Environment) -> (registry: String, after: ResourceAddress?) {
        if let registry = image.registry { return (registry, nil) }
        if let repository = repository(named: image.repository) {
            return (repository.registryHost, repository.scope == environment.scope ? repository.address : nil)
        }
        var nearby = Repository(name: image.repository, region: environment.region, account: environment.account)
        nearby.name = image.repository
        return (nearby.registryHost, nil)
    }
}
