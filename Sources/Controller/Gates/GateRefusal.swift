import Foundation
import Ledger
import Manifests
import Model

/// Why a plan was not carried out, though it could have been.
public struct GateRefusal: Sendable, Hashable {
    var reason: Verdict.Reason
    /// What keeps it, and for how long.
    public var message: String
    /// What a person can do about it.
    public var advice: String

    public var outcome: RunOutcome { reason.outcome }
}

extension Run {
    /// Why a plan may not be carried out at a moment; nil when it may.
    /// - Parameter approval: the digest that a person approved by hand.
    func refusal(of run: PlannedRun, approval: String?, at date: Date) -> GateRefusal? {
        let digest = run.plan.digest
        if let approval, approval != digest {
            return .init(
                reason: .approvalNeeded, message: "the plan is \(digest), not the approved \(approval)",
                advice: "Look at it again; to approve exactly this plan: --approve \(digest)")
        }
        let names = Set(run.plan.changes.map(\.address.scope)).sorted()
        let gates = names.map { name in
            (name: name, gates: run.loaded.manifests.map { Gates(name, in: $0) } ?? Gates())
        }
        for (name, gates) in gates where !settings.opened.contains(.suspension) {
            guard let suspension = gates.suspension(at: date) else { continue }
            return .init(
                reason: .suspended, message: "\(name) is \(Gates.tell(suspension))",
                advice: "End it with `plumbline resume \(name)`, wait, or give --even-if-suspended.")
        }
        if approval == nil, let refusal = missingApproval(of: run, gates, at: date) { return refusal }
        for (name, gates) in gates where !settings.opened.contains(.syncWindow) && !gates.isOpen(at: date) {
            return .init(
                reason: .outsideWindow, message: "\(name): \(Gates.tell(opens: gates.opens(after: date)))",
                advice: "Wait, set `emergency: true` in its manifest, or give --outside-window.")
        }
        return nil
    }

    /// Each environment whose changes need an approval needs its own, of its own part: an approval for one of them releases
    /// nothing in another.
    private func missingApproval(
        of run: PlannedRun, _ gates: [(name: String, gates: Gates)], at date: Date
    ) -> GateRefusal? {
        let plan = run.plan
        let gates = Dictionary(gates.map { ($0.name, $0.gates) }) { first, _ in first }
        let missing = plan.approvalScopes.sorted().filter { name in
            let used = run.recorded.status(name)?.usedApprovals ?? []
            return gates[name]?.approves(plan.digest(of: name), at: date, used: used) != true
        }
        guard !missing.isEmpty else { return nil }
        let notes = missing.compactMap { name in
            gates[name]?.lapsed(plan.digest(of: name), used: run.recorded.status(name)?.usedApprovals ?? [])
        }
        let each = missing.map { "`plumbline approve \($0) \(plan.digest(of: $0))`" }.joined(separator: " and ")
        return .init(
            reason: .approvalNeeded,
            message: "the plan needs an approval: " + (plan.approvalReasons + notes).joined(separator: "; "),
            advice: "To approve exactly this plan: --approve \(plan.digest), or \(each)")
    }
}
