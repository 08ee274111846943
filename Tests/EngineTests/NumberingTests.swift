import Model
import Testing

@testable import Engine
@testable import Trials

@Suite("Numbers that manifests leave out")
struct NumberingTests {
    private func number(_ address: ResourceAddress, _ world: World) -> Value? {
        world.provider.find(address)?.values["number"]
    }

    private func rule(_ name: String, _ number: Int64? = nil) -> Declaration {
        Sample.rule("dev/acme/\(name)/Rule", listener: "dev/acme/Listener", path: "/\(name)", number: number)
    }

    @Test("the next free number is given, around those that are declared and those of others")
    func next() async {
        var world = World(Sample.environment() + [self.rule("b"), self.rule("two", 2)])
        world.remove("dev/acme/api/Rule")
        await world.settle()
        let listener = world.provider.find("dev/acme/Listener")?.identifier ?? ""
        world.provider.plant(Kinds.rule, ["listener": .string(listener), "number": 3])
        world.declarations.append(self.rule("a"))
        let plan = await world.plan()
        #expect(plan["dev/acme/a/Rule"]?.numbers == ["number": 4])
        #expect(plan["dev/acme/a/Rule"]?.fields.first { $0.name == "number" }?.after == 4)
        #expect(await world.apply().isConverged)
        #expect(number("dev/acme/b/Rule", world) == 1)
        #expect(number("dev/acme/two/Rule", world) == 2)
        #expect(number("dev/acme/a/Rule", world) == 4)
    }

    @Test("several new rules each get their own number, the same ones every time")
    func several() async {
        let world = World(Sample.environment() + ["c", "a", "b"].map { self.rule($0) })
        await world.apply()
        let numbers = ["a", "api", "b", "c"].map { number("dev/acme/\($0)/Rule", world) }
        #expect(numbers == [1, 2, 3, 4])
        #expect(world.provider.refusals == [])
    }

    @Test("an existing rule keeps its number when others come and go")
    func keeps() async {
        var world = await World.converged(Sample.environment() + [rule("b"), rule("c")])
        let before = ["b", "c"].map { number("dev/acme/\($0)/Rule", world) }
        world.remove("dev/acme/api/Rule")
        world.declarations.append(self.rule("a"))
        await world.settle()
        #expect(["b", "c"].map { number("dev/acme/\($0)/Rule", world) } == before)
    }

    @Test("a number whose rule goes in the same plan is not given to another one")
    func notReusedAtOnce() async {
        var world = await World.converged()
        world.remove("dev/acme/api/Rule")
        world.declarations.append(self.rule("a"))
        #expect(await world.plan()["dev/acme/a/Rule"]?.numbers == ["number": 2])
        await world.settle()
        world.declarations.append(self.rule("b"))
        #expect(await world.plan()["dev/acme/b/Rule"]?.numbers == ["number": 1])
    }

    @Test("a declared number that a removal frees is taken only after the removal ran")
    func explicit() async {
        var world = await World.converged()
        world.remove("dev/acme/api/Rule")
        world.declarations.append(self.rule("a", 1))
        #expect(await world.plan()["dev/acme/a/Rule"]?.waitsFor.contains("dev/acme/api/Rule") == true)
        #expect(await world.apply().isConverged)
        #expect(world.provider.refusals == [])
        #expect(
            world.provider.calls.map(\.description).filter { !$0.hasPrefix("look") }
                == ["delete dev/acme/api/Rule", "create dev/acme/a/Rule"])
    }

    @Test("a declared number that another rule's change frees is taken only after that change")
    func freedByUpdate() async {
        var world = await World.converged(Sample.environment() + [rule("old", 7)])
        world.change("dev/acme/old/Rule") { $0.values["number"] = 8 }
        world.declarations.append(self.rule("a", 7))
        #expect(await world.plan()["dev/acme/a/Rule"]?.waitsFor.contains("dev/acme/old/Rule") == true)
        #expect(await world.apply().isConverged)
        #expect(world.provider.refusals == [])
    }

    @Test("the same number on another listener is in nobody's way")
    func otherListener() async {
        var world = await World.converged(Sample.environment() + Sample.node("dev", "beta"))
        world.remove("dev/beta/api/Rule")
        world.declarations.append(self.rule("a", 1))
        world.change("dev/acme/api/Rule") { $0.values["number"] = 5 }
        let plan = await world.plan()
        #expect(plan["dev/acme/a/Rule"]?.waitsFor == ["dev/acme/api/Rule"])
    }

    @Test("a rule that is made anew keeps its number, alone or with its listener, even beside a new one")
    func replaced() async {
        var world = await World.converged(Sample.environment() + [rule("b")])
        world.change("dev/acme/b/Rule") { $0.values["kind"] = "other" }
        world.declarations.append(self.rule("a"))
        #expect(await world.plan()["dev/acme/b/Rule"]?.numbers == ["number": 2])
        #expect(await world.plan()["dev/acme/a/Rule"]?.numbers == ["number": 3])
        world.change("dev/acme/Balancer") { $0.values["scheme"] = "internal" }
        let plan = await world.plan()
        #expect(plan["dev/acme/api/Rule"]?.numbers == ["number": 1])
        #expect(plan["dev/acme/b/Rule"]?.numbers == ["number": 2])
        #expect(plan["dev/acme/a/Rule"]?.numbers == ["number": 3])
        #expect(await world.apply().isConverged)
        #expect(world.provider.refusals == [])
    }
}
