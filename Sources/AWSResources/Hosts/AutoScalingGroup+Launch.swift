import AWSClient
import Model

extension AutoScalingGroup {
    /// How far a group is with the fewest instances that it must have. Those beyond are ECS's to order.
    ///
    /// Auto Scaling takes the order for instances that it cannot start, for want of a quota say, and tells of it in the
    /// group's activities alone. It goes on trying for ever, so that what does not pass by itself is a failure.
    func launched(_ name: String, through session: AWSSession) async throws -> Settlement {
        guard let group = try await Self.look(at: name, through: session) else {
            return .pending("the Auto Scaling group to appear")
        }
        return try await launched(group, through: session)
    }

    /// The same of a group that was just read: nothing is asked while it has enough.
    func launched(_ group: Description, through session: AWSSession) async throws -> Settlement {
        let name = group.autoScalingGroupName ?? ""
        let running = (group.instances ?? []).count { $0.lifecycleState == "InService" }
        let count = group.minSize ?? 0
        if running >= count { return .ready([:]) }
        let request = DescribeScalingActivities(autoScalingGroupName: name, maxRecords: 1)
        let newest = try await session.client.send(request).activities?.first
        return Activity.settlement(newest, of: name, running: running, count: count)
    }

    /// One thing that Auto Scaling did or tries to do with a group's instances.
    struct Activity: Codable, Sendable {
        var statusCode: String?
        var statusMessage: String?

        /// Whether AWS may succeed when it tries again: it lacks machines for the moment, or does not see the instance
        /// profile yet.
        private var mayPass: Bool {
            let passing = [
                "do not have sufficient", "InsufficientInstanceCapacity", "UnfulfillableCapacity",
                "capacity-not-available", "no Spot capacity", "Invalid IAM Instance Profile",
            ]
            return passing.contains { statusMessage?.contains($0) == true }
        }

        /// - Parameter newest: nil while nothing was done yet.
        static func settlement(_ newest: Activity?, of group: String, running: Int, count: Int) -> Settlement {
            let reason = newest?.statusMessage.map { ": \($0)" } ?? ""
            guard let newest, newest.statusCode == "Failed", !newest.mayPass else {
                return .pending("hosts to start, \(running) of \(count) in service\(reason)")
            }
            return .failed(
                "AWS does not start the hosts of \(group)\(reason); see to the cause (a quota can be raised in the Service "
                    + "Quotas console), or take another instance type or size. AWS goes on trying by itself")
        }
    }
}
