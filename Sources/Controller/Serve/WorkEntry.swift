import Engine
import Foundation
import Ledger
import Model

/// One environment as the loop holds it: its work item, and what the item's decisions are carried out with.
struct WorkEntry: Sendable {
    var item: WorkItem
    var scope = AccountScope(account: "", region: "")
    /// The plan that was made and not carried out yet.
    var planned: PlannedRun?
    /// Ends the attempt at the next safe point.
    var stop = StopSignal()
    /// The attempt's own mark in the log.
    var correlation = ""
    /// When the attempt began.
    var began: Moment?
    /// The changes that run and do not only wait for AWS.
    var busy: Set<ResourceAddress> = []
    /// The changes that wait for AWS.
    var idling: Set<ResourceAddress> = []
    /// The newest plan, as it is shown.
    var plan: PlanState?
    var resources: [ResourceState] = []
    var drifted: [ResourceAddress] = []
    /// What the status branch says, as far as is known.
    var status: EnvironmentStatus?
    var inventory: Inventory?
    /// The status branch says something else than it should.
    var isUntrue = false
    /// What is to be written, and could not be yet.
    var unwritten: Recording?
    /// A recording is on its way to the status branch: the next one waits, so that none overtakes another.
    private(set) var isWriting = false
    /// There is something to be recorded after the recording that is on its way.
    private var isDue = false
    /// Another replica may have worked on it since: nothing is written before AWS and the status branch were looked at.
    private(set) var isUnsure = false
    /// The manifests no longer have it, and nothing is left of it.
    private(set) var isGone = false
    /// The right to work on it, while an attempt lasts and until what came of it is written.
    var permit: LeaseGuard?

    init(_ item: WorkItem) {
        self.item = item
    }

    /// After this time an attempt no longer counts as one of those that run side by side: it is slow for a reason that
    /// has nothing to do with the others.
    static let patience = Duration.seconds(60)

    /// The right to work on it was won: what another replica wrote meanwhile counts, not what was known before.
    mutating func wasGained() {
        (status, inventory) = (nil, nil)
        unwritten?.inventory = nil
        isUnsure = true
    }

    /// Takes in what the status branch says now, which somebody may have edited or removed.
    mutating func compare(with read: RecordedState) {
        isUnsure = false
        let (status, inventory) = (read.status(item.name), read.inventories[item.name])
        guard let known = self.status else {
            (self.status, self.inventory) = (status, inventory)
            return
        }
        if let status { self.status?.follow(status) }
        isUntrue = status.map { !$0.agrees(with: known) } ?? true || inventory != self.inventory
        // Of what is the same, one copy is enough: the one that all share.
        if inventory == self.inventory { self.inventory = inventory }
    }

    /// Whether something may be recorded now; if not, that is made up for as soon as it may.
    mutating func mayRecord() -> Bool {
        guard item.isHeld, !isUnsure else { return false }
        if isWriting { isDue = true }
        return !isWriting
    }

    /// What is to be written now, if anything; until it `wasWritten`, nothing else is.
    mutating func takeRecording() -> Recording? {
        guard mayRecord(), let recording = unwritten else { return nil }
        unwritten = nil
        isWriting = true
        return recording
    }

    /// A recording came to its end.
    /// - Returns: whether there is something to be recorded after it.
    mutating func wasWritten(_ recording: Recording, _ isDone: Bool) -> Bool {
        isWriting = false
        defer { isDue = false }
        guard isDone else {
            // What came after is newer; that something happened is not to be lost.
            if unwritten?.keep(recording) == nil { unwritten = recording }
            return false
        }
        status = recording.status
        isUntrue = false
        if let inventory = recording.inventory { self.inventory = inventory }
        return isDue || unwritten != nil
    }

    /// Notes what an attempt came to.
    mutating func note(_ recording: Recording) {
        isUnsure = false
        isGone = recording.status.outcome == .destroyed
        var recording = recording
        // What the last run did is told until another one does something.
        if !recording.happened, let status {
            (recording.status.changes, recording.status.changed) = (status.changes, status.changed)
        }
        if let old = unwritten { recording.keep(old) }
        unwritten = recording
    }

    /// How it stands, where nothing new was done.
    func recording(_ newest: Revision?) -> Recording? {
        status.map { Recording(status: $0, inventory: isUntrue ? inventory : nil, happened: false, subject: "") }
    }

    /// Whether it keeps others from their turn.
    func takesPlace(at now: Moment) -> Bool {
        guard item.attempt != nil, let began else { return false }
        let isOnlyWaiting = busy.isEmpty && !idling.isEmpty
        return !isOnlyWaiting && now.uptime - began.uptime < Self.patience
    }

    /// When it stops keeping others from their turn; nil when nobody waits, or when it keeps nobody any more.
    func slowAt(_ nobodyWaits: Bool, _ now: Moment) -> Duration? {
        guard !nobodyWaits, takesPlace(at: now), let began else { return nil }
        return began.uptime + Self.patience
    }
}

/// Something to be written to the status branch.
struct Recording: Sendable {
    var status: EnvironmentStatus
    /// nil leaves the recorded one.
    var inventory: Inventory?
    /// Something was done or tried.
    var happened: Bool
    var subject: String

    /// Takes over what an older one has to tell: what was done and could not be written yet is not to be lost behind a
    /// look that found nothing.
    mutating func keep(_ old: Recording) {
        guard old.happened, !happened else { return }
        happened = true
        subject = old.subject
        status.changes = old.status.changes
        status.changed = old.status.changed
        inventory = inventory ?? old.inventory
    }
}
