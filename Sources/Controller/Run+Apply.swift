import AWSClient
import Engine
import Foundation
import GitRepository
import Ledger
import Model

extension Run {
    /// Carries a plan out and records what came of it.
    ///
    /// Cancelling the task ends it at the next safe point: calls under way finish, and what was done is recorded.
    ///
    /// - Parameter approval: the digest that a person approved; needed when the plan says so.
    /// - Returns: a report; when an approval is needed and not given, nothing was changed.
    public func apply(
        _ run: PlannedRun, approval: String?, onEvent: @escaping @Sendable (ChangeEvent) -> Void
    ) async -> AppliedRun {
        let stop = StopSignal()
        // A task of its own, because the cancellation of this one would end calls under way and the recording, too.
        let work = Task {
            var applied = AppliedRun(run: run)
            applied.refusal = refusal(of: run, approval: approval, at: Date())
            if applied.refusal == nil { await carryOut(run, &applied, stop: stop, onEvent: onEvent) }
            await record(&applied)
            return applied
        }
        return await withTaskCancellationHandler {
            await work.value
        } onCancel: {
            stop.request()
        }
    }

    /// Makes the changes and records nothing.
    /// - Parameters:
    ///   - stop: ends it at the next safe point.
    ///   - permit: asked before each step and again before each request; once it is refused, nothing further is begun.
    func carryOut(
        _ run: PlannedRun, _ applied: inout AppliedRun, stop: StopSignal = StopSignal(),
        permit: StartPermit = StartPermit(), onEvent: @escaping @Sendable (ChangeEvent) -> Void
    ) async {
        let token = "\(run.loaded.revision.commit) \(UInt64.random(in: .min ... .max))"
        let callPermit = CallPermit {
            permit.mayStart
        } waiting: { wait in
            try await stop.orUntilRequested(wait)
        }
        let results = await withTaskGroup(of: (AccountScope, Applied).self) { group in
            for scope in run.scopes {
                guard case .success((let reconciler, let planned)) = scope.result else { continue }
                group.addTask {
                    let applied = await AWSClient.$permit.withValue(callPermit) {
                        await reconciler.apply(planned, run: token, stop: stop, permit: permit, onEvent: onEvent)
                    }
                    return (scope.scope, applied)
                }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        applied.results = results
        applied.wasInterrupted = Task.isCancelled || stop.isRequested || !permit.mayStart
    }

    /// Writes the status of every environment of the run; what cannot be written is told, and AWS stays as it is.
    private func record(_ applied: inout AppliedRun) async {
        for report in applied.environments {
            do throws(GitError) {
                let commit = try await ledger.record(
                    applied.status(report, at: Date()), inventory: report.inventory, happened: report.happened,
                    subject: report.subject, isPartial: true)
                if let commit { applied.statusCommits.append(commit) }
            } catch {
                applied.recordingFailure =
                    "AWS is as reported, but the status could not be written: \(error). "
                    + "Let this credential push to \(settings.statusBranch), or name another repository for it"
                return
            }
        }
    }

    /// Records that a revision does not count, on every environment that is known.
    /// - Returns: why it could not be recorded.
    public func recordInvalid(_ loaded: LoadedRevision) async -> String? {
        let errors = loaded.diagnostics.filter { $0.severity == .error }
        let first = errors.first.map { "; the first: \($0)" } ?? ""
        let message =
            loaded.refusal?.message
            ?? "\(loaded.revision.short) has \(counted(errors.count, "error")) and changes nothing\(first)"
        let reason = loaded.refusal == nil ? "InvalidManifests" : "SignatureRefused"
        let advice = loaded.refusal == nil ? "correct the manifests" : "put a signed commit on top"
        do {
            for var status in try await recorded().statuses where status.outcome != .destroyed {
                status.outcome = .invalid
                status.conditions = [
                    Condition(.ready, false, reason: reason, message: message),
                    Condition(.reconciling, false, reason: reason, message: ""),
                    Condition(.stalled, true, reason: reason, message: advice),
                ]
                _ = try await ledger.record(
                    status, inventory: nil, happened: false,
                    subject:
                        "\(status.environment): \(loaded.refusal == nil ? "invalid manifests" : "refused signature") "
                        + loaded.revision.short)
            }
            return nil
        } catch {
            return "the status could not be written: \(error)"
        }
    }
}
