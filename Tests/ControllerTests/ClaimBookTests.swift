import Foundation
import Ledger
import Model
import Testing

@testable import Controller

@Suite("Two controllers without leases")
struct ClaimBookTests {
    private typealias Controller = ControllerClaim.Controller

    private let start = Date(timeIntervalSince1970: 1_700_000_000)

    private func book(_ name: String, installation: String = "acme", takesOver: Bool = false) -> ClaimBook {
        ClaimBook(
            Controller(id: "id-\(name)", replica: name), installation: installation, poll: .seconds(60),
            takesOver: takesOver)
    }

    private func moment(_ seconds: Int) -> Moment {
        Moment(uptime: .seconds(seconds), wall: start + TimeInterval(seconds), chance: 0.5)
    }

    /// A status branch on which claims are written by compare-and-swap.
    private struct Branch {
        var claim: ControllerClaim?
        var subjects: [String] = []

        /// Does what a book asked for, and tells it.
        mutating func carryOut(_ action: ClaimBook.Action, for book: inout ClaimBook, _ now: Moment) -> ClaimBook.Action
        {
            guard case .write(let new, let expecting, let subject) = action else { return action }
            guard claim == expecting else { return book.failed(wasRefused: false) }
            claim = new
            subjects.append(subject)
            return book.wrote(at: now)
        }

        /// A look at the branch.
        @discardableResult
        mutating func look(_ book: inout ClaimBook, _ now: Moment) -> ClaimBook.Action {
            carryOut(book.read(claim, at: now), for: &book, now)
        }
    }

    @Test("the first writes once that it works here, and nothing more while nothing happens")
    func alone() {
        var (branch, first) = (Branch(), book("first"))
        #expect(branch.look(&first, moment(0)) == .begin)
        for time in stride(from: 60, to: 6000, by: 60) { #expect(branch.look(&first, moment(time)) == .nothing) }
        #expect(branch.subjects == ["controller: first begins"])
        #expect(branch.claim?.installation == "acme" && branch.claim?.holder.replica == "first")
    }

    @Test("the second asks, is answered at the first's next look, and ends; the first goes on")
    func refused() {
        var (branch, first, second) = (Branch(), book("first"), book("second"))
        branch.look(&first, moment(0))
        #expect(branch.look(&second, moment(10)) == .nothing)
        #expect(branch.look(&second, moment(20)) == .nothing, "it waits")
        #expect(!second.isHolding)
        #expect(branch.look(&first, moment(60)) == .nothing && first.isHolding)
        guard case .end(let why) = branch.look(&second, moment(65)) else {
            Issue.record("the second does not end: \(second.state)")
            return
        }
        #expect(why.contains("first, which answered at 2023-11-14T22:14:20Z") && why.contains("--take-over"), "\(why)")
        #expect(branch.subjects.count == 3)
        #expect(branch.look(&first, moment(120)) == .nothing && branch.subjects.count == 3)
        // The answer to this question is none to a later one.
        var third = book("third")
        #expect(branch.look(&third, moment(180)) == .nothing && third.state != .ended)
    }

    @Test("one that does not answer in the time that it promised is taken over from, and not before")
    func dead() {
        var (branch, first, second) = (Branch(), book("first"), book("second"))
        branch.look(&first, moment(0))
        branch.look(&second, moment(1000))
        for time in stride(from: 1005, to: 1135, by: 5) {
            #expect(branch.carryOut(second.wait(moment(time)), for: &second, moment(time)) == .nothing)
        }
        #expect(branch.carryOut(second.wait(moment(1135)), for: &second, moment(1135)) == .begin)
        #expect(branch.claim?.holder.replica == "second")
        // It was only asleep: it finds the other's claim, and ends.
        guard case .end(let why) = branch.look(&first, moment(2000)) else {
            Issue.record("the first does not end")
            return
        }
        #expect(why.contains("second works with this status branch now"))
    }

    @Test("of two that wait for a dead one, one begins and the other asks that one")
    func crowd() {
        var (branch, second, third) = (Branch(), book("second"), book("third"))
        var first = book("first")
        branch.look(&first, moment(0))
        branch.look(&second, moment(100))
        branch.look(&third, moment(101))
        branch.look(&second, moment(102))
        branch.look(&third, moment(103))
        var began: [String] = []
        for time in stride(from: 105, to: 600, by: 5) {
            if branch.look(&second, moment(time)) == .begin { began.append("second") }
            if branch.look(&third, moment(time)) == .begin { began.append("third") }
        }
        #expect(began.count == 1)
        #expect(second.isHolding != third.isHolding)
        #expect([second.state, third.state].contains(.ended))
    }

    @Test("two that begin at the same time do not both begin")
    func race() {
        var (branch, first, second) = (Branch(), book("first"), book("second"))
        let (one, other) = (first.read(nil, at: moment(0)), second.read(nil, at: moment(0)))
        #expect(branch.carryOut(one, for: &first, moment(1)) == .begin)
        #expect(branch.carryOut(other, for: &second, moment(1)) == .nothing && !second.isHolding)
        branch.look(&second, moment(2))
        branch.look(&first, moment(60))
        if case .end = branch.look(&second, moment(61)) {} else { Issue.record("the second does not end") }
    }

    @Test("a restart with the same cache goes on without a word, and one after a good end begins at once")
    func restart() throws {
        var (branch, first) = (Branch(), book("first"))
        branch.look(&first, moment(0))
        var again = book("first")
        #expect(branch.look(&again, moment(100)) == .begin && branch.subjects.count == 1)
        let left = try #require(again.released(at: start + 200))
        #expect(left.expecting == branch.claim)
        branch.claim = left.claim
        var second = book("second")
        #expect(branch.look(&second, moment(300)) == .begin)
        #expect(branch.subjects.last == "controller: second begins after first")
    }

    @Test("--take-over takes the place at once; the other ends at its next look")
    func takeOver() {
        var (branch, first, second) = (Branch(), book("first"), book("second", takesOver: true))
        branch.look(&first, moment(0))
        #expect(branch.look(&second, moment(1)) == .begin)
        if case .end = branch.look(&first, moment(60)) {} else { Issue.record("the first does not end") }
    }

    @Test("a cache that was copied with its id to another host makes two, which are found")
    func cloned() {
        var (branch, first) = (Branch(), book("first"))
        branch.look(&first, moment(0))
        var clone = ClaimBook(
            Controller(id: "id-first", replica: "copy"), installation: "acme", poll: .seconds(60))
        branch.look(&clone, moment(1))
        branch.look(&first, moment(60))
        if case .end = branch.look(&clone, moment(61)) {} else { Issue.record("the copy does not end") }
    }

    @Test("a status branch of another installation is refused at once")
    func otherInstallation() {
        var (branch, first, second) = (Branch(), book("first"), book("second", installation: "globex"))
        branch.look(&first, moment(0))
        guard case .end(let why) = branch.look(&second, moment(1)) else {
            Issue.record("the second does not end")
            return
        }
        #expect(why.contains("installation acme") && why.contains("globex"))
        #expect(branch.subjects.count == 1)
    }

    @Test("a branch that was deleted is told again; one that cannot be written to keeps nobody from working alone")
    func deleted() {
        var (branch, first) = (Branch(), book("first"))
        branch.look(&first, moment(0))
        branch.claim = nil
        branch.look(&first, moment(60))
        #expect(branch.claim?.holder.replica == "first" && branch.subjects.count == 2)

        var mute = book("mute")
        guard case .write = mute.read(nil, at: moment(0)) else {
            Issue.record("it writes nothing")
            return
        }
        #expect(mute.failed(wasRefused: true) == .begin)
        // But it does not begin where another one is, which it cannot ask.
        var other = book("other")
        guard case .write = other.read(branch.claim, at: moment(0)) else {
            Issue.record("it asks nothing")
            return
        }
        #expect(other.failed(wasRefused: true) == .nothing && !other.isHolding)
    }
}
