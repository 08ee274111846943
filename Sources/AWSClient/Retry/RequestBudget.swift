/// What may be sent of one kind of call: a bucket of tokens that fills up again, as AWS itself counts.
///
/// Times are in seconds of one clock that never goes back.
struct RequestBudget: Sendable {
    /// How many calls AWS takes at once, and how many a second in the long run.
    struct Limit: Sendable, Equatable {
        let burst: Double
        let rate: Double
    }

    /// The part of AWS's limit that is used: others have to live off the same account, and calls do not arrive as evenly as
    /// they are sent.
    static let share = 0.8

    private let burst: Double
    private let rate: Double
    private var tokens: Double
    private var lastFill: Double?

    init(_ limit: Limit) {
        burst = max(1, limit.burst * Self.share)
        rate = limit.rate * Self.share
        tokens = burst
    }

    /// Takes a place in the line and returns how long to wait for it.
    mutating func reserve(at time: Double) -> Duration {
        if let lastFill { tokens = min(burst, tokens + max(0, time - lastFill) * rate) }
        lastFill = time
        tokens -= 1
        return tokens < 0 ? .milliseconds(Int64((-tokens / rate * 1000).rounded(.up))) : .zero
    }
}

/// AWS's limits on the requests of an account in a region, as far as AWS publishes them.
///
/// EC2 counts each action for itself ("Request throttling for the Amazon EC2 API" in its developer guide), ECS and Elastic
/// Load Balancing count groups of actions ("Request throttling" in the ECS API reference and in the Elastic Load
/// Balancing user guide). For other services there is only what they answer: see `ServiceRate`.
enum PublishedLimits {
    /// The bucket that a call takes its token from, and its limit; nil where AWS publishes none.
    static func limit(of action: AWSAction) -> (bucket: String, limit: RequestBudget.Limit)? {
        let isReading = action.operation.hasPrefix("Describe") || action.operation.hasPrefix("List")
        switch action.service.id {
        case "ec2": return (action.operation, isReading ? .init(burst: 100, rate: 20) : .init(burst: 50, rate: 5))
        case "elbv2" where isReading: return ("read", .init(burst: 40, rate: 10))
        case "ecs": return ecs(action.operation, isReading)
        default: return nil
        }
    }

    private static func ecs(_ operation: String, _ isReading: Bool) -> (bucket: String, limit: RequestBudget.Limit)? {
        let noun = ["TaskDefinition", "Cluster", "Service"].first { operation.contains($0) }
        switch (noun, isReading) {
        case ("TaskDefinition", true): return ("task definitions read", .init(burst: 50, rate: 20))
        case ("TaskDefinition", false): return ("task definitions modify", .init(burst: 20, rate: 1))
        case ("Cluster", true): return ("clusters read", .init(burst: 50, rate: 20))
        case ("Cluster", false): return ("clusters modify", .init(burst: 20, rate: 1))
        case ("Service", true): return ("services read", .init(burst: 100, rate: 20))
        case ("Service", false): return ("services modify", .init(burst: 50, rate: 5))
        default: return nil
        }
    }
}
