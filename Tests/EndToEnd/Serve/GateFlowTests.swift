import EmulatorSupport
import Foundation
import Testing

@Suite("Gates, under plumbline serve,", .inTurn)
struct GateFlowTests {
    private let grow = "client(\"ecs\").update_service(cluster=\"x-dev\", service=\"x-dev-acme\", desiredCount=7)"

    @Test("a suspension leaves everything as it is, also for apply, until it is taken back")
    func suspension() async throws {
        let world = try await World.open()
        let controller = try Controller.start(world, "drift: { every: 1s }")
        try await controller.next("Converged")
        let suspended = try await suspend(
            world, "--reason", "load \"test\"", "--for", "2h", "--by", "Jo <jo@example.com>")
        #expect(suspended.code == 0, "\(suspended.said)")
        try await controller.next("Suspended", "load \\\"test\\\"")
        try await world.boto3(grow)
        try await controller.next("DriftFound", "dev/acme/Service")
        try await controller.line("status written")
        let status = try await world.repository.statusFile("status/dev.yaml")
        #expect(status.contains("outcome: suspended") && status.contains("dev/acme/Service"), "\(status)")
        let plan = try await world.report("plan", expect: 0)
        #expect(plan.changes.map(\.address) == ["dev/acme/Service"])
        try await world.plumbline("apply", "--auto-approve").expectClear(3, "suspended by Jo", "plumbline resume dev")
        #expect(try await world.repository.git("log", "-1", "--format=%an %ae", "main") == "Jo jo@example.com")

        let resumed = try await Program.run(
            Program.plumbline, ["resume", "dev", "--repo", world.repository.bare.path], environment: world.environment)
        #expect(resumed.code == 0, "\(resumed.said)")
        try await controller.next("Converged")
        try await world.expectNoChanges()
    }

    @Test("a suspension needs a reason and an end")
    func suspensionWithoutEnd() async throws {
        let world = try await World.untouched()
        try await suspend(world, "--for", "2h").expectClear(1, "--reason")
        try await suspend(world, "--reason", "x").expectClear(1, "--for")
        try await suspend(world, "--reason", "x", "--for", "ever").expectClear(1, "30m, 2h or 7d")
    }

    @Test("a plan that needs an approval waits for the commit that approves exactly it")
    func approval() async throws {
        var files = Small.files
        files["environment.yaml"] = Small.environment() + "  approval: always\n"
        let world = try await World.open(files)
        let controller = try Controller.start(world)
        let digest = try digest(in: try await controller.next("ApprovalNeeded", "sha256:"))
        #expect(try await world.report("plan", expect: 0).digest == digest)
        try await world.plumbline("apply", "--auto-approve").expectClear(3, "an approval of every plan", digest)
        try await approve(world, "sha256:12").expectClear(1, "is not a plan's digest")
        let wrong = try await approve(world, "sha256:" + String(repeating: "0", count: 64))
        #expect(wrong.code == 0, "\(wrong.said)")
        let right = try await approve(world, digest)
        #expect(right.code == 0, "\(right.said)")
        try await controller.next("Converged")
        try await world.expectNoChanges()
    }

    @Test("an approval releases its plan once: the same plan later waits anew, also for apply and after a restart")
    func usedApproval() async throws {
        var files = Small.files
        files["environment.yaml"] = Small.environment() + "  approval: always\n"
        let world = try await World.open(files)
        let controller = try Controller.start(world, "drift: { every: 1s }")
        let first = try digest(in: try await controller.next("ApprovalNeeded", "sha256:"))
        #expect(try await approve(world, first).code == 0)
        try await controller.next("Converged")
        try await world.boto3(grow)
        let second = try digest(in: try await controller.next("ApprovalNeeded", "sha256:"))
        #expect(try await approve(world, second).code == 0)
        try await controller.next("Converged")
        try await world.boto3(grow)
        try await controller.next("ApprovalNeeded", second, "carried out already")
        try await controller.line("status written")
        try await world.plumbline("apply", "--auto-approve").expectClear(3, "carried out already", second)
        #expect(await controller.stop() == 0)
        let restarted = try Controller.start(world, "drift: { every: 1s }")
        try await restarted.next("ApprovalNeeded", second, "carried out already")
        try await approve(world, second, "--for", "soon").expectClear(1, "30m, 2h or 7d")
        let again = try await approve(world, second, "--for", "2h")
        #expect(again.code == 0 && again.output.contains("is approved until"), "\(again.said)")
        try await restarted.next("Converged")
        try await world.expectNoChanges()
    }

    @Test("drift that is to be left stays when the status branch was deleted while nobody looked; a commit is applied")
    func modesWithoutRecord() async throws {
        var files = Small.files
        files["environment.yaml"] = Small.environment() + "  drift: warn\n"
        let world = try await World.open(files)
        try await world.converge()
        try await world.boto3(grow)
        try await world.repository.git("update-ref", "-d", "refs/heads/plumbline/status")
        let controller = try Controller.start(world, "drift: { every: 1s }")
        try await controller.line("status written")
        let status = try await world.repository.statusFile("status/dev.yaml")
        #expect(status.contains("outcome: drift-found") && status.contains("dev/acme/Service"), "\(status)")
        #expect(!controller.said.contains("ChangeStarted"), "\(controller.said)")
        try await world.repository.commit(["acme.yaml": Small.node(count: 2)])
        try await controller.next("ChangeSucceeded", "dev/acme/Service")
        try await controller.next("Converged")
    }

    @Test("drift that is to be left is told, and what is ignored is not even that")
    func modes() async throws {
        var files = Small.files
        files["environment.yaml"] =
            Small.environment()
                + """
                  drift: warn
                  ignoreChanges: [{ kind: "AWS::Logs::LogGroup", fields: [retentionInDays] }]

                """.replacing("    ", with: "  ")
        let world = try await World.open(files)
        let controller = try Controller.start(world, "drift: { every: 1s }")
        try await controller.next("Converged")
        try await world.boto3(
            grow + "\nclient(\"logs\").put_retention_policy(logGroupName=\"x-dev-acme-logs\", retentionInDays=7)")
        let told = try await controller.next("DriftFound", "dev/acme/Service")
        #expect(!told.contains("LogGroup"))
        try await controller.line("status written")
        let status = try await world.repository.statusFile("status/dev.yaml")
        #expect(status.contains("outcome: drift-found") && status.contains("dev/acme/Service"), "\(status)")
        #expect(try await world.report("plan", expect: 0).changes.isEmpty)
        // A change of the manifest is no drift.
        try await world.repository.commit(["acme.yaml": Small.node(count: 2)])
        try await controller.next("Converged")
    }

    private func suspend(_ world: World, _ options: String...) async throws -> Finished {
        try await Program.run(
            Program.plumbline, ["suspend", "dev", "--repo", world.repository.bare.path] + options,
            environment: world.environment)
    }

    private func digest(in line: String) throws -> String {
        let start = try #require(line.firstRange(of: "sha256:"))
        return String(line[start.lowerBound...].prefix(71))
    }

    private func approve(_ world: World, _ digest: String, _ options: String...) async throws -> Finished {
        try await Program.run(
            Program.plumbline, ["approve", "dev", digest, "--repo", world.repository.bare.path] + options,
            environment: world.environment)
    }
}
