import Foundation
import Logging
import Model

extension ControlLoop {
    /// What stands beside every line of the log about an environment.
    func metadata(_ name: String?) -> Logger.Metadata {
        guard let name, let entry = entries[name] else { return [:] }
        var metadata: Logger.Metadata = ["environment": "\(name)"]
        if let revision = entry.item.attempt?.revision ?? entry.item.assignment?.revision {
            metadata["revision"] = "\(revision.short)"
        }
        if !entry.correlation.isEmpty { metadata["correlation"] = "\(entry.correlation)" }
        return metadata
    }

    /// Tells those who watch, and the log.
    func tell(
        _ name: String?, _ severity: ControllerEvent.Severity, _ reason: String, _ message: String,
        revision: Revision? = nil, address: ResourceAddress? = nil
    ) {
        var event = ControllerEvent(
            time: clock.now().wall, environment: name, severity: severity, reason: reason, message: message,
            revision: revision ?? name.flatMap { entries[$0]?.item.assignment?.revision }, address: address)
        event.isForChats = isForChats(event)
        noteUntold(event)
        for listener in listeners.values { listener.yield(event) }
        let level: Logger.Level = severity == .error ? .error : severity == .warning ? .warning : .info
        var metadata = metadata(name)
        metadata["reason"] = "\(reason)"
        if let revision { metadata["revision"] = "\(revision.short)" }
        if let address { metadata["address"] = "\(address)" }
        logger.log(level: level, "\(message)", metadata: metadata)
    }

    /// Tells of resources that AWS holds otherwise though the manifests did not change.
    func tellDrift(_ name: String, _ addresses: [ResourceAddress]) {
        let named = addresses.prefix(5).map(\.path).joined(separator: ", ")
        let more = addresses.count > 5 ? " and \(addresses.count - 5) more" : ""
        tell(name, .warning, "DriftFound", "\(counted(addresses.count, "resource")) drifted: \(named)\(more)")
    }

    /// Tells what happens to one change of a plan.
    func tell(_ name: String, _ event: ChangeEvent) {
        let doing = "\(event.action?.doing ?? "settling") \(event.address)"
        switch event.phase {
        case .started: tell(name, .info, "ChangeStarted", doing, address: event.address)
        case .waiting(let what):
            tell(name, .info, "ChangeWaiting", "\(doing): \(what)", address: event.address)
        case .finished(.succeeded):
            let done = "\(event.action?.done ?? "settled") \(event.address)"
            tell(name, .info, "ChangeSucceeded", done, address: event.address)
        case .finished(.failed(let error)):
            tell(name, .error, "ChangeFailed", "\(doing): \(error)", address: event.address)
        case .finished(let outcome):
            tell(name, .info, "ChangeNotMade", "\(doing): \(outcome.word)", address: event.address)
        }
    }

    /// Tells what an event came to.
    func tellVerdict(_ name: String, before: Verdict, was: EnvironmentState.Phase) {
        guard let item = entries[name]?.item else { return }
        let verdict = item.verdict
        let isAttempt = was == .planning || was == .applying
        switch verdict.reason {
        // Drift is told when it is found, a commit that does not count when it is read.
        case .unknown, .progressing, .invalidManifests, .signatureRefused, .driftFound: return
        case .converged where verdict == before: return
        case .converged:
            tell(name, .info, verdict.reason.rawValue, "AWS agrees with \(item.appliedRevision?.short ?? "")")
        case .failed, .quarantined:
            // Looks in quarantine find the same again and again, and a newer commit's coming is no failure.
            guard verdict != before || isAttempt && item.attempt == nil && !item.wasLook,
                before.reason != .quarantined || verdict.reason != .failed || item.phase != .backingOff || isAttempt
            else { return }
            tell(name, .error, verdict.reason.rawValue, verdict.message)
        case .approvalNeeded:
            guard verdict != before else { return }
            tell(name, .warning, verdict.reason.rawValue, verdict.message)
        case .suspended, .outsideWindow:
            guard verdict != before else { return }
            tell(name, .info, verdict.reason.rawValue, verdict.message)
        }
    }
}
