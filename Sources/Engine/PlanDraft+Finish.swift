import Model

extension PlanDraft {
    /// Tells once, for each kind that could not be read, what that keeps back.
    mutating func reportObservation() {
        for (type, error) in state.failures {
            let addresses = declarations.values.filter { $0.type == type }.map(\.address)
            let undeclared = basis.recorded.filter {
                $0.value.type == type && $0.value.identifier != nil && declarations[$0.key] == nil
                    && basis.scopes.contains($0.key.scope)
            }.map(\.key)
            if !addresses.isEmpty {
                diagnostics.append(
                    Diagnostic(
                        .error,
                        "\(type) could not be read, so \(Self.list(addresses)) and what needs them wait: \(error)"))
            } else if !undeclared.isEmpty {
                diagnostics.append(
                    Diagnostic(.error, "\(type) could not be read, so \(Self.list(undeclared)) stay: \(error)"))
            } else {
                diagnostics.append(Diagnostic(.warning, "\(type) could not be read: \(error)"))
            }
        }
    }

    func finished() -> Plan {
        let order = orderedChanges()
        let approval = approval(of: order)
        let diagnostics = diagnostics + leftUnrecorded.map(Self.warning(unrecorded:))
        var plan = Plan(
            changes: order, unchanged: unchanged, digest: Plan.digest(of: order), settling: settling,
            diagnostics: diagnostics.sorted { a, b in
                (a.severity.rank, a.address?.path ?? "", a.message) < (
                    b.severity.rank, b.address?.path ?? "", b.message
                )
            }, approvalReasons: approval.reasons, approvalScopes: approval.scopes,
            leftDrift: leftDrift.values.sorted { $0.address < $1.address }, declared: declared)
        plan.unmatched = unmatched.sorted()
        return plan
    }
}

extension PlanDraft {
    /// What is to be known when differences are left of which nobody can tell who made them.
    private static func warning(unrecorded scope: String) -> Diagnostic {
        Diagnostic(
            .warning,
            "nothing is recorded of \(scope), so what differs there counts as drift and is left, as the drift mode says; to "
                + "have it applied, set `drift: correct` until it is", address: ResourceAddress(scope))
    }
}

extension Diagnostic.Severity {
    /// Errors first.
    fileprivate var rank: Int { self == .error ? 0 : 1 }
}
