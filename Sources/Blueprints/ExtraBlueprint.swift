import AWSResources
import Manifests
import Model

/// The seed's step 5: a further service on a node's load balancer.
enum ExtraBlueprint: Blueprint {
    static func declarations(for manifests: ManifestSet) -> [ScopedDeclaration] {
        manifests.extras.flatMap { extra -> [ScopedDeclaration] in
            guard let environment = manifests.environment(named: extra.environment),
                let node = manifests.node(named: extra.node, in: extra.environment)
            else { return [] }
            var draft = DeclarationDraft(
                scope: environment.scope, adopt: extra.adopt, retain: extra.deletionPolicy == .retain,
                location: manifests.location(of: extra.key))
            let parts = extra.parts(in: environment, of: node).linked(to: extra.uses, in: manifests)
                .configured(by: extra.key, in: manifests)
            parts.addSecrets(&draft)
            parts.addTargetGroup(
                name: parts.family,
                .init(path: extra.route.healthCheckPath, interval: 10, timeout: 5, healthyThreshold: 2), &draft)
            let rule = parts.address.appending("ListenerRule")
            draft.add(
                ListenerRule(), rule,
                .init(
                    listener: .arn(node.forwardingListener), priority: extra.route.rule,
                    pathPatterns: [extra.route.path], action: .forward(.arn(parts.targetGroup))),
                tags: parts.tags(parts.name))
            let source = manifests.source(of: extra.image, in: environment)
            parts.addTaskDefinition(registry: source.registry, after: source.after, &draft)
            parts.addService(routed: rule, &draft)
            return draft.declarations
        }
    }
}

extension Extra {
    func parts(in environment: Environment, of node: Node) -> ServiceParts {
        ServiceParts(
            environment: environment, node: node, address: node.address.appending(name),
            suffix: "\(node.name)-\(name)", image: image, settings: service, configuration: config)
    }
}
