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
                let fields = change.fields.filter { !$0.name.hasPrefix("tags.") }
                if change.action == .adopt, fields.isEmpty { return nil }
                let what = fields.map { field in
                    "\(field.name) from \(field.before?.description ?? "nothing") to "
                        + "\(field.after?.description ?? "nothing")"
                }
                return "The first apply will \(change.action) \(change.address): \(what.joined(separator: "; "))"
            }
    }
}
