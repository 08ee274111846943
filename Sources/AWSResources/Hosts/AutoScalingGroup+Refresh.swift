import AWSClient
import Model

extension AutoScalingGroup {
    /// Starts to replace the instances by those of a launch template, or goes on with what an earlier try has started.
    ///
    /// One instance is started before another is ended, and ECS drains what is ended. The group is brought back to where
    /// it was when that fails, which AWS can only when it names a version by its number
    /// (https://docs.aws.amazon.com/autoscaling/ec2/userguide/instance-refresh-rollback.html). A refresh to something
    /// else that still runs is cancelled: the newer template counts.
    /// - Parameter template: `lt-…:3`.
    /// - Returns: the id of the refresh.
    /// - Throws: `ResourceError` `.busy` while another refresh comes to its end.
    func refresh(
        _ observed: Observed<Attributes>, to template: String, through session: AWSSession
    ) async throws -> String {
        let name = observed.identifier
        let held = observed.attributes.launchTemplate.text.flatMap { TemplateVersion($0) }
        guard let wanted = TemplateVersion(template) else {
            throw ResourceError(
                .unresolved, operation: StartInstanceRefresh.action.description,
                message: "\(template) names no launch template and version")
        }
        if held == nil {
            // AWS takes no desired configuration for a group that has a launch configuration.
            _ = try await session.client.send(
                UpdateAutoScalingGroup(autoScalingGroupName: name, launchTemplate: wanted))
        }
        let request = StartInstanceRefresh(
            autoScalingGroupName: name, desiredConfiguration: held == nil ? nil : .init(launchTemplate: wanted),
            preferences: .init(autoRollback: held?.isNumbered == true ? true : nil))
        let running = try await running(of: name, through: session)
        if let running, running.leads(to: wanted), let id = running.instanceRefreshId { return id }
        if running == nil, let id = try await start(request, through: session) { return id }
        // One that is cancelled first ends the replacement that it is at.
        if let running, running.mayBeCancelled { try await cancel(name, through: session) }
        throw ResourceError(
            .busy, operation: StartInstanceRefresh.action.description,
            message: "an earlier instance refresh of \(name) comes to its end")
    }

    private func running(of name: String, through session: AWSSession) async throws -> Refresh? {
        let request = DescribeInstanceRefreshes(autoScalingGroupName: name)
        return try await session.client.collect(request, \.instanceRefreshes).first { !$0.isOver }
    }

    /// Nil when one runs already: then it is to be looked at.
    private func start(_ request: StartInstanceRefresh, through session: AWSSession) async throws -> String? {
        do {
            let answer = try await session.client.send(request)
            return try required(answer.instanceRefreshId, "InstanceRefreshId", of: StartInstanceRefresh.self)
        } catch  where error.code == "InstanceRefreshInProgress" {
            return nil
        }
    }

    private func cancel(_ name: String, through session: AWSSession) async throws {
        do {
            _ = try await session.client.send(CancelInstanceRefresh(autoScalingGroupName: name))
        } catch  where error.code == "ActiveInstanceRefreshNotFound" {
            return
        }
    }
}

extension AutoScalingGroup {
    /// An instance refresh as AWS describes it.
    struct Refresh: Codable, Sendable {
        var instanceRefreshId: String?
        var status: String?
        var statusReason: String?
        var percentageComplete: Int?
        var instancesToUpdate: Int?
        var desiredConfiguration: DesiredConfiguration?

        var isOver: Bool {
            ["Successful", "Failed", "Cancelled", "RollbackFailed", "RollbackSuccessful"].contains(status ?? "")
        }

        var mayBeCancelled: Bool { ["Pending", "InProgress", "Baking"].contains(status ?? "") }

        /// Whether it will bring the instances to a template; one without a configuration brings them to the group's own.
        func leads(to template: TemplateVersion) -> Bool {
            guard mayBeCancelled else { return false }
            guard let target = desiredConfiguration?.launchTemplate else { return true }
            return target.launchTemplateId == template.launchTemplateId && target.version == template.version
        }

        func settlement(of group: String) -> Settlement {
            let reason = statusReason.map { ": \($0)" } ?? ""
            switch status {
            case "Successful": return .ready([:])
            case "Failed", "RollbackFailed":
                return .failed(
                    "the hosts of \(group) were not all replaced\(reason); correct the cause and run the command again")
            case "RollbackSuccessful":
                return .failed(
                    "the new hosts of \(group) did not come up and the former ones are back\(reason); correct the "
                        + "instance type, image or size and run the command again")
            case "Cancelled":
                return .failed("the replacement of the hosts of \(group) was cancelled; run the command again")
            case "RollbackInProgress": return .pending("the former hosts to come back\(reason)")
            case "Cancelling": return .pending("the replacement of hosts to be cancelled")
            default:
                let left = instancesToUpdate.map { ", \($0) to go" } ?? ""
                return .pending("hosts to be replaced, \(percentageComplete ?? 0) %\(left)\(reason)")
            }
        }
    }
}
