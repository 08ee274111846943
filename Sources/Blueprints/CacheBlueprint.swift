import AWSResources
import Manifests
import Model

/// Caches in an environment's private subnets: ElastiCache replication groups.
enum CacheBlueprint: Blueprint {
    static func declarations(for manifests: ManifestSet) -> [ScopedDeclaration] {
        manifests.environments.flatMap { environment -> [ScopedDeclaration] in
            let caches = manifests.caches(in: environment.name)
            let drafts = caches.map { cache -> DeclarationDraft in
                var draft = DeclarationDraft(
                    scope: environment.scope,
                    adopt: cache.adopt,
                    retain: cache.deletionPolicy == .retain,
                    location: manifests.location(of: cache.key)
                )
                group(cache, environment, &draft)
                if isFirst(cache, of: caches, in: environment) {
                    draft.add(
                        SecurityGroupIngress(),
                        environment.cacheIngress(cache.port),
                        environment.ingress(to: environment.cacheGroup, cache.port),
                        tags: environment.tags(name: "\(environment.fullName)-cache-\(cache.port)")
                    )
                }
                return draft
            }
            return drafts.flatMap(\.declarations)
        }
    }

    /// As with databases, AWS takes a rule once.
    private static func isFirst(_ cache: Cache, of all: [Cache], in e: Environment) -> Bool {
        cache.port != e.network.cachePort && all.first { $0.port == cache.port } == cache
    }

    private static func group(_ cache: Cache, _ e: Environment, _ draft: inout DeclarationDraft) {
        let name = "\(e.fullName)-\(cache.name)"
        draft.add(
            ReplicationGroup(),
            cache.address,
            .init(
                replicationGroupId: name,
                groupDescription: "Cache \(cache.name) of \(e.fullName)",
                engine: cache.engine.rawValue,
                engineVersion: cache.version.map { EngineVersion($0) },
                nodeType: cache.nodeType,
                replicas: cache.replicas,
                automaticFailover: cache.multiZone,
                multiAZ: cache.multiZone,
                atRestEncryption: cache.encryptedAtRest,
                transitEncryption: cache.encryptedInTransit,
                snapshotRetentionLimit: cache.backupRetentionDays,
                port: cache.port,
                subnetGroup: .id(e.cacheSubnets),
                securityGroups: [.id(e.cacheGroup)]
            ),
            tags: e.tags(name: name)
        )
    }
}

extension Cache {
    var address: ResourceAddress { ResourceAddress("\(environment)/\(name)/ReplicationGroup") }
}
