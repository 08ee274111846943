import Model
import Testing

@testable import Engine
@testable import Trials

@Suite("What cannot be changed is made anew, with all that hangs on it")
struct ReplacementTests {
    @Test("a replacement cascades over fields that replace and over pins, and needs an approval where data is lost")
    func cascade() async {
        var world = await World.converged()
        world.change("dev/Net") { $0.values["range"] = "10.1.0.0/16" }
        let plan = await world.plan()
        // The balancer's parts can be changed in place, but not while they are to be deleted.
        #expect(
            plan.actions == [
                "dev/Net": .replace, "dev/Part1": .replace, "dev/Part2": .replace, "dev/AppWall": .replace,
                "dev/Door": .replace, "dev/acme/Balancer": .replace, "dev/acme/Listener": .replace,
                "dev/acme/api/Rule": .replace, "dev/acme/Recipe": .update, "dev/acme/Runner": .replace,
            ])
        #expect(plan["dev/Net"]?.reason == .manifest)
        #expect(plan["dev/Part1"]?.reason == .dependency)
        #expect(plan["dev/Net"]?.losesData == true)
        #expect(plan["dev/Part1"]?.losesData == false)
        #expect(plan.needsApproval)
        #expect(plan.approvalReasons.contains { $0.contains("replaces dev/Net") })
        #expect(plan.unchanged == 1)
    }

    @Test("everything goes in reverse order first, and comes again in order")
    func order() async {
        var world = await World.converged()
        world.change("dev/Net") { $0.values["range"] = "10.1.0.0/16" }
        #expect(await world.apply().isConverged)
        #expect(world.provider.refusals == [])
        let calls = world.provider.calls.filter { $0.verb != "look" }
        let lastDelete = calls.lastIndex { $0.verb == "delete" } ?? -1
        #expect(calls.firstIndex { $0.verb == "create" } == lastDelete + 1)
        #expect(calls[lastDelete] == MemoryProvider.Call(verb: "delete", address: "dev/Net"))
        #expect(world.provider.count == world.declarations.count)
    }

    @Test("what only mentions the new one is changed in place")
    func inPlace() async {
        var world = await World.converged()
        world.change("dev/acme/Balancer") { $0.values["scheme"] = "internal" }
        let plan = await world.plan()
        #expect(
            plan.actions == [
                "dev/acme/Balancer": .replace, "dev/acme/Listener": .replace, "dev/acme/api/Rule": .replace,
                "dev/acme/Recipe": .update, "dev/acme/Runner": .update,
            ])
        #expect(await world.apply().isConverged)
        #expect(world.provider.refusals == [])
    }

    @Test("what the new one needs is made before the old one is taken away")
    func needsFirst() async {
        var world = await World.converged()
        world.declarations.append(declare(Kinds.wall, "dev/NewWall", name: "new", ["net": .reference(.id("dev/Net"))]))
        world.change("dev/acme/Balancer") {
            $0.values["scheme"] = "internal"
            $0.values["walls"] = .set([.reference(.id("dev/NewWall"))])
        }
        world.provider.fail { $0.refusedCreates = ["dev/NewWall"] }
        let id = world.provider.find("dev/acme/Balancer")?.identifier
        let applied = await world.apply()
        #expect(applied.outcomes["dev/NewWall"]?.error?.code == .denied)
        #expect(applied.outcomes["dev/acme/Balancer"] == .skipped(because: "dev/NewWall"))
        #expect(applied.outcomes["dev/acme/Listener"] == .skipped(because: "dev/NewWall"))
        #expect(world.provider.find("dev/acme/Balancer")?.identifier == id)
        #expect(world.provider.calls.allSatisfy { $0.verb != "delete" })
    }

    @Test("what would have to let go before it can is made anew as well")
    func inTheWay() async {
        var world = await World.converged()
        world.remove("dev/Part2")
        world.change("dev/Net") { $0.values["range"] = "10.1.0.0/16" }
        // The runner lets go of the removed part only by a change that waits for the new network's balancer.
        world.change("dev/acme/Runner") { $0.values["parts"] = .set([]) }
        world.change("dev/acme/Balancer") { $0.values["parts"] = .set([.reference(.id("dev/Part1"))]) }
        let plan = await world.plan()
        #expect(plan["dev/acme/Runner"]?.action == .replace)
        #expect(await world.apply().isConverged)
        #expect(world.provider.refusals == [])
    }

    @Test("a new revision changes who refers to it, and the reference resolves to the new revision")
    func revision() async throws {
        var world = await World.converged()
        let old = try #require(world.provider.find("dev/acme/Recipe")?.identifier)
        world.change("dev/acme/Recipe") { $0.values["image"] = "acme:2" }
        let plan = await world.plan()
        #expect(plan.actions == ["dev/acme/Recipe": .update, "dev/acme/Runner": .update])
        #expect(plan["dev/acme/Recipe"]?.reason == .manifest)
        #expect(plan["dev/acme/Runner"]?.reason == .dependency)
        #expect(plan["dev/acme/Runner"]?.fields.map(\.before) == [.string(old)])
        #expect(plan["dev/acme/Runner"]?.waitsFor == ["dev/acme/Recipe"])
        #expect(await world.apply().isConverged)
        let new = try #require(world.provider.find("dev/acme/Recipe")?.identifier)
        #expect(new != old)
        #expect(world.provider.find("dev/acme/Runner")?.values["recipe"] == .string(new))
    }

    @Test("a tag of a revised thing makes no new revision")
    func revisedTags() async {
        var world = await World.converged()
        world.change("dev/acme/Recipe") { $0.tags["Application"] = "renamed" }
        #expect(await world.plan().actions == ["dev/acme/Recipe": .update])
        #expect(await world.apply().isConverged)
        #expect(world.provider.calls.map(\.verb).filter { $0 != "look" } == ["tag"])
    }
}
