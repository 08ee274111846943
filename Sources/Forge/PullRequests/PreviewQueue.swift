import Foundation

/// Which pull requests are to be planned, and which heads are done with: a pure state machine.
///
/// Of one pull request only the newest head counts: it takes the place of an older one that waits, and ends the planning of
/// one that runs.
struct PreviewQueue: Sendable {
    enum Action: Sendable, Hashable {
        case begin(number: Int, head: String)
        /// The planning of this one is of no use any more.
        case end(number: Int)
    }

    /// How one planning ended.
    enum Ending: Sendable, Hashable {
        /// Told on the forge.
        case done
        /// A newer head is there.
        case moved(to: String)
        case closed
        /// It was ended, or has to be found anew; what waits goes on waiting.
        case dropped
        /// To be tried again then, unless it was tried too often.
        case failed(again: Date)
        /// To be left until something moves.
        case givenUp
    }

    let width: Int
    static let mostTries = 5
    static let mostWaiting = 500

    /// In the order of arrival.
    private(set) var waiting: [Int] = []
    private var heads: [Int: String] = [:]
    private(set) var running: [Int: String] = [:]
    private var done: [Int: String] = [:]
    private var tries: [Int: (head: String, count: Int, notBefore: Date)] = [:]

    init(width: Int = 2) { self.width = width }

    /// A pull request was opened or moved, or a person wants it planned again.
    mutating func moved(_ number: Int, to head: String) -> [Action] {
        tries[number] = nil
        done[number] = nil
        guard running[number] != head else {
            heads[number] = nil
            waiting.removeAll { $0 == number }
            return []
        }
        wait(number, head)
        return running[number] == nil ? [] : [.end(number: number)]
    }

    mutating func closed(_ number: Int) -> [Action] {
        heads[number] = nil
        waiting.removeAll { $0 == number }
        done[number] = nil
        tries[number] = nil
        return running[number] == nil ? [] : [.end(number: number)]
    }

    /// All that are open, from a list: those whose head is not done with are to be planned.
    mutating func listed(_ open: [(number: Int, head: String)], at now: Date) -> [Action] {
        let numbers = Set(open.map(\.number))
        var actions = Set(heads.keys).union(running.keys).union(done.keys).subtracting(numbers).sorted()
            .flatMap { closed($0) }
        for (number, head) in open where done[number] != head && running[number] != head && heads[number] != head {
            if let tried = tries[number], tried.head == head, tried.notBefore > now { continue }
            if tries[number]?.head != head { tries[number] = nil }
            wait(number, head)
            if running[number] != nil { actions.append(.end(number: number)) }
        }
        return actions
    }

    mutating func ended(_ number: Int, _ ending: Ending) {
        guard let head = running.removeValue(forKey: number) else { return }
        switch ending {
        case .done, .givenUp:
            done[number] = head
            tries[number] = nil
        case .moved(let newer): if heads[number] == nil { wait(number, newer) }
        case .closed: _ = closed(number)
        case .dropped: break
        case .failed(let again):
            let count = (tries[number]?.head == head ? tries[number]?.count ?? 0 : 0) + 1
            if count >= Self.mostTries {
                done[number] = head
                tries[number] = nil
            } else {
                tries[number] = (head, count, again)
                if heads[number] == nil { wait(number, head) }
            }
        }
    }

    /// What can be begun now.
    mutating func next(at now: Date) -> [Action] {
        var actions: [Action] = []
        for number in waiting where running.count < width && running[number] == nil {
            guard let head = heads[number], isDue(number, at: now) else { continue }
            heads[number] = nil
            running[number] = head
            actions.append(.begin(number: number, head: head))
        }
        waiting.removeAll { heads[$0] == nil }
        return actions
    }

    /// When to look again, if something waits for its time.
    var wakes: Date? { waiting.compactMap { tries[$0]?.notBefore }.min() }

    private func isDue(_ number: Int, at now: Date) -> Bool { tries[number].map { $0.notBefore <= now } ?? true }

    private mutating func wait(_ number: Int, _ head: String) {
        heads[number] = head
        guard !waiting.contains(number) else { return }
        waiting.append(number)
        if waiting.count > Self.mostWaiting { heads[waiting.removeFirst()] = nil }
    }
}
