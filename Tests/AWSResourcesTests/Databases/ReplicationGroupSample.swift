import AWSResources
import Model

/// What moto lacks of replication groups is in the emulator's overlay, `caches.py`.
struct ReplicationGroupSample: KindSample {
    let kind = ReplicationGroup()
    let createAction = "CreateReplicationGroup"

    func attributes(on bench: Bench) async throws -> ReplicationGroup.Attributes {
        let vpc = try await bench.vpc()
        return ReplicationGroup.Attributes(
            replicationGroupId: "X-dev-sessions",
            groupDescription: "sessions",
            engine: "redis",
            engineVersion: EngineVersion("7.1"),
            nodeType: "cache.t4g.small",
            subnetGroup: .known(try await bench.cacheSubnets(in: vpc)),
            securityGroups: [.known(try await bench.securityGroup(in: vpc))]
        )
    }

    var outsideChanges: [OutsideChange<ReplicationGroup>] {
        [
            .edit("groupDescription") { attributes, _ in attributes.groupDescription = "other" },
            .edit("engine") { attributes, _ in attributes.engine = "valkey" },
            .edit("engineVersion") { attributes, _ in attributes.engineVersion = EngineVersion("6.2") },
            .edit("nodeType") { attributes, _ in attributes.nodeType = "cache.r7g.large" },
            .edit("replicas") { attributes, _ in attributes.replicas = 3 },
            .edit("automaticFailover") { attributes, _ in attributes.automaticFailover = false },
            .edit("multiAZ") { attributes, _ in attributes.multiAZ = false },
            .edit("snapshotRetentionLimit") { attributes, _ in attributes.snapshotRetentionLimit = 1 },
            .edit("securityGroups") { attributes, bench in
                let vpc = try await bench.vpc("10.60.0.0/16")
                attributes.securityGroups = [.known(try await bench.securityGroup("other", in: vpc))]
            },
        ]
    }

    let unshownFields = ["port": "AWS cannot change the port: the update refuses, and tells so"]
}
