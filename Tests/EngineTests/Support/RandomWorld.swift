import Model

/// Makes random declarations and random changes of them and of what is there.
struct RandomWorld {
    var generator: SeededGenerator
    private var lastNode = 0

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }

    private mutating func some(_ addresses: [ResourceAddress], atMost limit: Int) -> Value {
        let count = Int.random(in: 0...min(limit, addresses.count), using: &generator)
        return .set(Set(addresses.shuffled(using: &generator).prefix(count).map { .reference(.id($0)) }))
    }

    // MARK: Declarations

    mutating func declarations() -> [Declaration] {
        var result: [Declaration] = []
        for n in 1...Int.random(in: 1...2, using: &generator) { result += network("dev/n\(n)") }
        for _ in 0..<Int.random(in: 0...3, using: &generator) { result += node(in: result) }
        return result.shuffled(using: &generator)
    }

    private mutating func network(_ base: String) -> [Declaration] {
        let net = Value.reference(.id("\(base)/Net"))
        var result = [declare(Kinds.net, "\(base)/Net", name: "\(base) net", ["range": range(), "names": flag()])]
        for n in 0..<Int.random(in: 0...3, using: &generator) {
            result.append(
                declare(Kinds.part, "\(base)/Part\(n)", name: "\(base) part \(n)", ["net": net, "range": range()]))
        }
        if chance(60) { result.append(declare(Kinds.door, "\(base)/Door", ["net": net])) }
        for n in 0..<Int.random(in: 0...3, using: &generator) {
            // Each may only name those before it, so that the graph stays free of loops.
            let earlier = result.filter { $0.type == Kinds.wall }.map(\.address)
            result.append(
                declare(
                    Kinds.wall, "\(base)/w\(n)/Wall", name: "\(base) wall \(n)",
                    [
                        "net": net, "lets": some(earlier, atMost: 2),
                    ]))
        }
        return result
    }

    private mutating func node(in all: [Declaration]) -> [Declaration] {
        lastNode += 1
        let base = "dev/a\(lastNode)"
        let parts = all.filter { $0.type == Kinds.part }.map(\.address)
        let walls = all.filter { $0.type == Kinds.wall }.map(\.address)
        let balancer = Value.reference(.id("\(base)/Balancer"))
        var result = [
            declare(
                Kinds.balancer, "\(base)/Balancer", name: base,
                [
                    "parts": some(parts, atMost: 2), "walls": some(walls, atMost: 2), "scheme": flag(),
                    "attributes": .map(["idle": range()]),
                ]),
            declare(Kinds.listener, "\(base)/Listener", ["balancer": balancer, "port": number()]),
            declare(
                Kinds.recipe, "\(base)/Recipe", name: "\(base) recipe",
                [
                    "image": range(), "settings": .map(["HOST": .reference(.pending("\(base)/Balancer", .dnsName))]),
                ]),
            declare(
                Kinds.runner, "\(base)/Runner", name: base,
                [
                    "recipe": .reference(.id("\(base)/Recipe")), "parts": some(parts, atMost: 2), "balancer": balancer,
                ], after: ["\(base)/Listener"]),
        ]
        for n in 0..<Int.random(in: 0...4, using: &generator) {
            result.append(rule("\(base)/r\(n)/Rule", "\(base)/Listener", chance(30) ? Int64(10 + n) : nil))
        }
        return result
    }

    private mutating func rule(_ address: ResourceAddress, _ listener: ResourceAddress, _ number: Int64?) -> Declaration
    {
        Sample.rule(address, listener: listener, path: address.path, number: number)
    }

    private mutating func range() -> Value { .string("v\(Int.random(in: 0..<1000, using: &generator))") }
    private mutating func flag() -> Value { .bool(chance(50)) }
    private mutating func number() -> Value { .int(Int64.random(in: 1...1000, using: &generator)) }

    mutating func slow(_ declarations: [Declaration]) -> [ResourceAddress: Int] {
        var result: [ResourceAddress: Int] = [:]
        for declaration in declarations where chance(30) {
            result[declaration.address] = Int.random(in: 1...4, using: &generator)
        }
        return result
    }

    // MARK: Changes

    /// Changes fields, takes declarations out with all that needs them, and adds some.
    mutating func changeManifests(_ world: inout World) {
        for index in world.declarations.indices where chance(15) {
            switch world.declarations[index].type {
            case Kinds.net: world.declarations[index].values[chance(30) ? "range" : "names"] = range()
            case Kinds.part: world.declarations[index].values[chance(50) ? "range" : "open"] = range()
            case Kinds.balancer: world.declarations[index].values["scheme"] = flag()
            case Kinds.listener: world.declarations[index].values["port"] = number()
            case Kinds.rule: world.declarations[index].values[chance(50) ? "kind" : "path"] = range()
            case Kinds.recipe: world.declarations[index].values["image"] = range()
            default: world.declarations[index].tags["Application"] = "a\(Int.random(in: 0..<9, using: &generator))"
            }
        }
        for index in world.declarations.indices where world.declarations[index].type == Kinds.balancer && chance(30) {
            let walls = world.declarations.filter { $0.type == Kinds.wall }.map(\.address)
            world.declarations[index].values["walls"] = some(walls, atMost: 2)
        }
        removeSome(&world)
        if chance(40) { world.declarations += node(in: world.declarations) }
        if world.declarations.isEmpty { world.declarations = network("dev/fresh") }
        world.declarations.shuffle(using: &generator)
    }

    private mutating func removeSome(_ world: inout World) {
        var gone: Set<ResourceAddress> = []
        // A door goes with its network: AWS does not let it go while something public is inside.
        for declaration in world.declarations where declaration.type != Kinds.door && chance(8) {
            gone.insert(declaration.address)
        }
        while true {
            let more = world.declarations.filter {
                !gone.contains($0.address) && !gone.isDisjoint(with: $0.dependencies)
            }
            if more.isEmpty { break }
            for declaration in more {
                // Those that can do without it are changed, the others go along.
                if declaration.type == Kinds.balancer || declaration.type == Kinds.runner
                    || declaration.type == Kinds.wall,
                    let index = world.declarations.firstIndex(where: { $0.address == declaration.address }),
                    let kept = without(gone, declaration)
                {
                    world.declarations[index] = kept
                } else {
                    gone.insert(declaration.address)
                }
            }
        }
        world.declarations.removeAll { gone.contains($0.address) }
    }

    private func without(_ gone: Set<ResourceAddress>, _ declaration: Declaration) -> Declaration? {
        var result = declaration
        for field in ["parts", "walls", "lets"] {
            guard case .set(let items)? = result.values[field] else { continue }
            result.values[field] = .set(items.filter { gone.isDisjoint(with: $0.addresses) })
        }
        return gone.isDisjoint(with: result.dependencies) ? result : nil
    }

    /// Changes, deletes and retags things behind the engine's back, as far as AWS would let a person.
    mutating func meddle(_ provider: MemoryProvider, _ declarations: [Declaration]) {
        for declaration in declarations.sorted(by: { $0.address < $1.address }) where chance(12) {
            let pinned = provider.edit { Set($0.resources.values.flatMap(\.heldIdentifiers)) }
            guard let resource = provider.find(declaration.address) else { continue }
            let value = range()
            switch Int.random(in: 0..<4, using: &generator) {
            case 0 where !pinned.contains(resource.identifier): provider.vanish(declaration.address)
            case 1: provider.tamper(declaration.address) { $0.tags["Application"] = "meddled" }
            case 2: provider.tamper(declaration.address) { $0.tags["Stranger"] = "left alone" }
            default:
                let field = ["port", "path", "image", "open", "names", "note"].first { resource.values[$0] != nil }
                if let field { provider.tamper(declaration.address) { $0.values[field] = value } }
            }
        }
    }

    /// Things that nobody here owns, some with half an owner's tags.
    mutating func strangers(in provider: MemoryProvider) -> Set<String> {
        var result: Set<String> = []
        for n in 0..<Int.random(in: 0...4, using: &generator) {
            let type = [Kinds.net, Kinds.wall, Kinds.recipe].randomElement(using: &generator) ?? Kinds.net
            let tags = [
                [:], World.tags("dev/n1/Net", installation: "other"), [OwnershipTag.address: "dev/n1/Net"],
                [OwnershipTag.installation: World.installation], World.tags("dev/n1/Nothing"),
            ].randomElement(using: &generator)
            result.insert(provider.plant(type, name: "stranger \(n)", tags: tags ?? [:]))
        }
        return result
    }
}
