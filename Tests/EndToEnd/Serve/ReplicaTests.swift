import EmulatorSupport
import Foundation
import Testing

@Suite("Replicas of plumbline serve", .inTurn)
struct ReplicaTests {
    @Test(
        "show what any of them works on, take actions on it wherever they come in, and take over from one that is killed"
    )
    func together() async throws {
        let world = try await World.open(["dev.yaml": Small.environment() + "  approval: always\n"])
        try await Replica.createTable(world)
        // Of itself it looks once an hour: what it is asked on the other has to reach it through the lease table.
        let first = try await Replica.start("first", world, variables: ["PLUMBLINE_POLL": "1h"])
        try await first.controller.next("ApprovalNeeded")
        try await first.controller.line("status written")
        let second = try await Replica.start("second", world)
        try await second.controller.next("CommitSeen")

        let suspended = try await second.post(
            "api/v1/environments/dev/suspend", "{\"reason\":\"load test\",\"for\":\"2h\"}")
        #expect(suspended.status == 200, "\(suspended)")
        try await first.controller.next("Suspended", "load test")
        try await second.controller.next("StatusRecorded", "first recorded: suspended")
        let resumed = try await second.post("api/v1/environments/dev/resume")
        #expect(resumed.status == 200, "\(resumed)")
        try await first.controller.next("ApprovalNeeded")
        try await second.controller.next("StatusRecorded", "first recorded: approval-needed")

        let waiting = try await second.environment()
        #expect(waiting.phase == "elsewhere" && waiting.holder == "first" && waiting.reason == "ApprovalNeeded")
        #expect(waiting.heldSince != nil && waiting.conditions.allSatisfy { !$0.since.isEmpty })
        let plan = try #require(waiting.plan)
        let own = try await first.environment()
        #expect(own.plan?.digest == plan.digest && own.phase == "awaiting-approval")
        #expect(plan.summary["create"] == own.plan?.summary["create"] && !plan.approvalReasons.isEmpty)
        let page = try await second.get("environments/dev")
        #expect(page.text.contains("first works on it") && page.text.contains("Needs approval"), "\(page)")
        #expect(page.text.contains("to create"), "the plan that waits is shown")

        let stale = try await second.post(
            "api/v1/environments/dev/approve", "{\"digest\":\"sha256:\(String(repeating: "0", count: 64))\"}")
        #expect(stale.status == 409, "\(stale)")
        let approved = try await second.post(
            "api/v1/environments/dev/approve", "{\"digest\":\"\(plan.digest)\"}")
        #expect(approved.status == 200, "\(approved)")
        try await first.controller.next("Converged")
        try await second.controller.next("StatusRecorded", "first recorded: converged")
        let converged = try await second.environment()
        #expect(converged.reason == "Converged" && converged.appliedRevision != nil)
        #expect(try await first.environment().resources == converged.resources)
        for (replica, leases) in [(first, "1"), (second, "0")] {
            let metrics = try await replica.get("metrics").text
            #expect(metrics.contains("plumbline_leases_held \(leases)\n"), "\(metrics)")
            #expect(metrics.contains("environment=\"dev\"") == (leases == "1"), "\(metrics)")
        }

        let retried = try await second.post("api/v1/environments/dev/retry")
        #expect(retried.status == 202 && retried.text.contains("\"holder\":\"first\""), "\(retried)")
        try await first.controller.next("Retry", "jo asked")
        try await first.controller.line("\"message\":\"planned\"", "\"changes\":\"0\"")

        #expect(await first.controller.stop(SIGKILL) == -SIGKILL)
        try await second.controller.line(
            "this replica works on it", "\"environment\":\"dev\"", within: Replica.takeover)
        try await second.controller.next("Converged")
        let taken = try await second.environment()
        #expect(taken.phase == "idle" && taken.holder == "second")
        #expect(!second.controller.said.contains("hunter2"))
        #expect(await second.controller.stop() == 0, "\(second.controller.said)")
    }

    @Test(
        "one that was stopped in the middle of an apply until another took over makes no further change when it goes on"
    )
    func asleep() async throws {
        let world = try await World.open()
        try await Replica.createTable(world)
        // The last steps of all, one service beside another: whichever hangs, nothing but these is on its way.
        try await world.aws.inject(Fault(.hang(seconds: 600), service: "ecs", action: "CreateService"))
        let first = try await Replica.start("first", world)
        try await world.untilRequests { $0.contains { $0.action == "CreateService" } }
        kill(first.controller.processID, SIGSTOP)
        let second = try await Replica.start("second", world)
        try await second.controller.line(
            "this replica works on it", "\"environment\":\"dev\"", within: Replica.takeover)
        try await second.controller.next("Converged")

        let before = try await world.aws.requests().count
        kill(first.controller.processID, SIGCONT)
        try await world.aws.resetFaults()
        // Told when the attempt has come to its end.
        try await first.controller.next("ChangeNotMade", "Service\"")
        let changes = try await world.aws.requests().dropFirst(before).filter { request in
            request.key == first.key && request.mutating && request.service != "dynamodb"
        }
        #expect(changes.map(\.action) == [])
        try await world.expectNoChanges()
        for replica in [first, second] {
            #expect(await replica.controller.stop() == 0, "\(replica.controller.said)")
        }
    }

    @Test("share their environments evenly, and those of one that leaves at once")
    func sharing() async throws {
        let names = (1...6).map { "env\($0)" }
        let files = names.enumerated().map { index, name in
            ("\(name).yaml", Small.environment(name, cidr: "10.\(100 + index).0.0/16") + "  approval: always\n")
        }
        let world = try await World.open(Dictionary(uniqueKeysWithValues: files))
        try await Replica.createTable(world)
        var replicas: [Replica] = []
        for (name, share) in [("first", 6), ("second", 3), ("third", 2)] {
            replicas.append(try await Replica.start(name, world))
            for replica in replicas { try await replica.untilHolding(share) }
        }
        #expect(await replicas[2].controller.stop() == 0, "\(replicas[2].controller.said)")
        for replica in replicas[..<2] { try await replica.untilHolding(3) }
        for replica in replicas[..<2] {
            #expect(await replica.controller.stop() == 0, "\(replica.controller.said)")
        }
    }

    @Test("tell chats of the repository in one voice, and the next one goes on when that falls silent")
    func oneVoice() async throws {
        let world = try await World.open(["dev.yaml": Small.environment() + "  approval: always\n"])
        try await Replica.createTable(world)
        let chat = try await Chat.start()
        let settings = "notifications: [{ kind: generic, name: ops, severity: info, url: { env: CHAT } }]"
        var replicas: [Replica] = []
        for name in ["first", "second"] {
            let replica = try await Replica.start(name, world, settings, variables: ["CHAT": chat.url])
            try await replica.controller.next("CommitSeen")
            if name == "first" { try await replica.controller.line("this replica speaks for all") }
            replicas.append(replica)
        }
        func broken(_ word: String) async throws -> String {
            let file = Small.environment().replacing("spec:", with: word)
            let commit = try await world.repository.commit(["dev.yaml": file]).prefix(7)
            for replica in replicas { try await replica.controller.next("InvalidManifests", "\(commit)") }
            let told = await chat.log.next(["InvalidManifests", "\(commit)"], within: .seconds(60))
            #expect(told != nil, "\(chat.log.text)")
            return String(commit)
        }
        let before = try await broken("spek:")
        let first = replicas.removeFirst()
        #expect(await first.controller.stop(SIGKILL) == -SIGKILL)
        try await replicas[0].controller.line("this replica speaks for all", within: Replica.takeover)
        let after = try await broken("spuk:")
        #expect(await replicas[0].controller.stop() == 0, "\(replicas[0].controller.said)")
        let all = chat.log.text.split(separator: "\n").filter { $0.contains("\"reason\":\"InvalidManifests\"") }
        #expect(all.count { $0.contains(after) } == 1, "\(all)")
        // Whoever takes over cannot know whether it was told, and tells it again.
        #expect(all.count { $0.contains(before) } == 2, "\(all)")
    }

    @Test("change nothing while the lease table is gone, tell it, and go on when it is back")
    func tableGone() async throws {
        let world = try await World.open()
        try await Replica.createTable(world)
        let replica = try await Replica.start("first", world, "drift: { every: 1s }")
        try await replica.controller.next("Converged")
        try await replica.controller.line("status written")
        try await world.boto3("client(\"dynamodb\").delete_table(TableName=\"leases\")")
        try await replica.controller.next("LeaseTrouble", "--create-lease-table")
        try await replica.controller.next("LeaseLost")
        try await world.boto3(
            "client(\"ecs\").update_service(cluster=\"x-dev\", service=\"x-dev-acme\", desiredCount=7)")
        try await world.aws.resetRequests()
        try await world.untilRequests { $0.count { $0.service == "dynamodb" && $0.key == replica.key } >= 3 }
        let changes = try await world.aws.requests().filter { $0.mutating && $0.service != "dynamodb" }
        #expect(changes.map(\.action) == [])
        #expect(try await replica.get("healthz").status == 200)
        let shown = try await replica.environment()
        #expect(shown.phase == "elsewhere" && shown.holder == nil)
        let retried = try await replica.post("api/v1/environments/dev/retry")
        #expect(
            retried.status == 502 && retried.text.contains("cannot be reached through the lease table"), "\(retried)")

        try await Replica.createTable(world)
        try await replica.controller.next("LeasesRenewed")
        try await replica.controller.line("this replica works on it", "\"environment\":\"dev\"")
        try await replica.controller.next("ChangeSucceeded", "dev/acme/Service")
        try await world.expectNoChanges()
        #expect(await replica.controller.stop() == 0, "\(replica.controller.said)")
    }
}
