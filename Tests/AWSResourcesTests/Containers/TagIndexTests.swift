import AWSClient
import EmulatorSupport
import Model
import Testing

@testable import AWSResources

@Suite("Tags that a service tells of one thing at a time")
struct TagIndexTests {
    private let kind = LogGroup()
    private let declared = ["CostCode": "0042"]

    private func desired(_ bench: Bench) -> Desired<LogGroup.Attributes> {
        bench.desired(kind, .init(logGroupName: "x-dev-acme-logs"), tags: declared)
    }

    private func look(
        _ bench: Bench, _ desired: Desired<LogGroup.Attributes>, isDeclared: Bool = true, of scopes: Set<String>? = nil
    ) async throws -> (tags: [String: String], calls: Int) {
        func calls() async throws -> Int {
            try await bench.emulator.requests()
                .filter { $0.account == bench.session.account && $0.action == "ListTagsForResource" }.count
        }
        let before = try await calls()
        let name = desired.attributes.logGroupName
        var scope = ObservationScope(declaredNames: [name], installation: bench.session.installation)
        let tags = desired.tags
        scope.declaredTags = { isDeclared && $0 == name ? tags : nil }
        scope.scopes = scopes
        let observed = try await kind.observe(scope, through: bench.session)
        #expect(observed.count == 1)
        return (observed.first?.tags ?? [:], try await calls() - before)
    }

    @Test("are taken from the index where they are as declared")
    func agreeing() async throws {
        let bench = try await Bench.open()
        let desired = desired(bench)
        _ = try await bench.create(kind, desired.attributes, tags: declared)
        let (tags, calls) = try await look(bench, desired)
        #expect(tags == desired.tags)
        #expect(calls == 0)
    }

    @Test("are asked of the service where the index says anything else")
    func differing() async throws {
        let bench = try await Bench.open()
        let desired = desired(bench)
        let made = try await bench.create(kind, desired.attributes, tags: declared)
        let arn = try #require(made.outputs[.arn])
        _ = try await bench.client.send(LogsTagResource(resourceArn: arn, tags: ["CostCode": "0043"]))
        let (tags, calls) = try await look(bench, desired)
        #expect(tags["CostCode"] == "0043")
        #expect(calls == 1)
    }

    @Test("that say what becomes of a thing count only as they are declared")
    func policy() async throws {
        let bench = try await Bench.open()
        let desired = desired(bench)
        let made = try await bench.create(kind, desired.attributes, tags: declared)
        let arn = try #require(made.outputs[.arn])
        let retain = [OwnershipTag.deletionPolicy: "retain"]
        _ = try await bench.client.send(LogsTagResource(resourceArn: arn, tags: retain))
        let (tags, calls) = try await look(bench, desired)
        #expect(tags[OwnershipTag.deletionPolicy] == "retain")
        #expect(calls == 1)
    }

    @Test("are taken from the index where that says that a thing belongs to what nobody asks about")
    func anothers() async throws {
        let bench = try await Bench.open()
        let desired = desired(bench)
        _ = try await bench.create(kind, desired.attributes, tags: declared)
        #expect(try await look(bench, desired, isDeclared: false, of: ["other"]) == (desired.tags, 0))
        #expect(try await look(bench, desired, isDeclared: false, of: [desired.address.scope]) == (desired.tags, 1))
        #expect(try await look(bench, desired, isDeclared: false) == (desired.tags, 1))
    }

    @Test("are asked of the service where the index cannot be read")
    func denied() async throws {
        let bench = try await Bench.open()
        let desired = desired(bench)
        _ = try await bench.create(kind, desired.attributes, tags: declared)
        try await bench.emulator.inject(
            Fault(
                .error(status: 400, code: "AccessDeniedException", message: "No."), action: "GetResources",
                contains: bench.session.installation))
        let (tags, calls) = try await look(bench, desired)
        #expect(tags == desired.tags)
        #expect(calls == 1)
    }
}
