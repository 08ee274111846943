/// Two rules of one listener must differ in number and path.
enum ListenerRuleCheck: ManifestCheck {
    static func run(_ drafts: inout ManifestDrafts) {
        let groups = Dictionary(grouping: drafts.set.extras) { ManifestKey(Node.kind, $0.environment, $0.node) }
        for extras in groups.values where extras.count > 1 {
            let sorted = extras.sorted { $0.key < $1.key }
            for (index, later) in sorted.enumerated() {
                for earlier in sorted[..<index] where drafts.isSound(earlier.key, "route") {
                    compare(later, earlier, &drafts)
                }
            }
        }
    }

    private static func compare(_ later: Extra, _ earlier: Extra, _ drafts: inout ManifestDrafts) {
        guard drafts.isSound(later.key, "route") else { return }
        let other = drafts.location(earlier.key, "route.path").map { "\(earlier.name) (\($0))" } ?? earlier.name
        if later.route.path == earlier.route.path {
            drafts.error(
                "the extra \(other) has the path \(later.route.path) on this node already",
                of: later.key,
                at: "route.path"
            )
        }
        if let rule = later.route.rule, rule == earlier.route.rule {
            drafts.error(
                "the extra \(other) has rule number \(rule) on this node already: take another, or leave it out",
                of: later.key,
                at: "route.rule"
            )
        }
    }
}
