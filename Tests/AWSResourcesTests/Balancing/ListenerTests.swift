import AWSClient
import Model
import Testing

@testable import AWSResources

@Suite("A listener")
struct ListenerTests {
    private let kind = Listener()

    private func redirecting(_ bench: Bench, on loadBalancer: String) -> Desired<Listener.Attributes> {
        bench.desired(
            kind,
            Listener.Attributes(
                loadBalancer: .known(loadBalancer), port: 80, protocol: "HTTP",
                defaultAction: .redirect(protocol: "HTTPS", port: "443", statusCode: "HTTP_301")))
    }

    @Test("of HTTP has no policy and no certificate, and redirects as declared")
    func plain() async throws {
        let bench = try await Bench.open()
        let desired = redirecting(bench, on: try await bench.loadBalancer())
        _ = try await kind.create(desired, through: bench.session)
        let observed = try bench.found(try await bench.ours(kind, desired).first, "listener")
        #expect(kind.values(of: observed.attributes) == kind.values(of: desired.attributes))
    }

    @Test("gets its protocol back")
    func protocolChange() async throws {
        let bench = try await Bench.open()
        let desired = redirecting(bench, on: try await bench.loadBalancer())
        let made = try await kind.create(desired, through: bench.session)
        _ = try await bench.client.send(Listener.ModifyListener(listenerArn: made.identifier, protocol: "TCP"))
        let changed = try bench.found(try await bench.ours(kind, desired).first, "listener")
        #expect(changed.attributes.protocol == "TCP")
        _ = try await kind.update(changed, to: desired, changing: ["protocol"], through: bench.session)
        let repaired = try bench.found(try await bench.ours(kind, desired).first, "listener")
        #expect(kind.values(of: repaired.attributes) == kind.values(of: desired.attributes))
    }

    @Test("on a port that somebody else's listener has is a conflict that names it")
    func conflict() async throws {
        let bench = try await Bench.open()
        let foreign = try await bench.listener(port: 80)
        let balancer = try #require(
            try await bench.client.collect(LoadBalancer.DescribeLoadBalancers(), \.loadBalancers).first?.loadBalancerArn
        )
        let desired = redirecting(bench, on: balancer)
        let error = await #expect(throws: ResourceError.self) {
            try await kind.create(desired, through: bench.session)
        }
        #expect(error?.code == .conflict)
        #expect(error?.message.contains(foreign) == true)
        #expect(try await bench.observe(kind, desired).map(\.identifier) == [foreign])
    }
}
