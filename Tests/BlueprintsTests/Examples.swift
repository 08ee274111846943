import Manifests
import Model

@testable import Blueprints

/// The manifests that the tests of this room turn into declarations.
enum Examples {
    static func environment(_ change: (inout Environment) -> Void = { _ in }) -> Environment {
        var environment = Environment(
            name: "dev", prefix: "x-", region: "ap-southeast-1", account: "123456789012",
            contactEmail: "ops@example.com", costCode: "0042")
        change(&environment)
        return environment
    }

    static func node(_ change: (inout Node) -> Void = { _ in }) -> Node {
        var service = ServiceSettings(port: 4000)
        service.environment = ["LOG_LEVEL": "info"]
        var node = Node(
            name: "acme", environment: "dev", image: ImageReference(repository: "tooltwist-acme", tag: "initial"),
            service: service,
            loadBalancer: .init(
                healthCheckPath: "/api/healthcheck", allowFrom: [.cidr(CIDRBlock(10, 0, 0, 0, prefixLength: 8))]))
        change(&node)
        return node
    }

    static func extra(_ change: (inout Extra) -> Void = { _ in }) -> Extra {
        var extra = Extra(
            name: "api2", environment: "dev", node: "acme",
            image: ImageReference(repository: "tooltwist-acme", tag: "initial"), service: ServiceSettings(port: 4000),
            route: .init(path: "/api2", healthCheckPath: "/api2/healthcheck"))
        change(&extra)
        return extra
    }

    static var repository: Repository {
        Repository(name: "tooltwist-acme", region: "ap-southeast-1", account: "123456789012")
    }

    /// One of everything.
    static func set(
        environment: Environment = environment(), node: Node = node(), extra: Extra = extra()
    ) -> ManifestSet {
        ManifestSet(environments: [environment], repositories: [repository], nodes: [node], extras: [extra])
    }
}

/// Declarations by address.
struct Declared {
    let byAddress: [ResourceAddress: Declaration]

    init(_ set: ManifestSet, environments: Set<String>? = nil) {
        let all = Blueprints.declarations(for: set, environments: environments).values.joined()
        byAddress = Dictionary(all.map { ($0.address, $0) }) { first, _ in first }
    }

    subscript(address: ResourceAddress) -> Declaration? { byAddress[address] }
    var addresses: [String] { byAddress.keys.map(\.path).sorted() }

    func value(_ address: ResourceAddress, _ field: String) -> Value? { byAddress[address]?.values[field] }
}
