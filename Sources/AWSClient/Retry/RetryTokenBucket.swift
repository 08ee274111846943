/// The budget for retries that a client's calls share, so that an outage does not multiply the load.
///
/// The figures are those of the AWS SDKs' standard retry mode: 500 tokens, 5 for a retry, 10 after a timeout; a success
/// gives back what its last retry took, or one.
struct RetryTokenBucket: Sendable, Equatable {
    static let capacity = 500
    private(set) var tokens = capacity

    /// Takes the cost of a retry, or returns nil when the budget is used up.
    mutating func take(afterTimeout: Bool) -> Int? {
        let cost = afterTimeout ? 10 : 5
        guard tokens >= cost else { return nil }
        tokens -= cost
        return cost
    }

    mutating func giveBack(_ taken: Int?) {
        tokens = min(Self.capacity, tokens + (taken ?? 1))
    }
}
