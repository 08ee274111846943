/// A piggyback ("slave") service on a node's load balancer (the seed's step 5).
public struct Extra: Hashable, Sendable {
    /// The extra's name, unique on its node: the suffix of its resources' names, such as `api2`.
    public var name: String
    /// The name of the environment that it runs in.
    public var environment: String
    /// The name of the node whose load balancer it shares.
    public var node: String
    public var image: ImageReference
    public var service: ServiceSettings
    public var route: Route
    public var config = ServiceConfiguration()
    /// The environment's databases and caches that its containers reach, in the order that was written.
    public var uses: [StoreUse] = []
    /// Whether existing resources of the same names, owned by nobody, are taken over.
    public var adopt = false
    public var deletionPolicy = DeletionPolicy.delete
    /// What differs from the blueprint, by the resource's name below this manifest.
    public var overrides: [String: ResourceOverride] = [:]
    /// Resources of the blueprint that are neither made nor looked for.
    public var omit: [String] = []

    public init(
        name: String,
        environment: String,
        node: String,
        image: ImageReference,
        service: ServiceSettings,
        route: Route
    ) {
        self.name = name
        self.environment = environment
        self.node = node
        self.image = image
        self.service = service
        self.route = route
    }

    /// Which requests of the node's load balancer the extra gets.
    public struct Route: Hashable, Sendable {
        /// The path pattern of the listener rule.
        public var path: String
        /// The path that must answer 200…299 for a task to count as healthy.
        public var healthCheckPath: String
        /// The rule's number; nil takes the next free one, and keeps it.
        public var rule: Int?

        public init(path: String, healthCheckPath: String, rule: Int? = nil) {
            self.path = path
            self.healthCheckPath = healthCheckPath
            self.rule = rule
        }
    }
}

extension Extra: ManifestKind {
    init() {
        self.init(name: "", environment: "", node: "", image: .init(), service: .init(), route: .init())
    }

    static let kind = "Extra"
    static let summary = "A further service on a node's load balancer, reached by its path."
    static var storage: WritableKeyPath<ManifestSet, [Extra]> { \.extras }
    public var key: ManifestKey { ManifestKey(Self.kind, environment, node, name) }

    static let metadata: [ManifestField<Extra>] = [
        .required("name", \.name, .name, "The extra's name, the suffix of its resources' names, such as api2."),
        .required("environment", \.environment, .name, "The name of the environment that it runs in."),
        .required("node", \.node, .name, "The name of the node whose load balancer it shares."),
    ]

    static let fields: [ManifestField<Extra>] = [
        .required("image", \.image, .object(), "The container image."),
        .required("service", \.service, .object(), "How the containers run."),
        .required("route", \.route, .object(), "Which requests it gets."),
        .optional("config", \.config, .object(), "Where the containers have their configuration from."),
        .optional(
            "uses",
            \.uses,
            .list(of: .storeUse),
            "Databases and caches of the environment, as database/NAME and cache/NAME: their endpoints come as variables."
        ),
        .adopt(\.adopt),
        .deletionPolicy(\.deletionPolicy),
        .overrides(\.overrides),
        .omit(\.omit),
    ]
}

extension Extra.Route: ManifestObject {
    init() { self.init(path: "", healthCheckPath: "") }

    static let fields: [ManifestField<Extra.Route>] = [
        .required("path", \.path, .pathPattern, "The path pattern of the listener rule; * and ? match anything."),
        .required(
            "healthCheckPath",
            \.healthCheckPath,
            .healthCheckPath,
            "The path that must answer 200 to 299 for a task to count as healthy."
        ),
        .optional(
            "rule",
            \.rule,
            .integer(1...50_000),
            "The rule's number. Default: the next free one, kept for good."
        ),
    ]
}
