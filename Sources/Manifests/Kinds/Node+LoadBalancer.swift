extension Node {
    /// The load balancer of a node.
    public struct LoadBalancer: Hashable, Sendable {
        /// The path that must answer 200…299 for a task to count as healthy.
        public var healthCheckPath: String
        /// Who may connect; nobody when empty.
        public var allowFrom: [CIDRBlock] = []
        public var scheme = Scheme.internetFacing
        /// Seconds; nil leaves it unmanaged.
        public var idleTimeout: Int?
        /// nil leaves it unmanaged.
        public var deletionProtection: Bool?
        /// With a certificate the node is served on 443, and 80 redirects there.
        public var certificateArn: String?

        public init(healthCheckPath: String, allowFrom: [CIDRBlock] = []) {
            self.healthCheckPath = healthCheckPath
            self.allowFrom = allowFrom
        }

        public enum Scheme: String, Hashable, Sendable, CaseIterable {
            case internetFacing = "internet-facing"
            case `internal`
        }
    }
}

extension Node.LoadBalancer: ManifestObject {
    init() { self.init(healthCheckPath: "") }

    static let fields: [ManifestField<Node.LoadBalancer>] = [
        .required(
            "healthCheckPath",
            \.healthCheckPath,
            .healthCheckPath,
            "The path that must answer 200 to 299 for a task to count as healthy."
        ),
        .optional(
            "allowFrom",
            \.allowFrom,
            .list(of: .cidr(0...32)),
            "The networks that may connect; nobody unless listed."
        ),
        .optional("scheme", \.scheme, .choice(), "Whether the load balancer has public addresses."),
        .optional(
            "idleTimeout",
            \.idleTimeout,
            .integer(1...4000),
            "Seconds after which an idle connection is closed."
        ),
        .optional(
            "deletionProtection",
            \.deletionProtection,
            .boolean,
            "Whether AWS refuses to delete the load balancer."
        ),
        .optional(
            "certificateArn",
            \.certificateArn,
            .certificateArn,
            "The ACM certificate for port 443; port 80 then redirects to it."
        ),
    ]

    func validate(_ check: inout ManifestDecoder) {
        guard check.isSound("allowFrom"), allowFrom.isEmpty else { return }
        check.warning(
            "nobody can reach this load balancer: list the networks that may in loadBalancer.allowFrom",
            at: "allowFrom"
        )
    }
}
