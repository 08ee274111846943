import AWSClient

/// AWS as its guides describe how it counts requests: a request takes a token from each of its buckets, which get so many a
/// second, and one that finds a bucket empty is refused.
struct LimitedAWS {
    private var buckets: [String: (tokens: Double, last: Double)] = [:]
    private(set) var taken = 0
    private(set) var refused = 0

    /// - Parameter time: in seconds, never earlier than the one before.
    mutating func receive(_ action: AWSAction, at time: Double) {
        let limits = PublishedLimits.buckets(of: action)
        for (name, limit) in limits {
            let bucket = buckets[name] ?? (limit.burst, time)
            buckets[name] = (min(limit.burst, bucket.tokens + (time - bucket.last) * limit.rate), time)
        }
        guard limits.keys.allSatisfy({ (buckets[$0]?.tokens ?? 0) >= 1 }) else {
            refused += 1
            return
        }
        taken += 1
        for name in limits.keys { buckets[name]?.tokens -= 1 }
    }
}
