import Model
import Testing

@testable import Engine

/// Random environments, random changes of manifests, and random meddling from outside. A failing case prints its seed.
@Suite("Whatever is declared and whatever happens outside")
struct PropertyTests {
    @Test("it converges in one pass, in an order that never meets a refusal", arguments: 0..<300)
    func converges(seed: Int) async {
        var random = RandomWorld(seed: UInt64(seed))
        var world = World(random.declarations())
        world.limits = DeletionLimits(count: .max, fraction: 1)
        world.provider.fail { $0.slow = random.slow(world.declarations) }
        let strangers = random.strangers(in: world.provider)
        await check(&world, "made", seed)
        for round in 1...3 {
            random.changeManifests(&world)
            random.meddle(world.provider, world.declarations)
            if Bool.random(using: &random.generator) { world.recorded = [:] }
            await check(&world, "round \(round)", seed)
        }
        #expect(world.provider.identifiers.isSuperset(of: strangers), "seed \(seed)")
        world.declarations = []
        world.emptied = ["dev"]
        await check(&world, "emptied", seed)
        #expect(world.provider.count == strangers.count, "seed \(seed)")
    }

    private func check(_ world: inout World, _ stage: String, _ seed: Int) async {
        let comment: Comment = "seed \(seed), \(stage)"
        let reconciler = world.reconciler
        let planned = await reconciler.plan(world.basis)
        var shuffled = world
        shuffled.declarations.reverse()
        let again = await shuffled.plan()
        #expect(planned.plan.digest == again.digest, comment)
        #expect(planned.plan.changes.map(\.address) == again.changes.map(\.address), comment)
        #expect(planned.plan.changes.map(\.removalWaitsFor) == again.changes.map(\.removalWaitsFor), comment)
        #expect(planned.plan.errors == [], comment)
        world.provider.clearCalls()
        let applied = await reconciler.apply(planned, run: "\(seed) \(stage)") { _ in }
        #expect(applied.isConverged, comment)
        #expect(world.provider.refusals == [], comment)
        #expect(world.provider.identifiers.count >= world.declarations.count, comment)
        checkOrder(planned.plan, world.provider.calls, comment)
        world.recorded = applied.after.plan.declared
    }

    /// Each change ran after all that it depends on, and nothing was taken away before those that held it let go.
    private func checkOrder(_ plan: Plan, _ calls: [MemoryProvider.Call], _ comment: Comment) {
        var puts: [ResourceAddress: Int] = [:]
        var deletes: [ResourceAddress: Int] = [:]
        for (index, call) in calls.enumerated() {
            switch call.verb {
            case "create", "update", "tag": puts[call.address] = puts[call.address] ?? index
            case "delete": deletes[call.address] = deletes[call.address] ?? index
            default: break
            }
        }
        #expect(Set(puts.keys) == Set(plan.changes.filter(\.action.puts).map(\.address)), comment)
        #expect(Set(deletes.keys) == Set(plan.changes.filter(\.action.removes).map(\.address)), comment)
        for change in plan.changes {
            for need in change.declaration?.dependencies ?? [] {
                guard let own = puts[change.address], let other = puts[need] else { continue }
                #expect(other < own, "\(comment): \(need) before \(change.address)")
            }
            guard change.action == .delete, let id = change.identifier else { continue }
            for holder in plan.changes where holder.observed?.values.values.contains(where: { $0.holds(id) }) == true {
                guard let own = deletes[change.address],
                    let other = holder.action.removes ? deletes[holder.address] : puts[holder.address]
                else { continue }
                #expect(other < own, "\(comment): \(holder.address) lets go of \(change.address)")
            }
        }
    }
}

extension Value {
    fileprivate func holds(_ id: String) -> Bool {
        var found = false
        forEachText { if $0 == id { found = true } }
        return found
    }
}
