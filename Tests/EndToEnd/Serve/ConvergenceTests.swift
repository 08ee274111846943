import EmulatorSupport
import Foundation
import Testing

@Suite("plumbline serve", .inTurn)
struct ConvergenceTests {
    @Test("applies what is merged, repairs drift on its schedule, and writes nothing when nothing happened")
    func merges() async throws {
        let world = try await World.open()
        let controller = try Controller.start(world, "drift: { every: 1s }")
        try await controller.next("Converged", "\"environment\":\"dev\"")
        try await controller.line("status written", "\"environment\":\"dev\"")
        try await world.expectNoChanges()
        let head = try await world.repository.statusHead()
        // That it works here, and what it did.
        #expect(try await world.repository.statusSubjects().count == 2)
        let status = try await world.repository.statusFile("status/dev.yaml")
        #expect(status.contains("type: Ready") && status.contains("since: \""))

        try await controller.line("\"message\":\"planned\"", "\"changes\":\"0\"")
        try await controller.line("\"message\":\"planned\"", "\"changes\":\"0\"")
        #expect(try await world.repository.statusHead() == head, "two looks at AWS that found nothing")

        let commit = try await world.repository.commit(["acme.yaml": Small.node(count: 3)])
        try await controller.next("ApplyStarted", "\(commit.prefix(7))")
        try await controller.line("status written")
        #expect(try await count(world) == "3")
        #expect(
            try await world.repository.statusSubjects().first?.hasPrefix("dev: converged main@\(commit.prefix(7))")
                == true)

        try await world.boto3(
            "client(\"ecs\").update_service(cluster=\"x-dev\", service=\"x-dev-acme\", desiredCount=7)")
        try await controller.next("DriftFound", "dev/acme/Service")
        try await controller.line("status written")
        #expect(try await count(world) == "3")
        #expect(await controller.stop() == 0, "\(controller.said)")
    }

    @Test("keeps what all environments share as an item of its own, and deletes it only when that is approved")
    func repositories() async throws {
        var files = Small.files
        files["repository.yaml"] = Small.repository()
        let world = try await World.open(files)
        let controller = try Controller.start(world, "concurrency: { environments: 1 }")
        try await controller.next("Converged", "\"environment\":\"Repository\"")
        try await controller.next("Converged", "\"environment\":\"dev\"")
        try await controller.line("status written", "\"environment\":\"dev\"")
        try await world.expectNoChanges()
        try await world.repository.commit(["repository.yaml": nil])
        try await controller.next("ApprovalNeeded", "deletes Repository/tooltwist-acme/Repository")
        #expect(try await world.boto3("print(len(client('ecr').describe_repositories()['repositories']))") == "1")
    }

    @Test("leaves a rollout that never ends for a newer commit")
    func newestWins() async throws {
        let world = try await World.open()
        try await world.aws.configure(rolloutPolls: 1_000_000)
        let controller = try Controller.start(world)
        try await controller.next("ChangeWaiting", "dev/acme/Service", "deployment")
        let commit = try await world.repository.commit(["acme.yaml": Small.node(tag: "better")])
        try await controller.next("ApplyStarted", "\(commit.prefix(7))")
        try await world.aws.configure(rolloutPolls: 0)
        try await controller.next("Converged", "\(commit.prefix(7))")
        try await world.expectNoChanges()
    }

    @Test("ends at SIGTERM in the middle of an apply, and the next start goes on from there")
    func stopped() async throws {
        let world = try await World.open()
        try await world.aws.configure(rolloutPolls: 1_000_000)
        let controller = try Controller.start(world)
        try await controller.next("ChangeWaiting", "dev/acme/Service", "deployment")
        #expect(await controller.stop() == 0, "\(controller.said)")
        let status = try await world.repository.statusFile("status/dev.yaml")
        #expect(status.contains("outcome: interrupted"), "\(status)")
        try await world.aws.configure(rolloutPolls: 0)
        let second = try Controller.start(world)
        try await second.next("Converged", "\"environment\":\"dev\"")
        let survey = try await Survey.take(world)
        #expect(survey.duplicates == [])
        #expect(survey.without("task definition") == SeedNames.small("dev").without("task definition"))
        #expect(await second.stop() == 0)
    }

    private func count(_ world: World) async throws -> String {
        try await world.boto3(
            """
            service = client("ecs").describe_services(cluster="x-dev", services=["x-dev-acme"])["services"][0]
            print(service["desiredCount"])
            """)
    }
}
