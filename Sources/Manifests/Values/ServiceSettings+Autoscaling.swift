extension ServiceSettings {
    /// How the number of tasks follows what they have to do; at least one metric is given.
    public struct Autoscaling: Hashable, Sendable {
        /// The fewest tasks that run.
        public var min: Int
        /// The most tasks that run.
        public var max: Int
        /// Percent of the CPU that the tasks should use on average.
        public var cpu: Int?
        /// Percent of the memory that the tasks should use on average.
        public var memory: Int?
        /// Requests a minute that each task should get on average.
        public var requestsPerTarget: Int?

        public init(min: Int, max: Int, cpu: Int? = nil, memory: Int? = nil, requestsPerTarget: Int? = nil) {
            self.min = min
            self.max = max
            self.cpu = cpu
            self.memory = memory
            self.requestsPerTarget = requestsPerTarget
        }
    }
}

extension ServiceSettings.Autoscaling: ManifestObject {
    init() { self.init(min: 0, max: 0) }

    static let fields: [ManifestField<ServiceSettings.Autoscaling>] = [
        .required("min", \.min, .integer(0...5000), "The fewest tasks that run."),
        .required("max", \.max, .integer(1...5000), "The most tasks that run."),
        .optional("cpu", \.cpu, .integer(1...100), "Percent of their CPU that the tasks should use on average."),
        .optional(
            "memory",
            \.memory,
            .integer(1...100),
            "Percent of their memory that the tasks should use on average."
        ),
        .optional(
            "requestsPerTarget",
            \.requestsPerTarget,
            .integer(1...10_000_000),
            "Requests a minute that each task should get on average."
        ),
    ]

    func validate(_ check: inout ManifestDecoder) {
        if check.isSound("min", "max"), check.isGiven("min"), check.isGiven("max"), min > max {
            check.error("min is \(min) and max is \(max): min must not be above max", at: "min", "max")
        }
        let metrics = ["cpu", "memory", "requestsPerTarget"]
        if check.isSound("cpu", "memory", "requestsPerTarget"), !metrics.contains(where: { check.isGiven($0) }) {
            check.error("autoscaling names no metric to follow: give cpu, memory or requestsPerTarget")
        }
    }
}
