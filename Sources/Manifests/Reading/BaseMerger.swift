/// Lays specs over their bases: maps merge, everything else is replaced.
struct BaseMerger {
    static let key = "base"
    /// How many bases may stand on one another.
    static let chainLimit = 16

    /// A spec with its bases underneath.
    struct Merged {
        var node: YAMLNode
        /// The bases' files, nearest first.
        var files: [String] = []
        /// Whether a base could not be had; the reason has been reported.
        var isPartial = false
    }

    var tree: ManifestTree
    /// What is wrong with references to bases, and with bases.
    private(set) var problems: [(message: String, place: Place)] = []
    /// The files that somebody named as a base, as they were named and as links led.
    private(set) var used: Set<String> = []
    private var merged: [String: Merged] = [:]
    /// Why a path could not be had, once it was looked for.
    private var absent: [String: String] = [:]
    /// Files that are no base, of which that was told.
    private var broken: Set<String> = []

    init(_ tree: ManifestTree) { self.tree = tree }

    /// The spec over its base; `chain` holds the files that led here.
    mutating func merge(_ spec: YAMLNode, chain: [String]) -> Merged {
        guard case .mapping(let entries) = spec.content, let entry = spec.entry(Self.key) else {
            return Merged(node: spec)
        }
        var own = spec
        own.content = .mapping(entries.filter { $0.key != Self.key })
        guard let base = base(entry, chain: chain) else { return Merged(node: own, isPartial: true) }
        return Merged(node: Self.lay(own, over: base.node), files: base.files, isPartial: base.isPartial)
    }

    /// The file that `base` names, over its own bases; nil after having reported why there is none.
    private mutating func base(_ entry: YAMLNode.Entry, chain: [String]) -> Merged? {
        guard case .scalar(let scalar) = entry.value.content, scalar.meaning == .text, !scalar.text.isEmpty else {
            problem("base must be the path of a YAML file, not \(entry.value.description)", at: entry.place)
            return nil
        }
        let folder = RepositoryPath.folder(of: tree.path(of: entry.place))
        guard let path = RepositoryPath.resolve(scalar.text, from: folder) else {
            problem("the base \(YAMLScalar.quoted(scalar.text)) is outside the repository", at: entry.place)
            return nil
        }
        used.insert(path)
        if let reason = absent[path] {
            problem("the base \(YAMLScalar.printable(path)) \(reason)", at: entry.place)
            return nil
        }
        do throws(ManifestTree.Unreadable) {
            let file = try tree.followLinks(path)
            used.insert(file)
            return read(file, at: entry.place, chain: chain)
        } catch {
            absent[path] = error.reason
            problem("the base \(YAMLScalar.printable(path)) \(error.reason)", at: entry.place)
            return nil
        }
    }

    private mutating func read(_ file: String, at place: Place, chain: [String]) -> Merged? {
        if let start = chain.firstIndex(of: file) {
            let circle = (chain[start...] + [file]).joined(separator: " → ")
            problem("bases form a circle, \(circle): remove one of them", at: place)
            return nil
        }
        if let known = merged[file] { return known }
        guard chain.count <= Self.chainLimit else {
            problem("more than \(Self.chainLimit) bases stand on one another: merge some", at: place)
            return nil
        }
        let content = tree.compose(file)
        guard content.problems.isEmpty else {
            // However many name it: it is told once.
            if broken.insert(file).inserted { problems += content.problems }
            return nil
        }
        guard let root = content.documents.first, content.documents.count == 1, case .mapping = root.content else {
            problem("the base \(file) must hold one mapping, the keys of a spec", at: place)
            return nil
        }
        guard root.entry("apiVersion") == nil, root.entry("kind") == nil else {
            problem("\(file) is a manifest, not a base: a base holds only the keys of a spec", at: place)
            return nil
        }
        var result = merge(root, chain: chain + [file])
        result.files.insert(file, at: 0)
        merged[file] = result
        return result
    }

    private static func lay(_ upper: YAMLNode, over lower: YAMLNode) -> YAMLNode {
        guard case .mapping(let upperEntries) = upper.content, case .mapping(let lowerEntries) = lower.content else {
            return upper
        }
        var entries = upperEntries
        let positions = Dictionary(
            upperEntries.enumerated().map { ($1.key, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        for entry in lowerEntries {
            if let position = positions[entry.key] {
                entries[position].value = lay(entries[position].value, over: entry.value)
            } else {
                entries.append(entry)
            }
        }
        var result = upper
        result.content = .mapping(entries)
        result.size = upper.size + lower.size
        return result
    }

    private mutating func problem(_ message: String, at place: Place) { problems.append((message, place)) }
}
