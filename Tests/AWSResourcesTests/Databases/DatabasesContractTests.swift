import Testing

@testable import AWSResources

@Suite("The kinds of databases and caches")
struct DatabasesContractTests {
    static let samples: [NamedSample] = [
        NamedSample(DBClusterSample()),
        NamedSample(DBInstanceSample()),
        NamedSample(ReplicationGroupSample()),
    ]

    @Test("keep the contract", arguments: samples, ContractClause.allCases)
    func contract(_ sample: NamedSample, _ clause: ContractClause) async throws {
        try await sample.check(clause)
    }

    @Test("have a sample each")
    func everyKindHasASample() {
        #expect(Set(KindCatalog.databases.map(\.type.name)) == Set(Self.samples.map(\.type)))
    }

    @Test("speak of members that AWS has")
    func requestsFitTheTable() {
        #expect(wireProblems(KindCatalog.databaseRequests) == [])
    }

    @Test("have no place for a password in any request")
    func noPasswords() {
        for kind in ["CreateDBInstance", "ModifyDBInstance", "CreateDBCluster", "ModifyDBCluster"] {
            #expect(KindCatalog.databaseRequests.contains { $0.action.operation == kind }, "\(kind)")
        }
        let attributes: [Any] = [
            DBInstance.Attributes(instanceIdentifier: "a", engine: "mysql", instanceClass: "db.t4g.medium"),
            DBCluster.Attributes(
                clusterIdentifier: "a",
                engine: "aurora-mysql",
                masterUsername: "admin",
                port: 3306,
                subnetGroup: "a",
                securityGroups: []
            ),
        ]
        for each in attributes {
            let names = Mirror(reflecting: each).children.compactMap { $0.label?.lowercased() }
            #expect(names.filter { $0.contains("password") } == ["managemasteruserpassword"])
        }
    }
}
