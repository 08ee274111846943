import Model
import Testing

@testable import Engine
@testable import Trials

/// Random environments, random changes of manifests, and random meddling from outside. A failing case is shrunk and printed
/// as Swift, with its seed.
@Suite("Whatever is declared and whatever happens outside")
struct PropertyTests {
    private static let campaign = Campaign(cases: 200)
    private static let figures = Figures(
        "properties", title: "Properties of the planner, declared things of every shape", command: "make properties")

    @Test("every property holds after every change", arguments: 0..<Campaign.parts)
    func holds(part: Int) async {
        for seed in Self.campaign.part(part) {
            let story = RandomWorld.story(seed: seed)
            if let failure = await Self.failure(of: story) { return await Self.report(failure, story, seed: seed) }
            Self.figures.count("histories")
            Self.figures.count("stages planned and applied", story.stages.count)
            Self.figures.greatest("properties looked at after each", Property.allCases.count)
        }
    }

    @Test("a process that hashes otherwise makes the same plans")
    func otherProcess() async throws {
        let result = try await #require(processExitsWith: .success, observing: [\.standardOutputContent]) {
            print(try await PropertyTests.digests())
            print(PropertyTests.hashed)
        }
        let said = String(decoding: result.standardOutputContent, as: UTF8.self)
        let digests = try await Self.digests()
        #expect(said.contains(digests))
        #expect(!said.contains(Self.hashed), "both processes hash alike, so this shows nothing")
    }

    @Test("a case that fails is found, made as small as it gets, and told as a test to be kept")
    func shrinks() async {
        // As if a listener could not be changed: whenever one is, it is a failure.
        @Sendable func fails(_ story: Story) -> Bool {
            zip(story.stages, story.stages.dropFirst()).contains { earlier, later in
                earlier.declarations.contains { one in
                    one.type == Kinds.listener
                        && later.declarations.contains {
                            $0.address == one.address && $0.values["port"] != one.values["port"]
                        }
                }
            }
        }
        let found = (0..<200).lazy.map { RandomWorld.story(seed: $0) }.first(where: fails)
        guard let found else {
            Issue.record("no listener ever changes")
            return
        }
        let smallest = await Shrinking(simpler: { $0.simpler }, fails: fails).smallest(of: found)
        #expect(smallest.stages.count == 2)
        #expect(smallest.stages.allSatisfy { $0.declarations.count == 1 && $0.meddling.isEmpty }, "\(smallest.source)")
        #expect(smallest.source.contains("Declaration(\"Memory::Listener\", \"dev/a"))
        #expect(await Self.failure(of: smallest) == nil, "what is shrunk is as valid as before")
    }

    // MARK: The parts

    private static func failure(of story: Story) async -> PropertyFailure? {
        await Trial.failure(of: story, kinds: Kinds.all)
    }

    private static func report(_ failure: PropertyFailure, _ story: Story, seed: UInt64) async {
        let shrinking = Shrinking<Story>(simpler: { $0.simpler }) { candidate in
            await Self.failure(of: candidate)?.property == failure.property
        }
        let smallest = await shrinking.smallest(of: story)
        let least = await Self.failure(of: smallest) ?? failure
        let source = "#expect(await Trial.failure(of: \(smallest.source), kinds: Kinds.all) == nil)"
        Issue.record("\(Campaign.report(least, seed: seed, source: source))")
    }

    /// What tells this process's hashes from another's.
    static var hashed: String { "hashed \("plumbline".hashValue)" }

    /// The digests of the plans of some histories.
    static func digests() async throws -> String {
        var lines: [String] = []
        for seed: UInt64 in 0..<20 {
            lines += try await Trial.digests(of: RandomWorld.story(seed: seed), kinds: Kinds.all)
        }
        return lines.joined(separator: "\n")
    }
}
