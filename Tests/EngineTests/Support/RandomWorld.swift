import Model

@testable import Trials

/// Makes random histories.
struct RandomWorld {
    var generator: SeededGenerator
    private var lastNode = 0
    private var lastRule = 0

    private init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    static func story(seed: UInt64) -> Story {
        var world = RandomWorld(seed: seed)
        return world.story()
    }

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }

    private mutating func some(_ addresses: [ResourceAddress], atMost limit: Int) -> Value {
        let count = Int.random(in: 0...min(limit, addresses.count), using: &generator)
        return .set(Set(addresses.shuffled(using: &generator).prefix(count).map { .reference(.id($0)) }))
    }

    // MARK: The history

    /// Something is made, changed three times with meddling in between, and taken down.
    private mutating func story() -> Story {
        var declared = declarations()
        var story = Story(strangers: strangers(), slow: slow(declared), stages: [Stage(declared)])
        for _ in 1...3 {
            declared = changed(declared)
            story.stages.append(Stage(declared, meddling: meddling(declared), forgets: chance(50)))
        }
        story.stages.append(Stage())
        return story
    }

    // MARK: Declarations

    private mutating func declarations() -> [Declaration] {
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

    private mutating func slow(_ declarations: [Declaration]) -> [ResourceAddress: Int] {
        var result: [ResourceAddress: Int] = [:]
        for declaration in declarations where chance(30) {
            result[declaration.address] = Int.random(in: 1...4, using: &generator)
        }
        return result
    }

    // MARK: Changes

    /// Changes fields, takes declarations out with all that needs them, and adds some.
    private mutating func changed(_ before: [Declaration]) -> [Declaration] {
        var declared = before
        for index in declared.indices where chance(15) {
            switch declared[index].type {
            case Kinds.net: declared[index].values[chance(30) ? "range" : "names"] = range()
            case Kinds.part: declared[index].values[chance(50) ? "range" : "open"] = range()
            case Kinds.balancer: declared[index].values["scheme"] = flag()
            case Kinds.listener: declared[index].values["port"] = number()
            case Kinds.rule: declared[index].values[chance(50) ? "kind" : "path"] = range()
            case Kinds.recipe: declared[index].values["image"] = range()
            default: declared[index].tags["Application"] = "a\(Int.random(in: 0..<9, using: &generator))"
            }
        }
        for index in declared.indices where declared[index].type == Kinds.balancer && chance(30) {
            let walls = declared.filter { $0.type == Kinds.wall }.map(\.address)
            declared[index].values["walls"] = some(walls, atMost: 2)
        }
        // A door goes with its network: AWS does not let it go while something public is inside.
        let gone = declared.filter { $0.type != Kinds.door && chance(8) }.map(\.address)
        declared = declared.without(Set(gone))
        if chance(40) { declared += node(in: declared) }
        let listeners = declared.filter { $0.type == Kinds.listener }.map(\.address).sorted()
        if chance(40), let listener = listeners.randomElement(using: &generator) {
            lastRule += 1
            declared.append(rule("\(listener.scope)/added\(lastRule)/Rule", listener, nil))
        }
        if declared.isEmpty { declared = network("dev/fresh") }
        return declared.shuffled(using: &generator)
    }

    /// Changes, deletes and retags things behind the engine's back.
    private mutating func meddling(_ declarations: [Declaration]) -> [Meddling] {
        declarations.sorted { $0.address < $1.address }.compactMap { declaration in
            guard chance(12) else { return nil }
            let address = declaration.address
            if declaration.type == Kinds.rule, chance(50) {
                // Numbers that no declaration asks for.
                return .beside(address, "number", Int64.random(in: 1...8, using: &generator))
            }
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: return .vanish(address)
            case 3: return .key(address, "attributes", chance(50) ? "idle" : "other", range())
            case 1: return .tag(address, "Application", "meddled")
            case 2: return .tag(address, "Stranger", "left alone")
            default:
                let fields = ["port", "path", "image", "open", "names", "note"]
                return fields.first { declaration.values[$0] != nil }.map { .set(address, $0, range()) }
            }
        }
    }

    /// Things that nobody here owns, some with half an owner's tags, and some of an environment that is not planned.
    private mutating func strangers() -> [Stranger] {
        (0..<Int.random(in: 0...4, using: &generator)).map { n in
            let type = [Kinds.net, Kinds.wall, Kinds.recipe].randomElement(using: &generator) ?? Kinds.net
            let tags = [
                [:], World.tags("dev/n1/Net", installation: "other"), [OwnershipTag.address: "dev/n1/Net"],
                [OwnershipTag.installation: World.installation], World.tags("dev/n1/Nothing"),
                World.tags("elsewhere/\(n)/\(Kinds.all[type]?.noun ?? "")"),
            ].randomElement(using: &generator)
            return Stranger(type, name: "stranger \(n)", tags: tags ?? [:])
        }
    }
}
