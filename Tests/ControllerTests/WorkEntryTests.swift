import Foundation
import Ledger
import Model
import Testing

@testable import Controller

@Suite("What is written of an environment")
struct WorkEntryTests {
    private let desk = Desk()

    private func recording(_ subject: String, happened: Bool = true) -> Recording {
        let status = EnvironmentStatus(
            environment: "dev", scope: nil, revision: "main@sha1:1", plan: "", outcome: .converged, conditions: [],
            changes: happened ? [ChangeRecord(address: subject, action: "update", outcome: "succeeded")] : [])
        return Recording(status: status, inventory: nil, happened: happened, subject: subject)
    }

    @Test("goes one after the other, so that no older status overtakes a newer one")
    func inTurn() throws {
        desk.entry.note(recording("first"))
        let first = try #require(desk.take())
        desk.entry.note(recording("second"))
        #expect(desk.take() == nil)
        #expect(desk.wasWritten(first, true), "there is more to write")
        #expect(desk.take()?.subject == "second")
    }

    @Test("is made up for when there was something to record meanwhile")
    func due() throws {
        desk.entry.note(recording("first"))
        let first = try #require(desk.take())
        #expect(!desk.mayRecord())
        #expect(desk.wasWritten(first, true))
        #expect(desk.mayRecord())
    }

    @Test("is not lost when it cannot be written, nor behind a look that found nothing")
    func failure() throws {
        desk.entry.note(recording("created 5"))
        let first = try #require(desk.take())
        #expect(!desk.wasWritten(first, false))
        #expect(desk.entry.unwritten?.subject == "created 5")
        desk.entry.note(recording("nothing", happened: false))
        let next = try #require(desk.take())
        #expect(next.happened && next.subject == "created 5")
        #expect(next.status.changes.map(\.address) == ["created 5"])
    }

    @Test("is not written over what another replica wrote while that had the lease")
    func lostLease() {
        desk.entry.note(recording("old"))
        _ = desk.entry.item.handle(.lease(false), at: Bench().now)
        #expect(desk.take() == nil, "another replica has the word")
        _ = desk.entry.item.handle(.lease(true), at: Bench().now)
        desk.entry.wasGained()
        #expect(desk.take() == nil, "AWS and the branch have to be looked at first")
        desk.entry.compare(with: RecordedState(statuses: [], inventories: [:]))
        #expect(desk.take()?.subject == "old")
    }

    @Test("wakes the loop once when an attempt has become slow, not all the time")
    func slow() {
        var bench = Bench()
        bench.commit()
        bench.plan()
        desk.entry.item = bench.item
        desk.entry.began = bench.now
        desk.entry.busy = [ResourceAddress("dev/VPC")]
        #expect(desk.entry.slowAt(false, bench.now) == bench.now.uptime + WorkEntry.patience)
        #expect(desk.entry.slowAt(true, bench.now) == nil, "nobody waits")
        bench.pass(WorkEntry.patience)
        #expect(desk.entry.slowAt(false, bench.now) == nil)
        #expect(!desk.entry.takesPlace(at: bench.now))
    }
}

/// Holds an entry, so that it can be changed within expectations.
private final class Desk {
    var entry = WorkEntry(WorkItem("dev", rules: .init()))

    func take() -> Recording? { entry.takeRecording() }
    func mayRecord() -> Bool { entry.mayRecord() }
    func wasWritten(_ recording: Recording, _ isDone: Bool) -> Bool { entry.wasWritten(recording, isDone) }
}
