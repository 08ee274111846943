import Testing

@testable import AWSResources

@Suite("The kinds that deliver images")
struct DeliveryContractTests {
    static let samples: [NamedSample] = [
        NamedSample(BucketSample()),
        NamedSample(BuildProjectSample()),
        NamedSample(DeliveryPipelineSample()),
    ]

    @Test("keep the contract", arguments: samples, ContractClause.allCases)
    func contract(_ sample: NamedSample, _ clause: ContractClause) async throws {
        try await sample.check(clause)
    }

    @Test("have a sample each")
    func everyKindHasASample() {
        #expect(Set(KindCatalog.delivery.map(\.type.name)) == Set(Self.samples.map(\.type)))
    }

    @Test("speak of members that AWS has")
    func requestsFitTheTable() {
        #expect(wireProblems(KindCatalog.deliveryRequests) == [])
    }
}
