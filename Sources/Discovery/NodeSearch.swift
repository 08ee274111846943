import AWSResources
import Manifests
import Model

/// Describes a node: the load balancer with its listeners and group, and the service that it leads to.
struct NodeSearch {
    let services: ServiceSearch
    let main: ServiceSearch.Routed
    /// What the manifests call the services.
    let names: DeclaredNames

    private var region: RegionView { services.region }
    private var request: DiscoveryRequest { services.request }

    /// The node, which is among the findings then.
    func run(_ found: inout Findings) -> Node {
        let name = freeName(found)
        let base = "\(request.environment)/\(name)"
        let balancer = region.all(LoadBalancer()).first { $0.identifier == main.balancer }
        let parts = services.addParts(main, base: base, name: name, &found)
        found.assign(region.resource(LoadBalancer().type, main.balancer), base, "LoadBalancer")
        addLogsAndRoles(base, &found)
        found.assign(region.resource(Parameter().type, "\(request.fullName)-\(name)"), base, "Parameter")
        var node = Node(
            name: name, environment: request.environment, image: parts.image, service: parts.settings,
            loadBalancer: .init(healthCheckPath: healthCheckPath))
        node.config = parts.configuration
        node.logs.retentionDays = retention(found, base) ?? node.logs.retentionDays
        let group = addGroup(balancer, base, &found)
        addListeners(base, &node, &found)
        if let balancer { addSettings(balancer, group, &node) }
        if let group { addIngress(from: group.identifier, parts.settings, base, &found) }
        node.adopt = true
        found.nodes.append(node)
        return node
    }

    /// Two load balancers of one application would have one name.
    private func freeName(_ found: Findings) -> String {
        if let declared = names.names[main.service.identifier] { return declared }
        let own = services.search.ownNames(of: main.service)
        let taken = names.declared.union(found.nodes.map(\.name))
        let first = own.first { !taken.contains($0) }
        return first ?? "node\(found.nodes.count + 1)"
    }

    private var healthCheckPath: String {
        let group = region.all(TargetGroup()).first { $0.identifier == main.target.targetGroup.known }
        return group?.attributes.healthCheckPath ?? "/"
    }

    private func retention(_ found: Findings, _ base: String) -> Int? {
        let group = found.assigned[ResourceAddress("\(base)/LogGroup")]
        return region.all(LogGroup()).first { $0.identifier == group?.identifier }?.attributes.retentionInDays
    }

    private func addLogsAndRoles(_ base: String, _ found: inout Findings) {
        let task = services.task(of: main.service)
        let container = task?.attributes.containers.first { $0.name == main.target.containerName }
        if let group = container?.logGroup { found.assign(region.resource(LogGroup().type, group), base, "LogGroup") }
        for (reference, name) in [
            (task?.attributes.executionRole, "ExecutionRole"), (task?.attributes.taskRole, "TaskRole"),
        ] {
            guard let role = reference?.known.lastComponent else { continue }
            found.assign(region.resource(Role().type, role), base, name)
        }
    }

    // MARK: Load balancer

    /// The security group that is this load balancer's alone.
    private func addGroup(
        _ balancer: Observed<LoadBalancer.Attributes>?, _ base: String, _ found: inout Findings
    ) -> Observed<SecurityGroup.Attributes>? {
        let others = region.all(LoadBalancer()).filter { $0.identifier != balancer?.identifier }
            .reduce(into: Set<String>()) { $0.formUnion($1.attributes.securityGroups.known) }
        let held = balancer?.attributes.securityGroups.known ?? []
        let own = region.all(SecurityGroup()).filter { group in
            held.contains(group.identifier) && !others.contains(group.identifier)
                && !found.isTaken(SecurityGroup().type, group.identifier)
        }
        let natural = "\(request.fullName)-\(base.lastComponent)-alb"
        let group = own.first { $0.attributes.groupName == natural } ?? own.first
        found.assign(
            group.flatMap { region.resource(SecurityGroup().type, $0.identifier) }, base, "LoadBalancerSecurityGroup")
        return group
    }

    private func addListeners(_ base: String, _ node: inout Node, _ found: inout Findings) {
        let listeners = region.all(Listener()).filter { $0.attributes.loadBalancer.known == main.balancer }
            .sorted { $0.attributes.port < $1.attributes.port }
        for listener in listeners {
            let attributes = listener.attributes
            let resource = region.resource(Listener().type, listener.identifier)
            if attributes.protocol == "HTTPS", node.loadBalancer.certificateArn == nil {
                guard let certificate = attributes.certificate, certificate.contains(":acm:") else {
                    found.leave(
                        "AWS::ElasticLoadBalancingV2::Listener", listener.identifier,
                        "its certificate is not of ACM, as a Node's is; it stays as it is")
                    continue
                }
                node.loadBalancer.certificateArn = certificate
                if attributes.sslPolicy != Node.LoadBalancer.defaultTLSPolicy {
                    node.loadBalancer.tlsPolicy = attributes.sslPolicy
                }
                found.assign(resource, base, "SecureListener")
            } else if attributes.protocol == "HTTP", found.assigned[ResourceAddress("\(base)/Listener")] == nil {
                found.assign(resource, base, "Listener")
            }
        }
    }

    private func addSettings(
        _ balancer: Observed<LoadBalancer.Attributes>, _ group: Observed<SecurityGroup.Attributes>?,
        _ node: inout Node
    ) {
        let attributes = balancer.attributes.attributes ?? [:]
        node.loadBalancer.scheme = .init(rawValue: balancer.attributes.scheme) ?? .internetFacing
        node.loadBalancer.allowFrom = allowed(group, secure: node.loadBalancer.certificateArn != nil)
        // What has AWS's default is left to AWS.
        if let text = attributes["idle_timeout.timeout_seconds"], text != "60" {
            node.loadBalancer.idleTimeout = Int(text)
        }
        if attributes["deletion_protection.enabled"] == "true" { node.loadBalancer.deletionProtection = true }
        if attributes["access_logs.s3.enabled"] == "true", let bucket = attributes["access_logs.s3.bucket"] {
            let prefix = attributes["access_logs.s3.prefix"].flatMap { $0.isEmpty ? nil : $0 }
            node.loadBalancer.accessLogs = .init(bucket: bucket, prefix: prefix)
        }
        node.loadBalancer.webACLArn = balancer.attributes.webACL
    }

    /// Who may connect to every port that the node is served on; what else its group lets in shows as an override.
    private func allowed(_ group: Observed<SecurityGroup.Attributes>?, secure: Bool) -> [AllowedSource] {
        let ports = secure ? [80, 443] : [80]
        let rules = (group?.attributes.ingress ?? []).filter { $0.protocol == "tcp" && $0.description == nil }
        let sources = ports.map { port in
            Set(rules.filter { $0.fromPort == port && $0.toPort == port }.compactMap { AllowedSource($0.source) })
        }
        let everywhere = sources.dropFirst().reduce(sources[0]) { $0.intersection($1) }
        return everywhere.sorted { $0.description < $1.description }
    }

    /// The rule of the application group that lets this load balancer reach the containers' ports.
    private func addIngress(
        from group: String, _ settings: ServiceSettings, _ base: String, _ found: inout Findings
    ) {
        let (name, rule) = services.ingress(from: group, settings, found)
        found.assign(rule, base, name)
    }
}

extension ServiceSearch {
    /// The name in manifests of the rule by which a load balancer's group reaches a service's containers, and the rule.
    ///
    /// On hosts these are all ports that ECS takes; tasks with addresses of their own may be there too.
    func ingress(
        from group: String, _ settings: ServiceSettings, _ found: Findings
    ) -> (name: String, rule: ObservedResource?) {
        let own = settings.port...settings.port
        let isOnHosts = found.environment.cluster.capacity(of: settings) == .ec2
        let application = found.assigned[ResourceAddress("\(request.environment)/ApplicationSecurityGroup")]
        let rule = (isOnHosts ? [32768...65535, own] : [own]).lazy
            .compactMap { region.ingress(to: application?.identifier, from: group, ports: $0) }.first
        return (
            isOnHosts ? "HostPortsIngress" : "Port\(settings.port)Ingress",
            rule.flatMap { region.resource(SecurityGroupIngress().type, $0) }
        )
    }
}

extension RegionView {
    /// The rule by which one group lets another reach ports: the one for these alone if there is one.
    func ingress(to group: String?, from source: String, ports: ClosedRange<Int>) -> String? {
        let rules = all(SecurityGroupIngress()).filter { rule in
            rule.attributes.group.known == group && rule.attributes.source.known == source
                && (rule.attributes.fromPort == -1
                    || rule.attributes.fromPort <= ports.lowerBound && ports.upperBound <= rule.attributes.toPort)
        }
        let exact = rules.first {
            $0.attributes.fromPort == ports.lowerBound && $0.attributes.toPort == ports.upperBound
        }
        return (exact ?? rules.first)?.identifier
    }
}

extension AllowedSource {
    /// nil for what a manifest cannot say.
    init?(_ source: SecurityRule.Source) {
        switch source {
        case .cidr(let text):
            guard let block = CIDRBlock(text) else { return nil }
            self = .cidr(block)
        case .cidrV6(let text):
            guard let block = IPv6Block(text) else { return nil }
            self = .cidrV6(block)
        case .group(let group): self = .securityGroup(group.known)
        case .prefixList(let id): self = .prefixList(id)
        }
    }
}
