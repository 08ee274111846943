import Testing

@testable import AWSResources

@Suite("The network's kinds")
struct NetworkContractTests {
    static let samples: [NamedSample] = [
        NamedSample(VPCSample()),
        NamedSample(SubnetSample()),
        NamedSample(InternetGatewaySample()),
        NamedSample(ElasticIPSample()),
        NamedSample(NatGatewaySample()),
        NamedSample(RouteTableSample()),
        NamedSample(SecurityGroupSample()),
        NamedSample(SecurityGroupIngressSample()),
        NamedSample(DBSubnetGroupSample()),
        NamedSample(CacheSubnetGroupSample()),
    ]

    @Test("keep the contract", arguments: samples, ContractClause.allCases)
    func contract(_ sample: NamedSample, _ clause: ContractClause) async throws {
        try await sample.check(clause)
    }

    @Test("have a sample each")
    func everyKindHasASample() {
        #expect(Set(KindCatalog.network.map(\.type.name)) == Set(Self.samples.map(\.type)))
    }

    @Test("speak of members that AWS has")
    func requestsFitTheTable() {
        #expect(wireProblems(KindCatalog.networkRequests) == [])
    }
}
