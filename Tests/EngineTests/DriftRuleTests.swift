import Model
import Testing

@testable import Engine
@testable import Trials

@Suite("Drift, as the manifests want it treated,")
struct DriftRuleTests {
    private func world(_ rules: DriftRules) async -> (World, PlanBasis) {
        let world = await World.converged()
        world.provider.tamper("dev/acme/Listener") { $0.values["port"] = 81 }
        var basis = world.basis
        basis.drift = rules
        return (world, basis)
    }

    @Test("is left and told under warn, with the fields that differ")
    func warn() async throws {
        let (world, basis) = await world(DriftRules(modes: ["dev": .warn]))
        let plan = await world.reconciler.plan(basis).plan
        #expect(plan.isEmpty)
        let left = try #require(plan.leftDrift.first)
        #expect(left.address == "dev/acme/Listener")
        #expect(left.fields == [FieldChange(name: "port", before: 81, after: 80)])
    }

    @Test("is left and not told under ignore")
    func ignore() async {
        let (world, basis) = await world(DriftRules(modes: ["dev": .ignore]))
        let plan = await world.reconciler.plan(basis).plan
        #expect(plan.isEmpty && plan.leftDrift.isEmpty)
    }

    @Test("is corrected where an exception says so, and left where one says that", arguments: [true, false])
    func exceptions(_ corrects: Bool) async {
        let exception = DriftException(address: "dev/acme/*", mode: corrects ? .correct : .warn)
        let (world, basis) = await world(
            DriftRules(modes: ["dev": corrects ? .ignore : .correct], exceptions: ["dev": [exception]]))
        let plan = await world.reconciler.plan(basis).plan
        #expect(plan.actions == (corrects ? ["dev/acme/Listener": .update] : [:]))
        #expect(plan.leftDrift.count == (corrects ? 0 : 1))
    }

    @Test("does not keep a manifest's own change back")
    func manifestChange() async {
        var (world, basis) = await world(DriftRules(modes: ["dev": .ignore]))
        world.change("dev/acme/Listener") { $0.values["port"] = 443 }
        basis.declarations = world.declarations
        #expect(await world.reconciler.plan(basis).plan.actions == ["dev/acme/Listener": .update])
    }

    @Test("in a field that is ignored is no difference, even when the manifest changes")
    func ignoredField() async {
        let rule = DriftException(type: Kinds.listener, fields: ["po*"])
        var (world, basis) = await world(DriftRules(exceptions: ["dev": [rule]]))
        #expect(await world.reconciler.plan(basis).plan.isEmpty)
        world.change("dev/acme/Listener") { $0.values["port"] = 443 }
        basis.declarations = world.declarations
        #expect(await world.reconciler.plan(basis).plan.isEmpty)
        basis.drift = DriftRules(exceptions: ["other": [rule]])
        #expect(!(await world.reconciler.plan(basis).plan.isEmpty), "another environment's rule")
    }

    @Test("never covers the tags that say whose a resource is")
    func ownership() {
        let rule = DriftException(address: "*", fields: ["tags.*"])
        let rules = DriftRules(exceptions: ["dev": [rule]])
        #expect(rules.ignores("tags.Name", of: Kinds.listener, "dev/acme/Listener"))
        #expect(!rules.ignores("tags.plumbline:address", of: Kinds.listener, "dev/acme/Listener"))
    }

    @Test("of something that was removed leaves it missing, and holds back what needs it")
    func removed() async {
        let world = await World.converged()
        world.provider.vanish("dev/acme/api/Rule")
        var basis = world.basis
        basis.drift = DriftRules(modes: ["dev": .warn])
        let plan = await world.reconciler.plan(basis).plan
        #expect(plan.isEmpty)
        #expect(plan.leftDrift.map(\.action) == [.create])
        #expect(plan.diagnostics.contains { $0.address == "dev/acme/api/Rule" && $0.severity == .warning })
    }

    @Test("is what every difference counts as where nothing is recorded and all is there, until it is recorded")
    func unrecorded() async {
        var (world, basis) = await world(DriftRules(modes: ["dev": .ignore]))
        basis.recorded = [:]
        let plan = await world.reconciler.plan(basis).plan
        #expect(plan.isEmpty)
        #expect(
            plan.diagnostics.map(\.address) == ["dev"] && plan.diagnostics[0].message.contains("nothing is recorded"))
        basis.drift = DriftRules(modes: ["dev": .warn])
        let told = await world.reconciler.plan(basis).plan
        #expect(told.isEmpty && told.leftDrift.map(\.address) == ["dev/acme/Listener"])
        // What is recorded after that look tells drift and manifests apart again.
        basis.recorded = told.declared
        #expect(await world.reconciler.plan(basis).plan.isEmpty)
        world.change("dev/acme/Listener") { $0.values["port"] = 443 }
        basis.declarations = world.declarations
        #expect(await world.reconciler.plan(basis).plan.actions == ["dev/acme/Listener": .update])
    }

    @Test("is corrected without a record where it is always corrected")
    func unrecordedCorrect() async {
        var (world, basis) = await world(DriftRules())
        basis.recorded = [:]
        let plan = await world.reconciler.plan(basis).plan
        #expect(plan.actions == ["dev/acme/Listener": .update] && plan.diagnostics.isEmpty)
    }

    @Test("is told from a first apply that died half-way: that one is gone on with")
    func halfMade() async {
        var (world, basis) = await world(DriftRules(modes: ["dev": .warn]))
        basis.recorded = [:]
        world.provider.vanish("dev/acme/api/Rule")
        let plan = await world.reconciler.plan(basis).plan
        #expect(plan.actions == ["dev/acme/Listener": .update, "dev/acme/api/Rule": .create])
    }

    @Test("is never a reason to leave something new unmade")
    func new() async {
        var basis = World().basis
        basis.drift = DriftRules(modes: ["dev": .ignore])
        let plan = await World().reconciler.plan(basis).plan
        #expect(plan.changes.count == basis.declarations.count)
    }
}

@Suite("A plan's approval")
struct ApprovalRuleTests {
    @Test("is asked for every plan where the environment says so")
    func always() async {
        var basis = World().basis
        basis.approvals = ["dev": .always]
        #expect(await World().reconciler.plan(basis).plan.approvalReasons == ["dev asks for an approval of every plan"])
        let world = await World.converged()
        basis = world.basis
        basis.approvals = ["dev": .always]
        #expect(await world.reconciler.plan(basis).plan.approvalReasons == [], "there is nothing to approve")
    }

    @Test("is asked for nothing where the environment says so")
    func never() async {
        var world = await World.converged()
        world.declarations.removeAll { $0.address.path.hasPrefix("dev/acme/") }
        var basis = world.basis
        #expect(!(await world.reconciler.plan(basis).plan.approvalReasons.isEmpty))
        basis.approvals = ["dev": .never]
        #expect(await world.reconciler.plan(basis).plan.approvalReasons.isEmpty)
    }
}

@Suite("A plan's digest")
struct DigestTests {
    @Test("is of the very resources that are changed or go, not only of their names")
    func identity() async {
        var world = await World.converged()
        world.remove("dev/acme/api/Rule")
        let first = await world.plan()
        #expect(await world.plan().digest == first.digest)
        // Somebody deletes it and makes another one that looks the same.
        world.provider.edit { state in
            let old = state.resources.values.first { $0.address == "dev/acme/api/Rule" }
            guard var again = old else { return }
            state.resources[again.identifier] = nil
            again.identifier = state.freshIdentifier(again.type, of: "somebody")
            state.resources[again.identifier] = again
        }
        let second = await world.plan()
        #expect(second.actions == first.actions && second.digest != first.digest)
    }

    @Test("is of all that the manifests say of what is made or changed, also of what no field shows")
    func content() async {
        var world = await World.converged()
        world.change("dev/acme/Listener") { $0.values["port"] = 443 }
        let first = await world.plan()
        world.provider.tamper("dev/acme/Listener") { $0.values["note"] = "same" }
        world.change("dev/acme/Listener") { $0.values["note"] = "same" }
        let second = await world.plan()
        #expect(first["dev/acme/Listener"]?.fields == second["dev/acme/Listener"]?.fields)
        #expect(first.digest != second.digest)
    }

    @Test("of one environment's part is that of a plan of this environment alone")
    func parts() async {
        let both = World(Sample.environment("dev") + Sample.environment("test"))
        var basis = both.basis
        basis.scopes = ["dev", "test"]
        let plan = await both.reconciler.plan(basis).plan
        let alone = await World(Sample.environment("dev")).plan()
        #expect(plan.digest(of: "dev") == alone.digest)
        #expect(Set([plan.digest, plan.digest(of: "dev"), plan.digest(of: "test")]).count == 3)
    }

    @Test("needs an approval for the environments only whose changes are the reason")
    func scopes() async {
        let both = World(Sample.environment("dev") + Sample.environment("test"))
        var basis = both.basis
        basis.scopes = ["dev", "test"]
        basis.approvals = ["test": .always]
        #expect(await both.reconciler.plan(basis).plan.approvalScopes == ["test"])
        var world = await World.converged()
        world.remove("dev/acme/Vault")
        #expect(await world.plan().approvalScopes == ["dev"])
    }
}
