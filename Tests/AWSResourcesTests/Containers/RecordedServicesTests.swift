import AWSClient
import Model
import Testing

@testable import AWSResources

@Suite("Services in a brief look")
struct RecordedServicesTests {
    private let kind = Service()

    /// What a brief look finds, and how often it lists.
    private func look(_ bench: Bench, recorded: [String]) async throws -> (found: [String], lists: Int) {
        let before = bench.client.calls.snapshot()["ecs:ListServices"] ?? 0
        var scope = ObservationScope(
            declaredNames: ["x-dev-acme"], installation: bench.session.installation,
            recordedIdentifiers: [kind.type: recorded])
        scope.isBrief = true
        let found = try await kind.observe(scope, through: bench.session).map(\.identifier)
        return (found, (bench.client.calls.snapshot()["ecs:ListServices"] ?? 0) - before)
    }

    @Test("are listed only where their cluster tells another number than was recorded")
    func counted() async throws {
        let bench = try await Bench.open()
        let attributes = try await ServiceSample.attributes(on: bench)
        let made = try await bench.create(kind, attributes)
        #expect(try await look(bench, recorded: [made.identifier]) == ([made.identifier], 0))
        var other = attributes
        other.serviceName = "theirs"
        _ = try await kind.create(bench.desired(kind, other), through: bench.session)
        #expect(try await look(bench, recorded: [made.identifier]) == ([made.identifier], 1))
    }
}
