import Model
import Testing

@testable import Engine

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
