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
        let byBalancer = Dictionary(grouping: routed, by: \.balancer).sorted { $0.key < $1.key }
        let mains = byBalancer.compactMap { Self.owner(among: $0.value)?.service }
        let nodes = names(of: request.declared?.nodes(in: request.environment).map(\.name), mains, base: nil, &found)
        for (_, members) in byBalancer {
            guard let first = Self.owner(among: members) else { continue }
            let search = NodeSearch(services: self, main: first, names: nodes)
            let node = search.run(&found)
            let others = members.filter { $0.service.identifier != first.service.identifier }
            let declared = request.declared?.nodes(in: request.environment).first { $0.name == node.name }
            let extras = declared.flatMap { request.declared?.extras(of: $0).map(\.name) }
            let known = names(of: extras, others.map(\.service), base: node.name, &found)
            for other in others {
                ExtraSearch(services: self, routed: other, node: node, names: known).run(&found)
            }
        }
    }

    /// Which of some services is which declared node, or which extra of the node that is the base.
    private func names(
        of declared: [String]?, _ services: [FoundService], base: String?, _ found: inout Findings
    ) -> DeclaredNames {
        let bearers = services.map { search.bearer($0, below: base.map { "\($0)-" } ?? "") }
        let names = DeclaredNames(Set(declared ?? []), bearers)
        let place = base.map { "\(request.environment)/\($0)" } ?? request.environment
        for (name, identifiers) in names.doubts { found.doubt(place, name, among: identifiers) }
        return names
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
}

extension ListenerAction {
    /// The target group that everything goes to.
    var targetGroup: String? {
        if case .forward(let group) = self { return group.known }
        return nil
    }
}
