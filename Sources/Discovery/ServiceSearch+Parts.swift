import AWSResources
import Manifests
import Model

/// What nodes and extras have in common: target group, task definition, secret and service.
extension ServiceSearch {
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
        if configuration.makesSecret { configuration.from = sharedSecret(container, found) }
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
    static func isFree(_ variable: String) -> Bool {
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

    /// The name of a node's own secret that this service reads too, as the seed's extras do.
    private func sharedSecret(_ container: ContainerDefinition?, _ found: Findings) -> String? {
        guard let name = container?.configurationSecret,
            let secret = region.all(Secret()).first(where: { $0.attributes.secretName == name })
        else { return nil }
        let makers = found.nodes.filter { node in
            name == "\(request.fullName)-\(node.name)"
                && found.assigned[ResourceAddress("\(request.environment)/\(node.name)/Secret")]?.identifier
                    == secret.identifier
        }
        return makers.isEmpty ? nil : name
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
}
