import AWSResources
import Manifests
import Model
import Testing

@testable import Blueprints

@Suite("The blueprints of databases and caches")
struct StoreBlueprintTests {
    private static func set(
        node: Node = Examples.node(),
        extra: Extra = Examples.extra(),
        databases: [Database] = [],
        caches: [Cache] = [],
        environment: Environment = Examples.environment()
    ) -> ManifestSet {
        ManifestSet(
            environments: [environment],
            repositories: [Examples.repository],
            nodes: [node],
            extras: [extra],
            databases: databases,
            caches: caches
        )
    }

    private static func database(
        _ name: String,
        _ engine: Database.Engine,
        _ change: (inout Database) -> Void = { _ in }
    ) -> Database {
        var database = Database(name: name, environment: "dev", engine: engine)
        change(&database)
        return database
    }

    @Test("declare what stands in the environment's own subnets and groups, under its names, never with a password")
    func instance() throws {
        let declared = Declared(Self.set(databases: [Self.database("main", .mysql) { $0.version = "8.0" }]))
        let address: ResourceAddress = "dev/main/DBInstance"
        let main = try #require(declared[address])
        #expect(main.name == "x-dev-main")
        #expect(main.tags["Name"] == "x-dev-main" && main.tags["CostCode"] == "0042")
        #expect(Set(main.dependencies) == ["dev/DBSubnetGroup", "dev/DatabaseSecurityGroup"])
        #expect(main.values["manageMasterUserPassword"] == true)
        #expect(main.values["deletionProtection"] == true && main.values["storageEncrypted"] == true)
        #expect(main.values["multiAZ"] == true && main.values["backupRetentionPeriod"] == 7)
        #expect(main.values["publiclyAccessible"] == false && main.values["allocatedStorage"] == 20)
        #expect(main.values["masterUsername"] == "admin" && main.values["port"] == 3306)
        #expect(main.values["engineVersion"] == .map(["x.y": "8.0"]))
        #expect(declared.addresses.filter { $0.contains("Ingress") && !$0.contains("acme") } == [])
    }

    @Test("an Aurora cluster has its instances one after the other, and the cluster has the endpoint")
    func aurora() throws {
        let orders = Self.database("orders", .auroraPostgreSQL) { $0.instances = 3 }
        let node = Examples.node { $0.uses = [StoreUse(.database, "orders")] }
        let declared = Declared(Self.set(node: node, databases: [orders]))
        #expect(declared["dev/orders/DBCluster"]?.name == "x-dev-orders")
        #expect(declared["dev/orders/DBInstance3"]?.name == "x-dev-orders-3")
        #expect(declared["dev/orders/DBInstance4"] == nil)
        #expect(
            Set(try #require(declared["dev/orders/DBInstance2"]).dependencies)
                == ["dev/orders/DBCluster", "dev/orders/DBInstance1"]
        )
        let service = try #require(declared["dev/acme/Service"]).dependencies
        #expect(service.contains("dev/orders/DBInstance3") && service.contains("dev/DatabasePort5432Ingress"))
        let containers = try #require(declared.value("dev/acme/TaskDefinition", "containers")).description
        #expect(containers.contains("ORDERS_HOST: ${dev/orders/DBCluster.endpoint}"))
    }

    @Test("a port that the environment does not open by itself is opened once, whoever else listens there")
    func ingress() throws {
        let databases = [
            Self.database("a", .postgres), Self.database("b", .auroraPostgreSQL), Self.database("c", .mysql),
        ]
        var cache = Cache(name: "sessions", environment: "dev", engine: .redis)
        cache.port = 7000
        let declared = Declared(Self.set(databases: databases, caches: [cache]))
        let rules = declared.addresses.filter { $0.hasSuffix("Ingress") && !$0.contains("acme") }
        #expect(rules == ["dev/CachePort7000Ingress", "dev/DatabasePort5432Ingress"])
        #expect(declared.value("dev/DatabasePort5432Ingress", "fromPort") == 5432)
        #expect(
            declared.value("dev/DatabasePort5432Ingress", "source")?.addresses == ["dev/ApplicationSecurityGroup"]
        )
        let open = Examples.environment { $0.network.databasePort = 5432 }
        let opened = Declared(Self.set(databases: [Self.database("a", .postgres)], environment: open))
        #expect(opened["dev/DatabasePort5432Ingress"] == nil)
    }

    @Test("a service gets its stores' endpoints as variables, and its node's roles may read the secrets")
    func links() throws {
        let main = Self.database("main-db", .mysql) { $0.databaseName = "shop" }
        let cache = Cache(name: "sessions", environment: "dev", engine: .valkey)
        let extra = Examples.extra { $0.uses = [StoreUse(.database, "main-db")] }
        let node = Examples.node { $0.uses = [StoreUse(.cache, "sessions")] }
        let declared = Declared(Self.set(node: node, extra: extra, databases: [main], caches: [cache]))
        let own = try #require(declared.value("dev/acme/TaskDefinition", "containers")).description
        #expect(own.contains("SESSIONS_HOST: ${dev/sessions/ReplicationGroup.endpoint}"))
        #expect(own.contains("SESSIONS_PORT: \"6379\"") && !own.contains("MAIN_DB"))
        let extras = try #require(declared.value("dev/acme/api2/TaskDefinition", "containers")).description
        #expect(extras.contains("MAIN_DB_HOST: ${dev/main-db/DBInstance.endpoint}"))
        #expect(extras.contains("MAIN_DB_PORT: \"3306\"") && extras.contains("MAIN_DB_NAME: \"shop\""))
        #expect(extras.contains("MAIN_DB_SECRET_ARN: ${dev/main-db/DBInstance.secretArn}"))
        for role in ["dev/acme/ExecutionRole", "dev/acme/TaskRole"] as [ResourceAddress] {
            let policy = try #require(declared.value(role, "inlinePolicies"))
            #expect(Set(policy.addresses) == ["dev/acme/Secret", "dev/acme/api2/Secret", "dev/main-db/DBInstance"])
        }
    }

    @Test("a cache stands in the environment's own subnets and groups, with a replica in another zone")
    func cache() throws {
        let cache = Cache(name: "sessions", environment: "dev", engine: .redis)
        let declared = Declared(Self.set(caches: [cache]))
        let group = try #require(declared["dev/sessions/ReplicationGroup"])
        #expect(group.name == "x-dev-sessions")
        #expect(Set(group.dependencies) == ["dev/CacheSubnetGroup", "dev/CacheSecurityGroup"])
        #expect(group.values["multiAZ"] == true && group.values["automaticFailover"] == true)
        #expect(group.values["atRestEncryption"] == true && group.values["transitEncryption"] == true)
        #expect(group.values["snapshotRetentionLimit"] == 7 && group.values["replicas"] == 1)
    }

    @Test(
        "every address ends with its kind's noun, what is referred to is declared, and a choice of environments brings them"
    )
    func addresses() {
        let set = Self.set(
            databases: [Self.database("main", .mariadb), Self.database("orders", .auroraMySQL)],
            caches: [Cache(name: "sessions", environment: "dev", engine: .redis)]
        )
        let declared = Declared(set, environments: ["dev"])
        let nouns = Dictionary(KindCatalog.all.map { ($0.type, $0.noun) }) { first, _ in first }
        for declaration in declared.byAddress.values {
            let last = String(declaration.address.resource.reversed().drop(while: \.isNumber).reversed())
            #expect(last.hasSuffix(nouns[declaration.type] ?? "?"), "\(declaration.address)")
            for address in declaration.dependencies { #expect(declared[address] != nil, "\(address)") }
        }
        #expect(declared["dev/orders/DBInstance2"] != nil && declared["dev/sessions/ReplicationGroup"] != nil)
        #expect(Declared(set, environments: ["test"])["dev/main/DBInstance"] == nil)
    }
}
