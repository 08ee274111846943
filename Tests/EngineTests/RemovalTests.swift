import Model
import Testing

@testable import Engine
@testable import Trials

@Suite("What is no longer declared goes, and nothing else")
struct RemovalTests {
    /// Everything of the sample but the network.
    private static let node: [ResourceAddress] = [
        "dev/acme/Balancer", "dev/acme/Listener", "dev/acme/Recipe", "dev/acme/Runner", "dev/acme/Vault",
        "dev/acme/api/Rule",
    ]

    private func withoutNode() async -> World {
        var world = await World.converged()
        for address in Self.node { world.remove(address) }
        return world
    }

    @Test("deletions run in reverse, by what AWS tells of who holds whom, without any record")
    func reverse() async {
        var world = await withoutNode()
        world.recorded = [:]
        let plan = await world.plan()
        #expect(plan.count(.delete) == 6)
        #expect(plan["dev/acme/Balancer"]?.removalWaitsFor.contains("dev/acme/Listener") == true)
        #expect(plan["dev/acme/Listener"]?.removalWaitsFor == ["dev/acme/api/Rule"])
        #expect(plan["dev/acme/Recipe"]?.removalWaitsFor == ["dev/acme/Runner"])
        for change in plan.changes {
            for need in change.removalWaitsFor { #expect(plan.position(need) < plan.position(change.address)) }
        }
        #expect(await world.apply().isConverged)
        #expect(world.provider.refusals == [])
        #expect(world.provider.count == 5)
    }

    @Test("recorded dependencies count where no field tells them")
    func recorded() async {
        let world = await withoutNode()
        // The runner is declared after the listener, which none of its fields names.
        #expect(await world.plan()["dev/acme/Listener"]?.removalWaitsFor.contains("dev/acme/Runner") == true)
        var forgotten = world
        forgotten.recorded = [:]
        #expect(await forgotten.plan()["dev/acme/Listener"]?.removalWaitsFor.contains("dev/acme/Runner") == false)
    }

    @Test("kinds that AWS lets go only after others wait for them in their own environment")
    func deletedAfter() async {
        var world = World(Sample.environment() + Sample.environment("test"))
        world.scopes = ["dev", "test"]
        await world.settle()
        world.declarations = []
        world.emptied = ["dev", "test"]
        world.recorded = [:]
        let plan = await world.plan()
        #expect(plan["dev/Door"]?.removalWaitsFor == ["dev/acme/Balancer", "dev/acme/Runner"])
        #expect(await world.apply().isConverged)
        #expect(world.provider.refusals == [])
        #expect(world.provider.count == 0)
    }

    @Test("what lets go by an update is waited for")
    func letsGoByUpdate() async {
        var world = await World.converged()
        world.remove("dev/Part2")
        world.change("dev/acme/Balancer") { $0.values["parts"] = .set([.reference(.id("dev/Part1"))]) }
        world.change("dev/acme/Runner") { $0.values["parts"] = .set([.reference(.id("dev/Part1"))]) }
        let plan = await world.plan()
        #expect(plan["dev/Part2"]?.removalWaitsFor == ["dev/acme/Balancer", "dev/acme/Runner"])
        #expect(await world.apply().isConverged)
        #expect(world.provider.refusals == [])
    }

    @Test("what is retained stays, with what it uses, and is told")
    func retained() async {
        var world = World()
        world.change("dev/acme/Balancer") { $0.retain = true }
        await world.settle()
        for address in Self.node + ["dev/Part1", "dev/Part2"] { world.remove(address) }
        world.provider.clearCalls()
        let plan = await world.plan()
        #expect(plan["dev/acme/Balancer"] == nil)
        #expect(plan["dev/acme/Listener"]?.action == .delete)
        #expect(plan["dev/Part1"] == nil)
        #expect(plan["dev/Part2"] == nil)
        #expect(!plan.hasErrors)
        #expect(plan.diagnostics.contains { $0.message.contains("is retained") && $0.address == "dev/acme/Balancer" })
        #expect(plan.diagnostics.contains { $0.message.contains("dev/Part1, dev/Part2 not deleted") })
        #expect(await world.apply().isConverged)
        #expect(world.provider.find("dev/acme/Balancer") != nil)
        #expect(world.provider.refusals == [])
    }

    @Test("an environment for which the manifests declare nothing is not emptied, unless that is asked for")
    func emptied() async {
        var world = await World.converged()
        world.declarations = []
        let refused = await world.plan()
        #expect(refused.isEmpty)
        #expect(refused.errors.count == 1)
        #expect(refused.errors.first?.message.contains("declare nothing for dev, where 11 resources are") == true)
        await world.apply()
        #expect(world.provider.calls == [])
        world.emptied = ["dev"]
        #expect(await world.plan().count(.delete) == 11)
        #expect(await world.apply().isConverged)
        #expect(world.provider.count == 0)
        #expect(world.provider.refusals == [])
    }

    @Test("one empty environment is refused while another one goes on")
    func emptyBeside() async {
        var world = World(Sample.environment() + Sample.environment("test"))
        world.scopes = ["dev", "test"]
        await world.settle()
        world.declarations = Sample.environment()
        world.change("dev/acme/Listener") { $0.values["port"] = 81 }
        let plan = await world.plan()
        #expect(plan.actions == ["dev/acme/Listener": .update])
        #expect(plan.errors.count == 1)
    }

    @Test("what holds data is deleted or replaced only with an approval")
    func stateful() async {
        var world = await World.converged()
        world.remove("dev/acme/Vault")
        let plan = await world.plan()
        #expect(plan["dev/acme/Vault"]?.losesData == true)
        #expect(plan.approvalReasons.count == 1)
        #expect(plan.approvalReasons.first?.contains("deletes dev/acme/Vault") == true)
        world = await World.converged()
        world.remove("dev/acme/api/Rule")
        #expect(await world.plan().needsApproval == false)
    }

    @Test("more deletions than the limit, or than half of what is there, need an approval")
    func limits() async {
        var world = World((1...12).map { declare(Kinds.door, "dev/a\($0)/Door", [:]) })
        await world.settle()
        world.declarations.removeLast(5)
        #expect(await world.plan().approvalReasons == [])
        world.declarations.removeLast()
        #expect(await world.plan().approvalReasons == ["deletes 6 resources, more than the limit of 5"])
        world.limits = DeletionLimits(count: 10)
        #expect(await world.plan().approvalReasons == [])
        world.declarations.removeLast()
        #expect(await world.plan().approvalReasons == ["deletes 7 of the 12 resources that are there"])
    }

    @Test("nothing outside the planned environments is deleted, nor anything that is not ours")
    func onlyOurs() async {
        var world = World(Sample.environment() + Sample.environment("test"))
        world.scopes = ["dev", "test"]
        await world.settle()
        let strangers = [
            world.provider.plant(Kinds.wall, name: "stranger"),
            world.provider.plant(Kinds.wall, tags: World.tags("dev/Wall", installation: "other")),
            world.provider.plant(Kinds.wall, tags: [OwnershipTag.address: "dev/Wall"]),
            world.provider.plant(Kinds.wall, tags: [OwnershipTag.installation: World.installation]),
        ]
        world.scopes = ["dev"]
        world.emptied = ["dev"]
        world.declarations = []
        #expect(await world.apply().isConverged)
        #expect(world.provider.count == 11 + strangers.count)
        #expect(world.provider.identifiers.isSuperset(of: strangers))
        #expect(world.provider.find("test/Net") != nil)
    }

    @Test("what could not be deleted is remembered with its dependencies for the next try")
    func remembered() async {
        var world = await withoutNode()
        world.provider.fail { $0.refusedDeletes = ["dev/acme/Runner"] }
        let applied = await world.settle(run: "second")
        #expect(applied.outcomes["dev/acme/Listener"] == .skipped(because: "dev/acme/Runner"))
        #expect(world.recorded["dev/acme/Runner"]?.dependencies.contains("dev/acme/Listener") == true)
        world.provider.fail { $0.refusedDeletes = [] }
        #expect(await world.plan()["dev/acme/Listener"]?.removalWaitsFor.contains("dev/acme/Runner") == true)
        #expect(await world.settle(run: "third").isConverged)
        #expect(world.recorded.count == 5)
    }

    @Test("resources that name each other are deleted side by side, and what they hold after both")
    func mutual() async {
        var world = await World.converged([declare(Kinds.net, "dev/Net", ["range": "1"])])
        let net = Value.string(world.provider.find("dev/Net")?.identifier ?? "")
        let a = world.provider.plant(Kinds.wall, ["net": net], tags: World.tags("dev/a/Wall"))
        let b = world.provider.plant(
            Kinds.wall, ["net": net, "lets": .set([.string(a)])], tags: World.tags("dev/b/Wall"))
        world.provider.tamper("dev/a/Wall") { $0.values["lets"] = .set([.string(b)]) }
        world.emptied = ["dev"]
        world.declarations = []
        let plan = await world.plan()
        #expect(plan["dev/a/Wall"]?.removalWaitsFor == [])
        #expect(plan["dev/b/Wall"]?.removalWaitsFor == [])
        #expect(plan["dev/Net"]?.removalWaitsFor == ["dev/a/Wall", "dev/b/Wall"])
    }

    @Test("what sends work to something goes before it, though it was made after")
    func drains() async {
        let worker = declare(
            Kinds.worker, "dev/acme/Worker", ["recipe": .reference(.id("dev/acme/Recipe"))],
            after: ["dev/acme/Listener"])
        var world = await World.converged(Sample.environment() + [worker])
        world.remove("dev/acme/Worker", "dev/acme/Listener", "dev/acme/Recipe", "dev/acme/Runner", "dev/acme/api/Rule")
        let plan = await world.plan()
        #expect(plan["dev/acme/Worker"]?.removalWaitsFor == ["dev/acme/Listener"])
        #expect(plan["dev/acme/Recipe"]?.removalWaitsFor == ["dev/acme/Runner", "dev/acme/Worker"])
        #expect(plan.position("dev/acme/Listener") < plan.position("dev/acme/Worker"))
        // Alone it goes as it came.
        var alone = await World.converged(Sample.environment() + [worker])
        alone.remove("dev/acme/Worker")
        #expect((await alone.plan()).actions == ["dev/acme/Worker": .delete])
        #expect(await world.apply().isConverged)
        #expect(world.provider.refusals == [])
    }

    @Test("who says of itself what another says too does not for that hold the other")
    func sharedTexts() async {
        func runner(_ name: String) -> Declaration {
            declare(Kinds.runner, "dev/\(name)/Runner", name: "x-dev-\(name)", ["recipe": "shared", "count": "7"])
        }
        var world = await World.converged(Sample.environment() + [runner("one"), runner("two")])
        for name in ["one", "two"] {
            world.provider.tamper("dev/\(name)/Runner") { $0.furtherOutputs = ["recipe": "shared", "port": "7"] }
            world.provider.tamper("dev/\(name)/Runner") {
                $0.tags[OwnershipTag.deletionPolicy] = name == "one" ? "retain" : nil
            }
        }
        world.remove("dev/one/Runner", "dev/two/Runner")
        #expect((await world.plan()).actions == ["dev/two/Runner": .delete])
    }
}
