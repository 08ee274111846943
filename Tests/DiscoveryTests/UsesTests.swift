import AWSResources
import Blueprints
import Manifests
import Model
import Testing

@testable import Discovery

@Suite("What a service uses")
struct UsesTests {
    /// The endpoints of the samples' stores, as the fabricated region has them.
    private static func endpoints(_ region: FabricatedRegion) -> (database: String, cache: String) {
        let database = region.all(DBInstance()).first { $0.identifier == "x-dev-main" }?.outputs["endpoint"] ?? ""
        return (database, region.all(ReplicationGroup()).first?.outputs["endpoint"] ?? "")
    }

    /// A region whose node has variables of these values.
    private static func region(_ variables: (String, String) -> [String: String]) -> FabricatedRegion {
        let found = endpoints(FabricatedRegion(Samples.everything))
        let node = Samples.node { $0.service.environment = variables(found.database, found.cache) }
        return FabricatedRegion(everything(node: node))
    }

    private static func everything(node: Node = Samples.node(), extra: Extra = Samples.extra()) -> ManifestSet {
        let set = Samples.everything
        return ManifestSet(
            environments: set.environments, repositories: set.repositories, nodes: [node], extras: [extra],
            databases: set.databases, caches: set.caches)
    }

    @Test(
        "is what its variables hold the endpoints of, also within an address; the plan after it has nothing to change")
    func byEndpoint() throws {
        let region = Self.region { ["DB_URL": "mysql://root@\($0):3306/app", "REDIS": $1] }
        let discovered = try Samples.describe(region)
        #expect(discovered.manifests.nodes[0].uses.map(\.description) == ["database/main", "cache/sessions"])
        #expect(discovered.manifests.extras[0].uses == [])
        #expect(discovered.files.contains { $0.text.contains("uses: [database/main, cache/sessions]") })
    }

    @Test("is no database without a secret to hand out")
    func withoutSecret() throws {
        var region = Self.region { database, _ in ["DB_HOST": database] }
        region.change(DBInstance()) { $0.outputs["secretArn"] = nil }
        #expect(try Samples.describe(region).manifests.nodes[0].uses == [])
    }

    @Test("an extra that reads its node's secret says so, and has none of its own")
    func sharedSecret() throws {
        let own = Samples.extra { $0.config.from = "x-dev-acme" }
        let discovered = try Samples.describe(FabricatedRegion(Self.everything(extra: own)))
        let extra = discovered.manifests.extras[0]
        #expect(extra.config.from == "x-dev-acme")
        #expect(extra.omit == [] && extra.overrides == [:])
    }
}
