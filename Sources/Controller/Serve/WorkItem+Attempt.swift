import Ledger
import Model

extension WorkItem {
    /// How often and how patiently; the same for all.
    struct Rules: Sendable {
        var driftEvery = Duration.seconds(600)
        /// A part of `driftEvery`.
        var jitter = 0.2
        var retryFirst = Duration.seconds(10)
        var retryMax = Duration.seconds(600)
        var quarantineAfter = 5
    }

    /// Why something is done.
    enum Occasion: Sendable, Equatable {
        /// There is, or there may be, something to do.
        case news
        /// Nothing is known that would have to be done: it was only due.
        case due
        /// It was not even due: another one of its account and region looks.
        case company
    }

    /// What is being done.
    struct Attempt: Sendable, Equatable {
        var revision: Revision
        var occasion = Occasion.news
        /// Something newer is to be done when this has come to an end.
        var isOutdated = false
        /// It is in quarantine: whatever the plan holds, nothing is changed.
        var isLook = false
        /// The approval of the plan that is carried out.
        var approval: UsedApproval?

        /// A look that others made serves it as well, as long as that shows that there is nothing to do.
        var isRoutine: Bool { occasion != .news }
    }
}
