/// An application behind its own load balancer (the seed's step 4).
public struct Node: Hashable, Sendable {
    /// The node's name, unique in its environment, such as `acme`.
    public var name: String
    /// The name of the environment that it runs in.
    public var environment: String
    public var image: ImageReference
    public var service: ServiceSettings
    public var loadBalancer: LoadBalancer
    public var logs = Logs()
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
        image: ImageReference,
        service: ServiceSettings,
        loadBalancer: LoadBalancer
    ) {
        self.name = name
        self.environment = environment
        self.image = image
        self.service = service
        self.loadBalancer = loadBalancer
    }

    /// The log group's settings.
    public struct Logs: Hashable, Sendable {
        public var retentionDays = 30

        public init() {}
    }
}

extension Node: ManifestKind {
    init() {
        self.init(name: "", environment: "", image: .init(), service: .init(), loadBalancer: .init())
    }

    static let kind = "Node"
    static let summary = "An application behind its own load balancer."
    static var storage: WritableKeyPath<ManifestSet, [Node]> { \.nodes }
    public var key: ManifestKey { ManifestKey(Self.kind, environment, name) }

    static let metadata: [ManifestField<Node>] = [
        .required("name", \.name, .name, "The node's name, such as acme."),
        .required("environment", \.environment, .name, "The name of the environment that it runs in."),
    ]

    static let fields: [ManifestField<Node>] = [
        .required("image", \.image, .object(), "The container image."),
        .required("service", \.service, .object(), "How the containers run."),
        .required("loadBalancer", \.loadBalancer, .object(), "The node's load balancer."),
        .optional("config", \.config, .object(), "Where the containers have their configuration from."),
        .optional("logs", \.logs, .object(), "The node's log group, which its extras share."),
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

    func validate(_ check: inout ManifestDecoder) {
        guard check.isSound("loadBalancer.allowFrom"), loadBalancer.allowFrom.isEmpty, hasOwnRules else { return }
        check.warning(
            "nobody can reach this load balancer: list the networks that may in loadBalancer.allowFrom",
            at: "loadBalancer.allowFrom"
        )
    }

    /// Whether `allowFrom` alone says who may connect: the load balancer may have other groups, or its own other rules.
    private var hasOwnRules: Bool {
        !omit.contains("LoadBalancerSecurityGroup")
            && overrides["LoadBalancerSecurityGroup"]?.properties["ingress"] == nil
            && overrides["LoadBalancer"]?.properties["securityGroups"] == nil
    }
}

extension Node.Logs: ManifestObject {
    /// The values that PutRetentionPolicy accepts, from the CloudWatch Logs API reference.
    private static let retentions = [
        1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
    ]

    static let fields: [ManifestField<Node.Logs>] = [
        .optional(
            "retentionDays",
            \.retentionDays,
            .integer(oneOf: retentions),
            "Days after which CloudWatch drops a log line."
        )
    ]
}
