import AWSResources
import Manifests
import Model

/// Finds the security groups and the subnet groups that a whole environment shares.
struct SharedGroupSearch {
    let request: DiscoveryRequest
    let region: RegionView
    let vpc: String
    let services: [Observed<Service.Attributes>]
    /// The security groups of the hosts; tasks in their networks have none of their own.
    let hostGroups: Set<Reference>

    private typealias Group = Observed<SecurityGroup.Attributes>

    func run(_ found: inout Findings) {
        let base = request.environment
        let application = group(
            "application", ["application"], among: common(services.map(\.attributes.securityGroups) + [hostGroups]))
        assign(application, "ApplicationSecurityGroup", &found)
        let instances = databaseInstances()
        let database = group(
            "db", ["database", "-db", "rds"], among: common(instances.compactMap(\.attributes.securityGroups)),
            but: found)
        assign(database, "DatabaseSecurityGroup", &found)
        let cache = group(
            "cache", ["cache", "redis"], among: common(caches().map(\.attributes.securityGroups)), but: found)
        assign(cache, "CacheSecurityGroup", &found)
        if let application {
            let source = application.identifier
            found.environment.network.databasePort = port(of: database, from: source) ?? 3306
            found.environment.network.cachePort = port(of: cache, from: source) ?? 6379
        }
        let subnets = Set(region.all(Subnet()).filter { $0.attributes.vpc.known == vpc }.map(\.identifier))
        let dbGroups = region.all(DBSubnetGroup()).filter { $0.attributes.subnets.known.isSubset(of: subnets) }
        found.assign(
            pick(
                dbGroups.map { ($0.identifier, $0.attributes.groupName) }, "\(request.fullName)-db",
                DBSubnetGroup().type),
            base, "DBSubnetGroup")
        let cacheGroups = region.all(CacheSubnetGroup()).filter { $0.attributes.subnets.known.isSubset(of: subnets) }
        found.assign(
            pick(
                cacheGroups.map { ($0.identifier, $0.attributes.groupName) }, "\(request.fullName)-cache",
                CacheSubnetGroup().type), base, "CacheSubnetGroup")
    }

    private func assign(_ group: Group?, _ name: String, _ found: inout Findings) {
        found.assign(
            group.flatMap { region.resource(SecurityGroup().type, $0.identifier) }, request.environment, name)
    }

    /// The group with the natural name, else the one that its members have in common, else the only one whose name,
    /// description or place in a stack speaks of it.
    private func group(
        _ suffix: String, _ words: [String], among members: Set<String>, but found: Findings? = nil
    ) -> Group? {
        let all = region.all(SecurityGroup()).filter { group in
            group.attributes.vpc.known == vpc && group.attributes.groupName != "default"
                && found?.isTaken(SecurityGroup().type, group.identifier) != true
        }
        if let named = all.first(where: { $0.attributes.groupName == "\(request.fullName)-\(suffix)" }) { return named }
        let common = all.filter { members.contains($0.identifier) }
        if common.count == 1 { return common[0] }
        let told = all.filter { group in
            let resource = region.resource(SecurityGroup().type, group.identifier)
            let texts = [
                group.attributes.groupName, group.attributes.groupDescription, group.tags["Name"] ?? "",
                resource.flatMap { region.stack(of: $0)?.logicalId } ?? "",
            ].map { $0.lowercased() }
            return words.contains { word in texts.contains { $0.contains(word) } }
        }
        return told.count == 1 ? told[0] : nil
    }

    /// What all of them have that have any.
    private func common(_ all: [Set<Reference>]) -> Set<String> {
        let sets = all.filter { !$0.isEmpty }
        guard let first = sets.first?.known else { return [] }
        return sets.dropFirst().reduce(first) { $0.intersection($1.known) }
    }

    private func databaseInstances() -> [Observed<DBInstance.Attributes>] {
        let groups = Set(region.all(SecurityGroup()).filter { $0.attributes.vpc.known == vpc }.map(\.identifier))
        return region.all(DBInstance()).filter { $0.attributes.securityGroups?.known.isSubset(of: groups) ?? false }
    }

    private func caches() -> [Observed<ReplicationGroup.Attributes>] {
        let groups = Set(region.all(SecurityGroup()).filter { $0.attributes.vpc.known == vpc }.map(\.identifier))
        return region.all(ReplicationGroup()).filter {
            let held = $0.attributes.securityGroups.known
            return !held.isEmpty && held.isSubset(of: groups)
        }
    }

    /// The one port on which a group lets another in.
    private func port(of group: Group?, from source: String) -> Int? {
        let ports = (group?.attributes.ingress ?? []).compactMap { rule -> Int? in
            guard case .group(let id) = rule.source, id.known == source, rule.fromPort == rule.toPort else {
                return nil
            }
            return rule.fromPort
        }
        return ports.count == 1 ? ports[0] : nil
    }

    private func pick(
        _ groups: [(identifier: String, name: String)], _ name: String, _ type: ResourceType
    ) -> ObservedResource? {
        let named = groups.first { $0.name == name }
        let chosen = named ?? (groups.count == 1 ? groups[0] : nil)
        return chosen.flatMap { region.resource(type, $0.identifier) }
    }
}
