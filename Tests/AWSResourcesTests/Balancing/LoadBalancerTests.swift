import EmulatorSupport
import Model
import Testing

@testable import AWSResources

@Suite("A load balancer")
struct LoadBalancerTests {
    private let kind = LoadBalancer()

    @Test("of the same name that is another's is a conflict, and no second one appears")
    func conflict() async throws {
        let bench = try await Bench.open()
        let theirs = try await bench.loadBalancer("contract-lb")
        let desired = bench.desired(kind, try await LoadBalancerSample().attributes(on: bench))
        let error = await #expect(throws: ResourceError.self) {
            try await kind.create(desired, through: bench.session)
        }
        #expect(error?.code == .conflict)
        #expect(error?.message.contains(theirs) == true)
        #expect(error?.message.contains("adopt: true") == true)
        #expect(try await bench.observe(kind, desired).map(\.identifier) == [theirs])
    }

    @Test("is on its way until AWS calls it active, then tells its DNS name")
    func settling() async throws {
        let bench = try await Bench.open()
        let desired = bench.desired(kind, try await LoadBalancerSample().attributes(on: bench))
        let made = try await kind.create(desired, through: bench.session)
        try await bench.settle(kind, made)
        guard case .ready(let outputs) = try await kind.settled(made, through: bench.session) else {
            Issue.record("not ready")
            return
        }
        #expect(outputs[.dnsName]?.isEmpty == false)
        #expect(outputs[.arn] == made.identifier)
    }

    /// moto 5.2.1 deletes a load balancer in spite of its protection, so the refusal is a scripted one.
    @Test("that is protected is not deleted, and the refusal says what to do")
    func protection() async throws {
        let bench = try await Bench.open()
        let desired = bench.desired(kind, try await LoadBalancerSample().attributes(on: bench))
        let made = try await kind.create(desired, through: bench.session)
        try await bench.settle(kind, made)
        let observed = try #require(try await bench.observe(kind, desired).first)
        // The account is this test's own, and stands in the ARN.
        try await bench.emulator.inject(
            Fault(
                .error(
                    status: 400, code: "OperationNotPermitted",
                    message: "Load balancer cannot be deleted because deletion protection is enabled"),
                action: "DeleteLoadBalancer", contains: bench.session.account, count: 1))
        let error = await #expect(throws: ResourceError.self) {
            try await kind.delete(observed, through: bench.session)
        }
        #expect(error?.code == .refused)
        #expect(error?.message.contains("`loadBalancer.deletionProtection: false`") == true)
        #expect(try await bench.observe(kind, desired).count == 1)
    }

    @Test("waits for a web ACL that AWS WAF cannot get hold of yet")
    func webACL() async throws {
        let bench = try await Bench.open()
        let desired = bench.desired(kind, try await LoadBalancerSample().attributes(on: bench))
        try await bench.emulator.inject(
            Fault(
                .error(status: 400, code: "WAFUnavailableEntityException", message: "Retry your request."),
                action: "AssociateWebACL", contains: bench.session.account, count: 1))
        _ = try await kind.create(desired, through: bench.session)
        #expect(try await bench.observe(kind, desired).first?.attributes.webACL == desired.attributes.webACL)
    }

    @Test("that AWS is still setting up or gave up on says so")
    func states() {
        let starting = LoadBalancer.Description(state: .init(code: "provisioning"))
        let failed = LoadBalancer.Description(state: .init(code: "failed", reason: "no addresses left"))
        #expect(starting.status == .pending("the load balancer is being provisioned"))
        guard case .failed(let text) = failed.status else {
            Issue.record("\(failed.status)")
            return
        }
        #expect(text.contains("no addresses left"))
        #expect(LoadBalancer.Description(state: .init(code: "active")).status == .active)
    }
}
