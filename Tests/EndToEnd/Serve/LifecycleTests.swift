import EmulatorSupport
import Foundation
import Testing

@Suite("Over months, plumbline serve", .inTurn)
struct LifecycleTests {
    @Test(
        "forgets an environment that was removed from the manifests and taken down, and takes it up when it comes back")
    func removedEnvironment() async throws {
        let second = Small.environment("test", cidr: "10.193.0.0/16")
        let world = try await World.open(["dev.yaml": Small.environment(), "test.yaml": second])
        let controller = try Controller.start(world, "drift: { every: 1s }")
        try await controller.line("status written", "\"environment\":\"test\"")
        try await world.repository.commit(["test.yaml": nil])
        try await controller.next("Failed", "nothing is deleted", "plumbline destroy --environment test")
        let plan = try await world.report("destroy", "--environment", "test", expect: 3)
        let digest = try #require(plan.digest)
        try await world.report("destroy", "--environment", "test", "--approve", digest, expect: 0)
        try await controller.next("EnvironmentGone", "test")
        let status = try await world.repository.statusFile("status/test.yaml")
        #expect(status.contains("outcome: destroyed") && !status.contains("status: \"True\""), "\(status)")
        #expect(try await world.repository.statusSubjects().first?.hasPrefix("test: destroyed") == true)
        let head = try await world.repository.statusHead()
        try await controller.line("\"message\":\"planned\"", "\"environment\":\"dev\"")
        #expect(try await world.repository.statusHead() == head)

        let commit = try await world.repository.commit(["test.yaml": second])
        try await controller.next("Converged", "\"environment\":\"test\"", "\(commit.prefix(7))")
        #expect(await controller.stop() == 0, "\(controller.said)")
    }

    @Test("heeds a suspension also on top of a commit whose manifests are broken")
    func suspendedWhileBroken() async throws {
        let world = try await World.open()
        let controller = try Controller.start(world, "drift: { every: 1s }")
        try await controller.next("Converged")
        try await world.repository.commit(["acme.yaml": Small.node().replacing("count: 1", with: "cuont: 1")])
        try await controller.next("InvalidManifests")
        let suspended = try await Program.run(
            Program.plumbline,
            ["suspend", "dev", "--reason", "incident", "--for", "2h", "--repo", world.repository.bare.path],
            environment: world.environment)
        #expect(suspended.code == 0, "\(suspended.said)")
        try await controller.next("Suspended", "incident")
        try await world.boto3(
            "client(\"ecs\").update_service(cluster=\"x-dev\", service=\"x-dev-acme\", desiredCount=7)")
        try await controller.next("DriftFound", "dev/acme/Service")
        try await controller.line("\"message\":\"planned\"", "\"changes\":\"1\"")
        let count = try await world.boto3(
            """
            service = client("ecs").describe_services(cluster="x-dev", services=["x-dev-acme"])["services"][0]
            print(service["desiredCount"])
            """)
        #expect(count == "7")
    }

    @Test("deploys also while a chat's secret cannot be had, and tells that")
    func missingSecret() async throws {
        let world = try await World.open(["dev.yaml": Small.environment()])
        let controller = try Controller.start(
            world, "notifications: [{ kind: slack, name: ops, url: { secretsManager: nowhere } }]")
        try await controller.next("SecretMissing", "nowhere")
        try await controller.next("Converged")
        #expect(await controller.stop() == 0, "\(controller.said)")
    }
}
