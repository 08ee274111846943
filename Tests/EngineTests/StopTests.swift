import Model
import Synchronization
import Testing

@testable import Engine

@Suite("A stop")
struct StopTests {
    @Test("begins nothing further, ends what waits, and can be gone on from")
    func stop() async {
        let world = World()
        world.provider.fail { $0.slow["dev/Net"] = 1_000_000 }
        let stop = StopSignal()
        let planned = await world.reconciler.plan(world.basis)
        let applied = await world.reconciler.apply(planned, run: "one", stop: stop) { event in
            if event.address == "dev/Net", case .waiting = event.phase { stop.request() }
        }
        #expect(applied.outcomes["dev/Net"] == .cancelled)
        #expect(applied.outcomes["dev/acme/Listener"] == .cancelled)
        #expect(applied.outcomes.count == planned.plan.changes.count)
        world.provider.fail { $0.slow = [:] }
        world.provider.tamper("dev/Net") { $0.looksLeft = 0 }
        #expect(await world.apply(run: "two").isConverged)
    }

    @Test("asked for before the start changes nothing")
    func before() async {
        let world = World()
        let stop = StopSignal()
        stop.request()
        let planned = await world.reconciler.plan(world.basis)
        let applied = await world.reconciler.apply(planned, run: "one", stop: stop) { _ in }
        #expect(applied.outcomes.values.allSatisfy { $0 == .cancelled })
        #expect(world.provider.find("dev/Net") == nil)
    }

    @Test("is also a permit that was refused once: nothing is begun after that, whatever is said later")
    func refused() async {
        let world = World()
        let asked = Atomic(0)
        let permit = StartPermit { asked.add(1, ordering: .relaxed).newValue != 3 }
        let planned = await world.reconciler.plan(world.basis)
        let begun = Atomic(0)
        let applied = await world.reconciler.apply(planned, run: "one", permit: permit) { event in
            if case .started = event.phase { begun.add(1, ordering: .relaxed) }
        }
        let made = applied.outcomes.values.count { if case .succeeded = $0 { true } else { false } }
        #expect(made == begun.load(ordering: .relaxed) && (1...2).contains(made))
        #expect(applied.outcomes.values.count { $0 == .cancelled } == planned.plan.changes.count - made)
        #expect(!permit.mayStart)
        #expect(applied.after.plan.changes.count == planned.plan.changes.count, "AWS was not looked at again")
    }

    @Test("ends a wait at once, and a wait that is over is not disturbed")
    func signal() async throws {
        let stop = StopSignal()
        try await stop.orUntilRequested {}
        await withTaskGroup { group in
            group.addTask {
                _ = await #expect(throws: CancellationError.self) {
                    try await stop.orUntilRequested { try await Task.sleep(for: .seconds(600)) }
                }
            }
            group.addTask { stop.request() }
        }
        await stop.wait()
        #expect(stop.isRequested)
    }
}
