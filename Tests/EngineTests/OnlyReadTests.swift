import Model
import Testing

@testable import Engine
@testable import Trials

@Suite("What belongs to others is only read")
struct OnlyReadTests {
    /// A recipe that refers to something of others.
    private func declarations() -> [Declaration] {
        var foreign = declare(Kinds.foreign, "dev/acme/TheirForeign", name: "theirs", ["note": "a"])
        foreign.location = SourceLocation(file: "acme.yaml", line: 7, column: 3)
        let settings = Value.map(["HOST": .reference(.pending("dev/acme/TheirForeign", .dnsName))])
        let user = declare(Kinds.recipe, "dev/acme/Recipe", name: "dev-acme", ["settings": settings])
        return [foreign, user]
    }

    @Test("its outputs are known in the plan, and it is neither made, changed, tagged nor recorded")
    func outputs() async {
        var world = World(declarations())
        let id = world.provider.plant(Kinds.foreign, name: "theirs", ["note": "b"])
        let plan = await world.plan()
        #expect(plan.actions == ["dev/acme/Recipe": .create])
        #expect(plan["dev/acme/Recipe"]?.fields.first?.after == .map(["HOST": .string("dns-\(id)")]))
        #expect(await world.settle().isConverged)
        #expect(world.recorded.keys.sorted() == ["dev/acme/Recipe"])
        let after = await world.plan()
        #expect(after.isEmpty && after.unchanged == 1)
        #expect(world.provider.calls.allSatisfy { $0.address == "dev/acme/Recipe" })
        world.declarations = []
        world.emptied = ["dev"]
        #expect((await world.plan()).actions == ["dev/acme/Recipe": .delete])
    }

    @Test("a change of its outputs is drift of what refers to it")
    func change() async {
        var world = World(declarations())
        let first = world.provider.plant(Kinds.foreign, name: "theirs", [:])
        await world.settle()
        world.provider.edit { $0.resources[first] = nil }
        world.provider.plant(Kinds.foreign, name: "theirs", [:])
        let plan = await world.plan()
        #expect(plan.actions == ["dev/acme/Recipe": .update])
        #expect(plan["dev/acme/Recipe"]?.reason == .drift)
    }

    @Test("where it is not there, that is told at its place, and what needs it waits")
    func missing() async {
        let plan = await World(declarations()).plan()
        #expect(plan.isEmpty)
        #expect(
            plan.errors.map(\.description) == [
                "acme.yaml:7:3: error: there is no theirs (Memory::Foreign), and Plumbline does not make it; make it, or "
                    + "correct the name"
            ])
    }
}
