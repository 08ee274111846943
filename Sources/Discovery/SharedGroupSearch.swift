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
        let application = group(
            "Application", "application", ["application"],
            among: common(services.map(\.attributes.securityGroups) + [hostGroups]), &found)
        let instances = databaseInstances()
        let database = group(
            "Database", "db", ["database", "-db", "rds"],
            among: common(instances.compactMap(\.attributes.securityGroups)), &found)
        let cache = group(
            "Cache", "cache", ["cache", "redis"], among: common(caches().map(\.attributes.securityGroups)), &found)
        if let application {
            let source = application.identifier
            found.environment.network.databasePort = port(of: database, from: source) ?? 3306
            found.environment.network.cachePort = port(of: cache, from: source) ?? 6379
        }
        let subnets = Set(region.all(Subnet()).filter { $0.attributes.vpc.known == vpc }.map(\.identifier))
        let dbGroups = region.all(DBSubnetGroup()).filter { $0.attributes.subnets.known.isSubset(of: subnets) }
        pick(
            "DBSubnetGroup", dbGroups.map { ($0.identifier, $0.attributes.groupName) }, "\(request.fullName)-db",
            DBSubnetGroup().type, &found)
        let cacheGroups = region.all(CacheSubnetGroup()).filter { $0.attributes.subnets.known.isSubset(of: subnets) }
        pick(
            "CacheSubnetGroup", cacheGroups.map { ($0.identifier, $0.attributes.groupName) },
            "\(request.fullName)-cache", CacheSubnetGroup().type, &found)
    }

    /// Assigns the group of a noun, or says between which it cannot be told.
    private func group(
        _ noun: String, _ suffix: String, _ words: [String], among members: Set<String>, _ found: inout Findings
    ) -> Group? {
        let candidates = groups(suffix, words, among: members, but: found)
        let name = "\(noun)SecurityGroup"
        guard candidates.count == 1, let group = candidates.first else {
            if !candidates.isEmpty { found.doubt(request.environment, name, among: candidates.map(\.identifier)) }
            return nil
        }
        found.assign(region.resource(SecurityGroup().type, group.identifier), request.environment, name)
        return group
    }

    /// The group with the natural name, else the one that its members have in common, else the only one whose name,
    /// description or place in a stack speaks of it; several where several do, or where the members have several in
    /// common.
    private func groups(
        _ suffix: String, _ words: [String], among members: Set<String>, but found: Findings
    ) -> [Group] {
        let all = region.all(SecurityGroup()).filter { group in
            group.attributes.vpc.known == vpc && group.attributes.groupName != "default"
                && !found.isTaken(SecurityGroup().type, group.identifier)
        }
        let natural = "\(request.fullName)-\(suffix)"
        if let named = all.first(where: { $0.attributes.groupName == natural }) { return [named] }
        let common = all.filter { members.contains($0.identifier) }
        if common.count == 1 { return common }
        let told = all.filter { group in
            let resource = region.resource(SecurityGroup().type, group.identifier)
            let texts = [
                group.attributes.groupName, group.attributes.groupDescription, group.tags["Name"] ?? "",
                resource.flatMap { region.stack(of: $0)?.logicalId } ?? "",
            ].map { $0.lowercased() }
            return words.contains { word in texts.contains { $0.contains(word) } }
        }
        return told.isEmpty ? common : told
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
        _ noun: String, _ groups: [(identifier: String, name: String)], _ natural: String, _ type: ResourceType,
        _ found: inout Findings
    ) {
        let named = groups.first { $0.name == natural }
        guard let chosen = named ?? (groups.count == 1 ? groups[0] : nil) else {
            if !groups.isEmpty { found.doubt(request.environment, noun, among: groups.map(\.identifier)) }
            return
        }
        found.assign(region.resource(type, chosen.identifier), request.environment, noun)
    }
}
