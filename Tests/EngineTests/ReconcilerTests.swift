import Model
import Testing

@testable import Engine
@testable import Trials

@Suite("Observe, plan, carry out, and look again")
struct ReconcilerTests {
    @Test("the plan after an apply is made from a new look, and is empty")
    func looksAgain() async {
        let world = World()
        let applied = await world.apply()
        #expect(applied.isConverged)
        #expect(applied.after.plan.isEmpty)
        #expect(applied.after.plan.unchanged == 11)
        #expect(world.provider.edit { $0.reads.values.allSatisfy { $0 == 2 } })
        #expect(applied.after.outputs["dev/Net"]?[.id] == world.provider.find("dev/Net")?.identifier)
    }

    @Test("AWS that shows a change late is looked at again before a difference is believed")
    func late() async {
        let world = World()
        world.provider.fail { $0.lag = 1 }
        let applied = await world.apply()
        #expect(applied.isConverged)
        #expect(world.clock.slept == [.milliseconds(500)])
        #expect(world.provider.count == 11)
    }

    @Test("a difference that stays is told: the apply has not converged")
    func stays() async {
        let world = World()
        world.provider.fail { $0.lag = 50 }
        let applied = await world.apply()
        #expect(!applied.isConverged)
        #expect(!applied.after.plan.isEmpty)
        #expect(world.clock.slept.count == 4)
    }

    @Test("a failure is not waited for: one look tells what is left")
    func failed() async {
        let world = World()
        world.provider.fail { $0.refusedCreates = ["dev/acme/Vault"] }
        let applied = await world.apply()
        #expect(applied.after.plan.actions == ["dev/acme/Vault": .create])
        #expect(world.clock.slept == [])
    }

    @Test("a run in which something failed is finished by the next one")
    func resumes() async {
        let world = World()
        world.provider.fail { $0.refusedCreates = ["dev/acme/Balancer", "dev/Part2"] }
        await world.apply(run: "one")
        world.provider.fail { $0.refusedCreates = [] }
        #expect(await world.apply(run: "two").isConverged)
        #expect(world.provider.count == 11)
        #expect(world.provider.refusals == [])
    }

    @Test("a resource on its way that needs no change is only waited for, and its failure is told")
    func settling() async {
        var world = await World.converged()
        world.provider.tamper("dev/acme/Runner") { $0.looksLeft = 3 }
        let applied = await world.apply()
        #expect(applied.isConverged)
        #expect(applied.outcomes.keys.map(\.path) == ["dev/acme/Runner"])
        #expect(world.provider.calls.allSatisfy { $0.verb == "look" })
        world.provider.tamper("dev/acme/Runner") { $0.looksLeft = 3 }
        world.provider.fail { $0.broken = ["dev/acme/Runner"] }
        let broken = await world.settle(run: "second")
        #expect(broken.outcomes["dev/acme/Runner"]?.error?.message == "it was rolled back")
        #expect(!broken.isConverged)
    }
}
