import AWSClient
import Model

extension Service {
    /// What ECS describes, with what it leaves out filled in.
    static func observed(_ service: ServiceDescription, in session: AWSSession) -> Observed<Attributes>? {
        guard let arn = service.serviceArn, let name = service.serviceName else { return nil }
        let attributes = attributes(of: service, named: name, in: session)
        let made = made(service, wanted: attributes, in: session)
        return Observed(
            identifier: arn,
            name: name,
            attributes: attributes,
            outputs: made.outputs,
            tags: Dictionary(service.tags),
            status: DeploymentVerdict(service: service).status
        )
    }

    private static func attributes(
        of service: ServiceDescription,
        named name: String,
        in session: AWSSession
    ) -> Attributes {
        let network = service.networkConfiguration?.awsvpcConfiguration
        let deployment = service.deploymentConfiguration
        return Attributes(
            cluster: .known(Self.name(service.clusterArn)),
            serviceName: name,
            taskDefinition: .known(TaskDefinitionARN.full(service.taskDefinition ?? "", in: session)),
            desiredCount: service.desiredCount,
            launchType: service.launchType,
            capacityProvider: .known(service.capacityProviderNames),
            platformVersion: service.platformVersion,
            subnets: Set((network?.subnets ?? []).map { .known($0) }),
            securityGroups: Set((network?.securityGroups ?? []).map { .known($0) }),
            assignPublicIp: network?.assignPublicIp == "ENABLED",
            targetGroups: Set((service.loadBalancers ?? []).compactMap(\.target)),
            healthCheckGracePeriodSeconds: service.healthCheckGracePeriodSeconds ?? 0,
            circuitBreaker: DeploymentConfiguration.circuitBreaker(of: deployment),
            minimumHealthyPercent: deployment?.minimumHealthyPercent ?? 100,
            maximumPercent: deployment?.maximumPercent ?? 200,
            propagateTags: service.propagateTags ?? "NONE",
            enableECSManagedTags: service.enableECSManagedTags ?? false,
            enableExecuteCommand: service.enableExecuteCommand ?? false
        )
    }

    /// What a create or an update leaves behind, with what `DeploymentVerdict` needs to judge it.
    static func made(_ service: ServiceDescription, wanted: Attributes, in session: AWSSession) -> Made {
        let arn = service.serviceArn ?? ""
        var outputs: [Output: String] = [
            .arn: arn, .cluster: Self.name(service.clusterArn), "name": service.serviceName ?? "",
        ]
        outputs[.taskDefinition] = wanted.taskDefinition.text
        if let revision = wanted.taskDefinition.text, let primary = service.primary,
            TaskDefinitionARN.same(primary.taskDefinition ?? "", revision)
        {
            outputs[.deployment] = primary.id
            outputs[.formerDeployment] = service.deployments?.first { $0.id != primary.id }?.id
        }
        return Made(arn, outputs: outputs)
    }

    /// The service of the desired name when it is the desired resource; nil when there is none.
    func existing(
        _ desired: Desired<Attributes>,
        in cluster: String,
        through session: AWSSession
    ) async throws -> ServiceDescription? {
        let name = desired.attributes.serviceName
        guard let found = try await session.service(name, in: cluster), found.status != "INACTIVE" else { return nil }
        guard Dictionary(found.tags).claimsSame(as: desired.tags) else {
            throw ResourceError.conflict(
                CreateService.self,
                "ECS service",
                named: name,
                identifier: found.serviceArn ?? name,
                wantedBy: desired.address
            )
        }
        guard found.status != "DRAINING" else {
            throw ResourceError(
                .inUse,
                operation: CreateService.action.description,
                message: "\(desired.address): the service \(name) that was deleted is still draining; "
                    + "run the command again when it is gone"
            )
        }
        return found
    }

    /// Checks what ECS kept of what a create asked for, and sets once more what it did not.
    ///
    /// This is also how a service is brought up to date that an earlier try, with other wishes, has made. It starts no
    /// second deployment for what the create has taken.
    func complete(
        _ service: ServiceDescription,
        _ wanted: Attributes,
        _ desired: Desired<Attributes>,
        through session: AWSSession
    ) async throws -> Made {
        guard let observed = Self.observed(service, in: session) else {
            return Self.made(service, wanted: wanted, in: session)
        }
        let kept = values(of: observed.attributes)
        let updatable = fields.filter { $0.row.effect == .update }.map(\.row.name)
        let wishes = values(of: wanted)
        let lost = updatable.filter { wishes[$0] != nil && wishes[$0] != kept[$0] }
        if lost.isEmpty { return Self.made(service, wanted: wanted, in: session) }
        return try await update(observed, to: desired, changing: Set(lost), through: session)
    }

    /// The attributes with every reference filled in.
    static func resolved(_ desired: Desired<Attributes>) throws(ResourceError) -> Attributes {
        var result = desired.attributes
        result.cluster = .known(try desired.text(result.cluster))
        result.taskDefinition = .known(try desired.text(result.taskDefinition))
        result.capacityProvider = try desired.text(result.capacityProvider).map { .known($0) }
        result.subnets = Set(try desired.texts(result.subnets).map { .known($0) })
        result.securityGroups = Set(try desired.texts(result.securityGroups).map { .known($0) })
        var targets: Set<ServiceTarget> = []
        for var target in result.targetGroups {
            target.targetGroup = .known(try desired.text(target.targetGroup))
            targets.insert(target)
        }
        result.targetGroups = targets
        return result
    }

    /// The name of the cluster of a service: recorded beside it, or in its ARN (`…:service/cluster/name`).
    static func cluster(_ arn: String, _ outputs: [Output: String]) -> String {
        if let cluster = outputs[.cluster], !cluster.isEmpty { return cluster }
        let parts = arn.split(separator: "/")
        return parts.count > 2 ? String(parts[1]) : "default"
    }

    private static func name(_ arn: String?) -> String { arn?.split(separator: "/").last.map(String.init) ?? "" }
}

extension AWSSession {
    /// The ARNs of a cluster's services; none when the cluster is gone.
    func services(in cluster: String) async throws -> [String] {
        do {
            return try await client.collect(ListServices(cluster: cluster), \.serviceArns)
        } catch {
            guard error.code == "ClusterNotFoundException" else { throw error }
            return []
        }
    }

    /// The service of this name or ARN; nil when it is not there. Looks that are wanted at the same time share a call.
    func service(_ identifier: String, in cluster: String) async throws -> ServiceDescription? {
        // At most 10 at once, says the API reference of DescribeServices.
        try await sharedReads.read(identifier, of: "ecs:DescribeServices in \(cluster)", atOnce: 10) { asked in
            let found = try await describe(services: asked, in: cluster)
            let byARN = found.map { ($0.serviceArn ?? "", $0) }
            let byName = found.map { ($0.serviceName ?? "", $0) }
            return Dictionary(byARN + byName) { first, _ in first }
        }
    }

    /// The services of the given names or ARNs with their tags, without those that are not there.
    func describe(services: [String], in cluster: String) async throws -> [ServiceDescription] {
        // At most 10 at once, says the API reference of DescribeServices.
        try await services.chunked(into: 10).concurrentMap { batch in
            let answer = try await client.send(DescribeServices(cluster: cluster, services: batch))
            try answer.failures.allowMissing(DescribeServices.action)
            return answer.services ?? []
        }.flatMap(\.self)
    }
}
