import EmulatorSupport
import Foundation
import Testing

@Suite("A rollout", .inTurn)
struct RolloutTests {
    @Test("that fails is named with the rollback and its cause, and a good tag heals it")
    func failing() async throws {
        let world = try await World.open()
        try await world.converge()
        try await world.repository.commit(["acme.yaml": Small.node(tag: "fails-to-start")])
        let failed = try await world.plumbline("apply", "--auto-approve")
        failed.expectClear(1, "dev/acme/Service", "rolled back", "tasks failed to start")
        let status = try await world.repository.statusFile("status/dev.yaml")
        #expect(status.contains("outcome: failed") && status.contains("rolled back"))
        #expect(try await images(world) == "initial")

        // What was not achieved is tried again, for the same reason: the manifest is what changed.
        let plan = try await world.report("plan", expect: 0)
        #expect(plan.changes.map(\.address) == ["dev/acme/Service"])

        try await world.repository.commit(["acme.yaml": Small.node(tag: "good")])
        let healed = try await world.converge()
        #expect(healed.changes.map(\.address) == ["dev/acme/TaskDefinition", "dev/acme/Service"])
        #expect(try await images(world) == "good")
        try await world.expectNoChanges()
    }

    @Test("that fails when the service is new counts as nothing that runs: it is told, and tried again")
    func failingAtFirst() async throws {
        let world = try await World.open()
        try await world.aws.inject(Fault(.failRollout, service: "ecs", action: "CreateService", count: 2))
        let failed = try await world.plumbline("apply", "--auto-approve")
        failed.expectClear(1, "dev/acme/Service", "tasks failed to start")
        let plan = try await world.report("plan", "--detailed-exitcode", expect: 2)
        #expect(Set(plan.changes.map(\.address)) == ["dev/acme/Service", "dev/acme/api2/Service"], "\(plan.lines)")
        let healed = try await world.converge()
        #expect(healed.changes.allSatisfy { $0.action == "update" && $0.outcome == "succeeded" })
        try await world.expectNoChanges()
    }

    @Test("is waited for, and told while it lasts")
    func slow() async throws {
        let world = try await World.open()
        try await world.aws.configure(rolloutPolls: 2)
        let finished = try await world.plumbline("apply", "--auto-approve")
        #expect(finished.code == 0, "\(finished.said)")
        #expect(finished.errors.contains("dev/acme/Service: deployment 0 of 1 tasks running"))
        let running = try await world.boto3(
            """
            services = client("ecs").describe_services(cluster="x-dev", services=["x-dev-acme", "x-dev-acme-api2"])
            print([(s["runningCount"], s["deployments"][0]["rolloutState"]) for s in services["services"]])
            """)
        #expect(running == "[(1, 'COMPLETED'), (1, 'COMPLETED')]")
    }

    /// The tag that the node's service runs.
    private func images(_ world: World) async throws -> String {
        try await world.boto3(
            """
            ecs = client("ecs")
            service = ecs.describe_services(cluster="x-dev", services=["x-dev-acme"])["services"][0]
            definition = ecs.describe_task_definition(taskDefinition=service["taskDefinition"])["taskDefinition"]
            print(definition["containerDefinitions"][0]["image"].split(":")[1])
            """)
    }
}
