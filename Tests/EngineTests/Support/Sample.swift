import Model

/// A small environment: a network, a balancer with a listener and a rule, and a runner behind it.
enum Sample {
    static func environment(_ e: String = "dev") -> [Declaration] {
        network(e) + node(e)
    }

    static func network(_ e: String) -> [Declaration] {
        let net = Value.reference(.id("\(e)/Net"))
        return [
            declare(Kinds.net, "\(e)/Net", name: "x-\(e)-net", ["range": "10.0.0.0/16", "names": true]),
            declare(
                Kinds.part, "\(e)/Part1", name: "x-\(e)-part1",
                ["net": net, "range": "10.0.1.0/24", "zones": .set(["a", "b"])]),
            declare(Kinds.part, "\(e)/Part2", name: "x-\(e)-part2", ["net": net, "range": "10.0.2.0/24"]),
            declare(Kinds.door, "\(e)/Door", name: "x-\(e)-door", ["net": net]),
            declare(Kinds.wall, "\(e)/AppWall", name: "x-\(e)-app", ["net": net, "lets": .set(["10.0.0.0/8"])]),
        ]
    }

    static func node(_ e: String, _ a: String = "acme") -> [Declaration] {
        let parts = Value.set([.reference(.id("\(e)/Part1")), .reference(.id("\(e)/Part2"))])
        let wall = Value.set([.reference(.id("\(e)/AppWall"))])
        return [
            declare(Kinds.vault, "\(e)/\(a)/Vault", name: "x-\(e)-\(a)", ["content": "{}"]),
            declare(
                Kinds.balancer, "\(e)/\(a)/Balancer", name: "x-\(e)-\(a)",
                ["parts": parts, "walls": wall, "attributes": .map(["idle": "60"]), "scheme": "public"]),
            declare(
                Kinds.listener, "\(e)/\(a)/Listener",
                ["balancer": .reference(.id("\(e)/\(a)/Balancer")), "port": 80]),
            rule("\(e)/\(a)/api/Rule", listener: "\(e)/\(a)/Listener", path: "/api"),
            declare(
                Kinds.recipe, "\(e)/\(a)/Recipe", name: "\(e)-\(a)",
                [
                    "image": "acme:1", "password": "hunter2",
                    "settings": .map(["HOST": .reference(.pending("\(e)/\(a)/Balancer", .dnsName))]),
                ]),
            declare(
                Kinds.runner, "\(e)/\(a)/Runner", name: "x-\(e)-\(a)",
                [
                    "recipe": .reference(.id("\(e)/\(a)/Recipe")), "parts": parts,
                    "balancer": .reference(.id("\(e)/\(a)/Balancer")),
                ], after: ["\(e)/\(a)/Listener"]),
        ]
    }

    static func rule(
        _ address: ResourceAddress, listener: ResourceAddress, path: String, number: Int64? = nil
    ) -> Declaration {
        var values: [String: Value] = ["listener": .reference(.id(listener)), "path": .string(path)]
        values["number"] = number.map(Value.int)
        return declare(Kinds.rule, address, values)
    }
}

/// A declaration as a blueprint would make it.
func declare(
    _ type: ResourceType, _ address: ResourceAddress, name: String? = nil, _ values: [String: Value],
    after: [ResourceAddress] = [], adopt: Bool = false
) -> Declaration {
    Declaration(
        type, address, name: name, values: values, tags: ["Application": "acme"], after: after, adopt: adopt)
}

extension ResourceAddress: ExpressibleByStringInterpolation {}
