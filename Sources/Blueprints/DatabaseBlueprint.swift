import AWSResources
import Manifests
import Model

/// Databases in an environment's private subnets: RDS instances, and Aurora clusters with their instances.
enum DatabaseBlueprint: Blueprint {
    static func declarations(for manifests: ManifestSet) -> [ScopedDeclaration] {
        manifests.environments.flatMap { environment -> [ScopedDeclaration] in
            let databases = manifests.databases(in: environment.name)
            let drafts = databases.map { database -> DeclarationDraft in
                var draft = DeclarationDraft(
                    scope: environment.scope,
                    adopt: database.adopt,
                    retain: database.deletionPolicy == .retain,
                    location: manifests.location(of: database.key)
                )
                if database.engine.isAurora {
                    cluster(database, environment, &draft)
                } else {
                    instance(database, environment, &draft)
                }
                if isFirst(database, of: databases, in: environment) {
                    draft.add(
                        SecurityGroupIngress(),
                        environment.databaseIngress(database.resolvedPort),
                        environment.ingress(to: environment.databaseGroup, database.resolvedPort),
                        tags: environment.tags(name: "\(environment.fullName)-db-\(database.resolvedPort)")
                    )
                }
                return draft
            }
            return drafts.flatMap(\.declarations)
        }
    }

    /// AWS takes a rule once: of several databases on a port that the environment does not open by itself the first by
    /// name brings it.
    private static func isFirst(_ database: Database, of all: [Database], in e: Environment) -> Bool {
        let port = database.resolvedPort
        return port != e.network.databasePort && all.first { $0.resolvedPort == port } == database
    }

    private static func instance(_ database: Database, _ e: Environment, _ draft: inout DeclarationDraft) {
        let name = "\(e.fullName)-\(database.name)"
        draft.add(
            DBInstance(),
            database.primary,
            .init(
                instanceIdentifier: name,
                engine: database.engine.rawValue,
                engineVersion: database.version.map { EngineVersion($0) },
                instanceClass: database.instanceClass,
                allocatedStorage: database.resolvedStorage,
                storageType: "gp3",
                storageEncrypted: database.encrypted,
                multiAZ: database.multiZone,
                backupRetentionPeriod: database.backupRetentionDays,
                deletionProtection: database.deletionProtection,
                databaseName: database.databaseName,
                masterUsername: database.resolvedUsername,
                manageMasterUserPassword: true,
                port: database.resolvedPort,
                subnetGroup: .id(e.databaseSubnets),
                securityGroups: [.id(e.databaseGroup)],
                publiclyAccessible: false
            ),
            tags: e.tags(name: name)
        )
    }

    private static func cluster(_ database: Database, _ e: Environment, _ draft: inout DeclarationDraft) {
        let name = "\(e.fullName)-\(database.name)"
        draft.add(
            DBCluster(),
            database.primary,
            .init(
                clusterIdentifier: name,
                engine: database.engine.rawValue,
                engineVersion: database.version.map { EngineVersion($0) },
                databaseName: database.databaseName,
                masterUsername: database.resolvedUsername,
                manageMasterUserPassword: true,
                port: database.resolvedPort,
                subnetGroup: .id(e.databaseSubnets),
                securityGroups: [.id(e.databaseGroup)],
                storageEncrypted: database.encrypted,
                backupRetentionPeriod: database.backupRetentionDays,
                deletionProtection: database.deletionProtection
            ),
            tags: e.tags(name: name)
        )
        for number in 1...database.resolvedInstances {
            // One after the other: the first writes, and when they go, it goes last.
            let former = number > 1 ? [database.member(number - 1)] : []
            draft.add(
                DBInstance(),
                database.member(number),
                .init(
                    instanceIdentifier: "\(name)-\(number)",
                    cluster: .id(database.primary),
                    engine: database.engine.rawValue,
                    instanceClass: database.instanceClass,
                    publiclyAccessible: false
                ),
                tags: e.tags(name: "\(name)-\(number)"),
                after: former
            )
        }
    }
}

extension Database {
    private var address: ResourceAddress { ResourceAddress("\(environment)/\(name)") }
    /// What has the endpoint and the secret: the instance, or Aurora's cluster.
    var primary: ResourceAddress { address.appending(engine.isAurora ? "DBCluster" : "DBInstance") }
    /// An instance of Aurora's cluster, from 1.
    func member(_ number: Int) -> ResourceAddress { address.appending("DBInstance\(number)") }
    /// Everything that must be there before somebody can connect.
    var parts: [ResourceAddress] {
        [primary] + (engine.isAurora ? (1...resolvedInstances).map(member) : [])
    }
}

extension Environment {
    var databaseGroup: ResourceAddress { address.appending("DatabaseSecurityGroup") }
    var cacheGroup: ResourceAddress { address.appending("CacheSecurityGroup") }
    var databaseSubnets: ResourceAddress { address.appending("DBSubnetGroup") }
    var cacheSubnets: ResourceAddress { address.appending("CacheSubnetGroup") }
    /// The rule for databases on a port other than `network.databasePort`.
    func databaseIngress(_ port: Int) -> ResourceAddress { address.appending("DatabasePort\(port)Ingress") }
    /// The rule for caches on a port other than `network.cachePort`.
    func cacheIngress(_ port: Int) -> ResourceAddress { address.appending("CachePort\(port)Ingress") }

    /// The application's containers may reach a port of a group.
    func ingress(to group: ResourceAddress, _ port: Int) -> SecurityGroupIngress.Attributes {
        .init(group: .id(group), protocol: "tcp", fromPort: port, toPort: port, source: .id(applicationGroup))
    }
}
