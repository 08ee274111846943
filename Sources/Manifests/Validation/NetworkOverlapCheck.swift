/// Networks in one account and region should not overlap: they could never be peered, and are easily confused.
enum NetworkOverlapCheck: ManifestCheck {
    static func run(_ drafts: inout ManifestDrafts) {
        let sound = drafts.set.environments.filter { drafts.isSound($0.key, "network.cidr", "account", "region") }
        let sorted = sound.sorted { $0.key < $1.key }
        for (index, later) in sorted.enumerated() {
            let earlier = sorted[..<index].first {
                $0.account == later.account && $0.region == later.region && $0.network.cidr.overlaps(later.network.cidr)
            }
            guard let earlier else { continue }
            drafts.warning(
                "the network \(later.network.cidr) overlaps \(earlier.network.cidr) of the environment \(earlier.name) in the "
                    + "same account and region: the two can never be connected",
                of: later.key,
                at: "network.cidr"
            )
        }
    }
}
