import Testing

@testable import AWSResources

@Suite("The kinds that run containers")
struct ContainersContractTests {
    static let samples: [NamedSample] = [
        NamedSample(ClusterSample()),
        NamedSample(ECRRepositorySample()),
        NamedSample(LogGroupSample()),
        NamedSample(TaskDefinitionSample()),
        NamedSample(ServiceSample()),
    ]

    @Test("keep the contract", arguments: samples, ContractClause.allCases)
    func contract(_ sample: NamedSample, _ clause: ContractClause) async throws {
        try await sample.check(clause)
    }

    @Test("have a sample each")
    func everyKindHasASample() {
        #expect(Set(KindCatalog.containers.map(\.type.name)) == Set(Self.samples.map(\.type)))
    }

    @Test("speak of members that AWS has")
    func requestsFitTheTable() {
        #expect(wireProblems(KindCatalog.containerRequests + DiscoveryRequests.all) == [])
    }
}
