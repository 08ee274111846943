import Model

/// How the rollout of a service stands, told from what ECS describes.
///
/// The verdict is the deployment's own (`rolloutState`): counts alone would call a deployment good that was rolled
/// back, and a good one failed that is slow. They decide only where ECS gives no state, as for services whose
/// deployments it does not control.
struct DeploymentVerdict: Sendable {
    /// What ECS describes now.
    var service: ServiceDescription
    /// The revision that was asked for; nil to judge whatever the service runs.
    var taskDefinition: String?
    /// The deployment that the change started.
    var deployment: String?
    /// The deployment that was the main one before the change.
    var formerDeployment: String?

    /// Whether the change has come to rest, and how.
    var settlement: Settlement {
        if service.status == "INACTIVE" || service.status == "DRAINING" {
            return .failed("the service was deleted meanwhile; run the command again")
        }
        if let taskDefinition, !runs(service.taskDefinition, taskDefinition) { return givenUp(taskDefinition) }
        guard let primary = service.primary, let state = primary.rolloutState else { return byCounts }
        // ECS's deployments always follow the service; where they do not, their states tell nothing.
        if let taskDefinition, !runs(primary.taskDefinition, taskDefinition) { return byCounts }
        switch state {
        case "FAILED": return .failed(story(of: primary))
        case "COMPLETED": return allTasksRun ? .ready([:]) : .pending(progress(of: primary))
        default: return .pending(progress(of: primary))
        }
    }

    /// The status of a service that nobody has just changed: tasks that come and go do not count.
    var status: ResourceStatus {
        if service.status == "DRAINING" { return .pending("the service is draining") }
        guard let primary = service.primary, let state = primary.rolloutState else { return .active }
        switch state {
        case "FAILED": return .failed(story(of: primary))
        case "COMPLETED": return .active
        default: return .pending(progress(of: primary))
        }
    }

    /// The service runs something else than was asked for.
    private func givenUp(_ taskDefinition: String) -> Settlement {
        let failed = service.deployments?.first {
            runs($0.taskDefinition, taskDefinition) && $0.rolloutState == "FAILED"
        }
        if let failed { return .failed("rolled back: " + story(of: failed)) }
        let current = service.taskDefinition?.split(separator: "/").last.map(String.init) ?? "something else"
        let reason = ending(service.primary?.rolloutStateReason)
        if isRollingBack || tellsOfFailure {
            return .failed("rolled back: the service runs \(current) again\(reason)\(Self.advice)")
        }
        // ECS may still show how things were before the change.
        if let primary = service.primary?.id, primary == formerDeployment { return .pending("deployment to start") }
        return .failed(
            "the service runs \(current), so the deployment was rolled back or somebody changed the service "
                + "meanwhile\(reason)\(Self.advice)"
        )
    }

    private var isRollingBack: Bool { service.primary?.isRollback ?? false }

    /// Whether an event says that the deployment which the change started has failed.
    private var tellsOfFailure: Bool {
        guard let deployment else { return false }
        return service.events?.contains {
            $0.message?.contains(deployment) == true && $0.message?.contains("failed") == true
        } ?? false
    }

    private var byCounts: Settlement {
        allTasksRun ? .ready([:]) : .pending(service.primary.map(progress) ?? counts)
    }

    private var allTasksRun: Bool { (service.runningCount ?? 0) >= (service.desiredCount ?? 0) }

    private var counts: String { "\(service.runningCount ?? 0) of \(service.desiredCount ?? 0) tasks running" }

    private func progress(of deployment: ServiceDescription.Deployment) -> String {
        var text = deployment.isRollback ? "rolling back: " : "deployment "
        let wanted = deployment.desiredCount ?? service.desiredCount ?? 0
        text += "\(deployment.runningCount ?? 0) of \(wanted) tasks running"
        if let failed = deployment.failedTasks, failed > 0 { text += ", \(failed) failed" }
        return text
    }

    private func story(of deployment: ServiceDescription.Deployment) -> String {
        "the deployment failed" + ending(deployment.rolloutStateReason) + Self.advice
    }

    /// ECS's reason and the newest events, as the end of a sentence.
    private func ending(_ reason: String?) -> String {
        let events = (service.events ?? []).prefix(3).compactMap(\.message)
        var text = reason.map { ": \($0)" } ?? ""
        if !events.isEmpty { text += (text.isEmpty ? ": " : "; ") + "last events: " + events.joined(separator: " | ") }
        return text
    }

    private static let advice =
        "; see why its tasks stopped (`aws ecs describe-tasks`, or the console), then commit what works"

    private func runs(_ actual: String?, _ wanted: String) -> Bool {
        actual.map { TaskDefinitionARN.same($0, wanted) } ?? false
    }
}

extension ServiceDescription {
    /// The deployment to which the service is on its way or has come.
    var primary: Deployment? { deployments?.first { $0.status == "PRIMARY" } }
}

extension ServiceDescription.Deployment {
    /// Whether ECS started it to undo another one.
    var isRollback: Bool { rolloutStateReason?.contains("rolling back") ?? false }
}
