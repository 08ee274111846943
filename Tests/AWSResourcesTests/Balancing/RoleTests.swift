import AWSClient
import EmulatorSupport
import Model
import Testing

@testable import AWSResources

@Suite("A role")
struct RoleTests {
    private let kind = Role()

    private func attributes(_ name: String = "x-dev-acme-task") -> Role.Attributes {
        Role.Attributes(roleName: name, trustPolicy: .trusting(service: "ecs-tasks.amazonaws.com"))
    }

    @Test("of the same name that somebody else made is a conflict and stays as it is")
    func conflict() async throws {
        let bench = try await Bench.open()
        let theirs = Desired(address: "other/x/Role", attributes: attributes(), tags: ["Owner": "them"], token: "t") {
            _, _ in nil
        }
        _ = try await kind.create(theirs, through: bench.session)
        let desired = bench.desired(kind, attributes())
        let error = await #expect(throws: ResourceError.self) {
            try await kind.create(desired, through: bench.session)
        }
        #expect(error?.code == .conflict)
        #expect(error?.message.contains("role/x-dev-acme-task") == true)
        let observed = try await bench.observe(kind, desired)
        #expect(observed.map(\.tags) == [["Owner": "them"]])
        #expect(observed.first?.name == "x-dev-acme-task")
    }

    @Test("is read with two calls for the whole account, however many there are")
    func calls() async throws {
        let bench = try await Bench.open()
        for number in 1...20 {
            let desired = Desired(
                address: ResourceAddress("contract/\(number)/Role"), attributes: attributes("role-\(number)"),
                tags: [OwnershipTag.installation: bench.session.installation], token: "t"
            ) { _, _ in nil }
            _ = try await kind.create(desired, through: bench.session)
        }
        let scope = ObservationScope(
            managedFields: ["roleDescription"], installation: bench.session.installation)
        let before = bench.client.calls.total
        #expect(try await kind.observe(scope, through: bench.session).count == 20)
        #expect(bench.client.calls.total - before == 2)
    }

    @Test("is read by name where the account may not be read")
    func deniedAccountRead() async throws {
        // An emulator of its own: the fault is meant for every account.
        let emulator = try await Emulator.start()
        defer { emulator.stop() }
        let client = try AWSClient.standard(environment: emulator.environment)
        let session = AWSSession(client: client, account: Emulator.account, partition: "aws", installation: "denied")
        var wanted = attributes()
        wanted.inlinePolicies = [
            "access": PolicyDocument(statements: [PolicyStatement(actions: ["s3:*"], resources: ["*"])])
        ]
        wanted.managedPolicies = ["arn:aws:iam::aws:policy/ReadOnlyAccess"]
        wanted.roleDescription = "Runs tasks"
        let desired = Desired(
            address: "dev/acme/Role", attributes: wanted,
            tags: [OwnershipTag.installation: "denied", OwnershipTag.address: "dev/acme/Role"], token: "t"
        ) { _, _ in nil }
        _ = try await kind.create(desired, through: session)
        try await emulator.inject(
            Fault(
                .error(status: 403, code: "AccessDenied", message: "not authorized"),
                action: "GetAccountAuthorizationDetails", count: -1))

        let scope = ObservationScope(
            declaredNames: ["x-dev-acme-task", "absent"], managedFields: ["roleDescription"], installation: "denied")
        let observed = try await kind.observe(scope, through: session)
        #expect(observed.map(\.identifier) == ["x-dev-acme-task"])
        let values = try #require(observed.first.map { kind.values(of: $0.attributes) })
        for (name, value) in kind.values(of: wanted) { #expect(values[name] == value, "\(name)") }
        #expect(observed.first?.tags == desired.tags)
        await client.shutdown()
    }
}
