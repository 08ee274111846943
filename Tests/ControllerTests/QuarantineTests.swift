import Foundation
import Model
import Testing

@testable import Controller

@Suite("A work item in quarantine")
struct QuarantineTests {
    private let held = [WorkItem.Action.hold(.quarantined("AWS said no"))]

    /// An item that failed too often; the pause after its last try is 160 s.
    private func quarantined() -> Bench {
        var bench = Bench()
        bench.commit()
        for _ in 1...5 {
            bench.pass(bench.wait ?? .zero)
            bench.send(.time)
            bench.plan()
            bench.send(.ended(.failed("AWS said no")))
        }
        return bench
    }

    @Test("is looked at on schedule, is told what there is to do, and changes nothing")
    func look() {
        var bench = quarantined()
        #expect(bench.item.isQuarantined && bench.wait == .seconds(600))
        for _ in 1...3 {
            let since = bench.stalled?.since
            bench.pass(.seconds(600))
            #expect(bench.send(.time) == [.queue])
            #expect(bench.item.toldPhase == .quarantined, "a look is no way out")
            #expect(bench.plan() == held)
            #expect(bench.item.phase == .quarantined && bench.item.failures == 5)
            #expect(bench.stalled?.condition.reason == "Quarantined" && bench.stalled?.since == since)
            #expect(bench.wait == .seconds(600))
        }
    }

    @Test("is also held back from a plan that is approved")
    func approved() {
        var bench = quarantined()
        bench.pass(.seconds(600))
        bench.send(.time)
        #expect(bench.plan(reasons: ["deletes 6"]) == held)
    }

    @Test("is over when a look finds that AWS agrees")
    func agrees() {
        var bench = quarantined()
        bench.pass(.seconds(600))
        bench.send(.time)
        #expect(bench.plan(changes: 0) == [.apply], "which changes nothing")
        bench.send(.ended(.converged(told: nil)))
        #expect(!bench.item.isQuarantined && bench.item.failures == 0)
        #expect(bench.ready?.condition.isTrue == true)
    }

    @Test("stays when a look fails or nobody can be asked, and says why", arguments: [true, false])
    func failedLook(_ isOutage: Bool) {
        var bench = quarantined()
        bench.pass(.seconds(600))
        bench.send(.time)
        bench.send(.turn)
        #expect(bench.send(.ended(isOutage ? .outage("no answer") : .failed("no answer"))) == [.record])
        #expect(bench.item.phase == .quarantined && bench.item.failures == 5 && bench.item.outages == 0)
        #expect(bench.stalled?.condition.message == "no answer")
        #expect(bench.wait == .seconds(600))
    }

    @Test("ends with a newer commit that does not concern it, for one try, no sooner than the pause since the last one")
    func newerCommit() {
        var bench = quarantined()
        bench.pass(.seconds(60))
        let (assignment, actions) = bench.commit(concerned: false)
        #expect(actions == [.record])
        #expect(bench.item.phase == .backingOff && !bench.item.isQuarantined)
        #expect(bench.reconciling?.condition.isTrue == true && bench.stalled?.condition.isTrue == false)
        #expect(bench.wait == .seconds(100))
        bench.pass(.seconds(99))
        #expect(bench.send(.time) == [])
        bench.pass(.seconds(1))
        #expect(bench.send(.time) == [.queue])
        #expect(bench.send(.turn) == [.plan(assignment)])
        #expect(bench.send(.planned(.init(digest: "sha256:a", changes: 1))) == [.apply])
        bench.send(.ended(.failed("AWS said no")))
        #expect(bench.item.phase == .quarantined, "one try, not five")
    }

    @Test("makes no tight loop of commits that come thick and fast")
    func manyCommits() {
        var bench = quarantined()
        var tries = 0
        for _ in 1...3600 {
            bench.pass(.seconds(1))
            bench.commit(concerned: false)
            guard bench.send(.time) == [.queue] else { continue }
            tries += 1
            bench.plan()
            bench.send(.ended(.failed("AWS said no")))
        }
        // Pauses of 160, 320, and then 600 seconds.
        #expect(tries == 7)
    }

    @Test("ends at once with a commit that does not concern it when the last try is long ago")
    func longAgo() {
        var bench = quarantined()
        bench.pass(.seconds(3600))
        bench.commit(concerned: false)
        #expect(bench.wait == .zero)
    }

    @Test("is not ended by the commit that is in force already")
    func sameCommit() throws {
        var bench = quarantined()
        let assignment = try #require(bench.item.assignment)
        #expect(bench.send(.assigned(assignment, isConcerned: false)) == [])
        #expect(bench.item.phase == .quarantined)
    }

    @Test("ends with a newer commit while a look waits for its turn or is under way", arguments: [true, false])
    func duringLook(_ hasTurn: Bool) {
        var bench = quarantined()
        bench.pass(.seconds(600))
        bench.send(.time)
        if hasTurn {
            bench.send(.turn)
            #expect(bench.commit(concerned: false).actions == [])
            #expect(bench.send(.planned(.init(digest: "sha256:a", changes: 1))) == held, "the look remains one")
        } else {
            #expect(bench.commit(concerned: false).actions == [.leaveQueue, .record])
        }
        #expect(bench.item.phase == .backingOff && bench.wait == .zero)
        bench.send(.time)
        #expect(bench.plan() == [.apply])
    }

    @Test(
        "ends at once at a person's word and with a commit that concerns it, also during a look",
        arguments: [true, false])
    func atOnce(_ isRetry: Bool) {
        var bench = quarantined()
        bench.pass(.seconds(600))
        bench.send(.time)
        bench.send(.turn)
        if isRetry { bench.send(.retry) } else { bench.commit() }
        #expect(bench.send(.planned(.init(digest: "sha256:a", changes: 1))) == [.discard, .record, .queue])
        #expect(!bench.item.isQuarantined && bench.item.failures == 0)
        #expect(bench.plan() == [.apply])

        bench = quarantined()
        #expect(isRetry ? bench.send(.retry) == [.queue] : bench.commit().actions == [.queue])
        #expect(bench.plan() == [.apply])
    }

    @Test("lasts when the lease is lost and won again, and through a stop")
    func leaseAndStop() {
        var bench = quarantined()
        bench.send(.lease(false))
        #expect(bench.item.phase == .elsewhere)
        #expect(bench.send(.lease(true)) == [.queue])
        #expect(bench.plan() == held)
        bench.pass(.seconds(600))
        bench.send(.time)
        bench.send(.turn)
        #expect(bench.send(.stop) == [.endWaits])
        #expect(bench.send(.planned(.init(digest: "sha256:a", changes: 1))) == [.discard, .record])
        #expect(bench.item.isQuarantined && bench.stalled?.condition.reason == "Quarantined")
    }

    @Test(
        "is remembered over a restart, and by the replica that takes over, for the same commit only",
        arguments: [true, false])
    func recalled(_ isRestart: Bool) throws {
        var bench = Bench()
        let commit = String(repeating: "1", count: 40)
        let before = WorkItem.Event.recalled(.init(commit: commit, message: "AWS said no"))
        if isRestart { bench.send(before) }
        #expect(bench.commit().assignment.revision.commit == commit)
        bench.send(.turn)
        if !isRestart { bench.send(before) }
        #expect(bench.send(.planned(.init(digest: "sha256:a", changes: 1))) == held)
        #expect(bench.item.phase == .quarantined && bench.item.failures == 5)
        #expect(bench.send(.retry) == [.queue])
        #expect(bench.plan() == [.apply])

        var other = Bench()
        other.send(.recalled(.init(commit: "another", message: "AWS said no")))
        other.commit()
        #expect(other.plan() == [.apply])
    }
}
