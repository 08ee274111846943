import Testing

@testable import AWSResources

@Suite("The kinds that run on EC2 itself")
struct ComputeContractTests {
    static let samples: [NamedSample] = [
        NamedSample(InstanceSample())
    ]

    @Test("keep the contract", arguments: samples, ContractClause.allCases)
    func contract(_ sample: NamedSample, _ clause: ContractClause) async throws {
        try await sample.check(clause)
    }

    @Test("have a sample each")
    func everyKindHasASample() {
        #expect(Set(KindCatalog.compute.map(\.type.name)) == Set(Self.samples.map(\.type)))
    }

    @Test("speak of members that AWS has")
    func requestsFitTheTable() {
        #expect(wireProblems(KindCatalog.computeRequests) == [])
    }
}
