import Model

/// A target tracking policy: the service gets or loses tasks until a metric's average is at its target.
public struct ScalingPolicy: Sendable, Hashable {
    public enum Metric: Sendable, Hashable {
        /// Percent of the CPU that the tasks reserve.
        case cpu
        /// Percent of the memory that the tasks reserve.
        case memory
        /// Requests a minute that the load balancer sends to one task; both are ARNs.
        case requestsPerTarget(loadBalancer: Reference, targetGroup: Reference)
        /// What Plumbline does not declare, in AWS's words.
        case other(String)
    }

    /// Unique among the policies of a service.
    public var name: String
    public var metric: Metric
    public var target: Double
    /// Seconds; 300 is the default for ECS services (`TargetTrackingScalingPolicyConfiguration`).
    public var scaleInCooldown: Int
    /// Seconds; 300 is the default for ECS services.
    public var scaleOutCooldown: Int
    /// Whether the policy may also take tasks away.
    public var scalesIn: Bool

    public init(
        name: String, metric: Metric, target: Double, scaleInCooldown: Int = 300, scaleOutCooldown: Int = 300,
        scalesIn: Bool = true
    ) {
        self.name = name
        self.metric = metric
        self.target = target
        self.scaleInCooldown = scaleInCooldown
        self.scaleOutCooldown = scaleOutCooldown
        self.scalesIn = scalesIn
    }
}

extension ScalingPolicy: FieldValue {
    /// What has its default is left out, so that a plan shows what matters.
    public var fieldValue: Value? {
        var entries: [String: Value] = ["name": .string(name)]
        entries["target"] = Int64(exactly: target).map(Value.int) ?? .string(String(target))
        if scaleInCooldown != 300 { entries["scaleInCooldown"] = .int(Int64(scaleInCooldown)) }
        if scaleOutCooldown != 300 { entries["scaleOutCooldown"] = .int(Int64(scaleOutCooldown)) }
        if !scalesIn { entries["scalesIn"] = .bool(false) }
        switch metric {
        case .cpu: entries["metric"] = "cpu"
        case .memory: entries["metric"] = "memory"
        case .requestsPerTarget(let loadBalancer, let targetGroup):
            entries["metric"] = "requestsPerTarget"
            entries["loadBalancer"] = loadBalancer.fieldValue
            entries["targetGroup"] = targetGroup.fieldValue
        case .other(let text): entries["metric"] = .string(text)
        }
        return .map(entries)
    }
}
