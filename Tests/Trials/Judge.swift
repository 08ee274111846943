import Engine
import Model

/// Says of one stage of a history whether the properties of its plan hold.
struct Judge {
    let stage: Int
    let plan: Plan

    func hold(_ property: Property, _ holds: Bool, _ detail: () -> String) throws(PropertyFailure) {
        guard !holds else { return }
        throw PropertyFailure(property: property, stage: stage, detail: detail())
    }

    /// Plans once more, from the declarations the other way round.
    func deterministic(_ reconciler: Reconciler, _ basis: PlanBasis) async throws(PropertyFailure) {
        var turned = basis
        turned.declarations.reverse()
        let again = await reconciler.plan(turned).plan
        try hold(.deterministic, plan.digest == again.digest) { "\(plan.changes)\n  and \(again.changes)" }
        try hold(.deterministic, plan.changes.map(\.address) == again.changes.map(\.address)) {
            "\(plan.changes.map(\.address)) and \(again.changes.map(\.address))"
        }
        try hold(.deterministic, plan.changes.map(\.waitsFor) == again.changes.map(\.waitsFor)) { "waits" }
        try hold(.deterministic, plan.changes.map(\.removalWaitsFor) == again.changes.map(\.removalWaitsFor)) {
            "waits of removals"
        }
        try hold(.deterministic, plan.diagnostics == again.diagnostics) { "\(again.diagnostics)" }
    }

    /// Each change ran after all that it depends on, and nothing was taken away before those that held it let go.
    func ordered(_ calls: [MemoryProvider.Call]) throws(PropertyFailure) {
        var puts: [ResourceAddress: Int] = [:]
        var deletes: [ResourceAddress: Int] = [:]
        for (index, call) in calls.enumerated() {
            switch call.verb {
            case "create", "update", "tag": puts[call.address] = puts[call.address] ?? index
            case "delete": deletes[call.address] = deletes[call.address] ?? index
            default: break
            }
        }
        try hold(.ordered, Set(puts.keys) == Set(plan.changes.filter(\.action.puts).map(\.address))) { "\(calls)" }
        try hold(.ordered, Set(deletes.keys) == Set(plan.changes.filter(\.action.removes).map(\.address))) {
            "\(calls)"
        }
        for change in plan.changes {
            for need in change.declaration?.dependencies ?? [] {
                guard let own = puts[change.address], let other = puts[need] else { continue }
                try hold(.ordered, other < own) { "\(need) before \(change.address)" }
            }
            guard change.action == .delete, let id = change.identifier else { continue }
            for holder in plan.changes where holder.observed?.values.values.contains(where: { $0.holds(id) }) == true {
                guard let own = deletes[change.address],
                    let other = holder.action.removes ? deletes[holder.address] : puts[holder.address]
                else { continue }
                try hold(.ordered, other < own) { "\(holder.address) lets go of \(change.address)" }
            }
        }
    }
}

extension Value {
    fileprivate func holds(_ id: String) -> Bool {
        var found = false
        forEachText { if $0 == id { found = true } }
        return found
    }
}
