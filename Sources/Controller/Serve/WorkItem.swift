import Foundation
import Ledger
import Manifests
import Model

/// One environment's work: what is known of it, what it is doing, and what comes next. A pure state machine: events go
/// in, actions come out, and nothing but the event and the moment counts.
struct WorkItem: Sendable {
    let name: String
    let rules: Rules
    private(set) var phase = EnvironmentState.Phase.idle
    /// The newest valid commit, and its gates.
    private(set) var assignment: Assignment?
    /// The newest commit, when it does not count.
    private(set) var invalid: Invalid?
    /// The last commit with which AWS was made to agree.
    private(set) var appliedRevision: Revision?
    /// Whether AWS was made to agree with all that the newest valid commit says.
    private(set) var isCurrent = false
    private(set) var attempt: Attempt?
    /// Attempts that failed one after the other.
    private(set) var failures = 0
    /// Attempts that could not ask, one after the other.
    private(set) var outages = 0
    /// It failed too often: it is looked at on schedule, and nothing is changed.
    private(set) var isQuarantined = false
    /// What ended last was only a look, in quarantine.
    private(set) var wasLook = false
    /// The uptime at which the last attempt to change something ended.
    private var lastTry: Duration?
    /// The quarantine that the status branch tells of, until it is known whether it is this commit's.
    private var recalled: Recalled?
    /// The uptime of the next try after a quarantine that ended during a look.
    private var released: Duration?
    /// The uptime at which there is something to do.
    private(set) var due: Duration?
    /// When a suspension ends or a sync window opens, of the last plan that had to wait for it.
    private var opens: Date?
    /// Approvals by which plans were carried out.
    private(set) var usedApprovals: Set<UsedApproval> = []
    /// What the last attempt came to.
    private(set) var verdict: Verdict
    private(set) var conditions: [DatedCondition] = []
    private(set) var isStopping = false
    /// Why it waits for its turn.
    private var occasion = Occasion.news
    /// Whether this replica may work on it.
    private(set) var isHeld: Bool
    /// Whether it was looked at since the start.
    private(set) var wasSeen = false

    /// - Parameter isHeld: false where a lease has to be had first.
    init(_ name: String, rules: Rules, isHeld: Bool = true, conditions: [DatedCondition] = []) {
        self.name = name
        self.rules = rules
        self.isHeld = isHeld
        self.conditions = conditions
        verdict = Verdict(.unknown, "it was not looked at yet")
        if !isHeld { phase = .elsewhere }
    }

    /// The phase as it is told: that a look is due makes a quarantine no less one.
    var toldPhase: EnvironmentState.Phase {
        isQuarantined && (phase == .queued || phase == .planning) ? .quarantined : phase
    }

    /// Takes an event in.
    mutating func handle(_ event: Event, at now: Moment) -> [Action] {
        let actions = react(to: event, at: now)
        dateConditions(now.wall)
        return actions
    }

    private mutating func react(to event: Event, at now: Moment) -> [Action] {
        switch event {
        case .assigned(let assignment, let isConcerned): return assigned(assignment, isConcerned, now)
        case .invalid(let invalid): return found(invalid)
        case .time: return hasCome(now) ? queue(verdict.reason == .converged ? .due : .news) : []
        case .company: return isAtRest ? queue(.company) : []
        case .clockSet: return isWaitingForTime ? queue() : []
        case .turn: return began()
        case .planned(let findings): return planned(findings, now)
        case .carriedOut: return use()
        case .ended(let ending): return ended(ending, now)
        case .learned(let used):
            usedApprovals.formUnion(used)
            return []
        case .recalled(let recalled):
            self.recalled = recalled
            recall()
            return []
        case .retry: return retry()
        case .lease(let isHeld): return lease(isHeld)
        case .followed(let conditions, let applied): return followed(conditions, applied)
        case .stop: return stop()
        }
    }

    // MARK: What comes from outside

    private mutating func assigned(_ new: Assignment, _ isConcerned: Bool, _ now: Moment) -> [Action] {
        let wasInvalid = invalid != nil
        let isNewer = assignment?.revision.commit != new.revision.commit
        if isConcerned, assignment != nil { recalled = nil }
        assignment = new
        invalid = nil
        guard isConcerned else {
            if isNewer, isQuarantined { return release(now) }
            return wasInvalid ? [.record] : []
        }
        isCurrent = false
        startAfresh()
        guard attempt == nil else { return supersede() }
        return queue()
    }

    /// A newer commit ends a quarantine though it does not concern it, for one more try: what failed may have been mended
    /// elsewhere. The pause since the last try is kept, so that commits that come thick and fast make no tight loop.
    private mutating func release(_ now: Moment) -> [Action] {
        isQuarantined = false
        verdict = Verdict(.failed, verdict.message)
        let again = max(now.uptime, (lastTry ?? now.uptime) + pause(failures, now))
        guard attempt == nil else {
            released = again
            return []
        }
        let wasQueued = phase == .queued
        if isHeld { (phase, due) = (.backingOff, again) }
        return (wasQueued ? [.leaveQueue] : []) + [.record]
    }

    private mutating func startAfresh() {
        (failures, outages) = (0, 0)
        (isQuarantined, released) = (false, nil)
    }

    private mutating func found(_ invalid: Invalid) -> [Action] {
        guard self.invalid != invalid else { return [] }
        self.invalid = invalid
        return [.record]
    }

    private mutating func retry() -> [Action] {
        startAfresh()
        recalled = nil
        if attempt != nil {
            attempt?.isOutdated = true
            return []
        }
        return queue()
    }

    private mutating func lease(_ isHeld: Bool) -> [Action] {
        guard self.isHeld != isHeld else { return [] }
        self.isHeld = isHeld
        guard !isHeld else {
            // What was begun under the lease before comes to its end first; then it is this one's turn.
            guard attempt == nil else { return [] }
            phase = .idle
            return queue()
        }
        if attempt != nil { return supersede() }
        defer { phase = .elsewhere }
        due = nil
        return phase == .queued ? [.leaveQueue] : []
    }

    private mutating func followed(_ recorded: [DatedCondition], _ applied: Revision?) -> [Action] {
        guard !isHeld, attempt == nil else { return [] }
        verdict = Verdict(.unknown, "another replica works on it")
        conditions = recorded
        appliedRevision = applied
        return []
    }

    private mutating func stop() -> [Action] {
        isStopping = true
        due = nil
        if attempt != nil { return supersede() }
        guard phase == .queued else { return [] }
        phase = .idle
        return [.leaveQueue]
    }

    /// Ends the waits of what is being done; what comes next is decided when it has ended.
    private mutating func supersede() -> [Action] {
        attempt?.isOutdated = true
        return [.endWaits]
    }

    private mutating func queue(_ occasion: Occasion = .news) -> [Action] {
        if occasion == .news { self.occasion = .news }
        guard isHeld, !isStopping, assignment != nil, phase != .queued, attempt == nil else { return [] }
        phase = .queued
        due = nil
        self.occasion = occasion
        return [.queue]
    }

    // MARK: An attempt

    private mutating func began() -> [Action] {
        guard phase == .queued, let assignment else { return [] }
        phase = .planning
        attempt = Attempt(revision: assignment.revision, occasion: occasion, isLook: isQuarantined)
        recall()
        return [.plan(assignment)]
    }

    /// Goes on with a quarantine that began before a restart, or on another replica, for the same commit.
    private mutating func recall() {
        guard let recalled, let attempt, attempt.revision.commit == recalled.commit, !attempt.isOutdated, failures == 0
        else { return }
        self.recalled = nil
        (isQuarantined, failures) = (true, rules.quarantineAfter)
        self.attempt?.isLook = true
        verdict = Verdict(.quarantined, recalled.message)
    }

    private mutating func planned(_ findings: Findings, _ now: Moment) -> [Action] {
        guard phase == .planning, let attempt, let assignment else { return [] }
        guard !attempt.isOutdated, isHeld, !isStopping else {
            return [.discard] + ended(.interrupted, now)
        }
        if attempt.isLook, findings.changes > 0 { return looked(now) }
        let gate = assignment.gates.gate(findings, at: now.wall, used: usedApprovals)
        guard gate == .open else {
            (wasSeen, wasLook) = (true, false)
            self.attempt = nil
            startAfresh()
            let schedule = nextLook(now)
            due = schedule
            switch gate {
            case .open, .quarantined: break
            case .suspended(let suspension):
                phase = .suspended
                self.opens = suspension.until
                due = min(schedule, uptime(of: suspension.until, now))
                verdict = Verdict(.suspended, Gates.tell(suspension))
            case .approvalNeeded(let reasons):
                phase = .awaitingApproval
                verdict = Verdict(.approvalNeeded, Gates.tell(needed: reasons, findings.digest))
            case .closed(let opens):
                phase = .awaitingWindow
                self.opens = opens
                due = min(schedule, opens.map { uptime(of: $0, now) } ?? schedule)
                verdict = Verdict(.outsideWindow, Gates.tell(opens: opens))
            }
            return [.hold(gate)]
        }
        if let approval = assignment.gates.approval, approval.digest == findings.digest {
            self.attempt?.approval = UsedApproval(approval)
        }
        phase = .applying
        if findings.changes > 0 { verdict = Verdict(.progressing, "\(counted(findings.changes, "change")) being made") }
        return [.apply]
    }

    /// In quarantine the plan is told, with the drift in it, and not carried out.
    private mutating func looked(_ now: Moment) -> [Action] {
        rest(now)
        return [.hold(.quarantined(verdict.message))]
    }

    /// After a look: until the next one, or until the try that a newer commit has brought about.
    private mutating func rest(_ now: Moment) {
        (wasSeen, wasLook) = (true, true)
        attempt = nil
        phase = isQuarantined ? .quarantined : .backingOff
        due = isQuarantined ? nextLook(now) : max(now.uptime, released ?? now.uptime)
        released = nil
    }

    private mutating func use() -> [Action] {
        if let approval = attempt?.approval { usedApprovals.insert(approval) }
        return []
    }

    private mutating func ended(_ ending: Ending, _ now: Moment) -> [Action] {
        guard phase == .planning || phase == .applying, let attempt else { return [] }
        self.attempt = nil
        (wasSeen, wasLook) = (true, attempt.isLook)
        due = nil
        switch ending {
        case .converged(let told):
            startAfresh()
            appliedRevision = attempt.revision
            isCurrent = !attempt.isOutdated
            phase = .idle
            // Who came along is taken along again, and else looks when it must: so all go by one of them, and by its chance.
            due = attempt.occasion == .company ? now.uptime + rules.driftEvery * (1 + rules.jitter) : nextLook(now)
            verdict = told.map { Verdict(.driftFound, $0) } ?? Verdict(.converged, "AWS agrees")
        case .failed(let message), .outage(let message):
            if attempt.isLook {
                verdict = Verdict(isQuarantined ? .quarantined : .failed, message)
                rest(now)
            } else if case .failed = ending {
                failed(message, attempt, now)
            } else {
                outages += 1
                phase = .backingOff
                due = now.uptime + pause(outages, now)
                verdict = Verdict(.failed, message)
            }
        case .interrupted:
            phase = .idle
            if !isQuarantined {
                verdict = Verdict(.progressing, "it was stopped on the way; the next attempt goes on from there")
            }
        }
        return next(attempt)
    }

    private mutating func failed(_ message: String, _ attempt: Attempt, _ now: Moment) {
        outages = 0
        failures += 1
        lastTry = now.uptime
        isQuarantined = failures >= rules.quarantineAfter && !attempt.isOutdated
        phase = isQuarantined ? .quarantined : .backingOff
        due = isQuarantined ? nextLook(now) : now.uptime + pause(failures, now)
        verdict = Verdict(isQuarantined ? .quarantined : .failed, message)
    }

    /// What comes after an attempt that something newer has overtaken.
    private mutating func next(_ attempt: Attempt) -> [Action] {
        if !isHeld {
            (phase, due) = (.elsewhere, nil)
            return [.record]
        }
        guard !isStopping else {
            (phase, due) = (.idle, nil)
            return [.record]
        }
        guard attempt.isOutdated || phase == .idle && due == nil else { return [.record] }
        if !isQuarantined { (failures, outages) = (0, 0) }
        phase = .idle
        return [.record] + queue()
    }

    // MARK: Time

    private func hasCome(_ now: Moment) -> Bool { due.map { $0 <= now.uptime } == true }

    /// Whether it is next looked at on schedule, and AWS agreed last.
    private var isAtRest: Bool { phase == .idle && due != nil && verdict.reason == .converged }

    /// Whether it waits for its turn for no other reason than that it was due.
    var isRoutinelyDue: Bool { phase == .queued && occasion == .due }

    /// The time of day for which it waits; nil when it waits for none.
    var waitsUntil: Date? { isWaitingForTime ? opens : nil }

    private var isWaitingForTime: Bool { phase == .awaitingWindow || phase == .suspended }

    private func nextLook(_ now: Moment) -> Duration {
        now.uptime + rules.driftEvery * (1 + rules.jitter * (2 * now.chance - 1))
    }

    /// Twice as long each time, up to the longest; moved by a tenth, so that many do not come back at once.
    private func pause(_ count: Int, _ now: Moment) -> Duration {
        let doubled = rules.retryFirst * Double(1 << min(count - 1, 30))
        return min(doubled, rules.retryMax) * (0.9 + 0.2 * now.chance)
    }

    private func uptime(of date: Date, _ now: Moment) -> Duration {
        now.uptime + .seconds(max(0, date.timeIntervalSince(now.wall)))
    }

    /// After a start the conditions are those that were recorded, until there is something to say; what another replica
    /// works on stands as that one recorded it.
    private mutating func dateConditions(_ date: Date) {
        guard isHeld || attempt != nil || conditions.isEmpty || verdict.reason != .unknown else { return }
        guard invalid != nil || verdict.reason != .unknown || conditions.isEmpty else { return }
        conditions = Verdict.conditions(invalid.map { Verdict($0.reason, $0.message) } ?? verdict).map { new in
            let old = conditions.first { $0.condition.kind == new.kind }
            guard let old, (old.condition.isTrue, old.condition.reason) == (new.isTrue, new.reason) else {
                return DatedCondition(new, since: date)
            }
            return DatedCondition(new, since: old.since)
        }
    }
}
