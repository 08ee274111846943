import AWSResources
import Manifests
import Model

/// Describes the databases and caches that stand in an environment's subnet groups, or behind its security groups.
struct StoreSearch {
    let request: DiscoveryRequest
    let region: RegionView

    func run(_ found: inout Findings) {
        for cluster in region.all(DBCluster()) where isInside(cluster.attributes.subnetGroup, "DBSubnetGroup", found) {
            add(cluster, &found)
        }
        for instance in region.all(DBInstance())
        where instance.attributes.cluster == nil && isInside(instance.attributes.subnetGroup, "DBSubnetGroup", found) {
            add(instance, &found)
        }
        for cache in region.all(ReplicationGroup())
        where isInside(cache.attributes.subnetGroup, "CacheSubnetGroup", found) { add(cache, &found) }
    }

    private func isInside(_ group: Reference?, _ name: String, _ found: Findings) -> Bool {
        guard let group = group?.text else { return false }
        return found.assigned[ResourceAddress("\(request.environment)/\(name)")]?.identifier == group
    }

    private func add(_ cluster: Observed<DBCluster.Attributes>, _ found: inout Findings) {
        let attributes = cluster.attributes
        guard let engine = Database.Engine(rawValue: attributes.engine), engine.isAurora else {
            return leave(DBCluster().type, cluster.identifier, attributes.engine, &found)
        }
        var database = Database(name: name(cluster.identifier, found), environment: request.environment, engine: engine)
        let members = region.all(DBInstance()).filter { $0.attributes.cluster?.known == cluster.identifier }
        guard !members.isEmpty else {
            found.leave(
                "AWS::RDS::DBCluster", cluster.identifier, "it has no instance, as a Database has; it stays as it is")
            return
        }
        let base = "\(request.environment)/\(database.name)"
        found.assign(region.resource(DBCluster().type, cluster.identifier), base, "DBCluster")
        for (index, member) in members.enumerated() {
            found.assign(region.resource(DBInstance().type, member.identifier), base, "DBInstance\(index + 1)")
        }
        database.instances = members.count
        database.multiZone = members.count > 1
        database.instanceClass = members[0].attributes.instanceClass
        database.backupRetentionDays = max(1, attributes.backupRetentionPeriod)
        database.encrypted = attributes.storageEncrypted
        database.deletionProtection = attributes.deletionProtection
        if attributes.masterUsername != engine.username { database.username = attributes.masterUsername }
        if attributes.port != engine.port { database.port = attributes.port }
        finish(database, &found)
    }

    private func add(_ instance: Observed<DBInstance.Attributes>, _ found: inout Findings) {
        let attributes = instance.attributes
        guard let engine = Database.Engine(rawValue: attributes.engine), !engine.isAurora else {
            return leave(DBInstance().type, instance.identifier, attributes.engine, &found)
        }
        var database = Database(
            name: name(instance.identifier, found), environment: request.environment, engine: engine)
        let base = "\(request.environment)/\(database.name)"
        found.assign(region.resource(DBInstance().type, instance.identifier), base, "DBInstance")
        database.instanceClass = attributes.instanceClass
        if let storage = attributes.allocatedStorage, storage >= 20 { database.storage = storage }
        database.multiZone = attributes.multiAZ ?? false
        database.backupRetentionDays = attributes.backupRetentionPeriod ?? 0
        database.encrypted = attributes.storageEncrypted ?? false
        database.deletionProtection = attributes.deletionProtection ?? false
        if let user = attributes.masterUsername, user != engine.username { database.username = user }
        if let port = attributes.port, port != engine.port { database.port = port }
        finish(database, &found)
    }

    private func finish(_ database: Database, _ found: inout Findings) {
        var database = database
        database.adopt = true
        found.databases.append(database)
        addIngress("DatabaseSecurityGroup", "DatabasePort", database.resolvedPort, &found)
    }

    private func add(_ group: Observed<ReplicationGroup.Attributes>, _ found: inout Findings) {
        let attributes = group.attributes
        guard let engine = Cache.Engine(rawValue: attributes.engine) else {
            return leave(ReplicationGroup().type, group.identifier, attributes.engine, &found)
        }
        var cache = Cache(name: name(group.identifier, found), environment: request.environment, engine: engine)
        let base = "\(request.environment)/\(cache.name)"
        found.assign(region.resource(ReplicationGroup().type, group.identifier), base, "ReplicationGroup")
        cache.nodeType = attributes.nodeType
        cache.replicas = attributes.replicas
        cache.multiZone = attributes.multiAZ && attributes.replicas > 0
        cache.encryptedAtRest = attributes.atRestEncryption
        cache.encryptedInTransit = attributes.transitEncryption
        cache.backupRetentionDays = attributes.snapshotRetentionLimit
        if let port = attributes.port { cache.port = port }
        cache.adopt = true
        found.caches.append(cache)
        addIngress("CacheSecurityGroup", "CachePort", cache.port, &found)
    }

    /// The rule for a port that the environment does not open by itself.
    private func addIngress(_ name: String, _ noun: String, _ port: Int, _ found: inout Findings) {
        let environment = request.environment
        let group = found.assigned[ResourceAddress("\(environment)/\(name)")]
        guard let application = found.assigned[ResourceAddress("\(environment)/ApplicationSecurityGroup")] else {
            return
        }
        let own =
            name.hasPrefix("Database") ? found.environment.network.databasePort : found.environment.network.cachePort
        guard port != own else { return }
        let rule = region.ingress(to: group?.identifier, from: application.identifier, ports: port...port)
        found.assign(
            rule.flatMap { region.resource(SecurityGroupIngress().type, $0) }, environment, "\(noun)\(port)Ingress")
    }

    private func leave(_ type: ResourceType, _ identifier: String, _ engine: String, _ found: inout Findings) {
        found.leave("\(type)", identifier, "no manifest has the engine \(engine); it stays as it is")
    }

    /// What follows the environment in the identifier, else the identifier, as far as manifests allow it.
    private func name(_ identifier: String, _ found: Findings) -> String {
        let beginnings = ["\(request.fullName)-", "\(request.environment)-"]
        let rest = beginnings.first(where: identifier.hasPrefix).map { String(identifier.dropFirst($0.count)) }
        let taken = Set(found.databases.map(\.name) + found.caches.map(\.name))
        let name = [rest, identifier].compactMap(\.self).first { text in
            text.wholeMatch(of: /[a-z]([a-z0-9]|-[a-z0-9])*/) != nil && text.utf8.count <= 60 && !taken.contains(text)
        }
        return name ?? "store\(taken.count + 1)"
    }
}
