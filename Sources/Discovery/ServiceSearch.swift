import AWSResources
import Manifests
import Model

/// Tells nodes from extras: a node's service gets what no rule of its load balancer takes, an extra's what a rule with
/// paths does.
struct ServiceSearch {
    let search: EnvironmentSearch
    let vpc: String

    var request: DiscoveryRequest { search.request }
    var region: RegionView { search.region }

    typealias FoundService = Observed<Service.Attributes>

    /// One service behind a load balancer.
    struct Routed {
        var service: FoundService
        var target: ServiceTarget
        var balancer: String
        /// The rule that leads to it; nil where a listener does by itself.
        var rule: Observed<ListenerRule.Attributes>?
    }

    func run(_ found: inout Findings) {
        let services = search.services()
        let routed = services.filter { task(of: $0) != nil }.compactMap(route)
        let known = Set(routed.map(\.service.identifier))
        for service in services where !known.contains(service.identifier) {
            found.leave(
                "AWS::ECS::Service", service.identifier,
                task(of: service) == nil
                    ? "its task definition is no longer active, so it cannot be described; it stays as it is"
                    : "it stands behind no load balancer, as a Node's or an Extra's does; it stays as it is")
        }
        let byBalancer = Dictionary(grouping: routed, by: \.balancer)
        for (_, members) in byBalancer.sorted(by: { $0.key < $1.key }) {
            guard let first = Self.owner(among: members) else { continue }
            let search = NodeSearch(services: self, main: first)
            let node = search.run(&found)
            let others = members.filter { $0.service.identifier != first.service.identifier }
            for other in others { ExtraSearch(services: self, routed: other, node: node).run(&found) }
        }
    }

    /// The service of the node: the one that a listener leads to by itself, else the one whose rule takes every path,
    /// else the first by name.
    private static func owner(among members: [Routed]) -> Routed? {
        members.first { $0.rule == nil }
            ?? members.first { !($0.rule?.attributes.pathPatterns.isDisjoint(with: ["/*", "*"]) ?? true) }
            ?? members.min { $0.service.attributes.serviceName < $1.service.attributes.serviceName }
    }

    /// How requests come to a service; nil when none do.
    private func route(_ service: FoundService) -> Routed? {
        let targets = service.attributes.targetGroups.sorted { $0.targetGroup.known < $1.targetGroup.known }
        for target in targets {
            let group = target.targetGroup.known
            let listeners = region.all(Listener())
            if let listener = listeners.first(where: { $0.attributes.defaultAction.targetGroup == group }) {
                return Routed(
                    service: service, target: target, balancer: listener.attributes.loadBalancer.known, rule: nil)
            }
            let rules = region.all(ListenerRule()).filter { $0.attributes.action.targetGroup == group }
                .sorted { ($0.attributes.priority ?? 0) < ($1.attributes.priority ?? 0) }
            for rule in rules {
                guard let listener = listeners.first(where: { $0.identifier == rule.attributes.listener.known }) else {
                    continue
                }
                return Routed(
                    service: service, target: target, balancer: listener.attributes.loadBalancer.known, rule: rule)
            }
        }
        return nil
    }

    /// The revision that was read of a service's family: the one that runs.
    func task(of service: FoundService) -> Observed<TaskDefinition.Attributes>? {
        let family = search.family(of: service)
        return region.all(TaskDefinition()).first { $0.attributes.family == family }
    }

    // MARK: What nodes and extras have in common

    /// Assigns what both have, and reads how the containers run.
    func addParts(
        _ routed: Routed, base: String, name: String, _ found: inout Findings
    ) -> FoundParts {
        let service = routed.service
        found.assign(region.resource(Service().type, service.identifier), base, "Service")
        found.assign(
            region.resource(TargetGroup().type, routed.target.targetGroup.known), base, "TargetGroup")
        let task = task(of: service)
        found.assign(task.flatMap { region.resource(TaskDefinition().type, $0.identifier) }, base, "TaskDefinition")
        if let task { report(task, service, &found) }
        let container = task?.attributes.containers.first { $0.name == routed.target.containerName }
        var configuration = ServiceConfiguration()
        configuration.valueFrom = container.flatMap { injected("JUICE_CONFIG", $0, base, &found) }
        if configuration.makesSecret { addSecret(container, of: routed, base, name, &found) }
        let known = container.flatMap { reference(to: $0, of: service, &found) }
        let image = known ?? ImageReference(repository: name, tag: "unknown")
        var settings = settings(service, task, container, routed.target, base, name, &found)
        for variable in container?.secrets.keys.sorted() ?? [] where Self.isFree(variable) {
            settings.secrets[variable] = container.flatMap { injected(variable, $0, base, &found) }
        }
        return FoundParts(image: image, settings: settings, configuration: configuration)
    }

    /// How the containers of a node or an extra run.
    struct FoundParts {
        var image: ImageReference
        var settings: ServiceSettings
        var configuration: ServiceConfiguration
    }

    /// Whether a variable is not one that Plumbline sets, and has a name that manifests allow.
    private static func isFree(_ variable: String) -> Bool {
        !["JUICE_CONFIG", "PORT", "ALB_HOST"].contains(variable)
            && variable.wholeMatch(of: /[A-Za-z_][A-Za-z0-9_.-]*/) != nil
    }

    /// The secret or parameter whose value a variable gets; nil where it is not there or no manifest can say it, when it
    /// stands in the overrides.
    private func injected(
        _ variable: String, _ container: ContainerDefinition, _ base: String, _ found: inout Findings
    ) -> SecretReference? {
        guard let text = container.secrets[variable]?.text, let reference = search.secretReference(text) else {
            return nil
        }
        switch reference.place {
        case .secretArn(let arn) where search.isNearby(arn):
            guard let secret = region.all(ExistingSecret()).first(where: { $0.attributes.secretId == arn }),
                let resource = region.resource(ExistingSecret().type, secret.identifier)
            else { return nil }
            found.see(resource, base, "\(variable)ExistingSecret")
        case .parameter(let name):
            guard
                let parameter = region.all(ExistingParameter()).first(where: { $0.attributes.parameterName == name }),
                let resource = region.resource(ExistingParameter().type, parameter.identifier)
            else { return nil }
            found.see(resource, base, "\(variable)ExistingParameter")
        // What is of another account or region is named, and not looked at.
        case .secret, .secretArn, .parameterArn: break
        }
        return reference
    }

    /// Of two services of one family only one's revision can be taken over; and what nobody runs is told.
    private func report(
        _ task: Observed<TaskDefinition.Attributes>, _ service: FoundService, _ found: inout Findings
    ) {
        let running = service.attributes.taskDefinition.known
        if task.identifier != running {
            found.leave(
                "AWS::ECS::TaskDefinition", running,
                "\(service.attributes.serviceName) runs it, but \(task.identifier.lastComponent) of the same family is taken "
                    + "over: the first apply deploys that one")
        } else if let newer = task.outputs[.newerRevision] {
            found.leave(
                "AWS::ECS::TaskDefinition", newer,
                "it is newer than \(running.lastComponent), which runs and is taken over; it stays as it is")
        }
    }

    private func addSecret(
        _ container: ContainerDefinition?, of routed: Routed, _ base: String, _ name: String, _ found: inout Findings
    ) {
        let all = region.all(Secret())
        let full = "\(request.fullName)-\(name)"
        let named =
            all.first { $0.attributes.secretName == container?.configurationSecret }
            ?? all.first { $0.attributes.secretName == full }
        let stack = region.resource(TargetGroup().type, routed.target.targetGroup.known)
            .flatMap { region.stack(of: $0)?.stack }
        let stacked = region.made(Secret().type).filter { $0.stack == stack }.map(\.physicalId)
        let secret = named ?? all.first { stacked.contains($0.identifier) }
        found.assign(secret.flatMap { region.resource(Secret().type, $0.identifier) }, base, "Secret")
    }

    private func reference(
        to container: ContainerDefinition, of service: FoundService, _ found: inout Findings
    ) -> ImageReference? {
        let text = container.image.known
        guard let image = ContainerImage(text) else {
            found.leave(
                "AWS::ECS::TaskDefinition", "\(service.attributes.serviceName): \(text)",
                "a manifest's image has a registry and a tag or a digest; the image stands in the overrides, and a new "
                    + "tag has to be written there")
            return nil
        }
        guard let registry = image.registry else { return image.reference }
        guard registry.account == request.account, registry.region == request.region else {
            var foreign = image.reference
            foreign.registry = text.split(separator: "/").first.map(String.init)
            return foreign
        }
        return image.reference
    }

    private func settings(
        _ service: FoundService, _ task: Observed<TaskDefinition.Attributes>?, _ container: ContainerDefinition?,
        _ target: ServiceTarget, _ base: String, _ name: String, _ found: inout Findings
    ) -> ServiceSettings {
        var settings = ServiceSettings(port: target.containerPort)
        settings.count = service.attributes.desiredCount ?? 1
        addCapacity(service, base, &settings, &found)
        let isOnHosts = found.environment.cluster.capacity(of: settings) == .ec2
        if let task = task?.attributes,
            isOnHosts
                ? task.cpu >= 128 && task.memory >= 6 : FargateSize.offers(cpu: task.cpu, memory: task.memory)
        {
            (settings.cpu, settings.memory) = (task.cpu, task.memory)
        }
        // What ECS takes by itself need not be said.
        if task?.attributes.cpuArchitecture == "ARM64" { settings.architecture = .arm64 }
        if target.containerName != "\(name)App" { settings.containerName = target.containerName }
        for (variable, value) in container?.environment ?? [:] where Self.isFree(variable) {
            settings.environment[variable] = value.text
        }
        if let grace = service.attributes.healthCheckGracePeriodSeconds, grace > 0 {
            settings.healthCheckGracePeriod = grace
        }
        if service.attributes.enableExecuteCommand == true { settings.sessionManager = true }
        addScaling(service, base, &settings, &found)
        return settings
    }

    /// What the tasks run on. A service without a capacity provider has a launch type, which blueprints do not.
    private func addCapacity(
        _ service: FoundService, _ base: String, _ settings: inout ServiceSettings, _ found: inout Findings
    ) {
        guard found.environment.cluster.ec2 != nil else { return }
        let provider = service.attributes.capacityProvider?.known ?? ""
        let isOnHosts = service.attributes.launchType == "EC2" || !provider.isEmpty && !provider.hasPrefix("FARGATE")
        let capacity = isOnHosts ? ServiceSettings.Capacity.ec2 : .fargate
        if found.environment.cluster.capacity(of: settings) != capacity { settings.capacity = capacity }
        guard isOnHosts, provider.isEmpty else { return }
        found.keep(base, "Service", "launchType")
        found.unmanage(base, "Service", "capacityProvider")
    }

    private func addScaling(
        _ service: FoundService, _ base: String, _ settings: inout ServiceSettings, _ found: inout Findings
    ) {
        let id = search.resourceId(service)
        guard let target = region.all(ScalableTarget()).first(where: { $0.attributes.resourceId == id }) else { return }
        var scaling = ServiceSettings.Autoscaling(
            min: target.attributes.minCapacity, max: target.attributes.maxCapacity)
        for policy in target.attributes.policies {
            let goal = Int(policy.target.rounded())
            switch policy.metric {
            case .cpu: scaling.cpu = goal
            case .memory: scaling.memory = goal
            case .requestsPerTarget: scaling.requestsPerTarget = goal
            case .other: break
            }
        }
        guard scaling.cpu != nil || scaling.memory != nil || scaling.requestsPerTarget != nil else {
            found.leave(
                "AWS::ApplicationAutoScaling::ScalableTarget", id,
                "it follows no metric that a manifest has; it stays as it is, and count is not managed")
            found.unmanage(base, "Service", "desiredCount")
            return
        }
        settings.autoscaling = scaling
        settings.count = ServiceSettings(port: 0).count
        found.assign(region.resource(ScalableTarget().type, target.identifier), base, "ScalableTarget")
    }
}

extension ListenerAction {
    /// The target group that everything goes to.
    var targetGroup: String? {
        if case .forward(let group) = self { return group.known }
        return nil
    }
}
