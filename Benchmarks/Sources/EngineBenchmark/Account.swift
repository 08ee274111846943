import Engine
import Model

/// An account in memory that is as its declarations say.
struct Account {
    var basis: PlanBasis
    var state: ObservedState

    private static let installation = "benchmark"

    init(environments: Int, resources: Int) {
        var declarations: [Declaration] = []
        for number in 0..<environments { declarations += Self.environment("e\(number)", resources: resources) }
        basis = PlanBasis(
            declarations: declarations, installation: Self.installation,
            scopes: Set(declarations.map(\.address.scope)))
        let observed = declarations.map(Self.observed)
        state = ObservedState(resources: Dictionary(grouping: observed, by: \.type))
    }

    /// Networks, their parts, and applications in them, as many as fill up the number.
    private static func environment(_ name: String, resources: Int) -> [Declaration] {
        let root = ResourceAddress(name)
        let network = root.appending("Network")
        var result = [declaration(Self.network, network, ["range": "10.0.0.0/16", "names": true])]
        var application = 0
        while result.count < resources {
            application += 1
            let place = root.appending("a\(application)")
            let (part, wall) = (place.appending("Part"), place.appending("Wall"))
            let (balancer, recipe) = (place.appending("Balancer"), place.appending("Recipe"))
            let image = "registry.example.com/application-\(application):initial"
            result += [
                declaration(Self.part, part, ["network": id(network), "range": "10.0.10.0/24", "open": true]),
                declaration(
                    Self.wall, wall,
                    ["network": id(network), "lets": .set(Set((0..<8).map { .string("tcp \($0 + 8000) 10.0.0.0/8") }))]),
                declaration(
                    Self.balancer, balancer,
                    [
                        "parts": .set([id(part)]), "walls": .set([id(wall)]), "scheme": "internal",
                        "attributes": .map(["timeout": "60", "protected": "false"]),
                    ]),
                declaration(
                    Self.recipe, recipe,
                    [
                        "image": .string(image), "ports": .list([4000, 4001]),
                        "settings": .map(["LOG_LEVEL": "info", "PORT": "4000", "HOST": id(balancer)]),
                    ]),
                declaration(
                    Self.runner, place.appending("Runner"),
                    ["recipe": id(recipe), "parts": .set([id(part)]), "count": 2, "balancer": id(balancer)]),
            ]
        }
        return Array(result.prefix(resources))
    }

    private static func id(_ address: ResourceAddress) -> Value { .reference(.pending(address, .id)) }

    private static func declaration(
        _ type: ResourceType, _ address: ResourceAddress, _ values: [String: Value]
    ) -> Declaration {
        let tags = [
            "Name": address.path, "Environment": address.scope, "Application": "benchmark", "CostCode": "0042",
            "ContactEmail": "ops@example.com",
        ]
        return Declaration(type, address, name: address.path, values: values, tags: tags)
    }

    /// The same resource as AWS would hold it: no reference is left, and the ownership tags are there.
    private static func observed(_ declaration: Declaration) -> ObservedResource {
        let identifier = "id-\(declaration.address)"
        let values = declaration.values.mapValues { $0.resolved { address, _ in "id-\(address)" } }
        let ownership = [
            OwnershipTag.installation: installation, OwnershipTag.address: declaration.address.path,
        ]
        return ObservedResource(
            type: declaration.type, identifier: identifier, name: declaration.name, values: values,
            outputs: [.id: identifier], tags: declaration.tags.merging(ownership) { own, _ in own }, status: .active,
            typed: ())
    }
}
