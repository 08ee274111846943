import Model
import Testing

@testable import Engine
@testable import Trials

@Suite("A plan makes AWS agree with the manifests")
struct ConvergenceTests {
    @Test("everything is created in the order of its dependencies, and the next plan is empty")
    func creates() async {
        let world = World()
        let plan = await world.plan()
        #expect(plan.count(.create) == world.declarations.count)
        #expect(plan.changes.allSatisfy { $0.reason == .new })
        for change in plan.changes {
            for need in change.waitsFor { #expect(plan.position(need) < plan.position(change.address)) }
        }
        let applied = await world.apply()
        #expect(applied.isConverged)
        #expect(world.provider.refusals == [])
        #expect(world.provider.count == world.declarations.count)
        let next = await world.plan()
        #expect(next.isEmpty)
        #expect(next.unchanged == world.declarations.count)
    }

    @Test("an empty plan changes nothing: not one mutating call")
    func quiet() async {
        let world = await World.converged()
        await world.apply()
        #expect(world.provider.calls == [])
        #expect(world.provider.edit { $0.reads.values.allSatisfy { $0 == 1 } })
    }

    @Test("equal input gives an equal plan and digest, shuffled input too")
    func deterministic() async {
        var generator = SeededGenerator(seed: 7)
        var world = await World.converged()
        world.remove("dev/acme/api/Rule")
        world.change("dev/Net") { $0.values["range"] = "10.1.0.0/16" }
        world.declarations.append(Sample.rule("dev/acme/new/Rule", listener: "dev/acme/Listener", path: "/new"))
        world.declarations.append(Sample.rule("dev/acme/other/Rule", listener: "dev/acme/Listener", path: "/other"))
        let first = await world.plan()
        #expect(first.digest.hasPrefix("sha256:"))
        for _ in 0..<20 {
            world.declarations.shuffle(using: &generator)
            let again = await world.plan()
            #expect(again.digest == first.digest)
            #expect(again.changes.map(\.address) == first.changes.map(\.address))
            #expect(again.changes.map(\.waitsFor) == first.changes.map(\.waitsFor))
            #expect(again.changes.map(\.removalWaitsFor) == first.changes.map(\.removalWaitsFor))
            #expect(again.diagnostics == first.diagnostics)
        }
    }

    @Test("another change gives another digest")
    func digests() async {
        let world = await World.converged()
        var a = world
        var b = world
        a.change("dev/Net") { $0.values["names"] = false }
        b.change("dev/Net") { $0.values["names"] = "x" }
        let (first, second) = (await a.plan().digest, await b.plan().digest)
        #expect(first != second)
    }

    @Test("several plans become one with all their changes")
    func combined() async {
        let world = World()
        var other = World(Sample.environment("test"))
        other.scopes = ["test"]
        let plans = [await world.plan(), await other.plan()]
        let whole = Plan.combined(plans)
        #expect(whole.changes.count == 22)
        #expect(whole.declared.count == 22)
        #expect(whole.digest != plans[0].digest)
        #expect(Plan.combined([plans[0]]).digest == plans[0].digest)
        #expect(Plan.combined([]).isEmpty)
    }
}
