import Testing

@testable import Manifests

@Suite("Databases, caches, and who uses them")
struct StoreTests {
    private typealias Fixture = RepositoryFixture

    /// Line 5 is the spec's first line.
    private static func store(_ kind: String, _ name: String, in environment: String = "dev", _ spec: String) -> String
    {
        """
        apiVersion: plumbline.dev/v1
        kind: \(kind)
        metadata: { name: \(name), environment: \(environment) }
        spec:
          \(spec)

        """
    }

    private static func database(_ spec: String, name: String = "main", in environment: String = "dev") -> Fixture {
        Fixture([
            "a.yaml": Fixture.environment(), "d.yaml": store("Database", name, in: environment, "{ \(spec) }"),
        ])
    }

    private static func cache(_ spec: String, name: String = "sessions") -> Fixture {
        Fixture(["a.yaml": Fixture.environment(), "c.yaml": store("Cache", name, "{ \(spec) }")])
    }

    private static func node(_ uses: String, service: String = "{ port: 4000 }", _ stores: String...) -> Fixture {
        var fixture = Fixture([
            "a.yaml": Fixture.environment(), "n.yaml": Fixture.node(service: service, adding: "  uses: [\(uses)]"),
            "r.yaml": Fixture.repository,
        ])
        for (index, text) in stores.enumerated() { fixture.add("s\(index).yaml", text) }
        return fixture
    }

    @Test("take the defaults that are safe")
    func defaults() throws {
        let fixture = Fixture([
            "a.yaml": Fixture.environment(), "b.yaml": Self.store("Cache", "sessions", "{ engine: valkey }"),
            "c.yaml": Self.store("Database", "main", "{ engine: mysql }"),
            "d.yaml": Self.store("Database", "orders", "{ engine: aurora-postgresql, version: \"16.4\" }"),
        ])
        let (read, lines) = fixture.read()
        #expect(lines == [])
        let set = try #require(read)
        let main = try #require(set.databases(in: "dev").first { $0.name == "main" })
        #expect(main.instanceClass == "db.t4g.medium" && main.resolvedStorage == 20 && main.resolvedPort == 3306)
        #expect(main.multiZone && main.encrypted && main.deletionProtection && main.backupRetentionDays == 7)
        #expect(main.resolvedUsername == "admin" && main.version == nil && main.resolvedInstances == 1)
        let orders = try #require(set.databases(in: "dev").first { $0.name == "orders" })
        #expect(orders.resolvedInstances == 2 && orders.resolvedPort == 5432 && orders.resolvedUsername == "postgres")
        let sessions = try #require(set.caches(in: "dev").first)
        #expect(sessions.nodeType == "cache.t4g.small" && sessions.replicas == 1 && sessions.port == 6379)
        #expect(sessions.multiZone && sessions.encryptedAtRest && sessions.encryptedInTransit)
        #expect(sessions.backupRetentionDays == 7)
    }

    @Test("of a node are kept in the order in which they are written")
    func uses() throws {
        let fixture = Self.node(
            "cache/sessions, database/main",
            Self.store("Database", "main", "{ engine: mysql }"),
            Self.store("Cache", "sessions", "{ engine: redis }")
        )
        let (set, lines) = fixture.read()
        #expect(lines == [])
        #expect(set?.nodes.first?.uses == [StoreUse(.cache, "sessions"), StoreUse(.database, "main")])
    }

    @Test("tell what is wrong at its place", arguments: inputs)
    func problems(_ input: BadInput) { input.check() }

    private static let inputs = [
        BadInput(
            "an engine that there is not",
            database("engine: postgresql"),
            "d.yaml:5:13: error: engine must be mysql, postgres, mariadb, aurora-mysql or aurora-postgresql, not "
                + "\"postgresql\": did you mean \"postgres\"?"
        ),
        BadInput(
            "a cache engine that there is not",
            cache("engine: memcached"),
            "c.yaml:5:13: error: engine must be redis or valkey, not \"memcached\""
        ),
        BadInput(
            "a class without its service",
            database("engine: mysql, instanceClass: t4g.medium"),
            "d.yaml:5:35: error: instanceClass must be a class such as db.t4g.medium, not \"t4g.medium\""
        ),
        BadInput(
            "a class of an unknown family",
            database("engine: mysql, instanceClass: db.t5g.medium"),
            "d.yaml:5:35: error: instanceClass names the unknown family \"t5g\": did you mean \"t4g\"?"
        ),
        BadInput(
            "a class of an unknown size",
            cache("engine: redis, nodeType: cache.t4g.smal"),
            "c.yaml:5:30: error: nodeType names the unknown size \"smal\": did you mean \"small\"?"
        ),
        BadInput(
            "a class that Aurora does not run on",
            database("engine: aurora-mysql, instanceClass: db.m6g.large"),
            "d.yaml:5:42: error: Aurora runs on the families t, r and x2g only, such as db.t4g.medium or db.r6g.large, "
                + "not db.m6g.large"
        ),
        BadInput(
            "storage of Aurora",
            database("engine: aurora-mysql, storage: 20"),
            "d.yaml:5:36: error: Aurora's storage grows by itself: remove storage"
        ),
        BadInput(
            "one Aurora instance in several zones",
            database("engine: aurora-mysql, instances: 1"),
            "d.yaml:5:38: error: an Aurora cluster is in several zones with two instances or more: write instances: 2, "
                + "or multiZone: false"
        ),
        BadInput(
            "instances of another engine",
            database("engine: mysql, instances: 2"),
            "d.yaml:5:31: error: only an Aurora cluster has instances to count: remove instances"
        ),
        BadInput(
            "too little storage",
            database("engine: mysql, storage: 10"),
            "d.yaml:5:29: error: storage must be from 20 to 65536, not 10"
        ),
        BadInput(
            "a user that PostgreSQL reserves",
            database("engine: postgres, username: admin"),
            "d.yaml:5:33: error: PostgreSQL reserves the name admin: take another username, such as postgres"
        ),
        BadInput(
            "a password",
            database("engine: mysql, password: hunter2"),
            "d.yaml:5:20: error: unknown key \"password\" in spec; known here: engine, version, instanceClass, storage, "
                + "instances, multiZone, backupRetentionDays, encrypted, deletionProtection, databaseName, username, port, "
                + "adopt, deletionPolicy, overrides, omit"
        ),
        BadInput(
            "a name with a double hyphen",
            database("engine: mysql", name: "a--b"),
            "d.yaml:3:19: error: name must be lowercase letters, digits and single inner hyphens, beginning with a letter, "
                + "not \"a--b\""
        ),
        BadInput(
            "an environment that there is not",
            database("engine: mysql", in: "def"),
            "d.yaml:3:38: error: there is no Environment \"def\": did you mean \"dev\"?"
        ),
        BadInput(
            "a cache whose name is too long",
            cache("engine: redis", name: "sessions-of-all-the-customers-of-ours"),
            "c.yaml:3:19: error: the name of the replication group would be \"x-dev-sessions-of-all-the-customers-of-ours\", "
                + "43 characters where AWS allows 40: shorten the name by 3"
        ),
        BadInput(
            "several zones without a replica",
            cache("engine: redis, replicas: 0"),
            "c.yaml:5:30: error: a cache is in several zones with a replica or more: write replicas: 1, or multiZone: false"
        ),
        BadInput(
            "a database that was removed while a node uses it",
            node("database/main"),
            "n.yaml:8:10: error: Node dev/acme uses database/main, but there is no Database \"main\" in the environment "
                + "\"dev\": a service keeps what it uses, so remove database/main here before its manifest goes, or add the "
                + "manifest"
        ),
        BadInput(
            "a cache whose name is misspelt",
            node("cache/session", store("Cache", "sessions", "{ engine: redis }")),
            "n.yaml:8:10: error: Node dev/acme uses cache/session, but there is no Cache \"session\" in the environment "
                + "\"dev\": did you mean \"sessions\"?"
        ),
        BadInput(
            "a use that is neither",
            node("db/main"),
            "n.yaml:8:10: error: uses lists database/NAME and cache/NAME, not \"db/main\""
        ),
        BadInput(
            "a use that is listed twice",
            node("cache/main, cache/main", store("Cache", "main", "{ engine: redis }")),
            "n.yaml:8:22: error: cache/main is listed twice: remove one"
        ),
        BadInput(
            "a variable that the service has already",
            node(
                "database/main",
                service: "{ port: 4000, environment: { MAIN_HOST: x } }",
                store("Database", "main", "{ engine: mysql }")
            ),
            "n.yaml:8:10: error: database/main gives the variable MAIN_HOST, which is in service.environment already: "
                + "rename one of the two"
        ),
        BadInput(
            "a database and a cache of one name",
            node(
                "database/main, cache/main",
                store("Database", "main", "{ engine: mysql }"),
                store("Cache", "main", "{ engine: redis }")
            ),
            "n.yaml:8:25: error: cache/main gives the variable MAIN_HOST, which is given by database/main already: rename "
                + "one of the two"
        ),
        BadInput(
            "a database whose variable is Plumbline's own",
            node("database/alb", store("Database", "alb", "{ engine: mysql }")),
            "n.yaml:8:10: error: database/alb gives the variable ALB_HOST, which is Plumbline's own variable already: rename "
                + "one of the two"
        ),
    ]
}
