/// Two rules of one listener must differ in number and path.
enum ListenerRuleCheck: ManifestCheck {
    static func run(_ drafts: inout ManifestDrafts) {
        let groups = Dictionary(grouping: drafts.set.extras) { ManifestKey(Node.kind, $0.environment, $0.node) }
        for extras in groups.values where extras.count > 1 {
            // Each is held against the first that has what it wants: a hundred of one path are a hundred problems, not
            // five thousand.
            var paths: [String: Extra] = [:]
            var rules: [Int: Extra] = [:]
            for extra in extras.sorted(by: { $0.key < $1.key }) where drafts.isSound(extra.key, "route") {
                if let first = paths[extra.route.path] {
                    drafts.error(
                        "the extra \(told(first, drafts)) has the path \(extra.route.path) on this node already",
                        of: extra.key, at: "route.path")
                }
                paths[extra.route.path] = paths[extra.route.path] ?? extra
                guard let rule = extra.route.rule else { continue }
                if let first = rules[rule] {
                    drafts.error(
                        "the extra \(told(first, drafts)) has rule number \(rule) on this node already: take another, or "
                            + "leave it out",
                        of: extra.key, at: "route.rule")
                }
                rules[rule] = rules[rule] ?? extra
            }
        }
    }

    private static func told(_ extra: Extra, _ drafts: ManifestDrafts) -> String {
        drafts.location(extra.key, "route.path").map { "\(extra.name) (\($0))" } ?? extra.name
    }
}
