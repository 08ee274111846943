import Manifests
import Model

extension ManifestSet {
    /// What is done about drift, everywhere.
    var driftRules: DriftRules {
        DriftRules(
            modes: Dictionary(environments.map { ($0.name, $0.gates.drift) }) { first, _ in first },
            exceptions: Dictionary(environments.map { ($0.name, $0.driftExceptions) }) { first, _ in first })
    }

    var approvalRules: [String: ApprovalRule] {
        Dictionary(environments.map { ($0.name, $0.gates.approval) }) { first, _ in first }
    }
}
