import AWSClient
import Model
import Testing

@testable import AWSResources

@Suite("A capacity provider and its cluster")
struct CapacityProviderTests {
    private let kind = CapacityProvider()

    private func providers(_ bench: Bench) async throws -> Set<String> {
        let cluster = try await bench.session.describe(clusters: ["x-dev"], including: []).first
        return Set(cluster?.capacityProviders ?? [])
    }

    @Test("the provider leaves the cluster when it goes, and what else the cluster has stays")
    func deletion() async throws {
        let bench = try await Bench.open()
        let desired = bench.desired(kind, try await CapacityProviderSample.attributes(on: bench))
        _ = try await kind.create(desired, through: bench.session)
        #expect(try await providers(bench) == ["FARGATE", "x-dev-ec2"])
        let observed = try bench.found(try await bench.ours(kind, desired).first, "the provider")
        try await kind.delete(observed, through: bench.session)
        #expect(try await kind.isGone(observed, through: bench.session))
        #expect(try await providers(bench) == ["FARGATE"])
    }

    @Test("the cluster neither shows the provider nor takes it away")
    func cluster() async throws {
        let bench = try await Bench.open()
        _ = try await bench.create(kind, try await CapacityProviderSample.attributes(on: bench))
        let cluster = Cluster()
        let desired = bench.desired(
            cluster, Cluster.Attributes(clusterName: "x-dev", capacityProviders: ["FARGATE", "FARGATE_SPOT"]))
        let observed = try bench.found(
            try await bench.observe(cluster, desired).first { $0.identifier == "x-dev" }, "the cluster")
        #expect(observed.attributes.capacityProviders == ["FARGATE"])
        _ = try await cluster.update(
            observed, to: desired, changing: ["capacityProviders"], through: bench.session)
        #expect(try await providers(bench) == ["FARGATE", "FARGATE_SPOT", "x-dev-ec2"])
    }

    @Test("what of the scaling nobody manages stays as it is")
    func unmanaged() async throws {
        let bench = try await Bench.open()
        var attributes = try await CapacityProviderSample.attributes(on: bench)
        let desired = bench.desired(kind, attributes)
        _ = try await kind.create(desired, through: bench.session)
        let wanted = CapacityProvider.GroupProvider(
            attributes, keeping: .init(maximumScalingStepSize: 3, instanceWarmupPeriod: 60))
        _ = try await bench.client.send(
            CapacityProvider.UpdateCapacityProvider(name: "x-dev-ec2", autoScalingGroupProvider: wanted))
        attributes.targetCapacity = 80
        let observed = try bench.found(try await bench.ours(kind, desired).first, "the provider")
        _ = try await kind.update(
            observed, to: bench.desired(kind, attributes), changing: ["targetCapacity"], through: bench.session)
        let held = try await CapacityProvider.describe(["x-dev-ec2"], through: bench.session).first
        let scaling = held?.autoScalingGroupProvider?.managedScaling
        #expect(scaling?.targetCapacity == 80 && scaling?.maximumScalingStepSize == 3)
        #expect(scaling?.instanceWarmupPeriod == 60 && scaling?.status == "ENABLED")
    }
}
