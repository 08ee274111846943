import Model
import Testing

@testable import Engine
@testable import Trials

@Suite("Adoption of what has no name")
struct AdoptionTests {
    /// An environment of which nothing is owned: everything that was made has lost its ownership tags.
    private func orphaned() async -> World {
        var world = await World.converged()
        world.provider.edit { state in
            for id in state.resources.keys {
                state.resources[id]?.tags[OwnershipTag.address] = nil
                state.resources[id]?.tags[OwnershipTag.installation] = nil
            }
        }
        world.recorded = [:]
        return world
    }

    @Test("a whole environment is taken over by its names and, where there are none, by its place")
    func everything() async {
        var world = await orphaned()
        for index in world.declarations.indices { world.declarations[index].adopt = true }
        let before = world.provider.identifiers
        let plan = await world.plan()
        #expect(plan.errors == [])
        #expect(Set(plan.actions.values) == [.adopt])
        #expect(plan.changes.count == world.declarations.count)
        #expect(plan.changes.flatMap(\.fields).allSatisfy { $0.name.hasPrefix("tags.plumbline:") })
        #expect(await world.apply().isConverged)
        #expect(world.provider.identifiers == before)
    }

    @Test("two that stand in the same place are both named, and neither is touched")
    func ambiguous() async throws {
        var world = await orphaned()
        for index in world.declarations.indices { world.declarations[index].adopt = true }
        let plan = await world.plan()
        let listener = try #require(plan["dev/acme/Listener"]?.observed)
        let twin = world.provider.plant(Kinds.listener, name: nil, listener.values)
        let second = await world.plan()
        #expect(second.errors.count == 1)
        #expect(second.errors.first?.address == "dev/acme/Listener")
        #expect(second.errors.first?.message.contains(twin) == true)
        #expect(second.errors.first?.message.contains(listener.identifier) == true)
        #expect(second["dev/acme/Listener"] == nil)
        #expect(second["dev/acme/api/Rule"] == nil)
    }

    @Test("what another installation owns is not found by its place")
    func foreign() async {
        var world = await World.converged()
        for index in world.declarations.indices { world.declarations[index].adopt = true }
        world.provider.edit { state in
            for (id, resource) in state.resources where resource.type == Kinds.listener {
                state.resources[id]?.tags[OwnershipTag.installation] = "other"
            }
        }
        let plan = await world.plan()
        #expect(plan["dev/acme/Listener"]?.action == .create)
    }

    @Test("a member of a set that is taken over as a resource of its own is no difference of the set")
    func parts() {
        let wall = declare(
            Kinds.wall, "dev/AppWall", name: "x-dev-app", ["net": "net-1", "lets": .set([])], adopt: true)
        let rule = declare(
            Kinds.rule, "dev/acme/Rule", ["listener": .reference(.id("dev/AppWall")), "path": "/a"], adopt: true)
        func observed(
            _ declaration: Declaration, _ id: String, _ values: [String: Value], parts: [String: ObservedPart] = [:]
        ) -> ObservedResource {
            ObservedResource(
                type: declaration.type, identifier: id, name: declaration.name, values: values, outputs: [.id: id],
                tags: declaration.tags, status: .active, parts: parts, typed: ())
        }
        let group = observed(
            wall, "wall-1", ["net": "net-1", "lets": .set(["a", "b"])],
            parts: ["rule-1": ObservedPart(field: "lets", value: "a")])
        let state = ObservedState(resources: [
            Kinds.wall: [group], Kinds.rule: [observed(rule, "rule-1", ["listener": "wall-1", "path": "/a"])],
        ])
        let basis = PlanBasis(declarations: [wall, rule], installation: "config", scopes: ["dev"])
        let plan = Planner(kinds: Kinds.all).plan(basis, state)
        #expect(plan.actions == ["dev/AppWall": .adopt, "dev/acme/Rule": .adopt])
        // Before it has its tags, the set's change would take it away.
        #expect(plan["dev/acme/Rule"]?.waitsFor == [])
        #expect(plan["dev/AppWall"]?.waitsFor == ["dev/acme/Rule"])
        let lets = plan["dev/AppWall"]?.fields.first { $0.name == "lets" }
        #expect(lets?.before == .set(["b"]))
        #expect(lets?.after == .set([]))
    }

    @Test("what an identifier names is taken over, whatever else has the name")
    func identified() {
        func network(_ id: String, _ name: String) -> ObservedResource {
            ObservedResource(
                type: Kinds.wall, identifier: id, name: name, values: ["net": "net-1", "lets": .set([])],
                outputs: [.id: id], tags: [:], status: .active, typed: ())
        }
        let state = ObservedState(resources: [Kinds.wall: [network("wall-1", "same"), network("wall-2", "same")]])
        func plan(_ identifier: String?, recorded: AddressTable<PlannedResource> = [:]) -> Plan {
            var wall = declare(
                Kinds.wall, "dev/AppWall", name: "same", ["net": "net-1", "lets": .set([])], adopt: true)
            wall.adoptedIdentifier = identifier
            let basis = PlanBasis(
                declarations: [wall], installation: "config", scopes: ["dev"], recorded: recorded)
            return Planner(kinds: Kinds.all).plan(basis, state)
        }
        let ambiguous = plan(nil)
        #expect(ambiguous.errors.count == 1)
        #expect(ambiguous.errors.first?.message.contains("wall-1 and wall-2") == true)
        #expect(plan("wall-2")["dev/AppWall"]?.identifier == "wall-2")
        #expect(plan("wall-2").errors == [])
        let missing = plan("wall-3")
        #expect(missing.changes.isEmpty)
        #expect(missing.errors.first?.message.contains("wall-3 is to be taken over, but there is no such") == true)
        // Once it was taken over, one that has gone is made anew like any other.
        let made = PlannedResource(type: Kinds.wall, identifier: "wall-3", dependencies: [], declaredHash: "")
        #expect(plan("wall-3", recorded: ["dev/AppWall": made])["dev/AppWall"]?.action == .create)
    }
}
