import AWSResources
import Model

/// Lists what stands in an environment and is described by none of its manifests.
struct LeftoverSearch {
    let search: EnvironmentSearch
    let vpc: String

    private var region: RegionView { search.region }

    /// What a stack makes that is part of something else: of a route table, a gateway, a group, a role, a service.
    private static let parts: Set<String> = [
        "AWS::EC2::Route", "AWS::EC2::SubnetRouteTableAssociation", "AWS::EC2::VPCGatewayAttachment",
        "AWS::EC2::SecurityGroupIngress", "AWS::EC2::SecurityGroupEgress", "AWS::IAM::Policy", "AWS::IAM::RolePolicy",
        "AWS::SecretsManager::SecretTargetAttachment", "AWS::ApplicationAutoScaling::ScalingPolicy",
    ]

    private static let stays = "no manifest has a place for it; it stays as it is"

    func run(_ found: inout Findings) {
        for resource in inside() where !found.isTaken(resource.type, resource.identifier) {
            found.leave("\(resource.type)", resource.identifier, reason(resource))
        }
        let known = Set(found.assigned.values.flatMap { [$0.identifier] + $0.outputs.values })
        let told = Set(found.leftovers.map(\.identifier))
        for made in region.stacks where !known.contains(made.physicalId) && !told.contains(made.physicalId) {
            guard !Self.parts.contains(made.type) else { continue }
            found.leave(
                made.type, made.physicalId,
                "\(made.logicalId) of the stack \(made.stack): \(Self.stays), and so does its stack")
        }
        found.leftovers.sort { ($0.type, $0.identifier) < ($1.type, $1.identifier) }
    }

    private func reason(_ resource: ObservedResource) -> String {
        let name = resource.name.map { "\($0): " } ?? ""
        if let owner = resource.tags[OwnershipTag.installation] {
            return "\(name)it belongs to the Plumbline installation \(owner) already"
        }
        let made = region.stack(of: resource).map { " (\($0.logicalId) of the stack \($0.stack))" } ?? ""
        return name + Self.stays + made
    }

    /// Everything that was read and stands in the VPC or belongs to what does.
    private func inside() -> [ObservedResource] {
        let vpc = vpc
        let subnets = ids(Subnet()) { $0.vpc.known == vpc }
        let groups = ids(SecurityGroup()) { $0.vpc.known == vpc && $0.groupName != "default" }
        let balancers = ids(LoadBalancer()) { !$0.subnets.known.isDisjoint(with: subnets) }
        let listeners = ids(Listener()) { balancers.contains($0.loadBalancer.known) }
        var inside: [ResourceType: Set<String>] = [
            Subnet().type: subnets, SecurityGroup().type: groups, LoadBalancer().type: balancers,
            Listener().type: listeners,
        ]
        inside[InternetGateway().type] = ids(InternetGateway()) { $0.vpc?.known == vpc }
        inside[NatGateway().type] = ids(NatGateway()) { subnets.contains($0.subnet.known) }
        // A VPC's main table has nothing of its own until somebody uses it.
        inside[RouteTable().type] = ids(RouteTable()) {
            $0.vpc.known == vpc && !($0.subnets.isEmpty && $0.routes.isEmpty)
        }
        inside[ListenerRule().type] = ids(ListenerRule()) { listeners.contains($0.listener.known) }
        inside[TargetGroup().type] = ids(TargetGroup()) { $0.vpc.known == vpc }
        inside[DBSubnetGroup().type] = ids(DBSubnetGroup()) { !$0.subnets.known.isDisjoint(with: subnets) }
        inside[CacheSubnetGroup().type] = ids(CacheSubnetGroup()) { !$0.subnets.known.isDisjoint(with: subnets) }
        inside[DBInstance().type] = ids(DBInstance()) {
            !($0.securityGroups?.known ?? []).isDisjoint(with: groups)
        }
        inside[DBCluster().type] = ids(DBCluster()) { !$0.securityGroups.known.isDisjoint(with: groups) }
        inside[ReplicationGroup().type] = ids(ReplicationGroup()) {
            !$0.securityGroups.known.isDisjoint(with: groups)
        }
        inside[ElasticIP().type] = Set(
            region.all(NatGateway()).filter { inside[NatGateway().type]?.contains($0.identifier) == true }
                .compactMap { $0.attributes.elasticIP?.text })
        inside[AutoScalingGroup().type] = ids(AutoScalingGroup()) { !$0.subnets.known.isDisjoint(with: subnets) }
        inside[Instance().type] = ids(Instance()) { subnets.contains($0.subnet.known) }
        addServices(&inside)
        return inside.flatMap { type, ids in ids.compactMap { region.resource(type, $0) } }
    }

    private func addServices(_ inside: inout [ResourceType: Set<String>]) {
        let services = search.services()
        inside[Service().type] = Set(services.map(\.identifier))
        let families = Set(services.compactMap { search.family(of: $0) })
        let tasks = region.all(TaskDefinition()).filter { families.contains($0.attributes.family) }
        for task in tasks {
            let roles = [task.attributes.executionRole, task.attributes.taskRole].compactMap { $0?.known.lastComponent }
            inside[Role().type, default: []].formUnion(roles)
            inside[LogGroup().type, default: []].formUnion(task.attributes.containers.compactMap(\.logGroup))
        }
        inside[ScalableTarget().type] = Set(services.map(search.resourceId))
        let names = Set(services.flatMap { search.ownNames(of: $0) }.map { "\(search.request.fullName)-\($0)" })
        inside[Secret().type] = ids(Secret()) { names.contains($0.secretName) }
        inside[Parameter().type] = ids(Parameter()) { names.contains($0.parameterName) }
    }

    private func ids<Kind: AWSResourceKind>(_ kind: Kind, _ isInside: (Kind.Attributes) -> Bool) -> Set<String> {
        Set(region.all(kind).filter { isInside($0.attributes) }.map(\.identifier))
    }
}
