import Testing

@testable import Manifests

@Suite("A set of manifests")
struct ManifestSetTests {
    private typealias Fixture = RepositoryFixture

    @Test("what is left out has the documented defaults")
    func defaults() throws {
        let set = try #require(Fixture.valid().read().set)
        let environment = try #require(set.environments.first)
        var expected = Environment(
            name: "dev",
            prefix: "x-",
            region: "eu-west-1",
            account: "123456789012",
            contactEmail: "ops@example.com",
            costCode: "0042"
        )
        #expect(environment == expected)
        #expect(environment.network.cidr.description == "10.192.0.0/16")
        #expect(environment.network.resolvedPublicSubnets.map(\.description) == ["10.192.10.0/24", "10.192.11.0/24"])
        #expect(environment.network.resolvedPrivateSubnets.map(\.description) == ["10.192.20.0/24", "10.192.21.0/24"])
        #expect(environment.cluster.containerInsights && environment.cluster.hasFargate)
        expected.adopt = true
        #expect(environment != expected)
        let node = try #require(set.nodes.first)
        #expect(node.service == ServiceSettings(port: 4000) && node.service.cpu == 256 && node.service.memory == 512)
        #expect(node.logs.retentionDays == 30 && node.loadBalancer.scheme == .internetFacing)
        #expect(set.extras(of: node).first?.route == .init(path: "/api2", healthCheckPath: "/api2/up"))
        let repository = try #require(set.repository(named: "app"))
        #expect(repository.immutableTags && repository.scanOnPush && repository.lifecycle.keepImages == 100)
        #expect(repository.registryHost == "123456789012.dkr.ecr.eu-west-1.amazonaws.com")
    }

    @Test("finds what belongs to a name, and nothing of its neighbours in the order")
    func lookups() throws {
        func node(_ name: String, _ environment: String) -> Node {
            Node(
                name: name, environment: environment, image: ImageReference(repository: "app", tag: "1"),
                service: ServiceSettings(port: 4000), loadBalancer: .init(healthCheckPath: "/up"))
        }
        func extra(_ name: String, _ node: String, _ environment: String) -> Extra {
            Extra(
                name: name, environment: environment, node: node, image: ImageReference(repository: "app", tag: "1"),
                service: ServiceSettings(port: 4000), route: .init(path: "/x", healthCheckPath: "/x/up"))
        }
        let set = ManifestSet(
            nodes: [node("b", "dev"), node("a", "dev2"), node("a", "dev"), node("a", "de")],
            extras: [extra("y", "a", "dev"), extra("x", "b", "dev"), extra("x", "a", "dev"), extra("x", "a", "dev2")])
        #expect(set.nodes(in: "dev").map(\.name) == ["a", "b"])
        #expect(set.nodes(in: "dev2").map(\.name) == ["a"])
        #expect(set.nodes(in: "dev1").isEmpty && set.nodes(in: "").isEmpty && set.nodes(in: "z").isEmpty)
        #expect(set.node(named: "b", in: "dev")?.environment == "dev")
        #expect(set.node(named: "b", in: "dev2") == nil)
        #expect(set.extras(of: node("a", "dev")).map(\.name) == ["x", "y"])
        #expect(set.extras(of: node("b", "dev")).map(\.name) == ["x"])
        #expect(set.extras(of: node("b", "dev2")).isEmpty)
        #expect(set.environment(named: "dev") == nil)
    }

    @Test("every key of every kind is read")
    func everyKey() throws {
        let environment = Fixture.environment(
            adding: """
                  roleArn: arn:aws:iam::123456789012:role/ops/plumbline
                  externalId: abc
                  network:
                    cidr: 10.7.0.0/20
                    zones: 3
                    natGateways: none
                    publicSubnets: [10.7.0.0/24, 10.7.1.0/24, 10.7.2.0/24]
                    databasePort: 5432
                    cachePort: 6380
                  cluster: { capacity: fargate, containerInsights: false }
                  adopt: true
                  deletionPolicy: retain
                """
        )
        let node = Fixture.node(
            image:
                "{ repository: library/app, digest: \"sha256:\(String(repeating: "0", count: 64))\", registry: docker.io }",
            service: """
                { count: 0, cpu: 1024, memory: 3072, port: 80, environment: { A: "1", B: '', "c.d": x y },
                    healthCheckGracePeriod: 60, architecture: arm64 }
                """,
            loadBalancer: """
                { healthCheckPath: /, allowFrom: [10.0.0.0/8, 10.0.0.1/32], scheme: internal, idleTimeout: 120,
                    deletionProtection: true,
                    certificateArn: "arn:aws:acm:eu-west-1:123456789012:certificate/x" }
                """,
            adding: "  logs: { retentionDays: 365 }\n  adopt: true\n  deletionPolicy: retain"
        )
        let extra = Fixture.extra(route: "{ path: \"/api2/*\", healthCheckPath: /api2/up, rule: 50000 }")
        let (read, lines) = Fixture.valid(environment: environment, node: node, extra: extra).read()
        #expect(lines == [])
        let set = try #require(read)
        let network = try #require(set.environments.first?.network)
        #expect(network.zones == 3 && network.databasePort == 5432 && network.cachePort == 6380)
        #expect(network.resolvedPrivateSubnets.map(\.description) == ["10.7.8.0/24", "10.7.9.0/24", "10.7.10.0/24"])
        #expect(set.environments.first?.externalId == "abc" && set.environments.first?.deletionPolicy == .retain)
        let parsed = try #require(set.nodes.first)
        #expect(parsed.service.environment == ["A": "1", "B": "", "c.d": "x y"])
        #expect(parsed.service.architecture == .arm64 && parsed.service.healthCheckGracePeriod == 60)
        #expect(parsed.image.registry == "docker.io" && parsed.image.tag == nil)
        #expect(parsed.image.nameInRegistry.hasPrefix("library/app@sha256:0"))
        #expect(parsed.loadBalancer.allowFrom.map(\.description) == ["10.0.0.0/8", "10.0.0.1/32"])
        #expect(parsed.loadBalancer.deletionProtection == true && parsed.loadBalancer.idleTimeout == 120)
        #expect(parsed.adopt && parsed.deletionPolicy == .retain && parsed.logs.retentionDays == 365)
        #expect(set.extras.first?.route.rule == 50000)
    }

    @Test("is sorted by name, whatever the files' order")
    func isSorted() throws {
        let fixture = Fixture([
            "a.yaml": Fixture.environment("zeta", adding: "  network: { cidr: 10.3.0.0/16 }"),
            "b.yaml": Fixture.node("b", environment: "zeta") + "\n---\n" + Fixture.node("a", environment: "zeta"),
            "c.yaml": Fixture.node("z", environment: "alpha") + "\n---\n" + Fixture.environment("alpha"),
            "d.yaml": Fixture.repository,
        ])
        let (set, lines) = fixture.read()
        #expect(lines == [])
        #expect(set?.environments.map(\.name) == ["alpha", "zeta"])
        #expect(set?.nodes.map(\.key.path) == ["alpha/z", "zeta/a", "zeta/b"])
        #expect(RepositoryFixture(reversing: fixture).read().set?.nodes == set?.nodes)
    }

    @Test("a set made by hand needs no files")
    func byHand() {
        let repository = Repository(name: "app", region: "eu-west-1", account: "123456789012")
        let set = ManifestSet(repositories: [repository])
        #expect(set.location(of: repository.key) == nil)
        #expect(set.files(of: repository.key) == [])
        #expect(!set.isEmpty && ManifestSet().isEmpty)
    }
}

extension RepositoryFixture {
    fileprivate init(reversing other: RepositoryFixture) { files = other.files.reversed() }
}
