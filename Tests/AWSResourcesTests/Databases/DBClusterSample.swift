import AWSResources
import Model

struct DBClusterSample: KindSample {
    let kind = DBCluster()
    let createAction = "CreateDBCluster"

    func attributes(on bench: Bench) async throws -> DBCluster.Attributes {
        let vpc = try await bench.vpc()
        return DBCluster.Attributes(
            clusterIdentifier: "X-dev-orders",
            engine: "aurora-postgresql",
            engineVersion: EngineVersion("16.4"),
            databaseName: "orders",
            masterUsername: "postgres",
            port: 5432,
            subnetGroup: .known(try await bench.databaseSubnets(in: vpc)),
            securityGroups: [.known(try await bench.securityGroup(in: vpc))],
            deletionProtection: false
        )
    }

    var outsideChanges: [OutsideChange<DBCluster>] {
        [
            .edit("engineVersion") { attributes, _ in attributes.engineVersion = EngineVersion("17.1") },
            .edit("manageMasterUserPassword") { attributes, _ in attributes.manageMasterUserPassword = false },
            .edit("port") { attributes, _ in attributes.port = 6000 },
            .edit("securityGroups") { attributes, bench in
                let vpc = try await bench.vpc("10.60.0.0/16")
                attributes.securityGroups = [.known(try await bench.securityGroup("other", in: vpc))]
            },
            .edit("backupRetentionPeriod") { attributes, _ in attributes.backupRetentionPeriod = 1 },
            .edit("deletionProtection") { attributes, _ in attributes.deletionProtection = true },
        ]
    }
}
