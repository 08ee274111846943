import Testing

@testable import AWSClient

@Suite("The budget of requests")
struct RequestBudgetTests {
    /// AWS as its guides describe it: each bucket of a request loses a token, gets so many a second, and a request that finds
    /// one of them empty is refused.
    private struct Simulated {
        private var buckets: [String: (tokens: Double, last: Double)] = [:]
        private(set) var refused = 0
        private(set) var taken = 0

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

    /// Calls asked for at once, as a wide graph does, and each received some milliseconds late.
    private func run(_ calls: [AWSAction], budgeted: Bool) -> (aws: Simulated, seconds: Double) {
        var budgets = RequestBudgets<String>()
        var arrivals: [(time: Double, action: AWSAction)] = []
        var waiting = calls.map { (time: 0.0, action: $0) }
        while !waiting.isEmpty {
            let next = waiting.indices.min { waiting[$0].time < waiting[$1].time } ?? 0
            let (time, action) = waiting[next]
            if budgeted, let pause = budgets.take(PublishedLimits.buckets(of: action), at: time) {
                waiting[next].time += pause.inSeconds
            } else {
                waiting.remove(at: next)
                arrivals.append((time + Double(arrivals.count % 7) * 0.03, action))
            }
        }
        var aws = Simulated()
        for arrival in arrivals.sorted(by: { $0.time < $1.time }) { aws.receive(arrival.action, at: arrival.time) }
        return (aws, arrivals.map(\.time).max() ?? 0)
    }

    @Test(
        "never trips AWS's published limits, however many calls want to go at once",
        arguments: [
            "ec2:DescribeVpcs", "ec2:DescribeSecurityGroups", "ec2:CreateSubnet", "ec2:CreateNatGateway",
            "ec2:RunInstances", "elbv2:DescribeTags", "elbv2:CreateLoadBalancer", "elbv2:CreateTargetGroup",
            "ecs:DescribeServices", "ecs:CreateService", "ecs:RegisterTaskDefinition", "ecs:CreateCluster",
            "ecs:DescribeTaskDefinition", "ecs:ListTagsForResource", "ecs:DescribeCapacityProviders", "ecs:ListTasks",
        ] as [AWSAction])
    func limits(_ action: AWSAction) throws {
        let calls = Array(repeating: action, count: 150)
        let (aws, seconds) = run(calls, budgeted: true)
        #expect(aws.refused == 0 && aws.taken == 150)
        // And it does not dawdle: it takes no longer than four fifths of the limit demand.
        let slowest = try #require(PublishedLimits.buckets(of: action).values.min { $0.rate < $1.rate })
        #expect(seconds < (150 - slowest.burst * 0.8) / (slowest.rate * 0.8) + 1)
        #expect(run(calls, budgeted: false).aws.refused > 0)
    }

    @Test("keeps to limits that different calls share")
    func shared() {
        let calls: [AWSAction] = (0..<150).map {
            ["elbv2:DescribeRules", "elbv2:CreateRule", "elbv2:DescribeTags"][$0 % 3]
        }
        let (aws, _) = run(calls, budgeted: true)
        #expect(aws.refused == 0 && aws.taken == 150)
    }

    @Test("lets the first calls go at once and fills up again when nobody calls")
    func burst() {
        var budgets = RequestBudgets<String>()
        let limits = ["a": RequestBudget.Limit(burst: 10, rate: 5)]
        for _ in 0..<8 { #expect(budgets.take(limits, at: 0) == nil) }
        #expect(budgets.take(limits, at: 0) == .milliseconds(250))
        for _ in 0..<8 { #expect(budgets.take(limits, at: 100) == nil) }
        #expect(budgets.take(limits, at: 100) != nil)
    }

    @Test("takes nothing from one bucket while another is empty")
    func together() {
        var budgets = RequestBudgets<String>()
        let (wide, narrow) = (RequestBudget.Limit(burst: 10, rate: 5), RequestBudget.Limit(burst: 1, rate: 0.1))
        #expect(budgets.take(["wide": wide, "narrow": narrow], at: 0) == nil)
        for _ in 0..<20 { #expect(budgets.take(["wide": wide, "narrow": narrow], at: 0) != nil) }
        for _ in 0..<7 { #expect(budgets.take(["wide": wide], at: 0) == nil) }
        #expect(budgets.take(["wide": wide], at: 0) != nil)
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
