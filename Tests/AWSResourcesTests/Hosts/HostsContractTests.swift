import Model
import Testing

@testable import AWSResources

@Suite("The kinds that make EC2 hosts and jump boxes")
struct HostsContractTests {
    static let samples: [NamedSample] = [
        NamedSample(InstanceProfileSample()),
        NamedSample(KeyPairSample()),
        NamedSample(LaunchTemplateSample()),
        NamedSample(AutoScalingGroupSample()),
        NamedSample(CapacityProviderSample()),
        NamedSample(UserGroupSample()),
        NamedSample(InstanceSample()),
    ]

    @Test("keep the contract", arguments: samples, ContractClause.allCases)
    func contract(_ sample: NamedSample, _ clause: ContractClause) async throws {
        try await sample.check(clause)
    }

    @Test("have a sample each")
    func everyKindHasASample() {
        #expect(Set(KindCatalog.hosts.map(\.type.name)) == Set(Self.samples.map(\.type)))
    }

    @Test("speak of members that AWS has")
    func requestsFitTheTable() {
        #expect(wireProblems(KindCatalog.hostRequests) == [])
    }

    @Test("a service on hosts is made, seen and repaired like one on Fargate")
    func service() async throws {
        let made = Contract(sample: HostServiceSample(), bench: try await Bench.open())
        try await made.createThenObservePlansNothing()
        let changed = Contract(sample: HostServiceSample(), bench: try await Bench.open())
        try await changed.outsideChangesAreSeenAndRepaired()
    }

    @Test("an instance may read none but AWS's own parameters")
    func parameters() {
        let permissions = Instance().permissions
        #expect(permissions.reads.allSatisfy { $0.description != "ssm:GetParameter" })
        let grants = permissions.writes.filter { $0.actions.contains("ssm:GetParameter") }
        #expect(grants.map(\.resources) == [["arn:{partition}:ssm:{region}::parameter/aws/service/*"]])
    }
}
