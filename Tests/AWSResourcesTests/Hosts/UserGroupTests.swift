import AWSClient
import Model
import Testing

@testable import AWSResources

@Suite("A group of people")
struct UserGroupTests {
    private let kind = UserGroup()

    @Test("says by its path whose it is, and is taken over by moving there")
    func adoption() async throws {
        let bench = try await Bench.open()
        let desired = bench.desired(kind, try await UserGroupSample().attributes(on: bench))
        _ = try await bench.client.send(UserGroup.CreateGroup(groupName: "x-dev-developers", path: "/"))
        let error = await #expect(throws: ResourceError.self) {
            try await kind.create(desired, through: bench.session)
        }
        #expect(error?.code == .conflict)
        let found = try bench.found(
            try await bench.observe(kind, desired).first { $0.name == "x-dev-developers" }, "the group")
        #expect(found.tags == [:])
        try await kind.tag(found, desired.tags, through: bench.session)
        let ours = try bench.found(try await bench.ours(kind, desired).first, "a group of ours")
        #expect(ours.tags == desired.tags)
        try await kind.delete(ours, through: bench.session)
        #expect(try await bench.observe(kind, desired).contains { $0.name == "x-dev-developers" } == false)
    }

    @Test("is read by its name where the read of the whole account is denied")
    func denied() async throws {
        let bench = try await Bench.open()
        let desired = bench.desired(kind, try await UserGroupSample().attributes(on: bench))
        _ = try await kind.create(desired, through: bench.session)
        let whole = try await bench.ours(kind, desired)
        let one = try await kind.observed(named: "x-dev-developers", through: bench.session)
        #expect(one?.tags == whole.first?.tags && one?.outputs == whole.first?.outputs)
        #expect(one.map { kind.values(of: $0.attributes) } == whole.first.map { kind.values(of: $0.attributes) })
        let none = try await kind.observed(named: "nobody", through: bench.session)
        #expect(none?.identifier == nil)
    }

    @Test("its path keeps every ownership tag, and tells nothing of any other path")
    func path() {
        let tags = [
            OwnershipTag.installation: "0123abcd", OwnershipTag.address: "dev/DeveloperUserGroup",
            OwnershipTag.deletionPolicy: "retain",
        ]
        #expect(GroupPath.path(tags) == "/plumbline/0123abcd/retain/dev/DeveloperUserGroup/")
        #expect(GroupPath.tags(of: GroupPath.path(tags)) == tags)
        #expect(GroupPath.path(["Name": "x"]) == "/")
        for other in ["/", "/people/", "/plumbline/", "/plumbline/a/delete/"] {
            #expect(GroupPath.tags(of: other) == [:], "\(other)")
        }
    }

    @Test("with people in it is not deleted, and the error names them")
    func members() async throws {
        let bench = try await Bench.open()
        let desired = bench.desired(kind, try await UserGroupSample().attributes(on: bench))
        _ = try await kind.create(desired, through: bench.session)
        try await bench.outside(
            """
            them("iam").create_user(UserName="jo")
            them("iam").add_user_to_group(GroupName="x-dev-developers", UserName="jo")
            """)
        let observed = try bench.found(try await bench.ours(kind, desired).first, "the group")
        let error = await #expect(throws: ResourceError.self) {
            try await kind.delete(observed, through: bench.session)
        }
        #expect(error?.code == .refused && error?.message.contains("has members (jo)") == true)
        #expect(try await bench.ours(kind, desired).first?.attributes.managedPolicies.isEmpty == false)
    }
}
