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

    @Test("ends a call that hangs at the end of its grace, records what was made, and only then gives its leases back")
    func hungCall() async throws {
        let world = try await World.open()
        let settings =
            "drift: { every: 1s }\nleases: { table: leases, region: \(world.region), duration: 3s }\ngrace: 6s"
        #expect(try await Controller.run(world, settings, "--create-lease-table").code == 0)
        let all = try await planned(world)
        try await world.aws.inject(Fault(.hang(seconds: 600), service: "ecs", action: "CreateService", count: -1))
        let controller = try Controller.start(world, settings)
        try await controller.next("ChangeStarted", "dev/acme/Service")
        #expect(await controller.stop() == 1, "\(controller.said)")
        #expect(controller.said.contains("its grace of 6s was over"), "\(controller.said)")
        let holders = try await world.boto3(
            """
            items = client("dynamodb").scan(TableName="leases")["Items"]
            print([item["entry"]["S"] for item in items if "holder" in item or "beat" in item])
            """)
        #expect(holders == "[]")
        try await expectTrueInventory(world, of: all)
        #expect(try await world.repository.statusFile("status/dev.yaml").contains("outcome: interrupted"))
        try await world.aws.resetFaults()
        let second = try Controller.start(world, settings)
        try await second.next("Converged")
        try await world.expectNoChanges()
        #expect(await second.stop() == 0, "\(second.said)")
    }

    @Test("and apply beside it leave each other's part of the status as it is")
    func applyBeside() async throws {
        let world = try await World.open(["dev.yaml": Small.environment()])
        let controller = try Controller.start(world)
        try await controller.line("status written")
        #expect(await controller.stop() == 0, "\(controller.said)")
        let seen = try await line("observedRevision", world)
        let commit = try await world.repository.commit(["dev.yaml": Small.environment(email: "new@example.com")])
        try await world.converge()
        #expect(try await line("observedRevision", world) == seen, "apply knows nothing of it")
        #expect(try await line("appliedRevision", world) == "appliedRevision: main@sha1:\(commit)")
        let changes = try await world.repository.statusFile("status/dev.yaml").components(separatedBy: "changes:").last
        let second = try Controller.start(world, "drift: { every: 1s }")
        try await second.next("Converged")
        try await second.line("\"message\":\"planned\"")
        let now = try await world.repository.statusFile("status/dev.yaml").components(separatedBy: "changes:").last
        #expect(now == changes, "what apply did is told on")
    }

    private func line(_ key: String, _ world: World) async throws -> String {
        let lines = try await world.repository.statusFile("status/dev.yaml").split(separator: "\n").map(String.init)
        return try #require(lines.first { $0.hasPrefix(key + ":") }, "\(lines)")
    }

    @Test("and apply, stopped on the way, record what was made until then")
    func interrupted() async throws {
        let world = try await World.open()
        let all = try await planned(world)
        // No deployment ever ends, so that neither does an apply.
        try await world.aws.configure(rolloutPolls: 1_000_000)
        let apply = ["apply", "--repo", world.repository.bare.path, "--auto-approve"]
        let moment = Moment(line: 30, after: .zero)
        try await Program.kill(
            Program.plumbline, apply, environment: world.environment, at: moment, with: SIGTERM)
        try await expectTrueInventory(world, of: all)
        #expect(try await world.repository.statusFile("status/dev.yaml").contains("outcome: interrupted"))
        let controller = try Controller.start(world)
        try await controller.next("ChangeWaiting", "dev/acme/Service")
        #expect(await controller.stop() == 0, "\(controller.said)")
        try await expectTrueInventory(world, of: all)
        try await world.aws.configure(rolloutPolls: 0)
        try await world.converge()
        try await world.expectNoChanges()
    }

    /// What is recorded is what is there: all that the next plan does not make.
    private func expectTrueInventory(_ world: World, of all: Set<String>) async throws {
        let inventory = try await world.repository.statusFile("inventory/dev.yaml")
        let recorded = Set(
            inventory.split(separator: "\n").compactMap { line in
                line.firstRange(of: "address: ").map { String(line[$0.upperBound...]) }
            })
        let plan = try await world.report("plan", expect: 0)
        let missing = Set(plan.changes.filter { $0.action == "create" }.map(\.address))
        #expect(!recorded.isEmpty && recorded.intersection(missing) == [])
        #expect(recorded.union(missing) == all, "\(recorded.sorted()) \(missing.sorted())")
    }

    private func planned(_ world: World) async throws -> Set<String> {
        Set(try await world.report("plan", expect: 0).changes.map(\.address))
    }
}
