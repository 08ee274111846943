import AWSClient
import Model
import Testing

@testable import AWSResources

@Suite("Databases and caches on their way out, and what they refuse")
struct DatabaseDeletionTests {
    @Test("a deletion is refused in plain words while deletion protection is on, and AWS is not asked")
    func protection() async throws {
        let bench = try await Bench.open()
        let kind = DBInstance()
        var attributes = try await DBInstanceSample().attributes(on: bench)
        attributes.deletionProtection = true
        _ = try await bench.create(kind, attributes)
        let observed = try #require(try await bench.ours(kind, bench.desired(kind, attributes)).first)
        let error = await #expect(throws: ResourceError.self) {
            try await kind.delete(observed, through: bench.session)
        }
        #expect(
            error?.message == """
                the DB instance x-dev-main has deletion protection: set `deletionProtection: false` in its manifest, \
                apply, and remove it then
                """
        )
        let asked = try await bench.emulator.requests().filter { request in
            request.action == "DeleteDBInstance" && request.account == bench.session.account
        }
        #expect(asked.isEmpty)
    }

    @Test("a deletion takes a final snapshot named from the address, and never overwrites an earlier one")
    func snapshots() async throws {
        let bench = try await Bench.open()
        let kind = DBInstance()
        let attributes = try await DBInstanceSample().attributes(on: bench)
        for _ in 1...2 {
            _ = try await bench.create(kind, attributes)
            let observed = try #require(try await bench.ours(kind, bench.desired(kind, attributes)).first)
            try await kind.delete(observed, through: bench.session)
        }
        let names = try await bench.client.collect(DescribeDBSnapshots(), \.dbSnapshots).compactMap(
            \.dbSnapshotIdentifier
        )
        #expect(
            Set(names.filter { $0.hasPrefix("final-") })
                == ["final-contract-sample-dbinstance", "final-contract-sample-dbinstance-2"]
        )
    }

    @Test("a deletion spares the last instance of a protected Aurora cluster, and lets the others go")
    func lastMember() async throws {
        let bench = try await Bench.open()
        var cluster = try await DBClusterSample().attributes(on: bench)
        cluster.deletionProtection = true
        let made = try await bench.create(DBCluster(), cluster)
        let kind = DBInstance()
        for number in 1...2 {
            let member = DBInstance.Attributes(
                instanceIdentifier: "x-dev-orders-\(number)",
                cluster: .known(made.identifier),
                engine: cluster.engine,
                instanceClass: "db.t4g.medium"
            )
            let desired = Desired(
                address: ResourceAddress("contract/orders/DBInstance\(number)"),
                attributes: member,
                tags: bench.desired(kind, member).tags,
                token: "t"
            ) { _, _ in nil }
            try await bench.settle(kind, kind.create(desired, through: bench.session))
        }
        let scope = ObservationScope(installation: bench.session.installation)
        let members = try await kind.observe(scope, through: bench.session).sorted { $0.identifier < $1.identifier }
        #expect(members.map(\.attributes.cluster) == [.known(made.identifier), .known(made.identifier)])
        try await kind.delete(try #require(members.last), through: bench.session)
        let error = await #expect(throws: ResourceError.self) {
            try await kind.delete(try #require(members.first), through: bench.session)
        }
        #expect(error?.message.hasPrefix("the DB cluster x-dev-orders has deletion protection") == true)
    }

    @Test("a cache's port is refused a change, with both ways out")
    func fixedPort() async throws {
        let bench = try await Bench.open()
        let kind = ReplicationGroup()
        var attributes = try await ReplicationGroupSample().attributes(on: bench)
        _ = try await bench.create(kind, attributes)
        let observed = try #require(try await bench.ours(kind, bench.desired(kind, attributes)).first)
        attributes.port = 7000
        let error = await #expect(throws: ResourceError.self) {
            _ = try await kind.update(
                observed,
                to: bench.desired(kind, attributes),
                changing: ["port"],
                through: bench.session
            )
        }
        #expect(
            error?.message.contains("cannot change the port of the replication group x-dev-sessions from 6379") == true
        )
    }

    @Test("a create meets what somebody else made of the same name with a conflict, not with a takeover")
    func conflict() async throws {
        let bench = try await Bench.open()
        let kind = DBInstance()
        let attributes = try await DBInstanceSample().attributes(on: bench)
        _ = try await bench.create(kind, attributes)
        let other = Desired(
            address: "contract/other/DBInstance",
            attributes: attributes,
            tags: [OwnershipTag.installation: "else", OwnershipTag.address: "contract/other/DBInstance"],
            token: "t"
        ) { _, _ in nil }
        let error = await #expect(throws: ResourceError.self) {
            _ = try await kind.create(other, through: bench.session)
        }
        #expect(error?.code == .conflict)
    }

    private struct DescribeDBSnapshots: AWSRequest {
        static let action: AWSAction = "rds:DescribeDBSnapshots"
        struct Response: Codable, Sendable { var dbSnapshots: [Item]? }
        struct Item: Codable, Sendable { var dbSnapshotIdentifier: String? }
    }
}

@Suite("What databases say of themselves")
struct DatabaseStateTests {
    @Test("an engine's version is compared as far as the manifest writes it")
    func versions() {
        func fits(_ wanted: String, _ held: String) -> Bool {
            guard case .map(let wanted)? = EngineVersion(wanted).fieldValue,
                case .map(let held)? = EngineVersion.held(held).fieldValue
            else { return false }
            return wanted.allSatisfy { held[$0.key] == $0.value }
        }
        #expect(fits("8.0", "8.0.42"))
        #expect(fits("8", "8.4.3"))
        #expect(fits("8.0.mysql_aurora.3", "8.0.mysql_aurora.3.08.0"))
        #expect(fits("16.4", "16.4"))
        #expect(!fits("8.4", "8.0.42"))
        #expect(!fits("8.0.4", "8.0.42"))
        #expect(!fits("8.0.42", "8.0"))
    }

    @Test("its state is rest, a way there, or a failure that says what to do")
    func states() {
        func status(_ word: String) -> ResourceStatus { DatabaseState(word: word, subject: "DB instance a").status }
        #expect(status("available") == .active)
        #expect(status("stopped") == .active)
        #expect(status("creating") == .pending("the DB instance a is creating"))
        #expect(status("modifying") == .pending("the DB instance a is modifying"))
        for word in ["failed", "incompatible-network", "create-failed"] {
            guard case .failed(let why) = status(word) else {
                Issue.record("\(word) is no failure")
                continue
            }
            #expect(why.contains("run the command again"))
        }
    }
}
