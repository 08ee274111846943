/// A Redis or Valkey cache of an environment: an ElastiCache replication group.
public struct Cache: Hashable, Sendable {
    /// The cache's name, unique in its environment, such as `sessions`.
    public var name: String
    /// The name of the environment that it belongs to.
    public var environment: String
    public var engine: Engine
    /// As far as it is written: `7` is any 7.x. nil leaves it unmanaged, which is AWS's newest at first.
    public var version: String?
    public var nodeType = "cache.t4g.small"
    /// Nodes besides the primary.
    public var replicas = 1
    public var multiZone = true
    public var encryptedAtRest = true
    public var encryptedInTransit = true
    public var backupRetentionDays = 7
    public var port = 6379
    /// Whether existing resources of the same names, owned by nobody, are taken over.
    public var adopt = false
    public var deletionPolicy = DeletionPolicy.delete
    /// What differs from the blueprint, by the resource's name below this manifest.
    public var overrides: [String: ResourceOverride] = [:]
    /// Resources of the blueprint that are neither made nor looked for.
    public var omit: [String] = []

    public init(name: String, environment: String, engine: Engine) {
        self.name = name
        self.environment = environment
        self.engine = engine
    }

    public enum Engine: String, Hashable, Sendable, CaseIterable { case redis, valkey }
}

extension Cache: ManifestKind {
    init() { self.init(name: "", environment: "", engine: .redis) }

    static let kind = "Cache"
    static let summary = "An ElastiCache replication group, Redis or Valkey, in an environment."
    static var storage: WritableKeyPath<ManifestSet, [Cache]> { \.caches }
    public var key: ManifestKey { ManifestKey(Self.kind, environment, name) }

    static let metadata: [ManifestField<Cache>] = [
        .required("name", \.name, .storeName, "The cache's name, such as sessions."),
        .required("environment", \.environment, .name, "The name of the environment that it belongs to."),
    ]

    static let fields: [ManifestField<Cache>] = [
        .required("engine", \.engine, .choice(), "The cache engine."),
        .optional(
            "version",
            \.version,
            .engineVersion,
            "The engine's version, compared as far as it is written: 7 is any 7.x. Default: AWS's own, unmanaged."
        ),
        .optional("nodeType", \.nodeType, .cacheClass, "The nodes' size, such as cache.t4g.small."),
        .optional("replicas", \.replicas, .integer(0...5), "Nodes besides the primary."),
        .optional("multiZone", \.multiZone, .boolean, "Whether primary and replicas stand in different zones."),
        .optional(
            "encryptedAtRest",
            \.encryptedAtRest,
            .boolean,
            "Whether what is on disk is encrypted; cannot be changed later."
        ),
        .optional(
            "encryptedInTransit",
            \.encryptedInTransit,
            .boolean,
            "Whether clients have to speak TLS; cannot be changed later."
        ),
        .optional(
            "backupRetentionDays",
            \.backupRetentionDays,
            .integer(0...35),
            "Days for which daily backups are kept; 0 for none."
        ),
        .optional("port", \.port, .port, "The port; cannot be changed later."),
        .adopt(\.adopt),
        .deletionPolicy(\.deletionPolicy),
        .overrides(\.overrides),
        .omit(\.omit),
    ]

    func validate(_ check: inout ManifestDecoder) {
        guard multiZone, replicas == 0, check.isSound("multiZone", "replicas") else { return }
        check.error(
            "a cache is in several zones with a replica or more: write replicas: 1, or multiZone: false",
            at: "replicas",
            "multiZone"
        )
    }
}
