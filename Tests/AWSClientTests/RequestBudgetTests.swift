import Testing
import Trials

@testable import AWSClient

@Suite("The budget of requests")
struct RequestBudgetTests {
    @Test(
        "never trips AWS's published limits, however many calls want to go at once",
        arguments: [
            "ec2:DescribeVpcs", "ec2:DescribeSecurityGroups", "ec2:CreateSubnet", "ec2:CreateNatGateway",
            "ec2:RunInstances", "elbv2:DescribeTags", "elbv2:CreateLoadBalancer", "elbv2:CreateTargetGroup",
            "ecs:DescribeServices", "ecs:CreateService", "ecs:RegisterTaskDefinition", "ecs:CreateCluster",
            "ecs:DescribeTaskDefinition", "ecs:ListTagsForResource", "ecs:DescribeCapacityProviders", "ecs:ListTasks",
        ] as [AWSAction])
    func limits(_ action: AWSAction) throws {
        let calls = Array(repeating: LimitTrial.Work([action]), count: 150)
        let outcome = LimitTrial.run(calls)
        #expect(outcome.refused == 0 && outcome.taken == 150)
        // And it does not dawdle: it takes no longer than four fifths of the limit demand.
        let slowest = try #require(PublishedLimits.buckets(of: action).values.min { $0.rate < $1.rate })
        #expect(outcome.seconds < (150 - slowest.burst * 0.8) / (slowest.rate * 0.8) + 1)
        #expect(LimitTrial.run(calls, budgeted: false).refused > 0)
    }

    @Test("keeps to limits that different calls share")
    func shared() {
        let actions: [AWSAction] = ["elbv2:DescribeRules", "elbv2:CreateRule", "elbv2:DescribeTags"]
        let outcome = LimitTrial.run((0..<150).map { LimitTrial.Work([actions[$0 % 3]]) })
        #expect(outcome.refused == 0 && outcome.taken == 150)
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
