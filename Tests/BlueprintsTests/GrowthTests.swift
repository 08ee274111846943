import Testing

@testable import Blueprints
@testable import Trials

@Suite("Ten times as many environments", .serialized)
struct GrowthTests {
    @Test("take ten times as long to read and validate")
    func reading() async throws {
        let growth = try await Growth.measure(ManyEnvironments.files) { _ = try ManyEnvironments.read($0) }
        #expect(growth < Growth.limit)
    }

    @Test("take ten times as long to be turned into declarations")
    func blueprints() async throws {
        let growth = try await Growth.measure({
            try ManyEnvironments.read(ManyEnvironments.files($0))
        }) { manifests in
            #expect(Blueprints.declarations(for: manifests).values.first.map(\.isEmpty) == false)
        }
        #expect(growth < Growth.limit)
    }
}
