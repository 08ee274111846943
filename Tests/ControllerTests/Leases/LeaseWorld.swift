@testable import Controller

/// A lease table in memory and replicas that use it, each with a clock of its own that runs fast or slow: time passes only
/// when a test says so.
struct LeaseWorld {
    /// One replica: what it knows, and the next thing it does.
    struct Replica {
        var book: LeaseBook
        /// How many seconds of its clock one true second is.
        var rate: Double
        var next = Moment.sign
        var isAlive = true
        var lives = 0
        /// What other replicas said to it.
        var heard: [LeaseEvent] = []
    }

    enum Moment {
        case sign
        case look
        case steps([LeaseStep])
    }

    var table = LeaseView()
    var replicas: [Replica] = []
    var seconds = 0.0
    let duration: Duration
    private let start = ContinuousClock.now

    init(
        replicas: Int, environments: Int, duration: Duration = .seconds(15), rates: [Double] = [],
        withForge: Bool = false
    ) {
        self.duration = duration
        let wanted = Set((0..<environments).map { "env-\($0)" } + (withForge ? [Lease.forge] : []))
        for index in 0..<replicas {
            var book = LeaseBook(replica: "replica-\(index)", session: "session-\(index)-0", duration: duration)
            book.wanted = wanted
            self.replicas.append(Replica(book: book, rate: index < rates.count ? rates[index] : 1))
        }
    }

    func now(_ index: Int) -> LeaseBook.Instant { start + .seconds(seconds * replicas[index].rate) }

    func held(_ index: Int) -> [String] {
        replicas[index].book.wanted.filter { replicas[index].book.lease($0, at: now(index)) != nil }.sorted()
    }

    /// The environments that more than one replica may act on right now.
    var heldTwice: [String] {
        let all = replicas.indices.flatMap { held($0) }
        return Dictionary(grouping: all) { $0 }.filter { $0.value.count > 1 }.keys.sorted()
    }

    /// What the network does to one request.
    enum Fate { case arrives, isLost, answerIsLost }

    /// Lets one replica make its next request.
    /// - Parameter delay: seconds until the request takes effect, and again until it is answered.
    mutating func act(_ index: Int, _ fate: Fate = .arrives, delay: Double = 0) {
        expire(index)
        switch replicas[index].next {
        case .sign: sign(index, fate, delay)
        case .look:
            replicas[index].next = .sign
            guard fate == .arrives else { return seconds += 2 * delay }
            let view = table
            seconds += 2 * delay
            let (events, steps) = replicas[index].book.observe(view, at: now(index))
            replicas[index].heard += events.filter { event in
                switch event {
                case .asked, .seen: true
                case .gained, .lost, .trouble, .recovered: false
                }
            }
            replicas[index].next = steps.isEmpty ? .sign : .steps(steps)
        case .steps(var steps):
            let step = steps.removeFirst()
            replicas[index].next = steps.isEmpty ? .sign : .steps(steps)
            perform(step, index, fate, delay)
        }
    }

    /// One whole look of one replica.
    mutating func round(_ index: Int) {
        repeat { act(index) } while !isResting(index)
    }

    private func isResting(_ index: Int) -> Bool {
        if case .sign = replicas[index].next { true } else { false }
    }

    private mutating func expire(_ index: Int) {
        let session = nextSession(index)
        let lost = replicas[index].book.expire(at: now(index), next: session)
        if !lost.isEmpty { replicas[index].next = .sign }
    }

    private mutating func nextSession(_ index: Int) -> String {
        replicas[index].lives += 1
        return "session-\(index)-\(replicas[index].lives)"
    }

    private mutating func sign(_ index: Int, _ fate: Fate, _ delay: Double) {
        if let former = replicas[index].book.formerSession {
            table.members[former] = nil
            replicas[index].book.left()
        }
        let book = replicas[index].book
        let sent = now(index)
        let member = replicas[index].book.nextSign()
        seconds += delay
        guard fate != .isLost else { return }
        let isThere = table.members[book.session].map { $0.beat < member.beat } ?? false
        if !book.hasJoined || isThere {
            table.members[book.session] = member
        }
        seconds += delay
        guard fate == .arrives else { return }
        if book.hasJoined, !isThere {
            let session = nextSession(index)
            _ = replicas[index].book.loseAll("buried", next: session)
        } else {
            let session = nextSession(index)
            _ = replicas[index].book.joined(sent: sent, at: now(index), next: session)
            replicas[index].next = replicas[index].book.hasJoined ? .look : .sign
        }
    }

    private mutating func perform(_ step: LeaseStep, _ index: Int, _ fate: Fate, _ delay: Double) {
        let session = replicas[index].book.session
        if case .release(let environment) = step {
            guard replicas[index].book.giveUpIdle(environment) != nil else { return }
        }
        seconds += delay
        guard fate != .isLost else { return }
        var isDone = false
        switch step {
        case .bury(let session, let beat):
            isDone = table.members[session].map { $0.beat == beat } ?? true
            if isDone { table.members[session] = nil }
        case .take(let environment, let seen, let fence):
            isDone = table.leases[environment]?.fence == seen
            if isDone {
                table.leases[environment] = LeaseRecord(
                    fence: fence, holder: session, replica: replicas[index].book.replica)
            }
        case .release(let environment):
            isDone = table.leases[environment]?.holder == session
            if isDone { table.leases[environment]?.holder = nil }
        case .clear(let environment, let mark):
            isDone = table.leases[environment]?.mark == mark
            if isDone { table.leases[environment]?.mark = nil }
        }
        seconds += delay
        if fate == .arrives, isDone { _ = replicas[index].book.did(step, at: now(index)) }
    }
}
