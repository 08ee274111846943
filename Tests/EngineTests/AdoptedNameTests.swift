import Model
import Testing

@testable import Engine
@testable import Trials

@Suite("What is taken over under another name")
struct AdoptedNameTests {
    private func wall(adopt: Bool = true, net: Value = "net-1") -> Declaration {
        declare(
            Kinds.wall, "dev/AppWall", name: "x-dev-app", ["net": net, "lets": .set([]), "title": "x-dev-app"],
            adopt: adopt)
    }

    private func there(_ tags: [String: String] = [:]) -> ObservedState {
        let resource = ObservedResource(
            type: Kinds.wall, identifier: "wall-1", name: "dev-App-1XYZ",
            values: ["net": "net-1", "lets": .set([]), "title": "dev-App-1XYZ"], outputs: [.id: "wall-1"], tags: tags,
            status: .active, typed: ())
        return ObservedState(resources: [Kinds.wall: [resource]])
    }

    private func planned(
        _ declaration: Declaration, _ state: ObservedState, found: [ResourceAddress: String] = [:]
    ) -> Plan {
        var basis = PlanBasis(declarations: [declaration], installation: World.installation, scopes: ["dev"])
        basis.found = found
        return Planner(kinds: Kinds.all).plan(basis, state)
    }

    @Test("is told to be unmatched until somebody finds it, and made where nobody does")
    func unmatched() {
        let blind = planned(wall(), there())
        #expect(blind.unmatched == ["dev/AppWall"])
        #expect(blind.actions == ["dev/AppWall": .create])
        #expect(planned(wall(adopt: false), there()).unmatched == [])
        #expect(planned(wall(), there(), found: ["dev/AppWall": "wall-1"]).unmatched == [])
    }

    @Test("keeps that name, and carries a tag that says so")
    func keepsItsName() throws {
        let plan = planned(wall(), there(), found: ["dev/AppWall": "wall-1"])
        #expect(plan.errors == [])
        let change = try #require(plan["dev/AppWall"])
        #expect(change.action == .adopt && change.identifier == "wall-1")
        #expect(change.fields.allSatisfy { $0.name.hasPrefix("tags.") }, "\(change.fields)")
        #expect(change.declaration?.tags[OwnershipTag.adopted] == "title")
    }

    @Test("is no difference later, whatever the manifest says of adoption and though nothing is recorded")
    func staysSo() {
        let ours = World.tags("dev/AppWall").merging(wall().tags) { $1 }
            .merging([OwnershipTag.adopted: "title"]) { $1 }
        #expect(planned(wall(), there(ours)).isEmpty)
        #expect(planned(wall(adopt: false), there(ours)).isEmpty)
        // Without the tag it is what a changed prefix makes of it.
        #expect(planned(wall(adopt: false), there(World.tags("dev/AppWall"))).actions == ["dev/AppWall": .replace])
    }

    @Test("keeps only what it is called: any other field that cannot be changed is refused, or replaces it later")
    func nothingElse() {
        let elsewhere = planned(wall(net: "net-2"), there(), found: ["dev/AppWall": "wall-1"])
        #expect(elsewhere.isEmpty)
        #expect(elsewhere.errors.first?.message.contains("its net (\"net-1\") cannot be changed in place") == true)
        let forged = World.tags("dev/AppWall").merging([OwnershipTag.adopted: "title net"]) { $1 }
        #expect(planned(wall(net: "net-2"), there(forged)).actions == ["dev/AppWall": .replace])
    }

    @Test("is not taken for two")
    func once() {
        var other = wall()
        other.address = "dev/OtherWall"
        other.name = "dev-App-1XYZ"
        var basis = PlanBasis(
            declarations: [wall(), other], installation: World.installation, scopes: ["dev"])
        basis.found = ["dev/AppWall": "wall-1"]
        let plan = Planner(kinds: Kinds.all).plan(basis, there())
        #expect(plan.errors.count == 1)
        #expect(plan.errors.first?.message.contains("taken over as dev/AppWall already") == true)
    }

    @Test("what belongs to another installation is not taken, though it was found")
    func foreign() {
        let theirs = World.tags("dev/AppWall", installation: "other")
        let plan = planned(wall(), there(theirs), found: ["dev/AppWall": "wall-1"])
        #expect(plan.actions == ["dev/AppWall": .create])
    }

    @Test("a refused deletion names the line where a manifest declared it")
    func removedLine() async throws {
        let place = SourceLocation(file: "dev.yaml", line: 7, column: 1)
        var world = World([
            declare(Kinds.recipe, "dev/OldRecipe", name: "old", ["image": "acme:1"]),
            declare(Kinds.recipe, "dev/Recipe", name: "new", ["image": "acme:1"]),
        ])
        world.change("dev/OldRecipe") { $0.location = place }
        await world.settle()
        #expect(world.recorded["dev/OldRecipe"]?.location == place)
        // A line that moves because of others is no news.
        world.change("dev/OldRecipe") { $0.location = SourceLocation(file: "dev.yaml", line: 9, column: 1) }
        #expect(await world.plan().declared["dev/OldRecipe"]?.location == place)
        world.remove("dev/OldRecipe")
        #expect(await world.plan()["dev/OldRecipe"]?.location == place)
        world.provider.fail { $0.refusedDeletes = ["dev/OldRecipe"] }
        let error = try #require(await world.apply().outcomes["dev/OldRecipe"]?.error)
        #expect(error.description.hasPrefix("dev.yaml:7:1: you may not delete"))
        #expect(error.message.contains("no manifest declares it any more"))
    }
}
