import AWSResources
import Blueprints
import Discovery
import Engine
import Manifests
import Model
import Testing

/// Manifests that are turned into a region and back.
enum Samples {
    static let request = DiscoveryRequest(
        environment: "dev", prefix: "x-", region: "ap-southeast-1", account: "123456789012")

    static func environment(_ change: (inout Environment) -> Void = { _ in }) -> Environment {
        var environment = Environment(
            name: "dev", prefix: "x-", region: "ap-southeast-1", account: "123456789012",
            contactEmail: "ops@example.com", costCode: "0042")
        environment.adopt = true
        change(&environment)
        return environment
    }

    static func node(_ name: String = "acme", _ change: (inout Node) -> Void = { _ in }) -> Node {
        var node = Node(
            name: name, environment: "dev", image: ImageReference(repository: "tooltwist-acme", tag: "initial"),
            service: ServiceSettings(port: 4000),
            loadBalancer: .init(
                healthCheckPath: "/api/healthcheck", allowFrom: [.cidr(CIDRBlock(10, 0, 0, 0, prefixLength: 8))]))
        node.service.environment = ["LOG_LEVEL": "info"]
        node.adopt = true
        change(&node)
        return node
    }

    static func extra(_ change: (inout Extra) -> Void = { _ in }) -> Extra {
        var extra = Extra(
            name: "api2", environment: "dev", node: "acme",
            image: ImageReference(repository: "tooltwist-acme", tag: "initial"), service: ServiceSettings(port: 4000),
            route: .init(path: "/api2", healthCheckPath: "/api2/healthcheck"))
        extra.route.rule = 1
        extra.adopt = true
        change(&extra)
        return extra
    }

    static var repository: Repository {
        var repository = Repository(name: "tooltwist-acme", region: "ap-southeast-1", account: "123456789012")
        repository.lifecycle.keepImages = 7
        repository.adopt = true
        return repository
    }

    static var database: Database {
        var database = Database(name: "main", environment: "dev", engine: .postgres)
        database.storage = 50
        database.adopt = true
        return database
    }

    static var aurora: Database {
        var database = Database(name: "orders", environment: "dev", engine: .auroraMySQL)
        database.instances = 2
        database.adopt = true
        return database
    }

    static var cache: Cache {
        var cache = Cache(name: "sessions", environment: "dev", engine: .valkey)
        cache.replicas = 2
        cache.adopt = true
        return cache
    }

    static var everything: ManifestSet {
        ManifestSet(
            environments: [environment()], repositories: [repository], nodes: [node()], extras: [extra()],
            databases: [database, aurora], caches: [cache])
    }

    /// Describes a region, and expects that the description plans nothing but tags.
    static func describe(
        _ region: FabricatedRegion, stacks: [StackResource] = [], configurations: [LaunchConfiguration] = [],
        sourceLocation: Testing.SourceLocation = #_sourceLocation
    ) throws -> Discovered {
        let descriptions = FabricatedRegion.kinds.mapValues { kind in
            KindDescription(type: kind.type, noun: kind.noun, traits: kind.traits, fields: rows(kind))
        }
        let discovery = Discovery(request, region.state, stacks: stacks, launchConfigurations: configurations)
        let discovered = try discovery.describe(kinds: descriptions)
        #expect(Blueprints.problems(of: discovered.manifests) == [], sourceLocation: sourceLocation)
        let basis = PlanBasis(
            declarations: Blueprints.declarations(for: discovered.manifests).values.flatMap(\.self),
            installation: "test", scopes: ["dev"])
        let plan = Planner(kinds: descriptions).plan(basis, region.state)
        #expect(plan.diagnostics.filter { $0.severity == .error } == [], sourceLocation: sourceLocation)
        let others = plan.changes.flatMap { change -> [String] in
            // A tag more is no change; another value of one that is there would be.
            let fields = change.fields.filter { !($0.name.hasPrefix("tags.") && $0.before == nil) }
            return change.action == .adopt && fields.isEmpty ? [] : ["\(change.action) \(change.address) \(fields)"]
        }
        #expect(others == [], sourceLocation: sourceLocation)
        return discovered
    }

    private static func rows<Kind: AWSResourceKind>(_ kind: Kind) -> [FieldRow] { kind.fields.map(\.row) }
}
