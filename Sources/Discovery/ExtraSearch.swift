import AWSResources
import Manifests
import Model

/// Describes an extra: a service that a rule of a node's load balancer leads to.
struct ExtraSearch {
    let services: ServiceSearch
    let routed: ServiceSearch.Routed
    let node: Node
    /// What the manifests call the services.
    let names: DeclaredNames

    private var region: RegionView { services.region }

    func run(_ found: inout Findings) {
        let service = routed.service
        guard let rule = routed.rule, let path = rule.attributes.pathPatterns.filter({ $0.hasPrefix("/") }).min() else {
            found.leave(
                "AWS::ECS::Service", service.identifier,
                "no rule with a path leads to it, as one does to an Extra; it stays as it is")
            return
        }
        let name = freeName(found)
        let base = "\(services.request.environment)/\(node.name)/\(name)"
        let suffix = "\(node.name)-\(name)"
        let parts = services.addParts(routed, base: base, name: suffix, &found)
        found.assign(region.resource(ListenerRule().type, rule.identifier), base, "ListenerRule")
        let group = region.all(TargetGroup()).first { $0.identifier == routed.target.targetGroup.known }
        var extra = Extra(
            name: name, environment: node.environment, node: node.name, image: parts.image, service: parts.settings,
            route: .init(path: path, healthCheckPath: group?.attributes.healthCheckPath ?? "/"))
        extra.route.rule = rule.attributes.priority
        extra.config = parts.configuration
        addIngress(parts.settings, &found)
        extra.adopt = true
        found.extras.append(extra)
    }

    /// The service's name without the node's.
    private func freeName(_ found: Findings) -> String {
        if let declared = names.names[routed.service.identifier] { return declared }
        let own = services.search.bearer(routed.service, below: "\(node.name)-").couldBe
        let taken = names.declared.union(found.extras.filter { $0.node == node.name }.map(\.name))
        let free = own.first { EnvironmentSearch.isName($0) && !taken.contains($0) }
        return free ?? "extra\(taken.count + 1)"
    }

    /// An extra on other ports than the node's needs a rule of its own, which is the node's.
    private func addIngress(_ settings: ServiceSettings, _ found: inout Findings) {
        let base = "\(services.request.environment)/\(node.name)"
        guard let group = found.assigned[ResourceAddress("\(base)/LoadBalancerSecurityGroup")] else { return }
        let (name, rule) = services.ingress(from: group.identifier, settings, found)
        found.assign(rule, base, name)
    }
}
