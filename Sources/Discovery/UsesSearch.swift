import AWSResources
import Manifests
import Model

/// Finds which of the described databases and caches a service uses: those whose endpoint is in one of its variables.
///
/// A database whose password RDS does not manage has no secret to hand out, so that no manifest can say that it is used.
struct UsesSearch {
    let region: RegionView

    private struct Store {
        var use: StoreUse
        var endpoint: String
    }

    func run(_ found: inout Findings) {
        let stores = stores(found)
        guard !stores.isEmpty else { return }
        for index in found.nodes.indices {
            let node = found.nodes[index]
            found.nodes[index].uses = uses("\(node.environment)/\(node.name)", stores, found)
        }
        for index in found.extras.indices {
            let extra = found.extras[index]
            found.extras[index].uses = uses("\(extra.environment)/\(extra.node)/\(extra.name)", stores, found)
        }
    }

    private func stores(_ found: Findings) -> [Store] {
        let databases = found.databases.compactMap { database -> Store? in
            let noun = database.engine.isAurora ? "DBCluster" : "DBInstance"
            let resource = found.assigned[ResourceAddress("\(database.environment)/\(database.name)/\(noun)")]
            guard let resource, resource.outputs["secretArn"] != nil else { return nil }
            return Store(use: StoreUse(.database, database.name), endpoint: resource.outputs["endpoint"] ?? "")
        }
        let caches = found.caches.map { cache in
            let address = ResourceAddress("\(cache.environment)/\(cache.name)/ReplicationGroup")
            return Store(
                use: StoreUse(.cache, cache.name), endpoint: found.assigned[address]?.outputs["endpoint"] ?? "")
        }
        return (databases + caches).filter { !$0.endpoint.isEmpty }
    }

    private func uses(_ base: String, _ stores: [Store], _ found: Findings) -> [StoreUse] {
        let identifier = found.assigned[ResourceAddress("\(base)/TaskDefinition")]?.identifier
        guard let task = region.all(TaskDefinition()).first(where: { $0.identifier == identifier }) else { return [] }
        let texts = task.attributes.containers.flatMap(\.environment.values).compactMap(\.text)
        return stores.filter { store in texts.contains { $0.contains(store.endpoint) } }.map(\.use)
    }
}
