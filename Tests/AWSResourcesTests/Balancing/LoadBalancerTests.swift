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
