import EmulatorSupport
import Foundation
import Testing

/// Two hosts play one each: each has a cache, a name and an access key of its own, and nothing but git and AWS in common.
@Suite("Two controllers by mistake", .inTurn)
struct TwoControllerTests {
    private func start(_ name: String, _ world: World, options: [String] = []) throws -> (Controller, key: String) {
        let key = "AKIA" + name.uppercased().padding(toLength: 16, withPad: "X", startingAt: 0)
        let own = [
            "AWS_ACCESS_KEY_ID": key, "PLUMBLINE_CACHE": world.cache.appendingPathComponent(name).path,
            "PLUMBLINE_REPLICA": name,
        ]
        return (try Controller.start(world, "drift: { every: 1s }", variables: own, options: options), key)
    }

    private func changes(_ world: World, by key: String) async throws -> [String] {
        try await world.aws.requests().filter { $0.key == key && $0.mutating }.map(\.action)
    }

    @Test("the second finds the first on the status branch, says so and ends, without a change to AWS")
    func refused() async throws {
        let world = try await World.open()
        let (first, _) = try start("first", world)
        try await first.next("Converged")
        try await first.line("status written")
        let (second, key) = try start("second", world)
        try await second.next("AnotherController", "first, which answered at", "--take-over", "leases.table")
        #expect(await second.ended() == 1, "\(second.said)")
        #expect(try await changes(world, by: key) == [])
        #expect(second.said.contains("stop one of them"))

        let commit = try await world.repository.commit(["acme.yaml": Small.node(count: 3)])
        try await first.next("ApplyStarted", "\(commit.prefix(7))")
        try await first.next("Converged")
        try await first.line("status written")
        let subjects = try await world.repository.statusSubjects()
        let told = ["controller: first answers second", "controller: second asks whether first is there"]
        #expect(subjects.filter { $0.hasPrefix("controller:") } == told + ["controller: first begins"], "\(subjects)")
        // What tells of controllers is no environment's history.
        let history = try await world.plumbline("history")
        #expect(history.code == 0 && !history.output.contains("controller:"), "\(history.said)")
        #expect(await first.stop() == 0, "\(first.said)")
    }

    @Test("--take-over puts one in the place of the other, which ends by itself and changes nothing more")
    func takeOver() async throws {
        let world = try await World.open()
        let (first, key) = try start("first", world)
        try await first.next("Converged")
        try await first.line("status written")
        let (second, _) = try start("second", world, options: ["--take-over"])
        try await first.next("AnotherController", "second works with this status branch now")
        #expect(await first.ended() == 1, "\(first.said)")
        let before = try await changes(world, by: key)
        try await world.repository.commit(["acme.yaml": Small.node(count: 3)])
        try await second.next("ChangeSucceeded", "dev/acme/Service")
        try await second.line("status written")
        #expect(try await changes(world, by: key) == before)
        #expect(await second.stop() == 0, "\(second.said)")
        // It left the place, so that the next one need not ask; and a restart says nothing.
        #expect(try await world.repository.statusSubjects().first == "controller: second ends")
    }

    @Test("one without leases finds the replicas of a lease table, whichever of them answers, and ends")
    func beforeReplicas() async throws {
        let world = try await World.open()
        try await Replica.createTable(world)
        let replicas = [try await Replica.start("first", world), try await Replica.start("second", world)]
        for replica in replicas { try await replica.controller.next("CommitSeen") }
        let (alone, key) = try start("alone", world)
        try await alone.next("AnotherController", "table leases, which answered at")
        #expect(await alone.ended() == 1, "\(alone.said)")
        #expect(try await changes(world, by: key) == [])
        for replica in replicas { #expect(await replica.controller.stop() == 0, "\(replica.controller.said)") }
    }

    @Test("one that was killed is taken over from once it has not answered, and begins again in its own place at once")
    func killed() async throws {
        let world = try await World.open()
        let (first, _) = try start("first", world)
        try await first.next("Converged")
        try await first.line("status written")
        #expect(await first.stop(SIGKILL) == -SIGKILL)
        let (again, _) = try start("first", world)
        try await again.next("Converged")
        let subjects = try await world.repository.statusSubjects().filter { $0.hasPrefix("controller:") }
        #expect(subjects == ["controller: first begins"], "\(subjects)")
        #expect(await again.stop(SIGKILL) == -SIGKILL)

        let (second, _) = try start("second", world)
        try await second.line("second asks whether first is there")
        try await second.line("second takes over from first, which does not answer")
        try await second.next("Converged")
        #expect(await second.stop() == 0, "\(second.said)")
    }
}
