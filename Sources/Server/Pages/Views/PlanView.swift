import Foundation
import Model

/// A plan as a readable difference.
struct PlanView: Sendable {
    struct FieldView: Sendable {
        let name: String
        let lines: [DiffLine]
    }

    struct ChangeView: Sendable {
        let id: String
        let address: String
        let type: String
        let action: String
        let sign: String
        let because: String
        let identifier: String
        let hasIdentifier: Bool
        let state: Badge
        let isRunning: Bool
        let message: String
        let hasMessage: Bool
        let fields: [FieldView]
        let hasFields: Bool
        /// Nothing of it is compared with anything, as in a creation: it is shown to those who ask.
        let isFolded: Bool
        let size: String
    }

    struct Tally: Sendable {
        let sign: String
        let action: String
        let number: Int
    }

    let digest: String
    let revision: CommitView
    let made: Moment
    let changes: [ChangeView]
    let hasChanges: Bool
    let tallies: [Tally]
    let unchanged: Int
    /// How much of it is done; only while it runs or after.
    let done: Int
    let total: Int
    let hasBegun: Bool
    let needsApproval: Bool
    let approvalReasons: [String]
    let diagnostics: [String]
    let hasDiagnostics: Bool

    init(_ plan: PlanState, environment: EnvironmentState, links: CommitLinks, now: Date) {
        digest = plan.digest
        revision = CommitView(plan.revision, links)
        made = Moment(plan.made, now: now)
        changes = plan.changes.map(ChangeView.init)
        hasChanges = !plan.changes.isEmpty
        tallies = ChangeAction.allCases.compactMap { action in
            let number = plan.changes.count { $0.action == action }
            return number > 0 ? Tally(sign: action.sign, action: action.rawValue, number: number) : nil
        }
        unchanged = plan.unchanged
        done = plan.changes.count { !["pending", "running"].contains($0.state) }
        total = plan.changes.count
        hasBegun = plan.changes.contains { $0.state != "pending" }
        needsApproval = environment.toldPhase == .awaitingApproval && !plan.approvalReasons.isEmpty
        approvalReasons = plan.approvalReasons
        diagnostics = plan.diagnostics.map(\.description)
        hasDiagnostics = !plan.diagnostics.isEmpty
    }
}

extension PlanView.ChangeView {
    init(_ change: ChangeState) {
        id = "change-\(change.address.path)"
        address = change.address.path
        type = change.type.name
        action = change.action.rawValue
        sign = change.action.sign
        because = change.reason.words
        identifier = change.identifier ?? ""
        hasIdentifier = change.identifier != nil
        state = Badge(change: change.state)
        isRunning = change.state == "running"
        message = change.message ?? ""
        hasMessage = change.message != nil
        hasFields = !change.fields.isEmpty
        isFolded = hasFields && (change.action == .create || change.action == .delete)
        size = counted(change.fields.count, "field")
        fields = change.fields.map { field in
            let lines: ([String], [String])
            if field.isSecret {
                lines = (field.before == nil ? [] : ["•••"], field.after == nil ? [] : ["••• (changed)"])
            } else {
                lines = (ValueText.lines(field.before), ValueText.lines(field.after))
            }
            return PlanView.FieldView(name: field.name, lines: DiffLine.lines(before: lines.0, after: lines.1))
        }
    }
}

extension ChangeAction {
    /// The command line's sign.
    var sign: String {
        switch self {
        case .create: "+"
        case .adopt: "="
        case .update: "~"
        case .replace: "±"
        case .delete: "-"
        }
    }
}

extension ChangeReason {
    var words: String {
        switch self {
        case .new: "new in the manifests"
        case .manifest: "changed in the manifests"
        case .drift: "changed in AWS"
        case .dependency: "what it refers to is made anew"
        case .removed: "removed from the manifests"
        case .adoption: "taken over"
        }
    }
}
