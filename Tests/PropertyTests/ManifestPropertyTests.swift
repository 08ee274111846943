import Foundation
import Model
import Testing

@testable import Trials

/// Random manifests, random commits and random meddling, through the reader, the blueprints, the planner and the executor,
/// with the product's own kinds. A failing history is shrunk and printed as a test, with its seed.
@Suite("Whatever manifests say and whatever happens in AWS")
struct ManifestPropertyTests {
    private static let campaign = Campaign(cases: 40)
    private static let figures = Figures(
        "properties-manifests", title: "Properties of the planner, manifests and the product's own kinds",
        command: "make properties")

    @Test("every property holds after every commit", arguments: 0..<Campaign.parts)
    func holds(part: Int) async throws {
        for seed in Self.campaign.part(part) {
            let history = RandomManifests.history(seed: seed)
            let story = try WrittenCommit.story(of: history.written)
            if let failure = try await WrittenCommit.failure(of: history.written) {
                return await Self.report(failure, history, seed: seed)
            }
            Self.figures.count("histories")
            Self.figures.count("commits planned and applied", history.commits.count)
            Self.figures.count("declarations", story.stages.reduce(0) { $0 + $1.declarations.count })
            Self.figures.greatest("properties looked at after each", Property.allCases.count)
        }
    }

    @Test("the random manifests reach every manifest kind and every resource kind that manifests declare")
    func reach() throws {
        var kinds: Set<ManifestItem.Kind> = []
        var types: Set<ResourceType> = []
        for seed: UInt64 in 0..<60 {
            let history = RandomManifests.history(seed: seed)
            kinds.formUnion(history.commits.flatMap(\.items).map(\.kind))
            types.formUnion(try WrittenCommit.story(of: history.written).stages.flatMap(\.declarations).map(\.type))
        }
        #expect(kinds == Set(ManifestItem.Kind.allCases))
        #expect(Set(RealKinds.all.keys).subtracting(types) == [])
    }

    @Test("a process that hashes otherwise makes the same plans of the same manifests")
    func otherProcess() async throws {
        let result = try await #require(processExitsWith: .success, observing: [\.standardOutputContent]) {
            print(try await ManifestPropertyTests.digests())
        }
        let digests = try await Self.digests()
        #expect(String(decoding: result.standardOutputContent, as: UTF8.self).contains(digests))
    }

    // MARK: The parts

    private static func report(_ failure: PropertyFailure, _ history: ManifestHistory, seed: UInt64) async {
        let shrinking = Shrinking<ManifestHistory>(simpler: { $0.simpler }) { candidate in
            (try? await WrittenCommit.failure(of: candidate.written))?.property == failure.property
        }
        let smallest = await shrinking.smallest(of: history)
        let least = (try? await WrittenCommit.failure(of: smallest.written)) ?? failure
        let commits = smallest.written.map { "        \($0.source),\n" }.joined()
        let source = "#expect(try await WrittenCommit.failure(of: [\n\(commits)    ]) == nil)"
        Issue.record("\(Campaign.report(least, seed: seed, source: source))")
    }

    static func digests() async throws -> String {
        var lines: [String] = []
        for seed: UInt64 in 0..<4 {
            lines += try await WrittenCommit.digests(of: RandomManifests.history(seed: seed).written)
        }
        return lines.joined(separator: "\n")
    }
}
