extension Node {
    /// The load balancer of a node.
    public struct LoadBalancer: Hashable, Sendable {
        /// The path that must answer 200…299 for a task to count as healthy.
        public var healthCheckPath: String
        /// Who may connect; nobody when empty.
        public var allowFrom: [AllowedSource] = []
        public var scheme = Scheme.internetFacing
        /// Seconds; nil leaves it unmanaged.
        public var idleTimeout: Int?
        /// nil leaves it unmanaged.
        public var deletionProtection: Bool?
        /// With a certificate the node is served on 443, and 80 redirects there.
        public var certificateArn: String?
        /// The security policy of port 443; nil takes `defaultTLSPolicy`.
        public var tlsPolicy: String?
        /// nil leaves them unmanaged.
        public var accessLogs: AccessLogs?
        /// The web ACL that looks at every request first; nil leaves it unmanaged.
        public var webACLArn: String?

        public init(healthCheckPath: String, allowFrom: [AllowedSource] = []) {
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
            .list(of: .allowedSource),
            "Who may connect: networks, prefix lists (pl-…) and security groups (sg-…); nobody unless listed."
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
        .optional(
            "tlsPolicy",
            \.tlsPolicy,
            .tlsPolicy,
            "The security policy of port 443. Default: \(defaultTLSPolicy)."
        ),
        .optional("accessLogs", \.accessLogs, .object(), "Where the load balancer writes what it was asked."),
        .optional(
            "webACLArn",
            \.webACLArn,
            .webACLArn,
            "The AWS WAF web ACL that looks at every request first."
        ),
    ]

    func validate(_ check: inout ManifestDecoder) {
        if tlsPolicy != nil, certificateArn == nil, check.isSound("tlsPolicy", "certificateArn") {
            check.error(
                "tlsPolicy has no effect without certificateArn: add the certificate, or remove tlsPolicy",
                at: "tlsPolicy"
            )
        }
        guard check.isSound("allowFrom") else { return }
        for (index, source) in allowFrom.enumerated() where source.isEverybody {
            check.warning(
                "\(source) lets everybody connect who can reach this load balancer: list the networks, prefix lists or "
                    + "security groups that should, unless that is meant",
                at: "allowFrom[\(index)]"
            )
        }
    }
}
