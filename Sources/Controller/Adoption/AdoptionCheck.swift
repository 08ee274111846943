import Blueprints
import Discovery
import Engine
import Model

/// Plans what was described against what was observed: a right description has nothing to do but to tag.
struct AdoptionCheck {
    /// What the first apply would do besides tagging; empty when all is right.
    let remarks: [String]

    init(_ discovered: Discovered, _ state: ObservedState, _ kinds: [ResourceType: KindDescription]) {
        let declarations = Blueprints.declarations(for: discovered.manifests).values.flatMap(\.self)
        let basis = PlanBasis(
            declarations: declarations, installation: "adoption", scopes: [discovered.environment])
        let plan = Planner(kinds: kinds).plan(basis, state)
        let errors = plan.diagnostics.filter { $0.severity == .error }.map { "The first plan will tell: \($0.message)" }
        remarks =
            errors
            + plan.changes.compactMap { change in
                // Names only: the values may be what nobody should see.
                let names = change.fields.map(\.name).filter { !$0.hasPrefix("tags.") }
                if change.action == .adopt, names.isEmpty { return nil }
                return "The first apply will \(change.action) \(change.address), with \(names.joined(separator: ", "))"
            }
    }
}
