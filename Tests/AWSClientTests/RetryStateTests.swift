import Testing

@testable import AWSClient

@Suite("Retry")
struct RetryStateTests {
    private let unavailable = AWSError(
        code: "ServiceUnavailable",
        action: "ec2:DescribeVpcs",
        message: "",
        httpStatus: 503
    )
    private let throttled = AWSError(code: "Throttling", action: "ec2:DescribeVpcs", message: "", httpStatus: 400)

    @Test("a failing server gets three tries with growing bounds")
    func transient() {
        var state = RetryState(maximumAttempts: 3)
        var budget = RetryTokenBucket()
        #expect(state.failed(unavailable, budget: &budget, random: 1) == .retry(after: .milliseconds(50)))
        #expect(state.failed(unavailable, budget: &budget, random: 1) == .retry(after: .milliseconds(100)))
        #expect(state.failed(unavailable, budget: &budget, random: 1) == .fail)
        #expect(budget.tokens == 490)
    }

    @Test("throttling gets ten tries outside the budget, and waits at most 20 seconds")
    func throttling() {
        var state = RetryState(maximumAttempts: 3)
        var budget = RetryTokenBucket()
        var waits: [Duration] = []
        while case .retry(let wait) = state.failed(throttled, budget: &budget, random: 1), waits.count < 50 {
            waits.append(wait)
        }
        #expect(waits == [1, 2, 4, 8, 16, 20, 20, 20, 20].map { Duration.seconds($0) })
        #expect(budget.tokens == RetryTokenBucket.capacity)
    }

    @Test("the server's wish to wait is a lower bound")
    func retryAfter() {
        var state = RetryState(maximumAttempts: 3)
        var budget = RetryTokenBucket()
        let decision = state.failed(unavailable, retryAfter: .seconds(7), budget: &budget, random: 0)
        #expect(decision == .retry(after: .seconds(7)))
    }

    @Test("what cannot succeed later is not tried again")
    func permanent() {
        let denied = AWSError(code: "AccessDenied", action: "iam:GetRole", message: "", httpStatus: 403)
        var state = RetryState(maximumAttempts: 3)
        var budget = RetryTokenBucket()
        #expect(state.failed(denied, budget: &budget, random: 0) == .fail)
    }

    @Test("an empty budget ends the retries, and successes refill it")
    func budget() {
        var budget = RetryTokenBucket()
        for _ in 0..<50 { #expect(budget.take(afterTimeout: true) == 10) }
        #expect(budget.take(afterTimeout: false) == nil)
        var state = RetryState(maximumAttempts: 3)
        #expect(state.failed(unavailable, budget: &budget, random: 1) == .fail)
        for _ in 0..<5 { budget.giveBack(nil) }
        #expect(budget.take(afterTimeout: false) == 5)
        budget.giveBack(5)
        #expect(budget.tokens == 5)
        for _ in 0..<1000 { budget.giveBack(5) }
        #expect(budget.tokens == RetryTokenBucket.capacity)
    }

    @Test("the rate is free until the first throttling, then falls below what was measured and grows again")
    func rate() {
        var rate = ServiceRate()
        var time = 0.0
        for _ in 0..<100 {
            #expect(rate.reserve(at: time) == .zero)
            rate.succeeded(at: time)
            time += 0.1
        }
        rate.throttled(at: time)
        #expect(rate.isLimiting)
        let afterThrottle = rate.allowedRate
        #expect(afterThrottle < 8 && afterThrottle > 5)
        var waited = Duration.zero
        for _ in 0..<10 { waited = rate.reserve(at: time) }
        #expect(waited.inSeconds > 1)
        time += waited.inSeconds
        for _ in 0..<100 {
            time += 0.1
            rate.succeeded(at: time)
        }
        #expect(rate.allowedRate > afterThrottle)
    }
}
