import AWSClient

/// Calls sent at `LimitedAWS` as wide as a graph and a width allow, on a clock that is only counted.
public struct LimitTrial {
    /// Calls that follow each other, begun when all that they need has ended.
    public struct Work: Sendable {
        /// At least one.
        public var calls: [AWSAction]
        /// Places in the list of work.
        public var needs: [Int]

        public init(_ calls: [AWSAction], needs: [Int] = []) {
            self.calls = calls
            self.needs = needs
        }
    }

    public struct Outcome: Sendable {
        public var taken: Int
        public var refused: Int
        /// When the last call arrived. A call that is refused is not sent again here.
        public var seconds: Double
    }

    /// From a call's arrival to its answer.
    private static let answering = 0.1
    /// Calls do not take equally long to arrive.
    private static let longestWays = 7
    private static let way = 0.03

    private struct Sender {
        let work: Int
        var call = 0
        var isOnItsWay = false
        var time: Double
    }

    private let work: [Work]
    private let budgeted: Bool
    private var budgets = RequestBudgets<String>()
    private var aws = LimitedAWS()
    private var sent = 0
    private var last = 0.0

    /// - Parameters:
    ///   - width: how much of the work is under way at the same time.
    ///   - budgeted: whether calls wait for the client's budgets.
    public static func run(_ work: [Work], width: Int = .max, budgeted: Bool = true) -> Outcome {
        var trial = LimitTrial(work: work, budgeted: budgeted)
        trial.run(width: width)
        return Outcome(taken: trial.aws.taken, refused: trial.aws.refused, seconds: trial.last)
    }

    /// Seconds that AWS's limits demand for some calls, were nothing else in the way.
    public static func least(_ work: [Work]) -> Double {
        var counts: [String: (calls: Double, limit: RequestBudget.Limit)] = [:]
        for action in work.flatMap(\.calls) {
            for (name, limit) in PublishedLimits.buckets(of: action) {
                counts[name, default: (0, limit)].calls += 1
            }
        }
        return counts.values.map { ($0.calls - $0.limit.burst) / $0.limit.rate }.max().map { max(0, $0) } ?? 0
    }

    private init(work: [Work], budgeted: Bool) {
        self.work = work
        self.budgeted = budgeted
    }

    private mutating func run(width: Int) {
        var missing = work.map(\.needs.count)
        var dependents: [[Int]] = Array(repeating: [], count: work.count)
        for (index, one) in work.enumerated() {
            for need in one.needs { dependents[need].append(index) }
        }
        var ready = work.indices.filter { missing[$0] == 0 }[...]
        var senders: [Sender] = []
        var now = 0.0
        while true {
            while senders.count < width, let next = ready.popFirst() { senders.append(Sender(work: next, time: now)) }
            guard let index = senders.indices.min(by: { senders[$0].time < senders[$1].time }) else { break }
            now = senders[index].time
            advance(&senders[index])
            guard senders[index].call == work[senders[index].work].calls.count else { continue }
            for dependent in dependents[senders.remove(at: index).work] {
                missing[dependent] -= 1
                if missing[dependent] == 0 { ready.append(dependent) }
            }
        }
    }

    /// Lets a sender's call go or wait, or arrive.
    private mutating func advance(_ sender: inout Sender) {
        let action = work[sender.work].calls[sender.call]
        if sender.isOnItsWay {
            aws.receive(action, at: sender.time)
            last = sender.time
            sender.call += 1
            sender.isOnItsWay = false
            sender.time += Self.answering
        } else if budgeted, let pause = budgets.take(PublishedLimits.buckets(of: action), at: sender.time) {
            sender.time += pause / .seconds(1)
        } else {
            sender.isOnItsWay = true
            sender.time += Double(sent % Self.longestWays) * Self.way
            sent += 1
        }
    }
}
