/// Networks in one account and region should not overlap: they could never be peered, and are easily confused.
enum NetworkOverlapCheck: ManifestCheck {
    /// A block of addresses in an account and region.
    private struct Place: Hashable {
        let account: String
        let region: String
        let block: CIDRBlock
    }

    static func run(_ drafts: inout ManifestDrafts) {
        let sound = drafts.set.environments.filter { drafts.isSound($0.key, "network.cidr", "account", "region") }
        let sorted = sound.sorted { $0.name < $1.name }
        // Of two blocks that overlap one lies in the other. So each network is looked for among the networks it may lie
        // in, and among those that lie in it: the first environment of each, by all the blocks that hold its network.
        var whole: [Place: Int] = [:]
        var inside: [Place: Int] = [:]
        for (index, later) in sorted.enumerated() {
            let own = place(of: later, later.network.cidr.prefixLength)
            let holders = (0...later.network.cidr.prefixLength).map { place(of: later, $0) }
            if let earlier = (holders.compactMap { whole[$0] } + [inside[own]].compactMap(\.self)).min() {
                warn(of: sorted[earlier], and: later, &drafts)
            }
            whole[own] = whole[own] ?? index
            for holder in holders { inside[holder] = inside[holder] ?? index }
        }
    }

    /// The block of this size that holds an environment's network.
    private static func place(of environment: Environment, _ prefixLength: Int) -> Place {
        Place(
            account: environment.account, region: environment.region,
            block: CIDRBlock(containing: environment.network.cidr.address, prefixLength: prefixLength))
    }

    private static func warn(of earlier: Environment, and later: Environment, _ drafts: inout ManifestDrafts) {
        drafts.warning(
            "the network \(later.network.cidr) overlaps \(earlier.network.cidr) of the environment \(earlier.name) in the "
                + "same account and region: the two can never be connected",
            of: later.key,
            at: "network.cidr"
        )
    }
}
