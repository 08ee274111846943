import Foundation
import Model
import Testing

@testable import Controller

@Suite("A work item")
struct WorkItemTests {
    @Test("plans its first commit when its turn comes, applies the plan, and looks again on schedule")
    func firstCommit() {
        var bench = Bench()
        let (assignment, actions) = bench.commit()
        #expect(actions == [.queue])
        #expect(bench.item.phase == .queued)
        #expect(bench.send(.turn) == [.plan(assignment)])
        #expect(bench.item.phase == .planning)
        #expect(bench.send(.planned(.init(digest: "sha256:a", changes: 3))) == [.apply])
        #expect(bench.item.phase == .applying)
        #expect(bench.reconciling?.condition.isTrue == true)
        #expect(bench.send(.ended(.converged(told: nil))) == [.record])
        #expect(bench.item.phase == .idle)
        #expect(bench.item.appliedRevision == assignment.revision)
        #expect(bench.ready?.condition == Condition(.ready, true, reason: "Converged", message: "AWS agrees"))
        #expect(bench.wait == .seconds(600))
        bench.pass(.seconds(599))
        #expect(bench.send(.time) == [])
        bench.pass(.seconds(1))
        #expect(bench.send(.time) == [.queue])
    }

    @Test("is moved by chance on its schedule, never by more than the jitter", arguments: [0.0, 0.5, 0.999])
    func jitter(chance: Double) {
        var bench = Bench()
        bench.now.chance = chance
        bench.commit()
        bench.converge()
        let expected = 600 * (1 + 0.2 * (2 * chance - 1))
        #expect(abs((bench.wait ?? .zero).seconds - expected) < 0.001)
    }

    @Test("comes along when another one looks, once AWS agreed, and then goes by the other's chance")
    func company() {
        var bench = Bench()
        bench.commit()
        #expect(bench.send(.company) == [], "it waits for its turn already")
        bench.plan()
        #expect(bench.send(.company) == [], "it is being worked on")
        bench.send(.ended(.failed("no")))
        #expect(bench.send(.company) == [], "it failed")
        bench.pass(.seconds(20))
        bench.send(.time)
        bench.converge()
        bench.pass(.seconds(300))
        #expect(bench.send(.company) == [.queue])
        #expect(!bench.item.isRoutinelyDue)
        bench.send(.turn)
        #expect(bench.item.attempt?.isRoutine == true)
        bench.send(.planned(.init(digest: "sha256:a", changes: 0)))
        bench.send(.ended(.converged(told: nil)))
        #expect(bench.wait == .seconds(720))
        bench.pass(.seconds(720))
        #expect(bench.send(.time) == [.queue])
        #expect(bench.item.isRoutinelyDue)
        bench.converge()
        #expect(bench.wait == .seconds(600))
    }

    @Test("keeps its conditions' times while they say the same, and gives new ones when they change")
    func dates() {
        var bench = Bench()
        bench.commit()
        bench.converge()
        let since = bench.now.wall
        #expect(bench.ready?.since == since)
        bench.pass(.seconds(600))
        bench.send(.time)
        #expect(bench.ready?.since == since, "waiting for its turn is no news")
        bench.plan(changes: 0)
        bench.send(.ended(.converged(told: nil)))
        #expect(bench.ready?.since == since)
        bench.pass(.seconds(600))
        bench.send(.time)
        bench.plan()
        bench.send(.ended(.failed("no")))
        #expect(bench.ready?.since == bench.now.wall)
        #expect(bench.ready?.condition.isTrue == false)
    }

    @Test("looks again when the clock was set while it waited for a time of day, and only then")
    func clockSet() throws {
        var bench = Bench()
        bench.commit()
        bench.converge()
        #expect(bench.send(.clockSet) == [])
        #expect(bench.item.waitsUntil == nil)
        var gates = Gates()
        let end = bench.now.wall + 7200
        gates.suspension = Suspension(reason: "load test", by: "jo", until: end)
        bench.commit(gates: gates)
        bench.plan()
        #expect(bench.item.phase == .suspended)
        #expect(bench.item.waitsUntil == end)
        bench.now.wall += 86_400
        #expect(bench.send(.clockSet) == [.queue])
        #expect(bench.plan() == [.apply])
        #expect(bench.item.waitsUntil == nil)
    }

    @Test("leaves a commit that says nothing new about it to its schedule")
    func unconcerned() {
        var bench = Bench()
        bench.commit()
        bench.converge()
        let (assignment, actions) = bench.commit(concerned: false)
        #expect(actions == [])
        #expect(bench.item.phase == .idle)
        bench.pass(.seconds(600))
        bench.send(.time)
        #expect(bench.send(.turn) == [.plan(assignment)])
    }

    @Test("ends the waits of an older commit for a newer one, and takes that up next")
    func newestWins() {
        var bench = Bench()
        bench.commit()
        bench.plan()
        let (newer, actions) = bench.commit()
        #expect(actions == [.endWaits])
        #expect(bench.item.phase == .applying)
        #expect(bench.send(.ended(.interrupted)) == [.record, .queue])
        #expect(bench.send(.turn) == [.plan(newer)])
    }

    @Test("does not carry out a plan that was overtaken while it was made")
    func overtakenPlan() {
        var bench = Bench()
        bench.commit()
        bench.send(.turn)
        #expect(bench.commit().actions == [.endWaits])
        #expect(bench.send(.planned(.init(digest: "sha256:a", changes: 1))) == [.discard, .record, .queue])
    }

    @Test("tries a failed commit again after twice as long each time, then no more")
    func quarantine() {
        var bench = Bench()
        bench.commit()
        var waits: [Duration?] = []
        for _ in 1...4 {
            bench.plan()
            bench.send(.ended(.failed("AWS said no")))
            waits.append(bench.wait)
            bench.pass(bench.wait ?? .zero)
            #expect(bench.send(.time) == [.queue])
        }
        bench.plan()
        bench.send(.ended(.failed("AWS said no")))
        #expect(waits == [.seconds(10), .seconds(20), .seconds(40), .seconds(80)])
        #expect(bench.item.phase == .quarantined)
        #expect(bench.stalled?.condition.isTrue == true)
        #expect(bench.stalled?.condition.reason == "Quarantined")
        #expect(bench.commit().actions == [.queue])
        #expect(bench.item.failures == 0)
    }

    @Test("tries for ever what only could not be asked, ever more slowly, up to the longest pause")
    func outage() {
        var bench = Bench()
        bench.commit()
        for _ in 1...40 {
            bench.plan()
            bench.send(.ended(.outage("no answer")))
            #expect(bench.item.phase == .backingOff)
            bench.pass(bench.wait ?? .zero)
            bench.send(.time)
        }
        bench.plan()
        bench.send(.ended(.outage("no answer")))
        #expect(bench.wait == .seconds(600))
        bench.pass(.seconds(600))
        bench.send(.time)
        bench.converge()
        #expect(bench.item.outages == 0)
        #expect(bench.ready?.condition.isTrue == true)
    }

    @Test("keeps the last valid commit in force under a broken one, and says where that is broken")
    func invalid() {
        var bench = Bench()
        let (valid, _) = bench.commit()
        bench.converge()
        let broken = WorkItem.Invalid(
            revision: Revision(ref: "main", commit: "b"), message: "acme.yaml:3:5: error: unknown key")
        #expect(bench.send(.invalid(broken)) == [.record])
        #expect(bench.send(.invalid(broken)) == [], "once is enough")
        #expect(bench.stalled?.condition.reason == "InvalidManifests")
        #expect(bench.stalled?.condition.message.contains("acme.yaml:3:5") == true)
        bench.pass(.seconds(600))
        bench.send(.time)
        #expect(bench.send(.turn) == [.plan(valid)])
        bench.send(.planned(.init(digest: "", changes: 0)))
        bench.send(.ended(.converged(told: nil)))
        #expect(bench.stalled?.condition.isTrue == true, "it is still broken")
        #expect(bench.commit(concerned: false).actions == [.record])
        #expect(bench.ready?.condition.isTrue == true)
    }

    @Test("begins nothing after a stop, and ends what runs")
    func stop() {
        var bench = Bench()
        bench.commit()
        bench.plan()
        #expect(bench.send(.stop) == [.endWaits])
        #expect(bench.send(.ended(.interrupted)) == [.record])
        #expect(bench.item.phase == .idle)
        #expect(bench.commit().actions == [])
        #expect(bench.send(.retry) == [])
        #expect(bench.item.due == nil)
    }

    @Test("leaves the queue at a stop")
    func stopQueued() {
        var bench = Bench()
        bench.commit()
        #expect(bench.send(.stop) == [.leaveQueue])
        #expect(bench.item.phase == .idle)
    }

    @Test("works only while it holds its lease")
    func lease() {
        var bench = Bench(isHeld: false)
        #expect(bench.commit().actions == [])
        #expect(bench.item.phase == .elsewhere)
        bench.commit()
        #expect(bench.send(.lease(true)) == [.queue])
        bench.plan()
        #expect(bench.send(.lease(false)) == [.endWaits])
        bench.send(.ended(.interrupted))
        #expect(bench.item.phase == .elsewhere)
        #expect(bench.item.due == nil)
        #expect(bench.commit().actions == [])
    }

    @Test("comes to its end when the lease is lost and won again meanwhile, and goes on from there")
    func leaseRegained() {
        var bench = Bench()
        let (assignment, _) = bench.commit()
        bench.plan()
        #expect(bench.send(.lease(false)) == [.endWaits])
        #expect(bench.send(.lease(true)) == [])
        #expect(bench.item.phase == .applying)
        #expect(bench.send(.ended(.interrupted)) == [.record, .queue])
        #expect(bench.send(.turn) == [.plan(assignment)])
    }

    @Test("tells drift that is left, and is not ready then")
    func leftDrift() {
        var bench = Bench()
        bench.commit()
        bench.plan(changes: 0)
        bench.send(.ended(.converged(told: "drift is left: dev/acme/Service")))
        #expect(bench.ready?.condition.isTrue == false)
        #expect(bench.stalled?.condition.reason == "DriftFound")
        #expect(bench.wait == .seconds(600))
    }

    @Test("keeps to its waits when the clock on the wall jumps", arguments: [-86_400.0, 86_400.0])
    func jump(by seconds: Double) {
        var bench = Bench()
        bench.commit()
        bench.converge()
        bench.now.wall += seconds
        #expect(bench.send(.time) == [])
        bench.pass(.seconds(600))
        #expect(bench.send(.time) == [.queue])
    }

    @Test("shows what another replica recorded while that one works on it, and nothing of it when it is held here")
    func followed() {
        let since = Date(timeIntervalSince1970: 1_600_000_000)
        let recorded = Verdict.conditions(Verdict(.quarantined, "rolled back")).map { DatedCondition($0, since: since) }
        let applied = Revision(ref: "main", commit: "c0ffee")
        var bench = Bench()
        bench.commit()
        bench.converge()
        let own = bench.item.conditions
        bench.send(.followed(recorded, applied: applied))
        #expect(bench.item.conditions == own)
        bench.send(.lease(false))
        #expect(bench.send(.followed(recorded, applied: applied)) == [])
        #expect(bench.item.conditions == recorded && bench.item.appliedRevision == applied)
        bench.commit()
        bench.send(.invalid(.init(revision: applied, message: "broken")))
        #expect(bench.item.conditions == recorded, "whoever works on it records that, too")
        #expect(bench.item.phase == .elsewhere)
        bench.commit()
        #expect(bench.send(.lease(true)) == [.queue])
        #expect(bench.item.conditions == recorded, "until it was looked at here")
        bench.converge()
        #expect(bench.item.verdict.reason == .converged)
        #expect(bench.ready?.condition.reason == "Converged")
    }

    @Test("has after a start the conditions that were recorded, until there is something to say")
    func recorded() {
        let since = Date(timeIntervalSince1970: 1_600_000_000)
        let before = Verdict.conditions(Verdict(.converged, "AWS agrees")).map { DatedCondition($0, since: since) }
        var bench = Bench()
        bench.item = WorkItem("dev", rules: .init(), conditions: before)
        bench.commit()
        bench.plan(changes: 0)
        bench.send(.ended(.converged(told: nil)))
        #expect(bench.item.conditions == before)
    }
}
