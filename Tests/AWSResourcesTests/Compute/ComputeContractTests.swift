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

    @Test("may read none but AWS's own parameters")
    func parameters() {
        let permissions = Instance().permissions
        #expect(permissions.reads.allSatisfy { $0.description != "ssm:GetParameter" })
        let grants = permissions.writes.filter { $0.actions.contains("ssm:GetParameter") }
        #expect(grants.map(\.resources) == [["arn:{partition}:ssm:{region}::parameter/aws/service/*"]])
    }
}
