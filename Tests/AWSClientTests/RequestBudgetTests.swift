import Testing

@testable import AWSClient

@Suite("The budget of requests")
struct RequestBudgetTests {
    /// AWS as its guides describe it: each bucket loses a token for a request, gets so many a second, and a request that
    /// finds none is refused.
    private struct Simulated {
        private var buckets: [String: (tokens: Double, last: Double)] = [:]
        private(set) var refused = 0
        private(set) var taken = 0

        mutating func receive(_ action: AWSAction, at time: Double) {
            guard let (name, limit) = PublishedLimits.limit(of: action) else { return }
            var bucket = buckets[name] ?? (limit.burst, time)
            bucket.tokens = min(limit.burst, bucket.tokens + (time - bucket.last) * limit.rate)
            bucket.last = time
            if bucket.tokens >= 1 {
                bucket.tokens -= 1
                taken += 1
            } else {
                refused += 1
            }
            buckets[name] = bucket
        }
    }

    /// All calls of an action asked for at once, as a wide graph does, and each received some milliseconds late.
    private func run(_ action: AWSAction, calls: Int, budgeted: Bool) throws -> (aws: Simulated, seconds: Double) {
        var budget = RequestBudget(try #require(PublishedLimits.limit(of: action)).limit)
        let sent = (0..<calls).map { _ in budgeted ? budget.reserve(at: 0).inSeconds : 0 }
        var aws = Simulated()
        let arrivals = sent.enumerated().map { $1 + Double($0 % 7) * 0.03 }.sorted()
        for time in arrivals { aws.receive(action, at: time) }
        return (aws, arrivals.last ?? 0)
    }

    @Test(
        "never trips AWS's published limits, however many calls want to go at once",
        arguments: [
            "ec2:DescribeVpcs", "ec2:CreateSubnet", "elbv2:DescribeTags", "ecs:DescribeServices", "ecs:CreateService",
            "ecs:RegisterTaskDefinition", "ecs:CreateCluster", "ecs:DescribeTaskDefinition",
        ] as [AWSAction])
    func limits(_ action: AWSAction) throws {
        let (aws, seconds) = try run(action, calls: 600, budgeted: true)
        #expect(aws.refused == 0 && aws.taken == 600)
        // And it does not dawdle: it takes no longer than four fifths of the limit demand.
        let limit = try #require(PublishedLimits.limit(of: action)).limit
        #expect(seconds < (600 - limit.burst * 0.8) / (limit.rate * 0.8) + 1)
        #expect(try run(action, calls: 600, budgeted: false).aws.refused > 0)
    }

    @Test("lets the first calls go at once and fills up again when nobody calls")
    func burst() throws {
        var budget = RequestBudget(.init(burst: 10, rate: 5))
        for _ in 0..<8 { #expect(budget.reserve(at: 0) == .zero) }
        #expect(budget.reserve(at: 0) == .milliseconds(250))
        for _ in 0..<8 { #expect(budget.reserve(at: 100) == .zero) }
        #expect(budget.reserve(at: 100) > .zero)
    }

    @Test("holds where AWS answers, by whatever door, and nowhere else")
    func doors() throws {
        let table = try #require(ServiceTable.named("ec2"))
        func isAWS(_ variables: [String: String]) throws -> Bool {
            let environment = ["HOME": "/nonexistent"].merging(variables) { $1 }
            return try AWSConfiguration.standard(environment: environment).endpoint(of: table, region: "eu-west-1")
                .isAWS
        }
        #expect(try isAWS([:]))
        #expect(try isAWS(["AWS_ENDPOINT_URL_EC2": "https://vpce-1.ec2.eu-west-1.vpce.amazonaws.com"]))
        #expect(try !isAWS(["AWS_ENDPOINT_URL": "http://127.0.0.1:4566"]))
    }
}
