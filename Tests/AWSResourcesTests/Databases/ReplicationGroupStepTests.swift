import Model
import Testing

@testable import AWSResources

@Suite("A change of a replication group that takes several steps")
struct ReplicationGroupStepTests {
    private let kind = ReplicationGroup()

    /// Changes replicas and failover at once, as often as it has to be asked.
    private func change(
        _ bench: Bench, _ desired: Desired<ReplicationGroup.Attributes>, to replicas: Int, failover: Bool
    ) async throws -> (steps: Int, calls: [String]) {
        var attributes = desired.attributes
        (attributes.replicas, attributes.automaticFailover, attributes.multiAZ) = (replicas, failover, failover)
        let wanted = bench.desired(kind, attributes)
        let before = try bench.found(try await bench.ours(kind, desired).first, "replication group")
        let start = bench.client.calls.snapshot()
        var steps = 0
        while true {
            do {
                _ = try await kind.update(
                    before, to: wanted, changing: ["replicas", "automaticFailover", "multiAZ"], through: bench.session)
                break
            } catch let error as ResourceError where error.code == .busy && steps < 5 {
                steps += 1
            }
        }
        let after = try bench.found(try await bench.ours(kind, desired).first, "replication group").attributes
        #expect(after.replicas == replicas && after.automaticFailover == failover && after.multiAZ == failover)
        let calls = bench.client.calls.snapshot().filter { $0.value != start[$0.key] && !$0.key.contains(":Describe") }
        return (steps, calls.keys.filter { $0.hasPrefix("elasticache") && !$0.contains(":List") }.sorted())
    }

    @Test("sends each step once: failover goes before the replica, and comes after it")
    func steps() async throws {
        let bench = try await Bench.open()
        let desired = bench.desired(kind, try await ReplicationGroupSample().attributes(on: bench))
        try await bench.settle(kind, try await kind.create(desired, through: bench.session))
        let fewer = try await change(bench, desired, to: 0, failover: false)
        #expect(fewer.steps == 1)
        #expect(fewer.calls == ["elasticache:DecreaseReplicaCount", "elasticache:ModifyReplicationGroup"])
        let more = try await change(bench, desired, to: 2, failover: true)
        #expect(more.steps == 1)
        #expect(more.calls == ["elasticache:IncreaseReplicaCount", "elasticache:ModifyReplicationGroup"])
    }
}
