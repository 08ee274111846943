import AWSClient
import Model
import Testing

@testable import AWSResources

@Suite("The kinds of Application Auto Scaling")
struct ScalingContractTests {
    static let samples = [NamedSample(ScalableTargetSample())]
    private let kind = ScalableTarget()

    @Test("keep the contract", arguments: samples, ContractClause.allCases)
    func contract(_ sample: NamedSample, _ clause: ContractClause) async throws {
        try await sample.check(clause)
    }

    @Test("have a sample each")
    func everyKindHasASample() {
        #expect(Set(KindCatalog.scaling.map(\.type.name)) == Set(Self.samples.map(\.type)))
    }

    @Test("speak of members that AWS has")
    func requestsFitTheTable() {
        #expect(wireProblems(KindCatalog.scalingRequests + [ListTasks.self, DescribeTasks.self]) == [])
    }

    @Test("name a load balancer's target group by the last parts of both ARNs, as AWS does")
    func label() {
        let label = ScalingPolicy.label(
            "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/my-alb/778d41231b141a0f",
            "arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/my-alb-target-group/943f017f100becff")
        #expect(label == "app/my-alb/778d41231b141a0f/targetgroup/my-alb-target-group/943f017f100becff")
    }

    @Test("a target of the same service that is another's is a conflict and stays as it is")
    func conflict() async throws {
        let bench = try await Bench.open()
        let desired = bench.desired(kind, try await ScalableTargetSample().attributes(on: bench))
        _ = try await bench.client.send(
            ScalableTarget.RegisterScalableTarget(
                resourceId: try #require(desired.attributes.resourceId.text), minCapacity: 7, maxCapacity: 8,
                tags: ["Owner": "them"]))
        let error = await #expect(throws: ResourceError.self) {
            try await kind.create(desired, through: bench.session)
        }
        #expect(error?.code == .conflict)
        #expect(error?.message.contains("adopt: true") == true)
        let held = try await bench.observe(kind, desired)
        #expect(held.map(\.attributes.minCapacity) == [7])
        #expect(held.map(\.attributes.policies) == [[]])
    }

    @Test("a policy of another type is seen as one that is not declared, and removed")
    func foreignPolicy() async throws {
        let bench = try await Bench.open()
        var theirs = ScalableTarget.PolicyDescription()
        theirs.policyName = "steps"
        theirs.policyType = "StepScaling"
        let policy = ScalingPolicy(theirs, in: bench.session)
        #expect(policy.fieldValue?.description.contains("StepScaling") == true)
    }

    @Test("a cooldown that AWS leaves out is its default")
    func cooldowns() {
        var policy = ScalingPolicy(name: "a", metric: .cpu, target: 50)
        let usual = policy.fieldValue
        policy.scaleInCooldown = 60
        #expect(policy.fieldValue != usual)
        policy.scaleInCooldown = 300
        #expect(policy.fieldValue == usual)
    }
}
