import AWSResources
import Manifests
import Model

extension EnvironmentSearch {
    /// What has to be read in detail, as far as can be told from what was read so far. It grows from look to look until
    /// nothing is added.
    func interest() -> Interest {
        var interest = Interest()
        interest.clusters = Set([cluster()?.attributes.clusterName].compactMap(\.self))
        interest.add(Cluster().type, interest.clusters)
        guard let vpc = try? vpc() else { return interest }
        interest.add(VPC().type, [vpc.tags["Name"]].compactMap(\.self))
        interest.add(
            SecurityGroup().type,
            region.all(SecurityGroup()).filter { $0.attributes.vpc.known == vpc.identifier }
                .map(\.attributes.groupName))
        let subnets = Set(region.all(Subnet()).filter { $0.attributes.vpc.known == vpc.identifier }.map(\.identifier))
        interest.add(
            LoadBalancer().type,
            region.all(LoadBalancer()).filter { !$0.attributes.subnets.known.isDisjoint(with: subnets) }
                .map(\.attributes.loadBalancerName))
        interest.add(
            TargetGroup().type,
            region.all(TargetGroup()).filter { $0.attributes.vpc.known == vpc.identifier }
                .map(\.attributes.targetGroupName))
        addHosts(subnets, &interest)
        interest.add(Instance().type, jumpBoxNames)
        if !jumpBoxIDs.isEmpty { interest.identifiers[Instance().type] = jumpBoxIDs }
        addServices(&interest)
        return interest
    }

    private func addServices(_ interest: inout Interest) {
        let services = services()
        interest.add(Service().type, services.map(\.attributes.serviceName))
        interest.add(ScalableTarget().type, services.map(resourceId))
        let families = Set(services.compactMap { family(of: $0) })
        interest.add(TaskDefinition().type, families)
        interest.identifiers[TaskDefinition().type] = Set(services.map(\.attributes.taskDefinition.known))
        // The seed names them all after the node or extra.
        let names = Set(services.flatMap { ownNames(of: $0) }.map { "\(request.fullName)-\($0)" })
        interest.add(Parameter().type, names)
        interest.add(Secret().type, names)
        interest.add(LogGroup().type, names.map { "\($0)-logs" })
        for task in region.all(TaskDefinition()) where families.contains(task.attributes.family) {
            interest.add(
                Role().type,
                [task.attributes.executionRole, task.attributes.taskRole].compactMap { $0?.known.lastComponent })
            for container in task.attributes.containers {
                interest.add(LogGroup().type, [container.logGroup].compactMap(\.self))
                interest.add(Secret().type, [container.configurationSecret].compactMap(\.self))
                addSecrets(of: container, &interest)
                interest.add(
                    ECRRepository().type,
                    [ContainerImage(container.image.known)].compactMap(\.self).map(\.reference.repository))
            }
        }
    }

    /// What ECS injects, looked at as the manifests will name it.
    private func addSecrets(of container: ContainerDefinition, _ interest: inout Interest) {
        for value in container.secrets.values {
            switch secretReference(value.known)?.place {
            case .secretArn(let arn) where isNearby(arn): interest.add(ExistingSecret().type, [arn])
            case .parameter(let name): interest.add(ExistingParameter().type, [name])
            default: continue
            }
        }
    }

    func resourceId(_ service: Observed<Service.Attributes>) -> String {
        "service/\(service.attributes.cluster.known)/\(service.attributes.serviceName)"
    }

    func family(of service: Observed<Service.Attributes>) -> String? {
        let revision = service.attributes.taskDefinition.known.lastComponent
        return revision.split(separator: ":").first.map(String.init)
    }
}

extension ContainerDefinition {
    /// Where its output goes, if that is CloudWatch.
    var logGroup: String? { logConfiguration?.options["awslogs-group"]?.text }

    /// The secret that the variable `JUICE_CONFIG` names: `secrets_manager:::{region}:::{secret}`.
    var configurationSecret: String? {
        guard let text = environment["JUICE_CONFIG"]?.text, let last = text.ranges(of: ":::").last else { return nil }
        return String(text[last.upperBound...])
    }
}
