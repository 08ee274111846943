import Foundation
import Ledger
import Model

/// Finds out whether this controller is the only one on its status branch: a pure state machine.
///
/// A controller writes once, when it begins, that it works here. One that finds another's claim asks on the branch whether
/// that one is there, and waits: who answers is alive, and the one that asked ends. Who does not answer in the time that it
/// promised is dead, and its place is taken. So nothing is written while nothing happens, and no clock is compared with
/// another.
struct ClaimBook: Sendable {
    enum Action: Sendable, Equatable {
        case nothing
        case write(ControllerClaim, expecting: ControllerClaim?, subject: String)
        /// This one works here from now on.
        case begin
        /// Another one does: this one ends.
        case end(String)
    }

    enum State: Sendable, Equatable {
        case beginning
        /// The claim that waits for an answer, and the uptime at which it was first seen.
        case asking(ControllerClaim, since: Duration)
        case holding(ControllerClaim)
        case ended
    }

    let me: ControllerClaim.Controller
    let installation: String
    /// Takes the place of whoever is there.
    let takesOver: Bool
    private let answersWithin: Int
    private(set) var state = State.beginning
    /// What is being written, and in place of what.
    private var written: ControllerClaim?

    /// - Parameter poll: between two looks at the branch.
    init(_ me: ControllerClaim.Controller, installation: String, poll: Duration, takesOver: Bool = false) {
        self.me = me
        self.installation = installation
        self.takesOver = takesOver
        answersWithin = Int((poll * 2).components.seconds) + 15
    }

    var isHolding: Bool { if case .holding = state { true } else { false } }

    /// Takes in what the branch says.
    mutating func read(_ claim: ControllerClaim?, at now: Moment) -> Action {
        guard written == nil else { return .nothing }
        switch state {
        case .ended: return .nothing
        case .holding(let mine): return hold(mine, claim, now)
        case .beginning: return begin(claim, now)
        case .asking(let seen, _):
            guard let claim, claim.holder == seen.holder, !claim.isReleased else {
                state = .beginning
                return begin(claim, now)
            }
            if let question = claim.question, claim.answer == question.id { return refuse(claim) }
            if claim != seen { state = .asking(claim, since: now.uptime) }
            return wait(now)
        }
    }

    /// Time went by, and the branch did not move.
    mutating func wait(_ now: Moment) -> Action {
        guard written == nil, case .asking(let seen, let since) = state,
            now.uptime - since >= .seconds(seen.answersWithin)
        else { return .nothing }
        return take(seen, now, "\(me.replica) takes over from \(seen.holder.replica), which does not answer")
    }

    /// What was to be written is on the branch.
    mutating func wrote(at now: Moment) -> Action {
        guard let claim = written else { return .nothing }
        written = nil
        guard claim.holder == me else {
            state = .asking(claim, since: now.uptime)
            return .nothing
        }
        defer { state = .holding(claim) }
        return isHolding ? .nothing : .begin
    }

    /// It could not be written: somebody else was quicker, or git does not answer.
    /// - Parameter wasRefused: the branch can be read and not be written to.
    mutating func failed(wasRefused: Bool) -> Action {
        guard let claim = written else { return .nothing }
        written = nil
        // Nobody else is there, and nobody can be told: no reason to leave the environments alone.
        guard wasRefused, claim.holder == me, state == .beginning, !takesOver else { return .nothing }
        state = .holding(claim)
        return .begin
    }

    /// The claim as this controller leaves it when it ends; nil when it is not its own.
    func released(at date: Date) -> (claim: ControllerClaim, expecting: ControllerClaim)? {
        guard case .holding(let claim) = state, written == nil else { return nil }
        var left = claim
        left.isReleased = true
        left.seen = Date(timeIntervalSince1970: date.timeIntervalSince1970.rounded(.down))
        return (left, claim)
    }

    private mutating func begin(_ claim: ControllerClaim?, _ now: Moment) -> Action {
        guard var claim else { return take(nil, now, "\(me.replica) begins") }
        if claim.holder == me, claim.installation == installation, !claim.isReleased {
            state = .holding(claim)
            let action = hold(claim, claim, now)
            return action == .nothing ? .begin : action
        }
        if takesOver { return take(claim, now, "\(me.replica) takes over from \(claim.holder.replica)") }
        guard claim.installation == installation else {
            state = .ended
            return .end(
                "the status branch is of the installation \(claim.installation), and this controller's is "
                    + "\(installation): give each installation a status branch of its own, or set installation to the "
                    + "other's name. \(Self.wayIn)")
        }
        if claim.isReleased { return take(claim, now, "\(me.replica) begins after \(claim.holder.replica)") }
        let before = claim
        claim.question = ControllerClaim.Question(id: Self.question(), by: me)
        return write(claim, expecting: before, "\(me.replica) asks whether \(claim.holder.replica) is there")
    }

    private mutating func hold(_ mine: ControllerClaim, _ claim: ControllerClaim?, _ now: Moment) -> Action {
        guard var claim else {
            // The branch was deleted or edited.
            return write(mine, expecting: nil, "\(me.replica) works here")
        }
        guard claim.holder == me, claim.installation == installation else {
            state = .ended
            return .end("\(claim.holder.replica) works with this status branch now, and this controller no longer does")
        }
        state = .holding(claim)
        guard let question = claim.question, claim.answer != question.id else { return .nothing }
        let before = claim
        claim.answer = question.id
        claim.seen = Date(timeIntervalSince1970: now.wall.timeIntervalSince1970.rounded(.down))
        return write(claim, expecting: before, "\(me.replica) answers \(question.by.replica)")
    }

    private mutating func refuse(_ claim: ControllerClaim) -> Action {
        state = .ended
        return .end(
            "another controller works with this status branch: \(claim.holder.replica), which answered at "
                + "\(claim.seen.rfc3339). Two would undo each other's work: stop one of them, or let them share the "
                + "environments with leases.table. \(Self.wayIn)")
    }

    private static let wayIn =
        "To put this one in its place, start it with --take-over: the other ends at its next look"

    private mutating func take(_ present: ControllerClaim?, _ now: Moment, _ subject: String) -> Action {
        write(
            ControllerClaim(holder: me, installation: installation, seen: now.wall, answersWithin: answersWithin),
            expecting: present, subject)
    }

    private mutating func write(_ claim: ControllerClaim, expecting: ControllerClaim?, _ subject: String) -> Action {
        written = claim
        return .write(claim, expecting: expecting, subject: "controller: \(subject)")
    }

    private static func question() -> String { String(UInt64.random(in: .min ... .max), radix: 16) }
}
