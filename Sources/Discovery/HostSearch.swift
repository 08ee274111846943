import AWSResources
import Manifests
import Model

/// Describes the EC2 hosts of an environment's cluster.
struct HostSearch {
    let search: EnvironmentSearch

    private var request: DiscoveryRequest { search.request }
    private var region: RegionView { search.region }

    /// Those of the hosts' machines.
    var securityGroups: Set<Reference> {
        let hosts = search.hosts()
        return hosts?.template?.attributes.securityGroups
            ?? Set((hosts?.configuration?.securityGroups ?? []).map(Reference.known))
    }

    func run(_ found: inout Findings) {
        guard let hosts = search.hosts() else {
            let several = search.hostGroups().map(\.identifier)
            if !several.isEmpty { found.doubt(request.environment, "AutoScalingGroup", among: several) }
            return
        }
        let group = hosts.group
        guard
            let type = InstanceType(hosts.template?.attributes.instanceType ?? hosts.configuration?.instanceType ?? "")
        else {
            found.leave(
                "\(AutoScalingGroup().type)", group.identifier,
                "neither a launch template nor a launch configuration tells which one type its machines have, as "
                    + "cluster.ec2 does; it stays as it is")
            return
        }
        let (least, most) = (max(0, group.attributes.minSize), max(1, group.attributes.maxSize))
        var ec2 = Environment.Cluster.EC2Capacity(instanceType: type, size: .init(min: min(least, most), max: most))
        ec2.spot = hosts.template?.attributes.spot ?? hosts.configuration?.isSpot ?? false
        assign(hosts, &found)
        ec2.publicKey = keyPair(&found)
        found.environment.cluster.ec2 = ec2
        if hasFargate { found.environment.cluster.capacity = .fargate }
        tell(hosts, &found)
    }

    private func assign(_ hosts: EnvironmentSearch.Hosts, _ found: inout Findings) {
        func assign(_ type: ResourceType, _ identifier: String?, _ name: String) {
            found.assign(identifier.flatMap { region.resource(type, $0) }, request.environment, name)
        }
        assign(AutoScalingGroup().type, hosts.group.identifier, "AutoScalingGroup")
        assign(LaunchTemplate().type, hosts.template?.identifier, "LaunchTemplate")
        assign(CapacityProvider().type, hosts.provider?.identifier, "CapacityProvider")
        assign(InstanceProfile().type, hosts.profile?.identifier, "InstanceProfile")
        assign(Role().type, hosts.role, "HostRole")
        let name = "\(request.fullName)-developers"
        let made = region.made(UserGroup().type).first?.physicalId ?? ""
        let groups = region.all(UserGroup())
        let developers =
            groups.first { $0.attributes.groupName == name } ?? groups.first { $0.attributes.groupName == made }
        assign(UserGroup().type, developers?.identifier, "DeveloperUserGroup")
    }

    /// The public key of the environment's key pair. One of another name may be shared with others, and stays as it is;
    /// so does one whose key AWS does not tell or no manifest has.
    private func keyPair(_ found: inout Findings) -> String? {
        let name = "\(request.fullName)-\(request.region)"
        guard let pair = region.all(KeyPair()).first(where: { $0.attributes.keyName == name }) else { return nil }
        guard Environment.Cluster.EC2Capacity.accepts(publicKey: pair.attributes.publicKey) else {
            found.leave(
                "\(KeyPair().type)", pair.identifier,
                "\(name): AWS tells no public key of it that publicKey could be; it stays as it is")
            return nil
        }
        found.assign(region.resource(KeyPair().type, pair.identifier), request.environment, "KeyPair")
        return pair.attributes.publicKey
    }

    /// Whether tasks of the environment can run, or do run, on what AWS brings along.
    private var hasFargate: Bool {
        if search.cluster()?.attributes.capacityProviders?.contains("FARGATE") == true { return true }
        return search.services().contains { service in
            service.attributes.launchType == "FARGATE"
                || service.attributes.capacityProvider?.known.hasPrefix("FARGATE") == true
        }
    }

    /// Lists the launch configuration, which the blueprint has no place for.
    private func tell(_ hosts: EnvironmentSearch.Hosts, _ found: inout Findings) {
        guard let configuration = hosts.configuration else { return }
        found.leave(
            "AWS::AutoScaling::LaunchConfiguration", configuration.name,
            "\(hosts.group.identifier) starts its machines by it, so it is kept; it stays as it is until you take "
                + "LaunchTemplate out of omit and launchTemplate out of the overrides of AutoScalingGroup, when the "
                + "machines are replaced by those of a launch template")
    }
}
