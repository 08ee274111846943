/// A database of an environment: an RDS instance, or an Aurora cluster with its instances.
public struct Database: Hashable, Sendable {
    /// The database's name, unique in its environment, such as `main`.
    public var name: String
    /// The name of the environment that it belongs to.
    public var environment: String
    public var engine: Engine
    /// As far as it is written: `8.0` is any 8.0.x. nil leaves it unmanaged, which is AWS's newest at first.
    public var version: String?
    public var instanceClass = "db.t4g.medium"
    /// GiB; Aurora has none of its own. Read `resolvedStorage`.
    public var storage: Int?
    /// How many an Aurora cluster has. Read `resolvedInstances`.
    public var instances: Int?
    public var multiZone = true
    public var backupRetentionDays = 7
    public var encrypted = true
    public var deletionProtection = true
    /// The database that is made in it at first.
    public var databaseName: String?
    /// The master user; nil takes the engine's usual one. Read `resolvedUsername`.
    public var username: String?
    /// nil takes the engine's own. Read `resolvedPort`.
    public var port: Int?
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

    public enum Engine: String, Hashable, Sendable, CaseIterable {
        case mysql, postgres, mariadb
        case auroraMySQL = "aurora-mysql"
        case auroraPostgreSQL = "aurora-postgresql"

        public var isAurora: Bool { self == .auroraMySQL || self == .auroraPostgreSQL }
        public var isPostgreSQL: Bool { self == .postgres || self == .auroraPostgreSQL }
        /// The port on which it listens unless told otherwise.
        public var port: Int { isPostgreSQL ? 5432 : 3306 }
        /// The master user that the RDS console proposes. PostgreSQL reserves `admin`.
        public var username: String { isPostgreSQL ? "postgres" : "admin" }
    }

    /// GiB, for an engine other than Aurora.
    public var resolvedStorage: Int { storage ?? 20 }
    public var resolvedInstances: Int { engine.isAurora ? instances ?? 2 : 1 }
    public var resolvedUsername: String { username ?? engine.username }
    public var resolvedPort: Int { port ?? engine.port }
}

extension Database: ManifestKind {
    init() { self.init(name: "", environment: "", engine: .mysql) }

    static let kind = "Database"
    static let summary = "An RDS database or an Aurora cluster in an environment."
    static var storage: WritableKeyPath<ManifestSet, [Database]> { \.databases }
    public var key: ManifestKey { ManifestKey(Self.kind, environment, name) }

    static let metadata: [ManifestField<Database>] = [
        .required("name", \.name, .storeName, "The database's name, such as main."),
        .required("environment", \.environment, .name, "The name of the environment that it belongs to."),
    ]

    static let fields: [ManifestField<Database>] = [
        .required("engine", \.engine, .choice(), "The database engine."),
        .optional(
            "version",
            \.version,
            .engineVersion,
            "The engine's version, compared as far as it is written: 8.0 is any 8.0.x. Default: AWS's own, unmanaged."
        ),
        .optional("instanceClass", \.instanceClass, .databaseClass, "The machine's size, such as db.t4g.medium."),
        .optional(
            "storage",
            \.storage,
            .integer(20...65536),
            "GiB of storage, 20 by default; it can only grow. Not for Aurora."
        ),
        .optional(
            "instances",
            \.instances,
            .integer(1...16),
            "How many instances an Aurora cluster has, 2 by default."
        ),
        .optional("multiZone", \.multiZone, .boolean, "Whether a standby waits in another availability zone."),
        .optional(
            "backupRetentionDays",
            \.backupRetentionDays,
            .integer(0...35),
            "Days for which automatic backups are kept; 0 for none, which Aurora does not allow."
        ),
        .optional("encrypted", \.encrypted, .boolean, "Whether the storage is encrypted; cannot be changed later."),
        .optional("deletionProtection", \.deletionProtection, .boolean, "Whether AWS refuses to delete it."),
        .optional("databaseName", \.databaseName, .databaseName, "The database that is made in it at first."),
        .optional(
            "username",
            \.username,
            .databaseUser,
            "The master user. Default: admin, or postgres for PostgreSQL. The password is RDS's, in a secret."
        ),
        .optional("port", \.port, .integer(1150...65535), "The port. Default: the engine's, 3306 or 5432."),
        .adopt(\.adopt),
        .deletionPolicy(\.deletionPolicy),
        .overrides(\.overrides),
        .omit(\.omit),
    ]

    func validate(_ check: inout ManifestDecoder) {
        guard check.isSound("engine") else { return }
        if engine.isAurora { validateAurora(&check) } else { validateInstance(&check) }
        if engine.isPostgreSQL, username == "admin", check.isSound("username") {
            check.error("PostgreSQL reserves the name admin: take another username, such as postgres", at: "username")
        }
    }

    private func validateAurora(_ check: inout ManifestDecoder) {
        if storage != nil, check.isSound("storage") {
            check.error("Aurora's storage grows by itself: remove storage", at: "storage")
        }
        if backupRetentionDays == 0, check.isSound("backupRetentionDays") {
            check.error(
                "Aurora always keeps backups: backupRetentionDays must be from 1 to 35",
                at: "backupRetentionDays"
            )
        }
        if multiZone, resolvedInstances < 2, check.isSound("multiZone", "instances") {
            check.error(
                "an Aurora cluster is in several zones with two instances or more: write instances: 2, or "
                    + "multiZone: false",
                at: "instances",
                "multiZone"
            )
        }
        guard check.isSound("instanceClass"), let parsed = MachineClass(instanceClass) else { return }
        if let reason = parsed.auroraObjection {
            check.error("\(reason), such as db.t4g.medium or db.r6g.large, not \(instanceClass)", at: "instanceClass")
        }
    }

    private func validateInstance(_ check: inout ManifestDecoder) {
        if instances != nil, check.isSound("instances") {
            check.error("only an Aurora cluster has instances to count: remove instances", at: "instances")
        }
    }
}
