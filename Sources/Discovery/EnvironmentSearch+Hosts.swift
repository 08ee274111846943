import AWSResources
import Model

extension EnvironmentSearch {
    /// The Auto Scaling group whose instances join the environment's cluster, and what its instances are started by.
    struct Hosts {
        var group: Observed<AutoScalingGroup.Attributes>
        /// What lets ECS place tasks on the group; nil where only the instances' agents know of it.
        var provider: Observed<CapacityProvider.Attributes>?
        var template: Observed<LaunchTemplate.Attributes>?
        var configuration: LaunchConfiguration?
        var profile: Observed<InstanceProfile.Attributes>?
        var role: String?
    }

    /// nil where there is no group, and where several could be it.
    func hosts() -> Hosts? {
        guard let group = hostGroup() else { return nil }
        var hosts = Hosts(group: group)
        hosts.provider = providers().first { $0.attributes.autoScalingGroup.text == group.outputs[.arn] }
        let template = group.attributes.templateID
        hosts.template = region.all(LaunchTemplate()).first { $0.identifier == template }
        let configuration = group.attributes.launchConfiguration
        hosts.configuration = region.launchConfigurations.first { $0.name == configuration }
        let given = hosts.template?.attributes.instanceProfile.known ?? hosts.configuration?.instanceProfile ?? ""
        let profiles = region.all(InstanceProfile())
        hosts.profile =
            profiles.first { !given.isEmpty && ($0.outputs[.arn] == given || $0.identifier == given) }
            ?? profiles.first { $0.attributes.profileName == "\(request.fullName)-instanceprofile" }
        hosts.role = hosts.profile.flatMap { $0.attributes.role.known.isEmpty ? nil : $0.attributes.role.known }
        return hosts
    }

    /// The capacity providers of the environment's cluster.
    private func providers() -> [Observed<CapacityProvider.Attributes>] {
        guard let cluster = cluster()?.attributes.clusterName else { return [] }
        return region.all(CapacityProvider()).filter {
            $0.attributes.cluster.known.split(separator: ",").contains(Substring(cluster))
        }
    }

    /// The group with the natural name, else the only one of the cluster's capacity providers, of its stack, or whose
    /// template makes instances join the cluster.
    private func hostGroup() -> Observed<AutoScalingGroup.Attributes>? {
        let candidates = hostGroups()
        return candidates.count == 1 ? candidates[0] : nil
    }

    /// Every group that could be it.
    func hostGroups() -> [Observed<AutoScalingGroup.Attributes>] {
        let all = region.all(AutoScalingGroup())
        if let named = all.first(where: { $0.identifier == "\(request.fullName)-AutoScalingGroup" }) { return [named] }
        let provided = Set(providers().map(\.attributes.autoScalingGroup.known))
        let stacks = ["\(request.environment)-cluster", "\(request.fullName)-cluster"]
        let made = Set(
            region.made(AutoScalingGroup().type).filter { stacks.contains($0.stack) }.map(\.physicalId))
        let joining = Set(
            region.all(LaunchTemplate()).filter { joinsCluster($0.attributes.userData.known) }.map(\.identifier))
        for candidates in [
            all.filter { provided.contains($0.outputs[.arn] ?? "") }, all.filter { made.contains($0.identifier) },
            all.filter { $0.attributes.templateID.map(joining.contains) ?? false },
        ] where !candidates.isEmpty {
            return candidates
        }
        return []
    }

    private func joinsCluster(_ userData: String) -> Bool {
        guard let cluster = cluster()?.attributes.clusterName else { return false }
        return userData.split(whereSeparator: { $0.isWhitespace || $0 == "\"" || $0 == "'" })
            .contains(Substring("ECS_CLUSTER=\(cluster)"))
    }

    /// The names and ids of what hosts are made of.
    func addHosts(_ subnets: Set<String>, _ interest: inout Interest) {
        let inside = region.all(AutoScalingGroup()).filter { !$0.attributes.subnets.known.isDisjoint(with: subnets) }
        let templates = Set(inside.compactMap(\.attributes.templateID))
        if !templates.isEmpty { interest.identifiers[LaunchTemplate().type] = templates }
        let full = request.fullName
        interest.add(UserGroup().type, ["\(full)-developers"])
        interest.add(InstanceProfile().type, ["\(full)-instanceprofile"])
        interest.launchConfigurations = Set(inside.compactMap(\.attributes.launchConfiguration))
        guard let hosts = hosts() else { return }
        interest.add(InstanceProfile().type, [hosts.profile?.identifier].compactMap(\.self))
        interest.add(Role().type, [hosts.role].compactMap(\.self))
    }
}
