import Model
import Testing

@testable import Engine
@testable import Trials

@Suite("What is ours, and what is not")
struct OwnershipTests {
    private let net = declare(Kinds.net, "dev/Net", name: "x-dev-net", ["range": "10.0.0.0/16", "names": true])

    @Test("a namesake of another installation is a conflict that names it, even when adoption is allowed")
    func foreign() async {
        for adopt in [false, true] {
            var world = World([net])
            world.change("dev/Net") { $0.adopt = adopt }
            let id = world.provider.plant(
                Kinds.net, name: "x-dev-net", ["range": "10.0.0.0/16"],
                tags: World.tags("dev/Net", installation: "other"))
            let plan = await world.plan()
            #expect(plan.isEmpty)
            #expect(plan.errors.count == 1)
            #expect(plan.errors.first?.message.contains(id) == true)
            #expect(plan.errors.first?.message.contains("installation other") == true)
            #expect(plan.errors.first?.address == "dev/Net")
            #expect(!(await world.apply().isConverged))
            #expect(world.provider.calls == [])
        }
    }

    @Test("an unowned namesake is a conflict that names it, and what depends on it waits without a word")
    func unowned() async {
        let world = World()
        let id = world.provider.plant(Kinds.net, name: "x-dev-net", ["range": "10.0.0.0/16"])
        let plan = await world.plan()
        #expect(plan.errors.count == 1)
        #expect(plan.errors.first?.message.contains(id) == true)
        #expect(plan.errors.first?.message.contains("adopt: true") == true)
        #expect(plan.changes.map(\.address) == ["dev/acme/Vault"])
    }

    @Test("with adopt: true an unowned namesake is taken over: its tags and what differs")
    func adopts() async {
        var world = World([net])
        world.change("dev/Net") { $0.adopt = true }
        let id = world.provider.plant(
            Kinds.net, name: "x-dev-net", ["range": "10.0.0.0/16", "names": false], tags: ["Owner": "someone"])
        let plan = await world.plan()
        #expect(plan.actions == ["dev/Net": .adopt])
        #expect(plan["dev/Net"]?.identifier == id)
        #expect(plan["dev/Net"]?.reason == .adoption)
        #expect(
            plan["dev/Net"]?.fields.map(\.name)
                == ["names", "tags.Application", "tags.plumbline:address", "tags.plumbline:installation"])
        #expect(await world.apply().isConverged)
        #expect(world.provider.identifiers == [id])
        #expect(world.provider.find("dev/Net")?.values["names"] == true)
        #expect(world.provider.find("dev/Net")?.tags["Owner"] == "someone")
    }

    @Test("what is adopted is known to what depends on it")
    func adoptedOutputs() async {
        var world = World()
        world.change("dev/Net") { $0.adopt = true }
        let id = world.provider.plant(Kinds.net, name: "x-dev-net", ["range": "10.0.0.0/16", "names": true])
        let part = await world.plan()["dev/Part1"]
        #expect(part?.fields.first { $0.name == "net" }?.after == .string(id))
        #expect(await world.apply().isConverged)
    }

    @Test("what nobody owns is never made anew: an adoption that would need it is refused")
    func adoptionNeverReplaces() async {
        var world = World()
        world.change("dev/Net") { $0.adopt = true }
        let id = world.provider.plant(Kinds.net, name: "x-dev-net", ["range": "192.168.0.0/16"])
        let plan = await world.plan()
        #expect(plan.changes.map(\.address) == ["dev/acme/Vault"])
        #expect(plan.errors.map(\.address) == ["dev/Net"])
        #expect(plan.errors.first?.message.contains(id) == true)
        #expect(plan.errors.first?.message.contains("192.168.0.0/16") == true)
        await world.apply()
        #expect(world.provider.identifiers.contains(id))
    }

    @Test("two unowned namesakes cannot be adopted: both are named")
    func twoNamesakes() async {
        var world = World([net])
        world.change("dev/Net") { $0.adopt = true }
        let ids = (0..<2).map { _ in world.provider.plant(Kinds.net, name: "x-dev-net", ["range": "10.0.0.0/16"]) }
        let plan = await world.plan()
        #expect(plan.isEmpty)
        for id in ids { #expect(plan.errors.first?.message.contains(id) == true) }
    }

    @Test("a tag that was copied to another kind gives no ownership")
    func copiedTag() async {
        let world = World([net])
        let id = world.provider.plant(Kinds.wall, name: "elsewhere", tags: World.tags("dev/Net"))
        #expect(await world.plan().actions == ["dev/Net": .create])
        await world.apply()
        #expect(world.provider.identifiers.contains(id))
        #expect(world.provider.count == 2)
    }

    @Test("a tag of an address that nobody declares, on another kind than its own, gets nothing deleted")
    func copiedTagUndeclared() async {
        let world = World([net])
        world.provider.plant(Kinds.wall, name: "elsewhere", tags: World.tags("dev/Old/Recipe"))
        let plan = await world.plan()
        #expect(plan.count(.delete) == 0)
    }

    @Test("an address whose last component ends with a number is its kind's")
    func numbered() async {
        let world = World([net])
        world.provider.plant(Kinds.part, tags: World.tags("dev/Part12"))
        #expect(await world.plan().actions == ["dev/Net": .create, "dev/Part12": .delete])
    }

    @Test("two claimants of a declared address stall it: both are named and neither is touched")
    func contested() async {
        let world = await World.converged()
        let first = world.provider.find("dev/acme/Listener")?.identifier ?? ""
        let second = world.provider.plant(Kinds.listener, ["port": 81], tags: World.tags("dev/acme/Listener"))
        let plan = await world.plan()
        #expect(plan.isEmpty)
        #expect(plan.errors.map(\.address) == ["dev/acme/Listener"])
        for id in [first, second] { #expect(plan.errors.first?.message.contains(id) == true) }
        await world.apply()
        #expect(world.provider.calls == [])
    }

    @Test("two claimants of an address that nobody declares are told and kept, with what they use")
    func contestedUndeclared() async {
        var world = await World.converged()
        let net = world.provider.find("dev/Net")?.identifier ?? ""
        world.provider.plant(Kinds.wall, ["net": .string(net)], tags: World.tags("dev/AppWall"))
        world.remove("dev/AppWall")
        world.change("dev/acme/Balancer") { $0.values["walls"] = nil }
        world.change("dev/Net") { $0.values["range"] = "10.9.0.0/16" }
        let plan = await world.plan()
        #expect(plan.errors.map(\.address) == ["dev/AppWall"])
        #expect(plan.isEmpty)
        #expect(plan.diagnostics.contains { $0.severity == .warning && $0.message.contains("dev/Net") })
    }

    @Test("a name that another address of ours has is a conflict, unless that one goes in the same plan")
    func renamedAddress() async {
        var world = await World.converged([net, declare(Kinds.vault, "dev/Vault", name: "x-vault", ["note": "a"])])
        world.declarations.append(declare(Kinds.vault, "dev/other/Vault", name: "x-vault", ["note": "a"]))
        let both = await world.plan()
        #expect(both.isEmpty)
        #expect(both.errors.map(\.address) == ["dev/other/Vault"])
        #expect(both.errors.first?.message.contains("dev/Vault") == true)
        world.remove("dev/Vault")
        let moved = await world.plan()
        #expect(moved.actions == ["dev/Vault": .delete, "dev/other/Vault": .create])
        #expect(moved["dev/other/Vault"]?.waitsFor == ["dev/Vault"])
        #expect(await world.apply().isConverged)
        #expect(world.provider.refusals == [])
    }

    @Test("one name declared twice, or one address, is told before anything is made")
    func twins() async {
        let twins = [
            declare(Kinds.vault, "dev/a/Vault", name: "same", [:]),
            declare(Kinds.vault, "dev/b/Vault", name: "same", [:]),
            declare(Kinds.net, "dev/Net", ["range": "1"]), declare(Kinds.net, "dev/Net", ["range": "2"]),
        ]
        let plan = await World(twins).plan()
        #expect(plan.isEmpty)
        #expect(plan.errors.map(\.address) == ["dev/Net", "dev/a/Vault", "dev/b/Vault"])
    }
}
