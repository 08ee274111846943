import Model
import Testing

@testable import Engine
@testable import Trials

@Suite("A plan shows exactly what differs, and why")
struct DriftTests {
    @Test("one field changed from outside shows as that field, before and after, as drift")
    func drift() async throws {
        let world = await World.converged()
        world.provider.tamper("dev/acme/Listener") { $0.values["port"] = 81 }
        let plan = await world.plan()
        #expect(plan.actions == ["dev/acme/Listener": .update])
        let change = try #require(plan.changes.first)
        #expect(change.fields == [FieldChange(name: "port", before: 81, after: 80)])
        #expect(change.reason == .drift)
        #expect(change.identifier == world.provider.find("dev/acme/Listener")?.identifier)
        #expect(await world.apply().isConverged)
        #expect(world.provider.find("dev/acme/Listener")?.values["port"] == 80)
    }

    @Test("a changed manifest is the reason of its change")
    func manifest() async {
        var world = await World.converged()
        world.change("dev/acme/Listener") { $0.values["port"] = 443 }
        let plan = await world.plan()
        #expect(plan["dev/acme/Listener"]?.reason == .manifest)
        #expect(plan["dev/acme/Listener"]?.fields == [FieldChange(name: "port", before: 80, after: 443)])
    }

    @Test("a resource that was deleted from outside is made again as drift, one never made is new")
    func deletedOutside() async {
        let world = await World.converged()
        world.provider.vanish("dev/acme/api/Rule")
        let plan = await world.plan()
        #expect(plan.actions == ["dev/acme/api/Rule": .create])
        #expect(plan["dev/acme/api/Rule"]?.reason == .drift)
        #expect(await World().plan().changes.allSatisfy { $0.reason == .new })
    }

    @Test("a manifest that moves a reference to something new is the reason, not the new thing")
    func movedReference() async {
        var world = await World.converged()
        world.declarations.append(
            declare(Kinds.wall, "dev/NewWall", name: "new", ["net": .reference(.id("dev/Net"))]))
        world.change("dev/acme/Balancer") { $0.values["walls"] = .set([.reference(.id("dev/NewWall"))]) }
        let plan = await world.plan()
        #expect(plan["dev/NewWall"]?.action == .create)
        #expect(plan["dev/acme/Balancer"]?.action == .update)
        #expect(plan["dev/acme/Balancer"]?.reason == .manifest)
        #expect(plan["dev/acme/Balancer"]?.waitsFor == ["dev/NewWall"])
    }

    @Test("a field that the manifest leaves out is not managed")
    func unset() async {
        let world = await World.converged()
        world.provider.tamper("dev/acme/Runner") { $0.values["count"] = 7 }
        world.provider.tamper("dev/Part1") { $0.values["open"] = true }
        #expect(await world.plan().isEmpty)
    }

    @Test("a field that AWS does not report is shown as not there")
    func unreported() async {
        let world = await World.converged()
        world.provider.tamper("dev/acme/Listener") { $0.values["port"] = nil }
        #expect(await world.plan()["dev/acme/Listener"]?.fields == [FieldChange(name: "port", before: nil, after: 80)])
    }

    @Test("of tags only the declared ones count")
    func tags() async {
        let world = await World.converged()
        world.provider.tamper("dev/Net") { $0.tags["Owner"] = "someone" }
        #expect(await world.plan().isEmpty)
        world.provider.tamper("dev/Net") { $0.tags["Application"] = "other" }
        let plan = await world.plan()
        #expect(plan.actions == ["dev/Net": .update])
        #expect(
            plan["dev/Net"]?.fields == [FieldChange(name: "tags.Application", before: "other", after: "acme")])
        #expect(await world.apply().isConverged)
        #expect(world.provider.calls.map(\.verb).filter { $0 != "look" } == ["tag"])
        #expect(world.provider.find("dev/Net")?.tags["Owner"] == "someone")
    }

    @Test("of a map that is compared by key only the declared keys count, and each is a field of its own")
    func declaredKeys() async {
        let world = await World.converged()
        world.provider.tamper("dev/acme/Balancer") { $0.values["attributes"] = .map(["idle": "60", "logs": "on"]) }
        #expect(await world.plan().isEmpty)
        world.provider.tamper("dev/acme/Balancer") { $0.values["attributes"] = .map(["idle": "10", "logs": "on"]) }
        let plan = await world.plan()
        #expect(
            plan["dev/acme/Balancer"]?.fields == [FieldChange(name: "attributes.idle", before: "10", after: "60")])
        #expect(await world.apply().isConverged)
        #expect(world.provider.calls.first { $0.verb == "update" }?.fields == ["attributes"])
        #expect(
            world.provider.find("dev/acme/Balancer")?.values["attributes"] == .map(["idle": "60", "logs": "on"]))
    }

    @Test("a secret field carries its mark, so that nobody shows it")
    func secret() async {
        var world = await World.converged()
        world.change("dev/acme/Recipe") { $0.values["password"] = "hunter3" }
        let fields = await world.plan()["dev/acme/Recipe"]?.fields ?? []
        #expect(fields.map(\.name) == ["password"])
        #expect(fields.allSatisfy { $0.isSecret })
    }

    @Test("a field that only counts at the beginning is not compared later")
    func initial() async {
        var world = await World.converged()
        world.provider.tamper("dev/acme/Vault") { $0.values["content"] = "filled in by hand" }
        #expect(await world.plan().isEmpty)
        world.change("dev/acme/Vault") { $0.values["content"] = "something else" }
        #expect(await world.plan().isEmpty)
    }

    @Test("sets compare as sets")
    func sets() async {
        var world = await World.converged()
        world.change("dev/Part1") { $0.values["zones"] = .set(["b", "a"]) }
        #expect(await world.plan().isEmpty)
    }

    @Test("a changed policy of deletion is a manifest's change and ends on the resource itself")
    func retain() async {
        var world = await World.converged()
        world.change("dev/acme/Vault") { $0.retain = true }
        let plan = await world.plan()
        #expect(plan["dev/acme/Vault"]?.reason == .manifest)
        #expect(plan["dev/acme/Vault"]?.fields.map(\.name) == ["tags.\(OwnershipTag.deletionPolicy)"])
        await world.settle()
        world.change("dev/acme/Vault") { $0.retain = false }
        await world.settle()
        #expect(world.provider.find("dev/acme/Vault")?.tags[OwnershipTag.deletionPolicy] == "delete")
        #expect(await world.plan().isEmpty)
    }

    @Test("a resource that has failed while it runs the right revision is given that revision once more")
    func failedRevision() {
        let recipe = declare(Kinds.recipe, "dev/acme/Recipe", name: "f", ["image": "a"])
        let runner = declare(
            Kinds.runner, "dev/acme/Runner", name: "r", ["recipe": .reference(.id("dev/acme/Recipe"))])
        func held(_ declaration: Declaration, _ values: [String: Value], _ status: ResourceStatus) -> ObservedResource {
            let identifier = "id-\(declaration.address)"
            let tags = World.tags(declaration.address).merging(declaration.tags) { own, _ in own }
            return ObservedResource(
                type: declaration.type, identifier: identifier, name: declaration.name, values: values,
                outputs: [.id: identifier], tags: tags, status: status, typed: ())
        }
        let plan = Planner(kinds: Kinds.all).plan(
            PlanBasis(declarations: [recipe, runner], installation: World.installation, scopes: ["dev"]),
            ObservedState(resources: [
                Kinds.recipe: [held(recipe, ["image": "a"], .active)],
                Kinds.runner: [held(runner, ["recipe": "id-dev/acme/Recipe"], .failed("nothing starts"))],
            ]))
        #expect(plan.actions == ["dev/acme/Runner": .update])
        #expect(
            plan["dev/acme/Runner"]?.fields == [FieldChange(name: "recipe", before: nil, after: "id-dev/acme/Recipe")])
        #expect(plan.diagnostics.map(\.message) == ["id-dev/acme/Runner: nothing starts"])
    }

    @Test("a resource that is right but has failed in AWS is told as a warning")
    func failedStatus() {
        let declaration = declare(Kinds.net, "dev/Net", ["range": "r"])
        let tags = World.tags("dev/Net").merging(declaration.tags) { own, _ in own }
        let resource = ObservedResource(
            type: Kinds.net, identifier: "id-1", name: nil, values: ["range": "r"], outputs: [.id: "id-1"], tags: tags,
            status: .failed("rolled back"), typed: ())
        let plan = Planner(kinds: Kinds.all).plan(
            PlanBasis(declarations: [declaration], installation: World.installation, scopes: ["dev"]),
            ObservedState(resources: [Kinds.net: [resource]]))
        #expect(plan.isEmpty)
        #expect(plan.diagnostics.map(\.message) == ["id-1: rolled back"])
        #expect(plan.diagnostics.map(\.severity) == [.warning])
    }
}
