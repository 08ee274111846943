import EmulatorSupport
import Foundation
import Testing

@Suite("A killed apply", .inTurn)
struct KillTests {
    /// Regions with two zones, one for each round: nothing is shared but the account.
    private static let regions = [
        "ap-northeast-2", "ap-south-1", "ap-southeast-1", "ap-southeast-2", "eu-central-1", "eu-north-1", "eu-west-1",
        "eu-west-2", "eu-west-3", "us-east-2",
    ]

    @Test("wherever it was killed, the next one converges, with no duplicate and no leftover")
    func randomMoments() async throws {
        let given = ProcessInfo.processInfo.environment["PLUMBLINE_TEST_SEED"].flatMap(UInt64.init)
        let seed = given ?? .random(in: 1...999_999)
        print("Killed applies: PLUMBLINE_TEST_SEED=\(seed)")
        var random = Seeded(state: seed)
        let aws = try await Emulator.start()
        // A deployment takes its time, so that there is one to be killed in.
        try await aws.configure(rolloutPolls: 2)
        let lines = try await progress(aws)
        #expect(lines > 60)
        var landed = 0
        for (round, region) in Self.regions.enumerated() {
            // One moment in each tenth of a run, so that no part of it is left out; the last ones are the check
            // afterwards and the status' commit.
            let line = Int((Double(round) + .random(in: 0..<1, using: &random)) / 9.5 * Double(lines))
            let moment = Moment(line: min(line, lines), after: .milliseconds(Int.random(in: 0..<100, using: &random)))
            landed += try await killed(at: moment, round: round, region: region, aws) ? 1 : 0
        }
        #expect(landed >= 5, "only \(landed) of 10 were killed before they were through; seed \(seed)")
    }

    /// How many lines of progress an apply tells that nobody kills.
    private func progress(_ aws: Emulator) async throws -> Int {
        let region = "us-west-2"
        let world = try await World.open(Small.files(environment: "whole", region: region), aws: aws, region: region)
        let finished = try await world.plumbline("apply", "--auto-approve")
        #expect(finished.code == 0, "\(finished.said)")
        return finished.errors.split(separator: "\n").count
    }

    /// - Returns: whether the apply was killed before it was through.
    private func killed(at moment: Moment, round: Int, region: String, _ aws: Emulator) async throws -> Bool {
        let name = "kill\(round)"
        let world = try await World.open(Small.files(environment: name, region: region), aws: aws, region: region)
        let wasKilled = try await Program.kill(
            Program.plumbline, ["apply", "--repo", world.repository.bare.path, "--auto-approve"],
            environment: world.environment, at: moment)
        let comment: Comment = "round \(round), at \(moment), \(wasKilled ? "killed" : "through before")"
        let second = try await world.plumbline("apply", "--auto-approve", "--output", "json")
        #expect(second.code == 0, "\(comment): \(second.said)")
        try await world.expectNoChanges()
        let survey = try await Survey.take(world, environments: [name])
        #expect(survey.duplicates == [], comment)
        #expect(survey.without("task definition") == SeedNames.small(name).without("task definition"), comment)
        // A revision cannot be made twice over without a trace; the families have to be the right ones.
        let families = Set((survey.names["task definition"] ?? []).map { String($0.prefix { $0 != ":" }) })
        #expect(families == ["\(name)-acme", "\(name)-acme-api2"], comment)
        #expect(survey.names["task definition"]?.count == 2, "\(comment): \(survey)")
        return wasKilled
    }
}

/// Numbers that follow from a seed (SplitMix64).
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var z = state
        z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
        z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
        return z ^ (z >> 31)
    }
}
