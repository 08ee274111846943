import AWSResources
import Manifests
import Model

/// The seed's step 4: an application behind its own load balancer.
enum NodeBlueprint: Blueprint {
    static func declarations(for manifests: ManifestSet) -> [ScopedDeclaration] {
        manifests.nodes.flatMap { node -> [ScopedDeclaration] in
            guard let environment = manifests.environment(named: node.environment) else { return [] }
            var draft = DeclarationDraft(
                scope: environment.scope, adopt: node.adopt, retain: node.deletionPolicy == .retain,
                location: manifests.location(of: node.key))
            let extras = manifests.extras(of: node).map {
                $0.parts(in: environment, of: node).linked(to: $0.uses, in: manifests)
                    .configured(by: $0.key, in: manifests)
            }
            let parts = node.parts(in: environment).linked(to: node.uses, in: manifests)
                .configured(by: node.key, in: manifests)
            configuration(parts, &draft)
            roles(parts, extras, &draft)
            loadBalancer(parts, ingresses: Set(([parts] + extras).map(\.ingress)), &draft)
            listeners(parts, &draft)
            let source = manifests.source(of: node.image, in: environment)
            parts.addTaskDefinition(registry: source.registry, after: source.after, &draft)
            parts.addService(routed: node.forwardingListener, &draft)
            return draft.declarations
        }
    }

    private static func configuration(_ parts: ServiceParts, _ draft: inout DeclarationDraft) {
        let logs = "\(parts.name)-logs"
        draft.add(
            LogGroup(), parts.node.logGroup,
            .init(logGroupName: logs, retentionInDays: parts.node.logs.retentionDays), tags: parts.tags(logs))
        parts.addSecrets(&draft)
        draft.add(
            Parameter(), parts.node.parameter,
            .init(
                parameterName: parts.name, parameterType: "String",
                parameterDescription: "Configuration of \(parts.name)"),
            tags: parts.tags(parts.name))
    }

    /// The seed leaves it to a person to let the containers read their configuration. Here both roles may: the
    /// execution role for what ECS injects, the task role for what the application reads itself.
    private static func roles(_ parts: ServiceParts, _ extras: [ServiceParts], _ draft: inout DeclarationDraft) {
        let e = parts.environment
        let parameter = "arn:\(e.partition):ssm:\(e.region):\(e.account):parameter/\(parts.name)"
        let services = [parts] + extras
        let secrets = services.reduce(into: Set<Reference>()) { all, service in
            if let configuration = service.secrets?.configuration { all.insert(configuration) }
            all.formUnion(service.links.secrets)
        }
        var statements = [
            PolicyStatement(actions: ["ssm:GetParameter", "ssm:GetParameters"], resources: [.known(parameter)])
        ]
        if !secrets.isEmpty {
            statements.insert(
                PolicyStatement(actions: ["secretsmanager:GetSecretValue"], resources: secrets), at: 0)
        }
        let access = PolicyDocument(statements: statements)
        func role(
            _ address: ResourceAddress, _ suffix: String, _ description: String, _ managed: Set<String>,
            _ further: [String: PolicyDocument] = [:]
        ) {
            let name = "\(parts.name)-\(suffix)"
            let inline = further.merging(["\(parts.name)-access-config": access]) { first, _ in first }
            draft.add(
                Role(), address,
                .init(
                    roleName: name, trustPolicy: .trusting(service: "ecs-tasks.amazonaws.com"),
                    managedPolicies: managed, inlinePolicies: inline, path: "/",
                    roleDescription: description),
                tags: parts.tags(name))
        }
        role(
            parts.node.executionRole, "ECSTaskExecutionRole", "Starts the containers of \(parts.name)",
            ["arn:\(e.partition):iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"],
            injectionPolicies(services))
        // All tasks of a node share its role.
        let takesCommands = ([parts] + extras).contains { $0.settings.sessionManager == true }
        role(
            parts.node.taskRole, "ECSTaskRole", "What the containers of \(parts.name) may do", [],
            takesCommands ? ["\(parts.name)-session-manager": .sessionManager] : [:])
    }

    /// Which secrets and parameters ECS may read to start the containers: those of each service under its name.
    private static func injectionPolicies(_ services: [ServiceParts]) -> [String: PolicyDocument] {
        Dictionary(
            services.compactMap { service in service.secrets?.access.map { ("\(service.name)-secrets", $0) } }
        ) { first, _ in first }
    }

    private static func loadBalancer(
        _ parts: ServiceParts, ingresses: Set<ServiceIngress>, _ draft: inout DeclarationDraft
    ) {
        let (e, node) = (parts.environment, parts.node)
        let balancer = node.loadBalancer
        let open = balancer.certificateArn == nil ? [80] : [80, 443]
        let rules = balancer.allowFrom.flatMap { allowed in
            open.map { SecurityRule(protocol: "tcp", fromPort: $0, toPort: $0, source: .init(allowed)) }
        }
        draft.add(
            SecurityGroup(), node.loadBalancerGroup,
            .init(
                vpc: .id(e.vpc), groupName: "\(parts.name)-alb", groupDescription: "Load balancer of \(parts.name)",
                ingress: Set(rules), egress: [.everywhere]),
            tags: parts.tags("\(parts.name)-alb"))
        for ingress in ingresses.sorted() {
            draft.add(
                SecurityGroupIngress(), node.ingress(ingress),
                .init(
                    group: .id(e.applicationGroup), protocol: "tcp", fromPort: ingress.ports.lowerBound,
                    toPort: ingress.ports.upperBound, source: .id(node.loadBalancerGroup)),
                tags: parts.tags("\(parts.name)-\(ingress.name)"))
        }
        var attributes: [String: String] = [:]
        attributes["idle_timeout.timeout_seconds"] = balancer.idleTimeout.map(String.init)
        attributes["deletion_protection.enabled"] = balancer.deletionProtection.map(String.init)
        if let logs = balancer.accessLogs {
            attributes["access_logs.s3.enabled"] = "true"
            attributes["access_logs.s3.bucket"] = logs.bucket
            attributes["access_logs.s3.prefix"] = logs.prefix ?? ""
        }
        let isInternal = balancer.scheme == .internal
        draft.add(
            LoadBalancer(), node.loadBalancerAddress,
            .init(
                loadBalancerName: parts.name, scheme: balancer.scheme.rawValue, type: "application",
                subnets: isInternal ? e.privateSubnetIDs : e.publicSubnetIDs,
                securityGroups: [.id(node.loadBalancerGroup)], attributes: attributes.isEmpty ? nil : attributes,
                webACL: balancer.webACLArn),
            tags: parts.tags(parts.name), after: isInternal ? [] : [e.internetGateway])
        parts.addTargetGroup(
            name: parts.name, .init(path: balancer.healthCheckPath, interval: 30, timeout: 10, healthyThreshold: 3),
            &draft)
    }

    private static func listeners(_ parts: ServiceParts, _ draft: inout DeclarationDraft) {
        let node = parts.node
        let forward = ListenerAction.forward(.arn(parts.targetGroup))
        func listener(_ address: ResourceAddress, _ port: Int, _ certificate: String?, _ action: ListenerAction) {
            draft.add(
                Listener(), address,
                .init(
                    loadBalancer: .arn(node.loadBalancerAddress), port: port,
                    protocol: certificate == nil ? "HTTP" : "HTTPS", certificate: certificate,
                    sslPolicy: certificate.map { _ in
                        node.loadBalancer.tlsPolicy ?? Node.LoadBalancer.defaultTLSPolicy
                    },
                    defaultAction: action),
                tags: parts.tags("\(parts.name)-\(port)"))
        }
        guard let certificate = node.loadBalancer.certificateArn else {
            listener(node.forwardingListener, 80, nil, forward)
            return
        }
        listener(node.forwardingListener, 443, certificate, forward)
        listener(
            node.address.appending("Listener"), 80, nil,
            .redirect(protocol: "HTTPS", port: "443", statusCode: "HTTP_301"))
    }
}

extension SecurityRule.Source {
    init(_ allowed: AllowedSource) {
        switch allowed {
        case .cidr(let block): self = .cidr("\(block)")
        case .cidrV6(let block): self = .cidrV6("\(block)")
        case .prefixList(let id): self = .prefixList(id)
        case .securityGroup(let id): self = .group(.known(id))
        }
    }
}

extension PolicyDocument {
    /// What the command agent in a task needs ("Task role permissions" of ECS Exec); the channels have no ARNs.
    static let sessionManager = PolicyDocument(statements: [
        PolicyStatement(
            actions: [
                "ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel", "ssmmessages:OpenControlChannel",
                "ssmmessages:OpenDataChannel",
            ], resources: ["*"])
    ])
}
