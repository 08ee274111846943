import Engine
import Foundation
import Ledger
import Model

/// One environment as the loop holds it: its work item, and what the item's decisions are carried out with.
struct WorkEntry: Sendable {
    var item: WorkItem
    var account = ""
    var region = ""
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
    /// The right to work on it, while an attempt lasts.
    var permit: LeaseGuard?

    init(_ item: WorkItem) {
        self.item = item
    }

    /// After this time an attempt no longer counts as one of those that run side by side: it is slow for a reason that
    /// has nothing to do with the others.
    static let patience = Duration.seconds(60)

    /// Takes in what the status branch says now, which somebody may have edited or removed.
    mutating func compare(with read: RecordedState) {
        let (status, inventory) = (read.status(item.name), read.inventories[item.name])
        guard let known = self.status else {
            (self.status, self.inventory) = (status, inventory)
            return
        }
        isUntrue = status.map { !$0.agrees(with: known) } ?? true || inventory != self.inventory
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

    /// When it will stop keeping others from their turn; nil when it does not, or only waits for AWS.
    func slowAt(_ now: Moment) -> Duration? {
        guard takesPlace(at: now), let began else { return nil }
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
}
