import Foundation
import Ledger
import Manifests
import Model

/// What a commit says about whether an environment's plans may be carried out. Pure.
struct Gates: Sendable, Equatable {
    var suspension: Suspension?
    var windows: [SyncWindow] = []
    /// All windows are open.
    var isEmergency = false
    /// A person's approval of one plan.
    var approval: Approval?

    init() {}

    init(_ name: String, in manifests: ManifestSet) {
        if let order = manifests.suspensions.first(where: { $0.environment == name }) {
            suspension = Suspension(reason: order.reason, by: order.by, until: order.until)
        }
        approval = manifests.approvals.first { $0.environment == name }
        guard let gates = manifests.environment(named: name)?.gates else { return }
        windows = gates.syncWindows
        isEmergency = gates.emergency
    }

    /// Takes a suspension over that stands in a newer commit which is not valid otherwise: a person who wants an
    /// environment left alone need not mend the manifests first. Ending one has to wait for a valid commit.
    mutating func take(_ newer: [SuspensionOrder], of name: String) {
        guard let order = newer.first(where: { $0.environment == name }) else { return }
        suspension = Suspension(reason: order.reason, by: order.by, until: order.until)
    }

    /// The suspension, while it is in force.
    func suspension(at date: Date) -> Suspension? { suspension.flatMap { $0.until > date ? $0 : nil } }

    /// Whether a plan may be carried out at a moment. A plan without changes passes all but a suspension.
    /// - Parameter used: approvals by which plans were carried out.
    func gate(_ findings: WorkItem.Findings, at date: Date, used: Set<UsedApproval> = []) -> Gate {
        if let suspension = suspension(at: date) { return .suspended(suspension) }
        guard findings.changes > 0 else { return .open }
        if !findings.approvalReasons.isEmpty, !approves(findings.digest, at: date, used: used) {
            let note = lapsed(findings.digest, used: used).map { [$0] } ?? []
            return .approvalNeeded(findings.approvalReasons + note)
        }
        return isOpen(at: date) ? .open : .closed(opens: opens(after: date))
    }

    /// Whether the approval releases a plan at a moment: exactly this one, once, and not after its end.
    func approves(_ digest: String, at date: Date, used: Set<UsedApproval>) -> Bool {
        guard let approval, approval.digest == digest else { return false }
        return approval.until > date && !used.contains(UsedApproval(approval))
    }

    /// Why the approval of this plan releases it no longer; nil when it approves another one.
    func lapsed(_ digest: String, used: Set<UsedApproval>) -> String? {
        guard let approval, approval.digest == digest else { return nil }
        return used.contains(UsedApproval(approval))
            ? "what \(approval.by) approved was carried out already, and this is the same once more: approve it anew"
            : "the approval by \(approval.by) ended at \(approval.until.rfc3339): approve it anew"
    }

    /// Whether changes may be made at a moment, by the windows alone.
    func isOpen(at date: Date) -> Bool {
        guard !isEmergency else { return true }
        let (allowing, denying) = (windows.filter { $0.kind == .allow }, windows.filter { $0.kind == .deny })
        return !denying.contains { $0.contains(date) } && (allowing.isEmpty || allowing.contains { $0.contains(date) })
    }

    /// When changes may be made next; nil when that is not within sight.
    func opens(after date: Date) -> Date? {
        var moment = date
        // Every round goes past the end of a denying window or to the beginning of an allowing one.
        for _ in 0..<100 {
            if isOpen(at: moment) { return moment }
            let denying = windows.filter { $0.kind == .deny && $0.contains(moment) }
            let ends = denying.compactMap { $0.closes(after: moment) }
            if let end = ends.max(), end > moment {
                moment = end
                continue
            }
            let openings = windows.filter { $0.kind == .allow }.compactMap { $0.opens(after: moment) }
            guard let opening = openings.min(), opening > moment else { return nil }
            moment = opening
        }
        return nil
    }

    // MARK: For people

    static func tell(_ suspension: Suspension) -> String {
        "suspended by \(suspension.by) until \(suspension.until.rfc3339): \(suspension.reason)"
    }

    static func tell(needed reasons: [String], _ digest: String) -> String {
        "the plan \(digest) needs an approval: " + reasons.joined(separator: "; ")
    }

    static func tell(opens: Date?) -> String {
        "no sync window is open" + (opens.map { "; the next one opens at \($0.rfc3339)" } ?? ", and none opens soon")
    }
}

/// Whether a plan may be carried out.
enum Gate: Sendable, Equatable {
    case open
    case suspended(Suspension)
    case approvalNeeded([String])
    case closed(opens: Date?)
    /// It failed too often, which the text tells: it is only looked at.
    case quarantined(String)
}

extension UsedApproval {
    init(_ approval: Approval) { self.init(digest: approval.digest, until: approval.until) }
}
