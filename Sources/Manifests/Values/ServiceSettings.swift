/// How the containers of a node or an extra run.
public struct ServiceSettings: Hashable, Sendable {
    /// What the tasks run on; nil takes Fargate where the cluster has it, else its EC2 hosts. Read
    /// `Environment.Cluster.capacity(of:)`.
    public var capacity: Capacity?
    /// How many tasks run.
    public var count = 1
    /// CPU units, 1024 to a virtual CPU.
    public var cpu = 256
    /// MiB.
    public var memory = 512
    /// The port on which the container listens.
    public var port: Int
    /// Added to the container's environment.
    public var environment: [String: String] = [:]
    /// Secrets and parameters whose values the container gets, by variable.
    public var secrets: [String: SecretReference] = [:]
    /// Seconds after a task's start in which failed health checks do not count; nil leaves it unmanaged.
    public var healthCheckGracePeriod: Int?
    /// nil leaves it unmanaged, which in ECS means x86_64.
    public var architecture: Architecture?
    /// With it the number of tasks is not managed, and `count` is not given.
    public var autoscaling: Autoscaling?
    /// Whether commands can be run in the containers through Session Manager; nil leaves it unmanaged.
    public var sessionManager: Bool?
    /// The container's name in the task; nil takes the seed's, `{a}App`.
    public var containerName: String?

    public init(port: Int) { self.port = port }

    /// What tasks can run on.
    public enum Capacity: String, Hashable, Sendable, CaseIterable {
        case fargate
        /// The hosts of the environment's cluster.
        case ec2
    }

    /// The processor that the image is built for.
    public enum Architecture: String, Hashable, Sendable, CaseIterable {
        case x86_64, arm64
    }
}

extension ServiceSettings: ManifestObject {
    init() { self.init(port: 0) }

    static let fields: [ManifestField<ServiceSettings>] = [
        .optional(
            "capacity",
            \.capacity,
            .choice(),
            "What the tasks run on. Default: fargate where the environment has it, else ec2."
        ),
        .optional("count", \.count, .integer(0...5000), "How many tasks run."),
        .optional(
            "cpu",
            \.cpu,
            .integer(128...196_608),
            "CPU units, 1024 to a virtual CPU. Fargate allows certain pairs of CPU and memory only."
        ),
        .optional("memory", \.memory, .integer(6...25_165_824), "Memory in MiB; on Fargate it must fit the CPU."),
        .required("port", \.port, .port, "The port on which the container listens."),
        .optional(
            "environment",
            \.environment,
            .environmentVariables,
            "Environment variables of the container. No secrets: those belong in the node's secret."
        ),
        .optional(
            "secrets",
            \.secrets,
            .secretVariables,
            "Variables that ECS fills from secrets and parameters: NAME: secret/NAME[:KEY[:STAGE[:VERSION-ID]]], "
                + "parameter/NAME or an ARN."
        ),
        .optional(
            "healthCheckGracePeriod",
            \.healthCheckGracePeriod,
            .integer(0...2_147_483_647),
            "Seconds after a task's start in which failed health checks do not count."
        ),
        .optional("architecture", \.architecture, .choice(), "The processor that the image is built for."),
        .optional(
            "autoscaling",
            \.autoscaling,
            .object(),
            "How the number of tasks follows what they have to do; takes the place of count."
        ),
        .optional(
            "sessionManager",
            \.sessionManager,
            .boolean,
            "Whether commands can be run in the containers, with plumbline exec."
        ),
        .optional(
            "containerName",
            \.containerName,
            .containerName,
            "The container's name in the task. Default: the service's name with App at its end, such as acmeApp."
        ),
    ]

    func validate(_ check: inout ManifestDecoder) {
        for name in secrets.keys.sorted() where environment[name] != nil {
            check.error("\(name) is in environment as well: remove one of the two", at: "secrets.\(name)")
        }
        if autoscaling != nil, check.isGiven("count"), check.isSound("count") {
            check.error("count is what autoscaling decides: remove count, or remove autoscaling", at: "count")
        }
    }
}
