import Crypto
import Model

/// Makes a plan from what is declared and what is observed.
///
/// Pure: no input but its arguments, no effect but its result; the same input gives the same plan and digest.
public struct Planner: Sendable {
    let kinds: [ResourceType: KindDescription]

    public init(kinds: [ResourceType: KindDescription]) {
        self.kinds = kinds
    }

    public func plan(_ basis: PlanBasis, _ state: ObservedState) -> Plan {
        plan(basis, state, Ownership(state, kinds: kinds, basis: basis))
    }

    func plan(_ basis: PlanBasis, _ state: ObservedState, _ ownership: Ownership) -> Plan {
        var replacing: Set<ResourceAddress> = []
        while true {
            let draft = draft(basis, state, ownership, replacing: replacing)
            // Each round finds at least one more, or is the last.
            guard !draft.inTheWay.isSubset(of: replacing) else { return draft.finished() }
            replacing.formUnion(draft.inTheWay)
        }
    }

    private func draft(
        _ basis: PlanBasis, _ state: ObservedState, _ ownership: Ownership, replacing: Set<ResourceAddress>
    ) -> PlanDraft {
        var draft = PlanDraft(basis: basis, state: state, ownership: ownership, kinds: kinds, replacing: replacing)
        draft.findLeftover()
        draft.sift()
        draft.findAdoptions()
        draft.holdBack()
        draft.declare()
        draft.removeLeftover()
        draft.order()
        draft.reportHeld()
        draft.reportObservation()
        return draft
    }
}

extension Plan {
    /// Several plans (of several accounts or regions) as one, with a digest over all of them.
    public static func combined(_ plans: [Plan]) -> Plan {
        guard plans.count != 1 else { return plans[0] }
        var result = Plan(changes: [], unchanged: 0, digest: "")
        for plan in plans {
            result.changes += plan.changes
            result.unchanged += plan.unchanged
            result.settling.merge(plan.settling) { first, _ in first }
            result.diagnostics += plan.diagnostics
            result.approvalReasons += plan.approvalReasons
            result.approvalScopes.formUnion(plan.approvalScopes)
            result.leftDrift += plan.leftDrift
            result.unmatched += plan.unmatched
            result.declared.merge(plan.declared) { first, _ in first }
        }
        result.digest = digest(of: result.changes)
        return result
    }

    /// The digest of one environment's part: what `plumbline approve` takes, whatever else was planned along with it.
    public func digest(of scope: String) -> String { Self.digest(of: changes.filter { $0.address.scope == scope }) }

    /// A hash over what the changes do, to what: the identifier by which AWS names each resource that is changed or goes, and
    /// all that the manifests say of one that is made or stays. Reasons explain and do not count.
    static func digest(of changes: [Change]) -> String {
        var hash = SHA256()
        for change in changes.sorted(by: { $0.address < $1.address }) {
            var line = "\(change.action.rawValue) \(change.type) \(change.address) \(change.identifier ?? "-") "
            line += change.declaration?.contentHash ?? "-"
            for field in change.fields {
                line += "\n  \(field.name): \(field.before?.description ?? "-") -> \(field.after?.description ?? "-")"
            }
            for (field, number) in change.numbers.sorted(by: { $0.key < $1.key }) { line += "\n  \(field) = \(number)" }
            hash.update(data: Array((line + "\n").utf8))
        }
        return "sha256:" + hexadecimal(hash.finalize())
    }

    static func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        var text: [UInt8] = []
        for byte in bytes {
            for digit in [byte >> 4, byte & 15] { text.append(digit < 10 ? 0x30 + digit : 0x57 + digit) }
        }
        return String(decoding: text, as: UTF8.self)
    }
}
