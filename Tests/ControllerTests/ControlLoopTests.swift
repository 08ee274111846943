import Foundation
import Ledger
import Logging
import Model
import Server
import Synchronization
import Testing

@testable import Controller

@Suite("The control loop")
struct ControlLoopTests {
    private let metrics = MetricsRegistry()

    private func loop(_ leases: ScriptedLeases? = nil, clock: LoopClock = .system) throws -> ControlLoop {
        let text = Array("repository: { url: /nowhere }\n".utf8)
        let (configuration, _) = ConfigurationFile.read(text, file: "plumbline.yaml", variables: [:])
        return ControlLoop(
            try #require(configuration), variables: [:], version: "1", logger: Logger(label: "test"),
            metrics: metrics, store: SecretStore(variables: [:]), clock: clock
        ) { _ throws(LeaseError) in
            guard let leases else { throw LeaseError(.file, "there are none here") }
            return leases
        }
    }

    private func entry(_ name: String = "dev", isHeld: Bool) -> WorkEntry {
        WorkEntry(WorkItem(name, rules: .init(), isHeld: isHeld))
    }

    private func status(_ outcome: RunOutcome, _ reason: Verdict.Reason) -> EnvironmentStatus {
        var status = EnvironmentStatus(
            environment: "dev", scope: AccountScope(account: "123456789012", region: "eu-west-1"),
            revision: "main@sha1:c0ffee", plan: "sha256:12", outcome: outcome,
            conditions: Verdict.conditions(Verdict(reason, "as recorded")))
        let since = Date(timeIntervalSince1970: 1_700_000_000)
        status.since = [.ready: since, .reconciling: since, .stalled: since]
        status.observedRevision = "main@sha1:c0ffee"
        status.appliedRevision = "main@sha1:beef"
        return status
    }

    @Test("leaves another try to the replica that works on the environment, and names it")
    func retry() async throws {
        let leases = ScriptedLeases()
        let loop = try loop(leases)
        await loop.put(entry(isHeld: false))
        let refusal = await #expect(throws: ControllerRefusal.self) { try await loop.retry("dev", by: "jo") }
        #expect(refusal?.code == .unreachable && refusal?.message.contains("ask again") == true)
        await loop.startLeases("installation")
        leases.set { $0.holders = ["dev": "there"] }
        #expect(try await loop.retry("dev", by: "jo") == "there")
        #expect(leases.asked == ["dev by jo"])
        leases.set { $0.error = LeaseError(.unreachable, "the table does not answer") }
        let cut = await #expect(throws: ControllerRefusal.self) { try await loop.retry("dev", by: "jo") }
        #expect(cut == ControllerRefusal(.unreachable, "the table does not answer"))
        await loop.put(entry(isHeld: true))
        #expect(try await loop.retry("dev", by: "jo") == loop.replica)
        #expect(leases.asked.count == 2)
    }

    @Test("takes an approval also of a plan that another replica recorded, and of no other")
    func approve() async throws {
        let loop = try loop(ScriptedLeases())
        await loop.put(entry(isHeld: false))
        await loop.show(status(.approvalNeeded, .approvalNeeded), nil)
        let older = await #expect(throws: ControllerRefusal.self) {
            try await loop.approve("dev", digest: "sha256:a", by: "jo")
        }
        #expect(older?.code == .conflict && older?.message.contains("sha256:12") == true)
        let right = await #expect(throws: ControllerRefusal.self) {
            try await loop.approve("dev", digest: "sha256:12", by: "jo")
        }
        #expect(right?.code == .git, "there is no repository here to commit it to")
    }

    @Test("shows what another replica works on as that one recorded it, with its name, and counts only its own")
    func follows() async throws {
        let leases = ScriptedLeases()
        let loop = try loop(leases)
        await loop.startLeases("installation")
        leases.set { $0.holders = ["dev": "there"] }
        await loop.put(entry(isHeld: false))
        await loop.put(entry("test", isHeld: true))
        let converged = status(.converged, .converged)
        await loop.show(converged, nil)
        let state = try #require(await loop.environment("dev"))
        #expect(state.phase == .elsewhere && state.holder == "there")
        #expect(state.conditions == converged.datedConditions(at: Date()))
        #expect(state.observedRevision?.commit == "c0ffee" && state.appliedRevision?.commit == "beef")
        await loop.measure()
        #expect(metrics.text().contains("environment=\"test\""))
        #expect(!metrics.text().contains("environment=\"dev\""))
        await loop.lease(.lost(environment: "test", why: "a test"))
        #expect(!metrics.text().contains("environment=\"test\""), "\(metrics.text())")
    }

    @Test("tells chats what concerns all only where it speaks for all, and of an environment where it works on it")
    func voice() async throws {
        let leases = ScriptedLeases()
        let loop = try loop(leases)
        await loop.put(entry(isHeld: false))
        await loop.put(entry("test", isHeld: true))
        var heard = await loop.events().makeAsyncIterator()
        await loop.tell(nil, .error, "GitTrouble", "before there are leases")
        #expect(await heard.next()?.isForChats == true)
        await loop.startLeases("installation")
        #expect(leases.shared == ["dev", "test", Lease.forge])
        await loop.tell(nil, .error, "GitTrouble", "it is gone")
        #expect(await heard.next()?.isForChats == false)
        await loop.tell(nil, .error, "LeaseTrouble", "of this replica")
        #expect(await heard.next()?.isForChats == true)
        for (name, isForChats) in [("dev", false), ("test", true)] {
            await loop.tell(name, .info, "Converged", "AWS agrees")
            #expect(await heard.next()?.isForChats == isForChats)
        }
        leases.set { $0.held = [Lease.forge] }
        await loop.tell(nil, .info, "CommitSeen", "main@c0ffee")
        #expect(await heard.next()?.isForChats == true)
    }

    @Test("tells, when it comes to speak for all, what stands and what happened while nobody spoke")
    func takesOver() async throws {
        let leases = ScriptedLeases()
        let loop = try loop(leases)
        await loop.startLeases("installation")
        for (reason, text) in [
            ("GitTrouble", "gone"), ("GitAnswers", "back"), ("InvalidManifests", "broken"), ("ForcePushed", "moved"),
        ] { await loop.tell(nil, .error, reason, text) }
        leases.set { $0.held = [Lease.forge] }
        var heard = await loop.events().makeAsyncIterator()
        await loop.lease(.gained(Lease(environment: Lease.forge, fence: 1)))
        await loop.lease(.gained(Lease(environment: Lease.forge, fence: 2)))
        await loop.tell(nil, .info, "End", "")
        var told: [String] = []
        while let event = await heard.next(), event.reason != "End" {
            #expect(event.isForChats)
            told.append(event.reason)
        }
        #expect(told == ["InvalidManifests", "ForcePushed"])
    }

    @Test("looks at git when another replica has seen a commit that it has not")
    func seen() async throws {
        let loop = try loop(ScriptedLeases())
        await loop.see(Revision(ref: "main", commit: "a"))
        await loop.lease(.seen(commit: "a"))
        #expect(await !loop.isLooking)
        await loop.lease(.seen(commit: "b"))
        #expect(await loop.isLooking)
    }

    @Test("is ready from the first sync on, also while a new environment is looked at for the first time")
    func ready() async throws {
        let loop = try loop()
        #expect(await !loop.isReady())
        await loop.see(Revision(ref: "main", commit: "a"))
        #expect(await loop.isReady())
        await loop.forgetRevision()
        #expect(await loop.isReady())
    }

    @Test("looks at all environments of an account and region when one of them is due, and at no others")
    func company() async throws {
        let moment = Mutex(Bench().now)
        let loop = try loop(clock: LoopClock(now: { moment.withLock { $0 } }, sleep: { _, _ in }))
        for (name, region, age) in [("a", "eu-west-1", 0), ("b", "eu-west-1", 300), ("c", "eu-west-2", 300)] {
            var bench = Bench(name: name)
            bench.pass(.seconds(age))
            bench.commit()
            bench.converge()
            var entry = WorkEntry(bench.item)
            entry.scope = AccountScope(account: "123456789012", region: region)
            await loop.put(entry)
        }
        for (seconds, isDue) in [(599, false), (1, true)] {
            let now = moment.withLock { now in
                now.uptime += .seconds(seconds)
                return now
            }
            await loop.wake(now)
            #expect(await loop.waiting.isEmpty == !isDue)
        }
        #expect(await loop.waiting.sorted() == ["a", "b"])
    }

    @Test("waits by the clock that it is given, and tells it when nothing is under way")
    func clock() async throws {
        let clock = JumpingClock()
        let loop = try loop(clock: clock.loopClock)
        async let run: Void = loop.run()
        // At once, and then at each poll; what a poll itself takes is not slept through.
        for await pauses in clock.pauses where pauses.count == 4 {
            #expect(pauses == [.zero, .seconds(60), .seconds(60), .seconds(60)])
            loop.mailbox.post(.stop)
            break
        }
        try await run
    }
}

/// Jumps to what is due as soon as the loop is idle.
private final class JumpingClock: Sendable {
    /// How long was slept so far, as it grows.
    let pauses: AsyncStream<[Duration]>
    private let told: AsyncStream<[Duration]>.Continuation
    private let slept = Mutex<[Duration]>([])

    init() { (pauses, told) = AsyncStream.makeStream() }

    var loopClock: LoopClock {
        LoopClock(
            now: {
                let uptime = self.slept.withLock { $0.reduce(.zero, +) }
                return Moment(uptime: uptime, wall: Date(timeIntervalSince1970: uptime.seconds))
            },
            sleep: { pause, isIdle in
                guard isIdle else { return try await Task.sleep(for: .seconds(600)) }
                self.told.yield(
                    self.slept.withLock { slept in
                        slept.append(pause)
                        return slept
                    })
            })
    }
}

extension ControlLoop {
    fileprivate func put(_ entry: WorkEntry) {
        entries[entry.item.name] = entry
        shareLeases()
    }
    fileprivate func see(_ revision: Revision) { newest = revision }
    fileprivate func forgetRevision() { newest = nil }
}
