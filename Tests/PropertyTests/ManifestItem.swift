/// A manifest of a random repository: which of the ways to write each of its keys was chosen. Way 0 is the simplest.
struct ManifestItem: Hashable, Sendable {
    enum Kind: Int, CaseIterable, Sendable {
        case repository, environment, database, cache, node, extra, pipeline
    }

    var kind: Kind
    /// What it is in, itself last: `r1`, `e1`, `e1/n1`, `e1/n1/x1`.
    var path: String
    var choices: [String: Int] = [:]

    var names: [String] { path.split(separator: "/").map(String.init) }
    var name: String { names.last ?? "" }

    subscript(key: String) -> Int { choices[key] ?? 0 }

    /// Whether it cannot be without the other.
    func stands(in other: ManifestItem) -> Bool { path.hasPrefix(other.path + "/") }

    /// The keys with in how many ways each is written.
    var ways: [(key: String, count: Int)] {
        switch kind {
        case .repository: [("keep", 3), ("mutable", 2), ("unscanned", 2), ("cost", 2)]
        case .environment:
            [
                ("prefix", 2), ("cidr", 3), ("zones", 2), ("nat", 3), ("databasePort", 2), ("capacity", 3),
                ("instanceType", 2), ("size", 2), ("publicKey", 2), ("spot", 2), ("insights", 2), ("jumpBoxes", 3),
                ("running", 2), ("cost", 2),
            ]
        case .database: [("engine", 3), ("class", 2), ("storage", 2), ("backup", 2), ("port", 2)]
        case .cache: [("engine", 2), ("replicas", 2), ("nodeType", 2), ("port", 2)]
        case .node:
            [
                ("tag", 3), ("count", 2), ("size", 2), ("port", 2), ("environment", 3), ("session", 2), ("scaling", 3),
                ("grace", 2), ("capacity", 2), ("health", 2), ("allow", 3), ("certificate", 2), ("idle", 2),
                ("scheme", 2), ("uses", 4), ("logs", 2), ("restart", 2), ("secrets", 4), ("image", 2),
            ]
        case .extra:
            [
                ("tag", 3), ("count", 2), ("environment", 3), ("scaling", 3), ("capacity", 2), ("health", 2),
                ("path", 2), ("rule", 3), ("uses", 4), ("secrets", 4),
            ]
        case .pipeline: [("branch", 2), ("days", 2)]
        }
    }
}
