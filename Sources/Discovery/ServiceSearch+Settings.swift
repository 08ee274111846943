import AWSResources
import Manifests
import Model

extension ServiceSearch {
    /// How a service and its tasks run, as a manifest says it.
    func settings(
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
        guard let target = region.all(ScalableTarget()).first(where: { $0.identifier == id }) else { return }
        var scaling = ServiceSettings.Autoscaling(
            min: target.attributes.minCapacity, max: target.attributes.maxCapacity)
        for policy in target.attributes.policies {
            // What is no number of manifests' is left as it is, like a metric that none has.
            guard let goal = Int(exactly: policy.target.rounded()) else { continue }
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
