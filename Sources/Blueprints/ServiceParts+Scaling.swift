import AWSResources
import Manifests
import Model

extension ServiceParts {
    /// The range of tasks and the metrics that it follows, when the manifest asks for autoscaling.
    func addScaling(_ draft: inout DeclarationDraft) {
        guard let scaling = settings.autoscaling else { return }
        var policies: Set<ScalingPolicy> = []
        func follow(_ suffix: String, _ metric: ScalingPolicy.Metric, _ target: Int?) {
            guard let target else { return }
            policies.insert(ScalingPolicy(name: "\(name)-\(suffix)", metric: metric, target: Double(target)))
        }
        follow("cpu", .cpu, scaling.cpu)
        follow("memory", .memory, scaling.memory)
        follow(
            "requests",
            .requestsPerTarget(loadBalancer: .arn(node.loadBalancerAddress), targetGroup: .arn(targetGroup)),
            scaling.requestsPerTarget)
        draft.add(
            ScalableTarget(), address.appending("ScalableTarget"),
            .init(
                resourceId: "service/\(Reference.id(environment.clusterAddress))/\(Reference.pending(service, "name"))",
                minCapacity: scaling.min,
                maxCapacity: scaling.max, policies: policies),
            tags: tags(name), after: [service])
    }
}
