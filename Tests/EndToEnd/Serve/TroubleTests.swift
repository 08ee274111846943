import EmulatorSupport
import Foundation
import Testing

@Suite("Trouble, under plumbline serve,", .inTurn)
struct ServeTroubleTests {
    private let grow = "client(\"ecs\").update_service(cluster=\"x-dev\", service=\"x-dev-acme\", desiredCount=7)"

    @Test("a broken manifest changes nothing, is told with its place, and the last valid commit stays in force")
    func brokenManifest() async throws {
        let world = try await World.open()
        let controller = try Controller.start(world, "drift: { every: 1s }")
        try await controller.next("Converged")
        let good = Small.node()
        try await world.repository.commit(["acme.yaml": good.replacing("count: 1", with: "cuont: 1")])
        try await controller.next("InvalidManifests", "acme.yaml:6:14", "stays in force")
        try await controller.line("status written")
        let status = try await world.repository.statusFile("status/dev.yaml")
        #expect(status.contains("outcome: invalid") && status.contains("acme.yaml:6:14"), "\(status)")
        try await world.boto3(grow)
        try await controller.next("ApplyStarted", "1 change")
        try await controller.next("ChangeSucceeded", "dev/acme/Service")
        // A controller that starts on a broken commit finds the valid one before it.
        #expect(await controller.stop() == 0)
        let second = try Controller.start(world, "drift: { every: 1s }")
        try await second.next("InvalidManifests", "stays in force")
        try await world.boto3(grow)
        try await second.next("ChangeSucceeded", "dev/acme/Service")
        try await second.line("status written")
        try await world.repository.commit(["acme.yaml": good])
        try await second.next("CommitSeen")
        try await second.line("status written")
        #expect(try await world.repository.statusFile("status/dev.yaml").contains("outcome: converged"))
    }

    @Test(
        "a start on a branch that has long been broken finds the valid commit before, and the one that was applied later"
    )
    func longBroken() async throws {
        let world = try await World.open()
        let good = Small.node()
        let broken = try await world.repository.commit(["acme.yaml": good.replacing("count: 1", with: "cuont: 1")])
        let tree = try await world.repository.git("rev-parse", "\(broken)^{tree}")
        var head = broken
        for _ in 1...120 {
            head = try await world.repository.git(
                "-c", "user.name=A", "-c", "user.email=a@example.com", "commit-tree", tree, "-p", head, "-m", "No")
        }
        try await world.repository.git("update-ref", "refs/heads/main", head)
        let controller = try Controller.start(world)
        try await controller.next("InvalidManifests", "stays in force")
        try await controller.next("ApplyStarted")
        try await controller.line("status written")
        #expect(await controller.stop() == 0)
        let second = try Controller.start(world, "drift: { every: 1s }")
        try await second.next("InvalidManifests", "stays in force")
        try await world.boto3(grow)
        try await second.next("ChangeSucceeded", "dev/acme/Service")
    }

    @Test("a repository that vanishes is told, drift is still repaired, and all is written when it comes back")
    func vanished() async throws {
        let world = try await World.open()
        let controller = try Controller.start(world, "drift: { every: 1s }")
        try await controller.next("Converged")
        try await controller.line("status written")
        let head = try await world.repository.statusHead()
        let (bare, away) = (world.repository.bare.path, world.repository.bare.path + ".away")
        try FileManager.default.moveItem(atPath: bare, toPath: away)
        try await controller.next("GitTrouble")
        try await world.boto3(grow)
        try await controller.next("ChangeSucceeded", "dev/acme/Service")
        try await controller.next("StatusNotWritten")
        try FileManager.default.moveItem(atPath: away, toPath: bare)
        try await controller.next("GitAnswers")
        try await controller.line("status written")
        #expect(try await world.repository.statusHead() != head)
        #expect(try await world.repository.statusSubjects().first?.contains("1 updated") == true)
        #expect(await controller.stop() == 0)
    }

    @Test("a status branch that somebody deleted or edited is written again from AWS")
    func statusBranch() async throws {
        let world = try await World.open()
        let controller = try Controller.start(world, "drift: { every: 1s }")
        try await controller.next("Converged")
        try await controller.line("status written")
        let inventory = try await world.repository.statusFile("inventory/dev.yaml")
        try await world.repository.git("update-ref", "-d", "refs/heads/plumbline/status")
        try await controller.line("status written")
        #expect(try await world.repository.statusFile("inventory/dev.yaml") == inventory)
        #expect(try await world.repository.statusFile("status/dev.yaml").contains("outcome: converged"))

        // An empty tree, as if somebody had removed all files.
        let tree = try await world.repository.git("hash-object", "-t", "tree", "-w", "/dev/null")
        let commit = try await world.repository.git(
            "-c", "user.name=Eve", "-c", "user.email=eve@example.com", "commit-tree", tree, "-m", "Oops")
        try await world.repository.git("update-ref", "refs/heads/plumbline/status", commit)
        try await controller.line("status written")
        #expect(try await world.repository.statusFile("inventory/dev.yaml") == inventory)
    }

    @Test("a status that somebody wrote over by hand, with nonsense even, is put right from AWS, and nothing is redone")
    func statusByHand() async throws {
        let world = try await World.open()
        let controller = try Controller.start(world, "drift: { every: 1s }")
        try await controller.next("Converged")
        try await controller.line("status written")
        let (status, inventory) = ("status/dev.yaml", "inventory/dev.yaml")
        let written = try await world.repository.statusFile(inventory)
        let told = try await world.repository.statusFile(status)
        let mutations = try await world.aws.counts().mutating
        for files in [
            [status: told.replacing("outcome: converged", with: "outcome: failed")], [inventory: "{ nonsense"],
            [status: "- 1\n- [", inventory: ""],
        ] {
            try await world.repository.write(files, to: "plumbline/status")
            try await controller.line("status written")
            #expect(try await world.repository.statusFile(inventory) == written)
            #expect(try await world.repository.statusFile(status).contains("outcome: converged"))
        }
        #expect(try await world.aws.counts().mutating == mutations)
        #expect(await controller.stop() == 0, "\(controller.said)")
    }

    @Test("a force-pushed branch is followed, and told")
    func forcePushed() async throws {
        let world = try await World.open()
        let first = try await world.repository.git("rev-parse", "main")
        let controller = try Controller.start(world)
        try await controller.next("Converged")
        let second = try await world.repository.commit(["acme.yaml": Small.node(count: 3)])
        try await controller.next("Converged", "\(second.prefix(7))")
        try await world.repository.git("update-ref", "refs/heads/main", first)
        try await controller.next("ForcePushed", "\(first.prefix(7))")
        try await controller.next("Converged", "\(first.prefix(7))")
    }

    @Test("an expired token is told, and the new one is in force as soon as its file has it")
    func expiredToken() async throws {
        let world = try await World.open()
        let server = try await GitServer.start(world.repository, token: "right")
        let folder = try Folder()
        let token = folder.url("token")
        try Data("wrong-hunter2".utf8).write(to: token)
        let controller = try Controller.start(
            world, repository: "{ url: \"\(server.url)\", token: { file: \"\(token.path)\" } }")
        try await controller.next("GitTrouble")
        try Data("right\n".utf8).write(to: token)
        try await controller.next("GitAnswers")
        try await controller.next("Converged")
        #expect(!controller.said.contains("hunter2"))
        #expect(await controller.stop() == 0)
    }

    @Test("a disk on which nothing can be written any more is told, and all goes on when there is room again")
    func fullDisk() async throws {
        let world = try await World.open()
        let controller = try Controller.start(world, "drift: { every: 1s }")
        try await controller.next("Converged")
        try await controller.line("status written")
        // The kernel refuses every growing file, as a full disk does, to the controller and its git helper.
        try await limitFiles(of: controller, to: "0")
        let commit = try await world.repository.commit(["acme.yaml": Small.node(count: 3)])
        try await controller.next("GitTrouble")
        try await world.boto3(grow)
        try await controller.next("ChangeSucceeded", "dev/acme/Service")
        #expect(controller.isRunning)
        try await limitFiles(of: controller, to: "unlimited")
        try await controller.next("GitAnswers")
        try await controller.next("ApplyStarted", "\(commit.prefix(7))")
        try await controller.line("status written", "\(commit.prefix(7))")
        #expect(await controller.stop() == 0, "\(controller.said)")
    }

    private func limitFiles(of controller: Controller, to limit: String) async throws {
        for process in [controller.processID] + controller.children {
            let limited = try await Program.run(
                URL(fileURLWithPath: "/usr/bin/env"), ["prlimit", "--pid", "\(process)", "--fsize=\(limit):"],
                environment: ["PATH": "/usr/bin:/bin"])
            // A git helper may have ended meanwhile; the next one has the limits of its parent.
            let hasEnded = process != controller.processID && limited.said.contains("No such process")
            try #require(limited.code == 0 || hasEnded, "\(limited.said)")
        }
    }

    @Test("a failing change is tried again ever more slowly, then left alone until a newer commit")
    func quarantine() async throws {
        let world = try await World.open()
        try await world.aws.configure(rolloutPolls: 0)
        let controller = try Controller.start(world, "concurrency: { environments: 1 }")
        try await controller.next("Converged")
        try await world.repository.commit(["acme.yaml": Small.node(tag: "fails-to-start")])
        for _ in 1...4 { try await controller.next("Failed", "rolled back") }
        try await controller.next("Quarantined", "rolled back")
        try await controller.line("status written")
        #expect(try await world.repository.statusFile("status/dev.yaml").contains("reason: Quarantined"))
        let good = try await world.repository.commit(["acme.yaml": Small.node(tag: "good")])
        try await controller.next("Converged", "\(good.prefix(7))")
    }

    @Test("a configuration with problems starts nothing and tells all of them")
    func configuration() async throws {
        let world = try await World.untouched()
        let folder = try Folder()
        let file = folder.url("plumbline.yaml")
        try Data("repository: { url: /x, tokn: a }\npoll: soon\n".utf8).write(to: file)
        let finished = try await Program.run(
            Program.plumbline, ["serve", "--config", file.path], environment: world.environment)
        finished.expectClear(1, ":1:24", "tokn", ":2:7", "soon", "2 errors")
        try Data("repository: { url: /x }\n".utf8).write(to: file)
        let checked = try await Program.run(
            Program.plumbline, ["serve", "--check", "--config", file.path], environment: world.environment)
        #expect(checked.code == 0, "\(checked.said)")
        let missing = try await Program.run(
            Program.plumbline, ["serve", "--config", folder.url("none").path], environment: world.environment)
        missing.expectClear(1, "cannot be read")
    }
}
