/// Names in AWS must fit its limits, and be nobody else's.
enum ResourceNameCheck: ManifestCheck {
    /// What makes two names the same to AWS.
    private struct Claim: Hashable {
        let noun: String
        let scope: String
        let name: String
    }

    /// A manifest with the names that it gives.
    private struct Claimant {
        let key: ManifestKey
        let names: [NaturalName]
        /// Whether it is known in which account and region the names must be unique.
        let isPlaced: Bool
    }

    static func run(_ drafts: inout ManifestDrafts) {
        let claimants = claimants(drafts)
        for claimant in claimants {
            checkLengths(claimant, &drafts)
            checkReserved(claimant, &drafts)
        }
        checkCollisions(claimants, &drafts)
    }

    /// In the order of their keys within a kind, those that others build on first.
    private static func claimants(_ drafts: ManifestDrafts) -> [Claimant] {
        var set = drafts.set
        set.sort()
        let sound = set.environments.filter { drafts.isSound($0.key, "prefix") }
        let placed = Set(sound.filter { drafts.isSound($0.key, "account", "region") }.map(\.name))
        let claimant = { (key: ManifestKey, environment: Environment, names: [NaturalName]) in
            Claimant(key: key, names: names, isPlaced: placed.contains(environment.name))
        }
        let environments = Dictionary(sound.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let nodes = set.nodes.compactMap { node in
            environments[node.environment].map { claimant(node.key, $0, NaturalName.names(of: node, in: $0)) }
        }
        let extras = set.extras.compactMap { extra in
            environments[extra.environment].map { claimant(extra.key, $0, NaturalName.names(of: extra, in: $0)) }
        }
        let databases = set.databases.compactMap { database in
            environments[database.environment].map {
                claimant(database.key, $0, NaturalName.names(of: database, in: $0))
            }
        }
        let caches = set.caches.compactMap { cache in
            environments[cache.environment].map { claimant(cache.key, $0, NaturalName.names(of: cache, in: $0)) }
        }
        let pipelines = set.pipelines.compactMap { pipeline in
            environments[pipeline.environment].map {
                claimant(pipeline.key, $0, NaturalName.names(of: pipeline, in: $0))
            }
        }
        let all = sound.map { claimant($0.key, $0, NaturalName.names(of: $0)) }
        return all + nodes + extras + databases + caches + pipelines
    }

    private static func checkLengths(_ claimant: Claimant, _ drafts: inout ManifestDrafts) {
        let long = claimant.names.filter { $0.name.utf8.count > $0.limit }
        // A load balancer and its target group have one name and one limit: one message is enough.
        for (index, name) in long.enumerated() where !long[..<index].contains(where: { $0.name == name.name }) {
            let nouns = long.filter { $0.name == name.name && $0.limit == name.limit }.map(\.noun)
            drafts.error(
                "the name of the \(nouns.joined(separator: " and the ")) would be \(YAMLScalar.quoted(name.name)), "
                    + "\(name.name.utf8.count) characters where AWS allows \(name.limit): "
                    + "shorten the name by \(name.name.utf8.count - name.limit)",
                of: claimant.key,
                at: "metadata.name"
            )
        }
    }

    /// From `Name` of CreateLoadBalancer in the Elastic Load Balancing API reference.
    private static func checkReserved(_ claimant: Claimant, _ drafts: inout ManifestDrafts) {
        for name in claimant.names where name.noun == "load balancer" && name.name.hasPrefix("internal-") {
            drafts.error(
                "the load balancer's name would be \(YAMLScalar.quoted(name.name)), but AWS keeps names that begin with "
                    + "\"internal-\" for itself: change the prefix or the environment's name",
                of: claimant.key,
                at: "metadata.name"
            )
        }
    }

    private static func checkCollisions(_ claimants: [Claimant], _ drafts: inout ManifestDrafts) {
        var owners: [Claim: ManifestKey] = [:]
        for claimant in claimants where claimant.isPlaced {
            var told: Set<ManifestKey> = []
            for name in claimant.names {
                let claim = Claim(noun: name.noun, scope: name.scope, name: name.name)
                guard let owner = owners[claim], owner != claimant.key else {
                    owners[claim] = claimant.key
                    continue
                }
                guard told.insert(owner).inserted else { continue }
                let place = drafts.location(owner, "metadata.name").map { " (\($0))" } ?? ""
                drafts.error(
                    "\(owner)\(place) has the \(name.noun) \(YAMLScalar.quoted(name.name)) already: rename one of the two",
                    of: claimant.key,
                    at: "metadata.name"
                )
            }
        }
    }
}
