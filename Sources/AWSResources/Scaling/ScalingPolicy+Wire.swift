import Model

extension ScalingPolicy {
    /// What AWS describes, with its defaults filled in; a policy of another type is shown by its type.
    init(_ description: ScalableTarget.PolicyDescription, in session: AWSSession) {
        let tracking = description.targetTrackingScalingPolicyConfiguration
        self.init(
            name: description.policyName ?? "",
            metric: tracking.map { Self.metric(of: $0, in: session) } ?? .other(description.policyType ?? "unknown"),
            target: tracking?.targetValue ?? 0, scaleInCooldown: tracking?.scaleInCooldown ?? 300,
            scaleOutCooldown: tracking?.scaleOutCooldown ?? 300, scalesIn: tracking?.disableScaleIn != true)
    }

    private static func metric(of tracking: ScalableTarget.TargetTracking, in session: AWSSession) -> Metric {
        let metric = tracking.predefinedMetricSpecification
        switch metric?.predefinedMetricType {
        case "ECSServiceAverageCPUUtilization": return .cpu
        case "ECSServiceAverageMemoryUtilization": return .memory
        case "ALBRequestCountPerTarget":
            let label = metric?.resourceLabel ?? ""
            guard let middle = label.firstRange(of: "/targetgroup/") else { return .other(label) }
            let prefix = "arn:\(session.partition):elasticloadbalancing:\(session.region):\(session.account):"
            return .requestsPerTarget(
                loadBalancer: .known("\(prefix)loadbalancer/\(label[..<middle.lowerBound])"),
                targetGroup: .known("\(prefix)targetgroup/\(label[middle.upperBound...])"))
        case let type?: return .other(type)
        case nil: return .other("customized metric")
        }
    }

    /// What is sent to AWS.
    /// - Parameter resolved: gives the text of a reference.
    func configuration(
        resolved: (Reference) throws(ResourceError) -> String
    ) throws(ResourceError) -> ScalableTarget.TargetTracking {
        var specification = ScalableTarget.PredefinedMetric()
        switch metric {
        case .cpu: specification.predefinedMetricType = "ECSServiceAverageCPUUtilization"
        case .memory: specification.predefinedMetricType = "ECSServiceAverageMemoryUtilization"
        case .requestsPerTarget(let loadBalancer, let targetGroup):
            specification.predefinedMetricType = "ALBRequestCountPerTarget"
            specification.resourceLabel = Self.label(try resolved(loadBalancer), try resolved(targetGroup))
        case .other(let text): specification.predefinedMetricType = text
        }
        return ScalableTarget.TargetTracking(
            targetValue: target, predefinedMetricSpecification: specification, scaleInCooldown: scaleInCooldown,
            scaleOutCooldown: scaleOutCooldown, disableScaleIn: !scalesIn)
    }

    /// The last parts of both ARNs: `app/{name}/{id}/targetgroup/{name}/{id}` (`PredefinedMetricSpecification`).
    static func label(_ loadBalancer: String, _ targetGroup: String) -> String {
        let balancer = loadBalancer.firstRange(of: ":loadbalancer/").map { String(loadBalancer[$0.upperBound...]) }
        let group = targetGroup.split(separator: ":").last.map(String.init)
        return "\(balancer ?? loadBalancer)/\(group ?? targetGroup)"
    }
}
