import Model
import Synchronization
import Testing

@testable import Engine
@testable import Trials

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

    @Test("leaves a true record: what was made is in it, also what still waits, and what was not begun is not")
    func record() async throws {
        let world = World()
        world.provider.fail { $0.slow["dev/acme/Balancer"] = 1_000_000 }
        let stop = StopSignal()
        let planned = await world.reconciler.plan(world.basis)
        let applied = await world.reconciler.apply(planned, run: "one", stop: stop) { event in
            if event.address == "dev/acme/Balancer", case .waiting = event.phase { stop.request() }
        }
        #expect(applied.outcomes["dev/acme/Balancer"] == .cancelled)
        let recorded = applied.after.plan.declared.filter { $0.value.identifier != nil }
        let made = recorded.keys.map { world.provider.find($0)?.identifier }
        #expect(made.allSatisfy { $0 != nil } && Set(made.compactMap { $0 }) == world.provider.identifiers)
        #expect(recorded["dev/Net"] != nil && recorded["dev/acme/Balancer"] != nil)
        #expect(recorded["dev/acme/Listener"] == nil)
        let left = Set(applied.after.plan.changes.map(\.address))
        #expect(left.contains("dev/acme/Balancer") && !left.contains("dev/Net"))
    }

    @Test("leaves a true record of removals, too")
    func removals() async {
        var world = await World.converged()
        world.declarations.removeAll { $0.address.path.hasPrefix("dev/acme/") }
        world.provider.fail { $0.lingering["dev/acme/Balancer"] = 1_000_000 }
        let stop = StopSignal()
        let planned = await world.reconciler.plan(world.basis)
        let applied = await world.reconciler.apply(planned, run: "two", stop: stop) { event in
            if event.address == "dev/acme/Balancer", case .waiting = event.phase { stop.request() }
        }
        let recorded = applied.after.plan.declared
        #expect(recorded["dev/acme/Runner"] == nil && recorded["dev/acme/api/Rule"] == nil)
        #expect(recorded["dev/acme/Balancer"]?.identifier != nil, "it was not seen to be gone")
        #expect(recorded["dev/Net"]?.identifier != nil)
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
        #expect(applied.after.plan.changes.count == planned.plan.changes.count - made, "AWS was not looked at again")
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
