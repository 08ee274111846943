/// What may be sent of one kind of call: a bucket of tokens that fills up again, as AWS itself counts.
///
/// Times are in seconds of one clock that never goes back.
package struct RequestBudget: Sendable {
    /// How many calls AWS takes at once, and how many a second in the long run.
    package struct Limit: Sendable, Equatable {
        package let burst: Double
        package let rate: Double
    }

    /// The part of AWS's limit that is used: others have to live off the same account, and calls do not arrive as evenly as
    /// they are sent.
    static let share = 0.8

    private let burst: Double
    private let rate: Double
    private var tokens: Double
    private var lastFill: Double

    init(_ limit: Limit, at time: Double) {
        burst = max(1, limit.burst * Self.share)
        rate = limit.rate * Self.share
        tokens = burst
        lastFill = time
    }

    /// Seconds until there is a token.
    mutating func wait(at time: Double) -> Double {
        tokens = min(burst, tokens + max(0, time - lastFill) * rate)
        lastFill = max(lastFill, time)
        return tokens >= 1 ? 0 : (1 - tokens) / rate
    }

    mutating func take() {
        tokens -= 1
    }
}
