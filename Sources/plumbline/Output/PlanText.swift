import Controller
import Model

/// A plan for people.
struct PlanText {
    let paint: Paint

    func render(_ run: PlannedRun) -> String {
        let plan = run.plan
        var lines = ["\(run.loaded.revision.short)  \(paint(plan.digest, .faint))"]
        lines += plan.diagnostics.map(line)
        let digests = run.digests
        for (scope, changes) in grouped(plan.changes) {
            lines.append("")
            // With one environment its digest is the plan's.
            let digest = digests.count > 1 ? digests[scope].map { "  " + paint($0, .faint) } : nil
            lines.append(paint(scope, .bold) + (digest ?? ""))
            for change in changes { lines += self.lines(of: change) }
        }
        lines.append("")
        lines.append(summary(plan))
        if plan.needsApproval {
            lines.append("This plan needs an approval:")
            lines += plan.approvalReasons.map { "  - \($0)" }
        }
        return lines.joined(separator: "\n")
    }

    /// The changes by environment, in the order of the plan.
    private func grouped(_ changes: [Change]) -> [(String, [Change])] {
        Dictionary(grouping: changes, by: \.address.scope).sorted { $0.key < $1.key }
    }

    private func lines(of change: Change) -> [String] {
        let (sign, colour) = Self.sign(change.action)
        var head = "  \(paint(sign, colour)) \(change.action.rawValue) \(change.address)"
        head += paint("  \(change.type)", .faint)
        if change.reason != .new && change.reason != .removed { head += "  (\(change.reason.rawValue))" }
        guard change.action != .create, change.action != .delete else { return [head] }
        return [head] + change.fields.flatMap(\.parts).map { "        \($0.line)" }
    }

    private static func sign(_ action: ChangeAction) -> (String, Paint.Colour) {
        switch action {
        case .create: ("+", .green)
        case .adopt: ("=", .green)
        case .update: ("~", .yellow)
        case .replace: ("±", .magenta)
        case .delete: ("-", .red)
        }
    }

    private func summary(_ plan: Plan) -> String {
        let counts = ChangeAction.allCases.compactMap { action -> String? in
            let count = plan.count(action)
            return count > 0 ? "\(count) to \(action.rawValue)" : nil
        }
        if counts.isEmpty {
            return plan.hasErrors
                ? "Nothing can be planned for what the errors above name."
                : "No changes: \(plan.unchanged) resources agree."
        }
        return "Plan: " + (counts + ["\(plan.unchanged) unchanged"]).joined(separator: ", ") + "."
    }

    func line(_ diagnostic: Diagnostic) -> String {
        paint(diagnostic.description, diagnostic.severity == .error ? .red : .yellow)
    }
}
