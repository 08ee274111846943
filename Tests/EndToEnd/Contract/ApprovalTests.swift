import EmulatorSupport
import Foundation
import Testing

@Suite("Approval", .inTurn)
struct ApprovalTests {
    @Test("what holds data goes only with the digest of exactly that plan")
    func removedExtra() async throws {
        let world = try await World.open()
        try await world.converge()
        let before = try await Survey.take(world)
        try await world.repository.commit(["api2.yaml": nil])
        let plan = try await world.report("plan", expect: 0)
        #expect(plan.approvalReasons.count == 1 && plan.approvalReasons[0].contains("dev/acme/api2/Secret"))
        #expect(plan.summary["delete"] == 5)

        try await world.aws.resetRequests()
        let digest = try #require(plan.digest)
        let refused = try await world.plumbline("apply", "--auto-approve")
        refused.expectClear(3, "dev/acme/api2/Secret", "--approve \(digest)")
        let report = try await world.report("apply", "--approve", "sha256:00", expect: 3)
        #expect(report.outcome == "approval-needed" && report.changes.allSatisfy { $0.outcome == nil })
        #expect(report.errors.contains { $0.contains(digest) && $0.contains("sha256:00") }, "\(report.errors)")
        #expect(try await world.aws.counts().mutating == 0)
        #expect(try await Survey.take(world) == before)
        #expect(try await world.repository.statusFile("status/dev.yaml").contains("outcome: approval-needed"))
        // A plan that was looked at and refused is the same plan the next day, for the same reasons.
        #expect(try await world.report("plan", expect: 0).lines == plan.lines)

        let applied = try await world.report("apply", "--approve", digest, expect: 0)
        #expect(applied.outcome == "converged")
        var rest = SeedNames()
        rest.environment("dev", gateways: 1)
        rest.node("dev", "acme")
        #expect(try await Survey.take(world) == Survey(rest.survey.names))
        try await world.expectNoChanges()
    }

    @Test("destroy shows its plan and asks; approved, it takes everything down and says so")
    func destroy() async throws {
        var files = Small.files
        files["repository.yaml"] = Small.repository()
        let world = try await World.open(files)
        try await world.converge()
        let before = try await Survey.take(world)
        try await world.aws.resetRequests()
        let shown = try await world.plumbline("destroy", "--environment", "dev")
        #expect(shown.code == 3 && shown.output.contains("- delete dev/VPC"), "\(shown.said)")
        let plan = try await world.report("destroy", "--environment", "dev", expect: 3)
        #expect(plan.changes.allSatisfy { $0.action == "delete" } && plan.changes.count == 34)
        let wrong = try await world.plumbline("destroy", "--environment", "dev", "--approve", "sha256:00")
        #expect(wrong.code == 3)
        #expect(try await world.aws.counts().mutating == 0)
        #expect(try await Survey.take(world) == before)

        let digest = try #require(plan.digest)
        let done = try await world.report("destroy", "--environment", "dev", "--approve", digest, expect: 0)
        #expect(done.outcome == "destroyed" || done.outcome == "converged")
        // Repositories are shared by all environments, and stay.
        #expect(try await Survey.take(world) == Survey(["repository": ["tooltwist-acme"]]))
        #expect(try await world.repository.statusFile("status/dev.yaml").contains("outcome: destroyed"))
        #expect(try await world.repository.statusSubjects().first?.contains("34 deleted") == true)
        let again = try await world.report("destroy", "--environment", "dev", "--approve", digest, expect: 3)
        #expect(again.changes.isEmpty)
    }

    @Test("removing the manifests of one environment of two deletes nothing without an approval")
    func removedEnvironment() async throws {
        var files = Small.files
        files["second.yaml"] = Small.environment("second", cidr: "10.9.0.0/16")
        let world = try await World.open(files)
        try await world.converge()
        let before = try await Survey.take(world)
        try await world.repository.commit(["second.yaml": nil])
        try await world.aws.resetRequests()
        let applied = try await world.plumbline("apply", "--auto-approve")
        applied.expectClear(1, "the manifests declare nothing for second", "plumbline destroy --environment second")
        // Not even an approval empties an environment by a commit: that is what destroy is for.
        let plan = try await world.report("plan", expect: 1)
        let approved = try await world.plumbline("apply", "--approve", try #require(plan.digest))
        #expect(approved.code == 1, "\(approved.said)")
        #expect(try await world.aws.counts().mutating == 0)
        #expect(try await Survey.take(world) == before)
        // It is the trouble of that environment only.
        let status = try await world.repository.statusFile("status/second.yaml")
        #expect(status.contains("outcome: failed") && status.contains("declare nothing for second"))
        #expect(try await world.repository.statusFile("status/dev.yaml").contains("outcome: converged"))

        let destroy = try await world.report("destroy", "--environment", "second", expect: 3)
        let digest = try #require(destroy.digest)
        try await world.report("destroy", "--environment", "second", "--approve", digest, expect: 0)
        #expect(try await Survey.take(world) == SeedNames.small())
        try await world.expectNoChanges()
    }

    @Test("a plan of several environments is released by its own digest, or by an approval of each one's part")
    func severalEnvironments() async throws {
        let world = try await World.open([
            "dev.yaml": Small.environment() + "  approval: always\n",
            "second.yaml": Small.environment("second", cidr: "10.9.0.0/16") + "  approval: always\n",
        ])
        // What a person gives on the command line is for exactly what was shown, and for all of it.
        let whole = try await world.report("plan", expect: 0)
        let part = try #require(whole.digests["dev"])
        #expect(try await world.report("plan", "--environment", "dev", expect: 0).digest == part)
        try await world.plumbline("apply", "--approve", part).expectClear(3, "not the approved \(part)")
        try await world.report("apply", "--approve", try #require(whole.digest), expect: 0)

        try await world.repository.commit([
            "dev.yaml": Small.environment(email: "new@example.com") + "  approval: always\n",
            "second.yaml": Small.environment("second", cidr: "10.9.0.0/16", email: "new@example.com")
                + "  approval: always\n",
        ])
        let plan = try await world.report("plan", expect: 0)
        let (dev, second) = (try #require(plan.digests["dev"]), try #require(plan.digests["second"]))
        #expect(Set([dev, second, plan.digest ?? ""]).count == 3)
        // Neither an approval of the whole nor one of one environment releases the plan of both.
        try await world.aws.resetRequests()
        try await approve(world, "dev", try #require(plan.digest))
        try await approve(world, "second", second)
        let refused = try await world.plumbline("apply", "--auto-approve")
        refused.expectClear(3, "plumbline approve dev \(dev)")
        #expect(!refused.errors.contains("plumbline approve second"), "\(refused.said)")
        #expect(try await world.aws.counts().mutating == 0)
        try await approve(world, "dev", dev)
        try await world.report("apply", expect: 0)
        for name in ["dev", "second"] {
            #expect(try await world.repository.statusFile("status/\(name).yaml").contains("usedApprovals:"), "\(name)")
        }
        try await world.expectNoChanges()
    }

    private func approve(_ world: World, _ environment: String, _ digest: String) async throws {
        let finished = try await Program.run(
            Program.plumbline, ["approve", environment, digest, "--repo", world.repository.bare.path],
            environment: world.environment)
        #expect(finished.code == 0, "\(finished.said)")
    }
}
