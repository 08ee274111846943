import Blueprints
import Engine
import Foundation
import Ledger
import Model

extension ControlLoop {
    /// Lets a work item take an event in, and does what it decides.
    func handle(_ event: WorkItem.Event, of name: String) {
        guard var item = entries[name]?.item else { return }
        let (before, was) = (item.verdict, item.phase)
        let actions = item.handle(event, at: clock.now())
        entries[name]?.item = item
        for action in actions { act(action, name) }
        endPermit(name)
        if item.verdict != before || item.phase != was { tellVerdict(name, before: before, was: was) }
    }

    /// The right to work on it is given up when the attempt has ended and is written, so that another replica may take it
    /// over; not before, or an old status would be written over that replica's.
    private func endPermit(_ name: String) {
        guard let entry = entries[name], entry.permit != nil, entry.item.attempt == nil, !entry.isWriting
        else { return }
        entries[name]?.permit = nil
        leases?.end(name)
    }

    private func act(_ action: WorkItem.Action, _ name: String) {
        switch action {
        case .queue: waiting.append(name)
        case .leaveQueue: waiting.removeAll { $0 == name }
        case .plan: plan(name)
        case .apply: apply(name)
        case .hold(let gate): hold(name, gate)
        case .discard: entries[name]?.planned = nil
        case .endWaits: entries[name]?.stop.request()
        case .record: record(name)
        }
    }

    /// Gives turns, as many as may run side by side.
    func startWaiting(_ now: Moment) {
        var taken = entries.values.count { $0.takesPlace(at: now) }
        while taken < configuration.concurrency.environments, !waiting.isEmpty {
            taken += 1
            handle(.turn, of: waiting.removeFirst())
        }
    }

    private func run(for name: String) -> Run? { source?.run.only(name, pool) }

    // MARK: Plan

    private func plan(_ name: String) {
        let isRoutine = entries[name]?.item.attempt?.isRoutine == true
        guard let run = source?.run.only(name, pool, shared: isRoutine ? shared : nil), let inForce else {
            handle(.ended(.outage(gitTrouble ?? "the config repository was not read yet")), of: name)
            return
        }
        guard let permit = leases?.begin(name) else {
            handle(.lease(false), of: name)
            handle(.ended(.interrupted), of: name)
            return
        }
        // The one before may still have been there for its writing.
        if entries[name]?.permit != nil { leases?.end(name) }
        entries[name]?.permit = permit
        entries[name]?.stop = StopSignal()
        entries[name]?.began = clock.now()
        entries[name]?.correlation = String(UInt32.random(in: .min ... .max), radix: 16)
        entries[name]?.busy = []
        entries[name]?.idling = []
        var known = RecordedState(statuses: [], inventories: [:])
        for (name, entry) in entries {
            if let status = entry.status { known.statuses.append(status) }
            known.inventories[name] = entry.inventory
        }
        jobs.append(.plan(name, run, inForce, known: known))
    }

    func planned(_ name: String, _ result: Result<PlannedRun, RunError>, read: RecordedState?) {
        measureGit("read", read != nil)
        if let read {
            if read.status(name)?.outcome == .destroyed, inForce?.contents[name] == nil { return forget(name) }
            if entries[name]?.isUnsure == true { recall(name, read.status(name)) }
            entries[name]?.compare(with: read)
            if let used = read.status(name)?.usedApprovals { handle(.learned(used), of: name) }
        }
        switch result {
        case .failure where isStopping: handle(.ended(.interrupted), of: name)
        case .failure(let error):
            handle(.ended(error.code == .usage ? .failed(error.message) : .outage(error.message)), of: name)
        case .success(let planned):
            entries[name]?.planned = planned
            entries[name]?.plan = PlanState(planned, made: clock.now().wall)
            let drifted = planned.drifted
            if !drifted.isEmpty, drifted != entries[name]?.drifted { tellDrift(name, drifted) }
            entries[name]?.drifted = drifted
            entries[name]?.resources = ResourceState.all(of: name, planned.scopes.compactMap(\.planned))
            logger.info(
                "planned",
                metadata: metadata(name).merging(
                    ["changes": "\(planned.plan.changes.count)", "plan": "\(planned.plan.digest)"]) { $1 })
            guard planned.scopes.allSatisfy({ $0.failure == nil }) else {
                guard !isStopping else { return handle(.ended(.interrupted), of: name) }
                return finished(name, AppliedRun(run: planned))
            }
            if planned.plan.needsApproval, entries[name]?.isUnsure == true {
                entries[name]?.planned = nil
                let message = "the status branch, which tells whether an approval was used up, could not be read"
                return handle(.ended(.outage(message)), of: name)
            }
            let findings = WorkItem.Findings(
                digest: planned.plan.digest, changes: planned.plan.changes.count,
                approvalReasons: planned.plan.approvalReasons)
            handle(.planned(findings), of: name)
        }
    }

    // MARK: Apply

    private func apply(_ name: String) {
        guard let entry = entries[name], let planned = entry.planned, let permit = entry.permit,
            let run = run(for: name)
        else { return }
        entries[name]?.planned = nil
        if !planned.plan.changes.isEmpty {
            tell(
                name, .info, "ApplyStarted",
                "\(counted(planned.plan.changes.count, "change")) being made for \(planned.loaded.revision.short)",
                revision: planned.loaded.revision)
        }
        jobs.append(.apply(name, run, planned, entry.stop, permit))
    }

    func progressed(_ name: String, _ event: ChangeEvent) {
        guard let entry = entries[name] else { return }
        entries[name]?.follow(event)
        switch event.phase {
        case .started:
            entries[name]?.busy.insert(event.address)
            entries[name]?.plan?.note(event.address, "running", nil)
        case .waiting(let what):
            entries[name]?.busy.remove(event.address)
            entries[name]?.idling.insert(event.address)
            // AWS is asked again and again; the same answer is told once.
            let isKnown = entry.plan?.changes.contains { $0.address == event.address } == true
            let isTold = isKnown ? entry.plan?.message(of: event.address) == what : entry.idling.contains(event.address)
            guard !isTold else { return }
            entries[name]?.plan?.note(event.address, "running", what)
        case .finished(let outcome):
            entries[name]?.busy.remove(event.address)
            entries[name]?.idling.remove(event.address)
            entries[name]?.plan?.note(event.address, outcome.word, outcome.reason)
        }
        tell(name, event)
    }

    /// An attempt came to its end: what it means, and what comes next.
    func finished(_ name: String, _ applied: AppliedRun) {
        guard entries[name] != nil else { return }
        entries[name]?.planned = nil
        entries[name]?.busy = []
        entries[name]?.idling = []
        let report = applied.environments.first { $0.status.environment == name }
        note(report, name)
        let after = applied.run.scopes.compactMap { applied.results[$0.scope]?.after ?? $0.planned }
        entries[name]?.resources = ResourceState.all(of: name, after, outcomes: applied.outcomes)
        entries[name]?.drifted = AppliedRun.drifted(after)
        measure(applied, name)
        if !applied.changed.isEmpty { handle(.carriedOut, of: name) }
        handle(.ended(applied.ending(report)), of: name)
    }

    /// The plan is made, told, and not carried out.
    private func hold(_ name: String, _ gate: Gate) {
        guard let planned = entries[name]?.planned else { return }
        entries[name]?.planned = nil
        var applied = AppliedRun(run: planned)
        applied.refusal = GateRefusal(gate, at: clock.now().wall)
        note(applied.environments.first { $0.status.environment == name }, name)
        record(name)
    }

    // MARK: Write

    private func note(_ report: EnvironmentReport?, _ name: String) {
        guard let report else { return }
        var recording = Recording(
            status: report.status, inventory: report.inventory, happened: report.happened, subject: report.subject)
        if recording.happened { recording.status.changed = clock.now().wall }
        entries[name]?.note(recording)
    }

    /// Writes how an environment stands, if that is news.
    func record(_ name: String) {
        guard entries[name]?.mayRecord() == true, let entry = entries[name] else { return }
        guard var recording = entry.unwritten ?? entry.recording(newest) else { return }
        recording.status.tell(entry, at: clock.now())
        let isNews =
            recording.happened || entry.status.map { !$0.agrees(with: recording.status) } ?? true
            || recording.inventory.map { $0 != entry.inventory } ?? false
        if !recording.happened {
            let revision = entry.item.invalid?.revision ?? entry.item.assignment?.revision
            recording.subject = "\(name): \(recording.status.outcome.rawValue) \(revision?.short ?? "")"
        }
        guard isNews || entry.isUntrue else {
            entries[name]?.unwritten = nil
            return forgetIfGone(name)
        }
        entries[name]?.unwritten = recording
        guard let run = run(for: name), let permit = entry.permit ?? leases?.begin(name) else { return }
        // Nobody else begins before it is written.
        entries[name]?.permit = permit
        guard let taken = entries[name]?.takeRecording() else { return endPermit(name) }
        jobs.append(.write(name, run, taken, permit))
    }

    func recorded(_ name: String, _ recording: Recording, _ result: Result<String?, RunError>) {
        let isDone = if case .success = result { true } else { false }
        let isMore = entries[name]?.wasWritten(recording, isDone) == true
        switch result {
        case .failure(let error):
            measureGit("write", false)
            tell(name, .error, "StatusNotWritten", error.message)
        case .success(let commit):
            measureGit("write", true)
            if let commit {
                logger.info("status written", metadata: metadata(name).merging(["commit": "\(commit)"]) { $1 })
            }
            if isMore { record(name) } else { forgetIfGone(name) }
        }
        endPermit(name)
    }

    // MARK: The end

    /// An environment that the manifests no longer have, and of which nothing is left, is nobody's work any more.
    private func forgetIfGone(_ name: String) {
        guard let entry = entries[name], entry.isGone, entry.item.attempt == nil, inForce?.contents[name] == nil
        else { return }
        forget(name)
    }

    /// The same for one that somebody took down with the command line.
    func forgetDestroyed(_ name: String) {
        guard let entry = entries[name], entry.item.attempt == nil, inForce?.contents[name] == nil else { return }
        forget(name)
    }

    private func forget(_ name: String) {
        tell(name, .info, "EnvironmentGone", "\(name) is in no manifest any more, and nothing is left of it")
        if entries[name]?.permit != nil { leases?.end(name) }
        entries[name] = nil
        waiting.removeAll { $0 == name }
        forgetFigures(of: name)
        shareLeases()
    }
}
