/// Decides, try by try, whether one call is tried again and after how long.
///
/// Errors of the connection and of the server get `maximumAttempts` tries within the shared budget. Throttling slows
/// down and does not fail: it gets ten tries of its own, outside the budget. An endpoint that does not know the
/// operation gets two. The wait is a random part of a bound that doubles, from 50 ms (1 s when throttled) to 20 s.
struct RetryState: Sendable {
    enum Decision: Sendable, Equatable {
        case retry(after: Duration)
        case fail
    }

    static let throttledAttempts = 10
    static let unsupportedAttempts = 2
    static let longestWait = 20.0

    let maximumAttempts: Int
    private(set) var attempts = 0
    private var throttles = 0
    /// What the last retry took from the budget.
    private(set) var taken: Int?

    init(maximumAttempts: Int) {
        self.maximumAttempts = maximumAttempts
    }

    /// Notes a failed try.
    /// - Parameter random: from 0 up to 1.
    mutating func failed(
        _ error: AWSError,
        retryAfter: Duration? = nil,
        budget: inout RetryTokenBucket,
        random: Double
    ) -> Decision {
        guard isRetried(error) else { return .fail }
        if error.isThrottling {
            throttles += 1
            guard throttles < Self.throttledAttempts else { return .fail }
            return .retry(after: wait(base: 1, step: throttles, random: random, atLeast: retryAfter))
        }
        attempts += 1
        let unsupported = error.code == AWSError.Codes.unsupportedOperation
        guard attempts < (unsupported ? min(Self.unsupportedAttempts, maximumAttempts) : maximumAttempts),
            let cost = budget.take(afterTimeout: error.code == AWSError.Codes.timeout)
        else { return .fail }
        taken = cost
        return .retry(after: wait(base: 0.05, step: attempts, random: random, atLeast: retryAfter))
    }

    private func isRetried(_ error: AWSError) -> Bool {
        let isServerFault = error.code == AWSError.Codes.unsupportedOperation && (error.httpStatus ?? 0) >= 500
        return error.isRetryable || isServerFault
    }

    private func wait(base: Double, step: Int, random: Double, atLeast: Duration?) -> Duration {
        var bound = base
        for _ in 1..<step where bound < Self.longestWait { bound *= 2 }
        let jittered = Duration.milliseconds(Int64(random * min(bound, Self.longestWait) * 1000))
        return max(jittered, atLeast ?? .zero)
    }
}
