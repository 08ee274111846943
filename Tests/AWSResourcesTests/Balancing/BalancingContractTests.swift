import Testing

@testable import AWSResources

@Suite("The kinds of load balancing and access")
struct BalancingContractTests {
    static let samples: [NamedSample] = [
        NamedSample(LoadBalancerSample()),
        NamedSample(TargetGroupSample()),
        NamedSample(ListenerSample()),
        NamedSample(ListenerRuleSample()),
        NamedSample(RoleSample()),
        NamedSample(SecretSample()),
        NamedSample(ParameterSample()),
        NamedSample(ExistingSecretSample()),
        NamedSample(ExistingParameterSample()),
    ]

    @Test("keep the contract", arguments: samples, ContractClause.allCases)
    func contract(_ sample: NamedSample, _ clause: ContractClause) async throws {
        try await sample.check(clause)
    }

    @Test("have a sample each")
    func everyKindHasASample() {
        let kinds = KindCatalog.loadBalancing + KindCatalog.access
        #expect(Set(kinds.map(\.type.name)) == Set(Self.samples.map(\.type)))
    }

    @Test("speak of members that AWS has")
    func requestsFitTheTable() {
        #expect(wireProblems(KindCatalog.loadBalancingRequests + KindCatalog.accessRequests) == [])
    }
}
