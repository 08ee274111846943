import AWSResources
import Model

struct DBInstanceSample: KindSample {
    let kind = DBInstance()
    let createAction = "CreateDBInstance"

    func attributes(on bench: Bench) async throws -> DBInstance.Attributes {
        let vpc = try await bench.vpc()
        return DBInstance.Attributes(
            instanceIdentifier: "X-dev-main",
            engine: "mysql",
            engineVersion: EngineVersion("8.0"),
            instanceClass: "db.t4g.medium",
            allocatedStorage: 20,
            storageType: "gp3",
            storageEncrypted: true,
            multiAZ: true,
            backupRetentionPeriod: 7,
            deletionProtection: false,
            databaseName: "shop",
            masterUsername: "admin",
            manageMasterUserPassword: true,
            port: 3306,
            subnetGroup: .known(try await bench.databaseSubnets(in: vpc)),
            securityGroups: [.known(try await bench.securityGroup(in: vpc))],
            publiclyAccessible: false
        )
    }

    var outsideChanges: [OutsideChange<DBInstance>] {
        [
            .edit("engineVersion") { attributes, _ in attributes.engineVersion = EngineVersion("8.4") },
            .edit("instanceClass") { attributes, _ in attributes.instanceClass = "db.r6g.large" },
            .edit("allocatedStorage") { attributes, _ in attributes.allocatedStorage = 40 },
            .edit("storageType") { attributes, _ in attributes.storageType = "io1" },
            .edit("multiAZ") { attributes, _ in attributes.multiAZ = false },
            .edit("backupRetentionPeriod") { attributes, _ in attributes.backupRetentionPeriod = 1 },
            .edit("deletionProtection") { attributes, _ in attributes.deletionProtection = true },
            .edit("manageMasterUserPassword") { attributes, _ in attributes.manageMasterUserPassword = false },
            .edit("securityGroups") { attributes, bench in
                let vpc = try await bench.vpc("10.60.0.0/16")
                attributes.securityGroups = [.known(try await bench.securityGroup("other", in: vpc))]
            },
            .edit("publiclyAccessible") { attributes, _ in attributes.publiclyAccessible = true },
        ]
    }

    let unshownFields = ["port": "moto's ModifyDBInstance ignores DBPortNumber"]
}
