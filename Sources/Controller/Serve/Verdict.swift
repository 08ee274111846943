import Ledger
import Model

/// What an environment's last attempt came to, and the conditions that follow.
struct Verdict: Sendable, Equatable {
    enum Reason: String, Sendable, CaseIterable {
        case unknown = "Unknown"
        case converged = "Converged"
        case progressing = "Progressing"
        case failed = "Failed"
        case quarantined = "Quarantined"
        case approvalNeeded = "ApprovalNeeded"
        case outsideWindow = "OutsideWindow"
        case suspended = "Suspended"
        case driftFound = "DriftFound"
        case invalidManifests = "InvalidManifests"
        case signatureRefused = "SignatureRefused"

        /// It will go on by itself.
        var isReconciling: Bool { [.unknown, .progressing, .failed, .outsideWindow].contains(self) }

        /// It will not go on without a person.
        var isStalled: Bool { self != .converged && !isReconciling }

        var outcome: RunOutcome {
            switch self {
            case .unknown, .progressing: .interrupted
            case .converged: .converged
            case .failed, .quarantined: .failed
            case .approvalNeeded: .approvalNeeded
            case .outsideWindow: .outsideWindow
            case .suspended: .suspended
            case .driftFound: .driftFound
            case .invalidManifests, .signatureRefused: .invalid
            }
        }
    }

    var reason: Reason
    var message: String

    init(_ reason: Reason, _ message: String) {
        self.reason = reason
        self.message = message
    }

    /// Ready, Reconciling and Stalled, in this order; the message stands where it says why.
    static func conditions(_ verdict: Verdict) -> [Condition] {
        let (reason, message) = (verdict.reason, verdict.message)
        return [
            Condition(.ready, reason == .converged, reason: reason.rawValue, message: message),
            Condition(.reconciling, reason.isReconciling, reason: reason.rawValue, message: ""),
            Condition(.stalled, reason.isStalled, reason: reason.rawValue, message: reason.isStalled ? message : ""),
        ]
    }
}
