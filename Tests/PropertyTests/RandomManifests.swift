import AWSResources
import Model

@testable import Trials

/// Makes random repositories of manifests, random commits to them, and random meddling in AWS.
struct RandomManifests {
    private var generator: SeededGenerator
    private var lastNumber = 0

    static func history(seed: UInt64) -> ManifestHistory {
        var random = RandomManifests(generator: SeededGenerator(seed: seed))
        return random.history()
    }

    private init(generator: SeededGenerator) { self.generator = generator }

    private mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &generator) < percent }

    private mutating func history() -> ManifestHistory {
        var items = first()
        var history = ManifestHistory(commits: [.init(items: items)])
        for _ in 1...3 {
            items = changed(items)
            var commit = ManifestHistory.Commit(items: items, forgets: chance(40))
            commit.meddling = meddling(commit)
            history.commits.append(commit)
        }
        return history
    }

    // MARK: Manifests

    private mutating func first() -> [ManifestItem] {
        var items = [made(.repository, "r1")]
        for number in 1...Int.random(in: 1...2, using: &generator) { items += environment("e\(number)") }
        return items
    }

    private mutating func environment(_ name: String) -> [ManifestItem] {
        var items = [made(.environment, name)]
        if chance(40) { items.append(made(.database, fresh(name, "d"))) }
        if chance(30) { items.append(made(.cache, fresh(name, "c"))) }
        for _ in 0..<Int.random(in: 0...2, using: &generator) { items += node(in: name) }
        if chance(25) { items.append(made(.pipeline, fresh(name, "p"))) }
        return items
    }

    private mutating func node(in environment: String) -> [ManifestItem] {
        let node = made(.node, fresh(environment, "n"))
        return [node] + (0..<Int.random(in: 0...2, using: &generator)).map { _ in made(.extra, fresh(node.path, "x")) }
    }

    private mutating func fresh(_ parent: String, _ letter: String) -> String {
        lastNumber += 1
        return "\(parent)/\(letter)\(lastNumber)"
    }

    private mutating func made(_ kind: ManifestItem.Kind, _ path: String) -> ManifestItem {
        var item = ManifestItem(kind: kind, path: path)
        for way in item.ways where chance(40) { choose(way, &item) }
        return item
    }

    private mutating func choose(_ way: (key: String, count: Int), _ item: inout ManifestItem) {
        // Another prefix makes everything anew: seldom.
        if way.key == "prefix", !chance(10) { return }
        item.choices[way.key] = Int.random(in: 0..<way.count, using: &generator)
    }

    // MARK: Commits

    private mutating func changed(_ before: [ManifestItem]) -> [ManifestItem] {
        var items = before
        for place in items.indices where chance(35) {
            for _ in 0..<Int.random(in: 1...2, using: &generator) {
                if let way = items[place].ways.randomElement(using: &generator) { choose(way, &items[place]) }
            }
        }
        // One environment stays, or there are no manifests at all.
        let kept = items.first { $0.kind == .environment }
        for item in items where item.kind != .repository && item != kept && chance(8) {
            items.removeAll { $0 == item || $0.stands(in: item) }
        }
        let environments = items.filter { $0.kind == .environment }.map(\.name)
        if let name = environments.randomElement(using: &generator), chance(50) { items += node(in: name) }
        if let name = environments.randomElement(using: &generator), chance(20) {
            items.append(made(chance(50) ? .database : .cache, fresh(name, "d")))
        }
        if !environments.contains("e3"), chance(15) { items += environment("e3") }
        return items
    }

    // MARK: Meddling

    private mutating func meddling(_ commit: ManifestHistory.Commit) -> [Meddling] {
        guard let declarations = ManifestHistory.declarations(commit.text) else { return [] }
        return declarations.sorted { $0.address < $1.address }.compactMap { declaration in
            guard chance(6), let kind = RealKinds.all[declaration.type], !kind.traits.isOnlyRead else { return nil }
            let address = declaration.address
            switch Int.random(in: 0..<6, using: &generator) {
            case 0: return .vanish(address)
            case 3:
                let maps = kind.fields.filter { $0.comparison == .declaredKeys && declaration.values[$0.name] != nil }
                return maps.first.map { .key(address, $0.name, "stranger", "left alone") }
            case 1: return .tag(address, "Stranger", "left alone")
            case 2: return .tag(address, "ContactEmail", "meddled@example.com")
            default:
                let values = kind.fields.filter { $0.effect == .update && !$0.pins && $0.numberedWithin == nil }
                    .compactMap { row in declaration.values[row.name]?.meddled.map { (row.name, $0) } }
                return values.randomElement(using: &generator).map { .set(address, $0.0, $0.1) }
            }
        }
    }
}

extension Value {
    /// Another value of the same shape, for those that are one plain value.
    fileprivate var meddled: Value? {
        switch self {
        case .string(let text): .string(text + "-meddled")
        case .int(let number): .int(number + 1)
        case .bool(let flag): .bool(!flag)
        case .list, .set, .map, .reference: nil
        }
    }
}

/// The kinds of the product, as the engine sees them.
enum RealKinds {
    static let all: [ResourceType: KindDescription] = Dictionary(
        KindCatalog.all.map { kind in (kind.type, describe(kind)) }
    ) { first, _ in first }

    private static func describe<Kind: AWSResourceKind>(_ kind: Kind) -> KindDescription {
        KindDescription(type: kind.type, noun: kind.noun, traits: kind.traits, fields: kind.fields.map(\.row))
    }
}
