import AWSClient
import EmulatorSupport
import Model
import Testing

@testable import AWSResources

/// With the first resource of RDS or ElastiCache in an account, the service makes its service-linked role, and may not see
/// it for some seconds. The errors are those that people report.
@Suite("The first database or cache of an account")
struct FirstInAccountTests {
    @Test("a subnet group is tried again while RDS does not see its role")
    func subnetGroup() async throws {
        let bench = try await Bench.open()
        try await hit(
            bench, "CreateDBSubnetGroup", "InvalidParameterValue",
            "Missing necessary credentials. Please check http://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/"
                + "UsingWithRDS.IAM.ServiceLinkedRoles.html")
        let desired = bench.desired(DBSubnetGroup(), try await DBSubnetGroupSample().attributes(on: bench))
        _ = try await DBSubnetGroup().create(desired, through: bench.session)
        #expect(try await bench.ours(DBSubnetGroup(), desired).count == 1)
    }

    @Test("a replication group is tried again while ElastiCache does not see its role")
    func replicationGroup() async throws {
        let bench = try await Bench.open()
        try await hit(
            bench, "CreateReplicationGroup", "ServiceLinkedRoleNotFoundFault",
            "This action cannot be completed due to insufficient permissions.")
        let desired = bench.desired(ReplicationGroup(), try await ReplicationGroupSample().attributes(on: bench))
        _ = try await ReplicationGroup().create(desired, through: bench.session)
        #expect(try await bench.ours(ReplicationGroup(), desired).count == 1)
    }

    @Test("a refusal for another reason is told at once")
    func otherRefusal() async throws {
        let bench = try await Bench.open()
        try await hit(bench, "CreateDBSubnetGroup", "InvalidParameterValue", "The name is no name")
        let desired = bench.desired(DBSubnetGroup(), try await DBSubnetGroupSample().attributes(on: bench))
        let error = await #expect(throws: AWSError.self) {
            try await DBSubnetGroup().create(desired, through: bench.session)
        }
        #expect(error?.message.contains("no name") == true)
    }

    /// Refuses the bench's next call of this name.
    private func hit(_ bench: Bench, _ action: String, _ code: String, _ message: String) async throws {
        try await bench.emulator.inject(
            Fault(
                .error(status: 400, code: code, message: message), action: action,
                contains: bench.session.installation))
    }
}
