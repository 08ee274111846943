import Ledger
import Manifests
import Model

/// A commit's part for one environment.
struct Assignment: Sendable, Equatable {
    var revision: Revision
    var gates: Gates
}

extension WorkItem {
    /// What happens to a work item.
    enum Event: Sendable {
        /// A valid commit was seen; concerned is who it says something new about.
        case assigned(Assignment, isConcerned: Bool)
        /// The newest commit's manifests are not valid.
        case invalid(Invalid)
        /// Time went by.
        case time
        /// Another environment of its account and region is looked at on schedule: joining that look costs no call.
        case company
        /// The clock by which people tell the time was set.
        case clockSet
        /// Its turn has come.
        case turn
        case planned(Findings)
        /// Something of the plan was done, so that the approval of it, if there is one, is used up.
        case carriedOut
        case ended(Ending)
        /// Approvals were used up, here or by somebody else.
        case learned(Set<UsedApproval>)
        /// It is in quarantine, as the status branch says.
        case recalled(Recalled)
        /// A person wants another try.
        case retry
        /// The right to work on it was won or lost.
        case lease(Bool)
        /// What another replica recorded of it; heeded only where this one does not work on it.
        case followed([DatedCondition], applied: Revision?)
        /// The controller is to end.
        case stop
    }

    /// What is to be done about it.
    enum Action: Sendable, Equatable {
        /// It waits for its turn.
        case queue
        case leaveQueue
        case plan(Assignment)
        /// The plan is carried out; it may be empty.
        case apply
        /// The plan is told, and not carried out.
        case hold(Gate)
        /// The plan is forgotten.
        case discard
        case endWaits
        /// How it stands is written down, if that is news.
        case record
    }

    /// A quarantine of which the status branch tells.
    struct Recalled: Sendable, Equatable {
        /// With which it failed too often.
        var commit: String
        /// Why.
        var message: String
    }

    /// A commit that does not count.
    struct Invalid: Sendable, Equatable {
        var revision: Revision
        /// Where it is broken.
        var message: String
        /// That its manifests are not valid, or its signature is not.
        var reason = Verdict.Reason.invalidManifests
    }

    /// What a plan says, as far as it decides what comes next.
    struct Findings: Sendable, Equatable {
        var digest: String
        var changes: Int
        /// Why it needs an approval; empty when it needs none.
        var approvalReasons: [String] = []
    }

    /// How an attempt ended.
    enum Ending: Sendable, Equatable {
        /// AWS agrees, but for the drift that the text tells, when there is any that is left.
        case converged(told: String?)
        case failed(String)
        /// Git or AWS could not be asked.
        case outage(String)
        case interrupted
    }
}
