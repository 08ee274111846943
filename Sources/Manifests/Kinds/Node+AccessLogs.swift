extension Node.LoadBalancer {
    /// Where the load balancer writes what it was asked.
    public struct AccessLogs: Hashable, Sendable {
        /// A bucket in the environment's region, whose policy lets Elastic Load Balancing write.
        public var bucket: String
        /// Begins the objects' names; nil for none.
        public var prefix: String?

        public init(bucket: String, prefix: String? = nil) {
            self.bucket = bucket
            self.prefix = prefix
        }
    }

    /// What clients must speak unless the manifest says otherwise: TLS 1.2 or 1.3.
    public static let defaultTLSPolicy = "ELBSecurityPolicy-TLS13-1-2-2021-06"
}

extension Node.LoadBalancer.AccessLogs: ManifestObject {
    init() { self.init(bucket: "") }

    static let fields: [ManifestField<Node.LoadBalancer.AccessLogs>] = [
        .required(
            "bucket",
            \.bucket,
            .bucketName,
            "A bucket in the environment's region, whose policy lets Elastic Load Balancing write."
        ),
        .optional("prefix", \.prefix, .logPrefix, "Begins the objects' names."),
    ]
}
