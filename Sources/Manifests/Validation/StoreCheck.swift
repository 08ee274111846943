/// Databases and caches stand in an environment that there is, and what a service uses is there and clashes with
/// nothing.
enum StoreCheck: ManifestCheck {
    static func run(_ drafts: inout ManifestDrafts) {
        for database in drafts.set.databases { checkEnvironment(database.key, database.environment, &drafts) }
        for cache in drafts.set.caches { checkEnvironment(cache.key, cache.environment, &drafts) }
        let users: [any StoreUser] = drafts.set.nodes + drafts.set.extras
        for user in users {
            var given: [String: String] = [
                "ALB_HOST": "Plumbline's own variable", "PORT": "Plumbline's own variable",
                "JUICE_CONFIG": "Plumbline's own variable",
            ]
            for name in user.service.environment.keys where given[name] == nil {
                given[name] = "in service.environment"
            }
            for name in user.service.secrets.keys where given[name] == nil { given[name] = "in service.secrets" }
            var seen: Set<StoreUse> = []
            for (index, use) in user.uses.enumerated() {
                let path = "uses[\(index)]"
                guard seen.insert(use).inserted else {
                    drafts.error("\(use) is listed twice: remove one", of: user.key, at: path)
                    continue
                }
                checkExists(use, of: user, at: path, &drafts)
                checkVariables(use, of: user, at: path, &given, &drafts)
            }
        }
    }

    /// Reports that the environment of a manifest is not there.
    static func checkEnvironment(_ key: ManifestKey, _ name: String, _ drafts: inout ManifestDrafts) {
        guard drafts.isComplete, drafts.set.environment(named: name) == nil else { return }
        let hint = Suggestion.phrase(for: name, among: drafts.set.environments.map(\.name))
        let fix = hint.isEmpty ? ": add its manifest, or correct the name" : hint
        drafts.error("there is no Environment \(YAMLScalar.quoted(name))\(fix)", of: key, at: "metadata.environment")
    }

    private static func checkExists(
        _ use: StoreUse,
        of user: any StoreUser,
        at path: String,
        _ drafts: inout ManifestDrafts
    ) {
        let names = drafts.set.storeNames(use.kind, in: user.environment)
        guard drafts.isComplete, !names.contains(use.name) else { return }
        let kind = use.kind == .database ? Database.kind : Cache.kind
        let hint = Suggestion.phrase(for: use.name, among: names)
        let fix =
            hint.isEmpty
            ? ": a service keeps what it uses, so remove \(use) here before its manifest goes, or add the manifest"
            : hint
        drafts.error(
            "\(user.key) uses \(use), but there is no \(kind) \(YAMLScalar.quoted(use.name)) in the environment "
                + "\(YAMLScalar.quoted(user.environment))\(fix)",
            of: user.key,
            at: path
        )
    }

    private static func checkVariables(
        _ use: StoreUse,
        of user: any StoreUser,
        at path: String,
        _ given: inout [String: String],
        _ drafts: inout ManifestDrafts
    ) {
        let clashes = use.variables.filter { given[$0] != nil }
        if let name = clashes.first, let giver = given[name] {
            drafts.error(
                "\(use) gives the variable \(name), which is \(giver) already: rename one of the two",
                of: user.key,
                at: path
            )
        }
        for name in use.variables where given[name] == nil { given[name] = "given by \(use)" }
    }
}

extension ManifestSet {
    /// The names of an environment's databases or caches, in order.
    func storeNames(_ kind: StoreUse.Kind, in environment: String) -> [String] {
        switch kind {
        case .database: databases(in: environment).map(\.name)
        case .cache: caches(in: environment).map(\.name)
        }
    }
}
