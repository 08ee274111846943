import Model
import Testing

@testable import AWSResources

@Suite("The verdict on a deployment")
struct DeploymentVerdictTests {
    private static let prefix = "arn:aws:ecs:ap-southeast-1:123456789012:task-definition/dev-acme:"
    private let new = prefix + "5"
    private let old = prefix + "4"

    private func deployment(
        _ id: String,
        _ status: String,
        _ taskDefinition: String,
        _ state: String?,
        reason: String? = nil,
        running: Int = 2,
        desired: Int = 2,
        failed: Int = 0
    ) -> ServiceDescription.Deployment {
        ServiceDescription.Deployment(
            id: id,
            status: status,
            taskDefinition: taskDefinition,
            desiredCount: desired,
            runningCount: running,
            failedTasks: failed,
            rolloutState: state,
            rolloutStateReason: reason
        )
    }

    private func service(
        _ taskDefinition: String,
        _ deployments: [ServiceDescription.Deployment],
        running: Int = 2,
        desired: Int = 2,
        events: [String] = [],
        status: String = "ACTIVE"
    ) -> ServiceDescription {
        ServiceDescription(
            status: status,
            desiredCount: desired,
            runningCount: running,
            taskDefinition: taskDefinition,
            deployments: deployments,
            events: events.map { ServiceDescription.Event(message: $0) }
        )
    }

    private func judge(
        _ service: ServiceDescription,
        deployment: String? = "ecs-svc/2",
        former: String? = "ecs-svc/1"
    ) -> Settlement {
        DeploymentVerdict(
            service: service,
            taskDefinition: new,
            deployment: deployment,
            formerDeployment: former
        ).settlement
    }

    private func failure(_ settlement: Settlement) -> String? {
        if case .failed(let text) = settlement { text } else { nil }
    }

    @Test("completed is ready")
    func completed() {
        #expect(judge(service(new, [deployment("ecs-svc/2", "PRIMARY", new, "COMPLETED")])) == .ready([:]))
    }

    @Test("all tasks running is not ready while the rollout is in progress")
    func countsAreNotEnough() {
        let now = service(
            new,
            [
                deployment("ecs-svc/2", "PRIMARY", new, "IN_PROGRESS", running: 0, failed: 3),
                deployment("ecs-svc/1", "ACTIVE", old, "COMPLETED"),
            ]
        )
        #expect(judge(now) == .pending("deployment 0 of 2 tasks running, 3 failed"))
    }

    @Test("completed but scaling up waits for the tasks")
    func scalesUp() {
        let primary = deployment("ecs-svc/2", "PRIMARY", new, "COMPLETED", running: 1, desired: 3)
        #expect(judge(service(new, [primary], running: 1, desired: 3)) == .pending("deployment 1 of 3 tasks running"))
    }

    @Test("failed tells ECS's reason and the newest events")
    func failed() throws {
        let primary = deployment(
            "ecs-svc/2",
            "PRIMARY",
            new,
            "FAILED",
            reason: "circuit breaker: tasks failed to start.",
            running: 0
        )
        let text = try #require(
            failure(judge(service(new, [primary], running: 0, events: ["cannot pull image", "b", "c", "d"])))
        )
        #expect(text.contains("circuit breaker: tasks failed to start."))
        #expect(text.contains("cannot pull image | b | c"))
        #expect(!text.contains("| d"))
    }

    @Test("a rollback under way is a failure, though the service is healthy")
    func rollingBack() throws {
        let now = service(
            old,
            [
                deployment(
                    "ecs-svc/3",
                    "PRIMARY",
                    old,
                    "IN_PROGRESS",
                    reason: "ECS deployment circuit breaker: rolling back to deploymentId ecs-svc/1."
                ),
                deployment("ecs-svc/2", "ACTIVE", new, "FAILED", reason: "tasks failed to start.", running: 0),
            ]
        )
        let text = try #require(failure(judge(now)))
        #expect(text.hasPrefix("rolled back: the deployment failed: tasks failed to start."))
    }

    @Test("a rollback that has completed is a failure, though the deployment in front is COMPLETED")
    func rolledBack() throws {
        let now = service(
            old,
            [deployment("ecs-svc/3", "PRIMARY", old, "COMPLETED", reason: "ECS deployment ecs-svc/3 completed.")],
            events: ["(service a) has reached a steady state.", "(service a) (deployment ecs-svc/2) deployment failed"]
        )
        let text = try #require(failure(judge(now)))
        #expect(text.hasPrefix("rolled back: the service runs dev-acme:4 again"))
    }

    @Test("a rollback to the very deployment that was there before is told from its events")
    func rolledBackToTheFormerDeployment() {
        let now = service(
            old,
            [deployment("ecs-svc/1", "PRIMARY", old, "COMPLETED")],
            events: ["(service a) (deployment ecs-svc/2) deployment failed: tasks failed to start."]
        )
        #expect(failure(judge(now)) != nil)
    }

    @Test("an answer from before the change is waited over")
    func stale() {
        let before = service(old, [deployment("ecs-svc/1", "PRIMARY", old, "COMPLETED")])
        #expect(judge(before) == .pending("deployment to start"))
    }

    @Test("a service that somebody else changed meanwhile is a failure")
    func superseded() throws {
        let other = Self.prefix + "9"
        let now = service(other, [deployment("ecs-svc/7", "PRIMARY", other, "COMPLETED")])
        #expect(try #require(failure(judge(now))).contains("the service runs dev-acme:9"))
    }

    @Test("without a rollout state the counts decide", arguments: [(0, false), (1, false), (2, true)])
    func counts(running: Int, isReady: Bool) {
        let primary = deployment("ecs-svc/2", "PRIMARY", new, nil, running: running)
        let expected: Settlement = isReady ? .ready([:]) : .pending("deployment \(running) of 2 tasks running")
        #expect(judge(service(new, [primary], running: running)) == expected)
        #expect(judge(service(new, [], running: 2)) == .ready([:]))
    }

    @Test("a deleted service is a failure", arguments: ["INACTIVE", "DRAINING"])
    func deleted(status: String) {
        let primary = deployment("ecs-svc/2", "PRIMARY", new, "COMPLETED")
        #expect(failure(judge(service(new, [primary], status: status))) != nil)
    }

    @Test("family:revision and ARN name the same revision")
    func shortNames() {
        let primary = deployment("ecs-svc/2", "PRIMARY", "dev-acme:5", "COMPLETED")
        #expect(judge(service("dev-acme:5", [primary])) == .ready([:]))
    }

    @Test("a service at rest is active also when a task has just died")
    func statusAtRest() {
        let primary = deployment("ecs-svc/2", "PRIMARY", new, "COMPLETED", running: 1)
        #expect(DeploymentVerdict(service: service(new, [primary], running: 1)).status == .active)
        let moving = deployment("ecs-svc/2", "PRIMARY", new, "IN_PROGRESS", running: 1)
        let status = DeploymentVerdict(service: service(new, [moving], running: 1)).status
        #expect(status == .pending("deployment 1 of 2 tasks running"))
    }
}
