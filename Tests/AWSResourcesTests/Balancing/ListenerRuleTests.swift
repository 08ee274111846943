import AWSClient
import Model
import Testing

@testable import AWSResources

@Suite("A listener rule")
struct ListenerRuleTests {
    private let kind = ListenerRule()

    private func attributes(_ bench: Bench, on listener: String, priority: Int?) async throws -> ListenerRule.Attributes
    {
        ListenerRule.Attributes(
            listener: .known(listener), priority: priority, pathPatterns: ["/api2"],
            action: .fixedResponse(statusCode: "200"))
    }

    @Test("without a number takes the one that the plan chose")
    func numberOfThePlan() async throws {
        let bench = try await Bench.open()
        let attributes = try await attributes(bench, on: try await bench.listener(), priority: nil)
        let desired = bench.desired(kind, attributes)
        _ = try await kind.create(desired, through: bench.session)
        let observed = try await bench.ours(kind, desired)
        #expect(observed.map(\.attributes.priority) == [desired.numbers["priority"]])
    }

    @Test("whose number is taken by another is refused, and that one is named")
    func takenNumber() async throws {
        let bench = try await Bench.open()
        let listener = try await bench.listener()
        let foreign = try await foreignRule(bench, on: listener, priority: 3)
        let desired = bench.desired(kind, try await attributes(bench, on: listener, priority: 3))
        let error = await #expect(throws: ResourceError.self) {
            try await kind.create(desired, through: bench.session)
        }
        #expect(error?.code == .conflict)
        #expect(error?.message.contains(foreign) == true)
        #expect(try await bench.ours(kind, desired).isEmpty)
    }

    @Test("of somebody else is seen with its number and its other conditions; a default rule is not")
    func foreignRules() async throws {
        let bench = try await Bench.open()
        let listener = try await bench.listener()
        let foreign = try await foreignRule(bench, on: listener, priority: 3)
        let desired = bench.desired(kind, try await attributes(bench, on: listener, priority: 1))
        let observed = try await bench.observe(kind, desired)
        #expect(observed.map(\.identifier) == [foreign])
        #expect(observed.first?.attributes.listener == .known(listener))
        #expect(observed.first?.attributes.priority == 3)
        #expect(observed.first?.attributes.pathPatterns == ["/other", "host-header: a.example, b.example"])
    }

    @Test("is found on a load balancer that lost its tags when it is recorded there")
    func recorded() async throws {
        let bench = try await Bench.open()
        let desired = bench.desired(
            kind, try await attributes(bench, on: try await bench.listener(), priority: 1))
        let made = try await kind.create(desired, through: bench.session)
        let balancer = try #require(try await LoadBalancer().observe(scope(bench), through: bench.session).first)
        try await LoadBalancing.tag(
            balancer.identifier, [OwnershipTag.installation: "other"], through: bench.session)
        #expect(try await kind.observe(scope(bench), through: bench.session).isEmpty)
        let scope = scope(bench, recorded: [kind.type: [made.identifier]])
        #expect(try await kind.observe(scope, through: bench.session).map(\.identifier) == [made.identifier])
    }

    @Test("costs one call for each load balancer and listener, and one for twenty tags")
    func calls() async throws {
        let bench = try await Bench.open()
        let listener = try await bench.listener()
        for number in 1...21 { _ = try await foreignRule(bench, on: listener, priority: number) }
        let before = bench.client.calls.snapshot()
        #expect(try await kind.observe(scope(bench), through: bench.session).count == 21)
        let made = bench.client.calls.snapshot().compactMapValues { $0 }
            .map { ($0.key, $0.value - (before[$0.key] ?? 0)) }.filter { $0.1 > 0 }
        #expect(
            Dictionary(uniqueKeysWithValues: made) == [
                "elasticloadbalancing:DescribeLoadBalancers": 1, "elasticloadbalancing:DescribeListeners": 1,
                "elasticloadbalancing:DescribeRules": 1, "elasticloadbalancing:DescribeTags": 3,
            ])
    }

    @Test("in a brief look is read by what is recorded, and all are read when that is not there")
    func brief() async throws {
        let bench = try await Bench.open()
        let listener = try await bench.listener()
        let desired = bench.desired(kind, try await attributes(bench, on: listener, priority: 1))
        let made = try await kind.create(desired, through: bench.session)
        let foreign = try await foreignRule(bench, on: listener, priority: 2)
        func look(_ recorded: [String]) async throws -> (Set<String>, perLoadBalancer: Int) {
            let action = "elasticloadbalancing:DescribeListeners"
            let before = bench.client.calls.snapshot()[action] ?? 0
            var scope = scope(bench, recorded: [kind.type: recorded])
            scope.isBrief = true
            let observed = try await kind.observe(scope, through: bench.session)
            #expect(observed.allSatisfy { $0.attributes.listener == .known(listener) })
            return (Set(observed.map(\.identifier)), (bench.client.calls.snapshot()[action] ?? 0) - before)
        }
        #expect(try await look([made.identifier]) == ([made.identifier], 0))
        let gone = made.identifier.dropLast(3) + "abc"
        #expect(try await look([made.identifier, String(gone)]) == ([made.identifier, foreign], 1))
    }

    private func scope(_ bench: Bench, recorded: [ResourceType: [String]] = [:]) -> ObservationScope {
        ObservationScope(installation: bench.session.installation, recordedIdentifiers: recorded)
    }

    private func foreignRule(_ bench: Bench, on listener: String, priority: Int) async throws -> String {
        var host = ListenerRule.Condition(paths: [])
        host.field = "host-header"
        host.pathPatternConfig = nil
        host.hostHeaderConfig = .init(values: ["b.example", "a.example"])
        let answer = try await bench.client.send(
            CreateForeignRule(
                listenerArn: listener, priority: priority,
                conditions: [ListenerRule.Condition(paths: ["/other"]), host],
                actions: [.init(type: "fixed-response", fixedResponseConfig: .init(statusCode: "200"))]))
        return try bench.found(answer.rules?.first?.ruleArn, "a rule")
    }
}

private struct CreateForeignRule: AWSRequest {
    static let action: AWSAction = "elbv2:CreateRule"
    var listenerArn: String
    var priority: Int
    var conditions: [ListenerRule.Condition]
    var actions: [ListenerAction.Description]
    typealias Response = ListenerRule.CreateRule.Response
}
