import EmulatorSupport
import Foundation
import Testing

/// What one test has for itself: an AWS, a config repository and a cache.
struct World: Sendable {
    let aws: Emulator
    let repository: ConfigRepository
    /// The region of AWS, where a test has not all of the emulator.
    let region: String
    private let folder: Folder

    var cache: URL { folder.url("cache") }

    /// - Parameter files: what is committed; nil leaves the repository empty.
    static func open(
        _ files: [String: String]? = Small.files, mode: Emulator.Mode = .overlay, aws: Emulator? = nil,
        region: String = Emulator.region
    ) async throws -> World {
        let emulator: Emulator
        if let aws { emulator = aws } else { emulator = try await Emulator.start(mode) }
        if aws == nil, case .overlay = mode { try await emulator.configure(rolloutPolls: 0) }
        let world = World(aws: emulator, repository: try await ConfigRepository(), region: region, folder: try Folder())
        if let files { try await world.repository.commit(files, "Describe our environments") }
        return world
    }

    /// A world for what must not call AWS at all: every one of them shares an AWS, and expects that it was never called.
    static func untouched(_ files: [String: String]? = Small.files) async throws -> World {
        try await open(files, aws: idle.value)
    }

    private static let idle = Task { try await Emulator.start() }

    /// AWS was not called.
    func expectNoCall(sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let counts = try await aws.counts()
        #expect(counts.total == 0, "\(counts.actions)", sourceLocation: sourceLocation)
    }

    /// The variables of a Plumbline that knows nothing of the machine but its path.
    var environment: [String: String] {
        let own = [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
            "HOME": folder.root.path,
            "PLUMBLINE_CACHE": cache.path,
        ]
        return aws.environment.merging(own) { $1 }
    }

    /// Runs `plumbline VERB --repo … OPTIONS`.
    func plumbline(
        _ verb: String, _ options: String..., repo: String? = nil, variables: [String: String] = [:]
    ) async throws -> Finished {
        try await Program.run(
            Program.plumbline, [verb, "--repo", repo ?? repository.bare.path] + options,
            environment: environment.merging(variables) { $1 })
    }

    /// Runs a verb with `--output json` and reads its document; the exit code has to be the expected one.
    @discardableResult
    func report(
        _ verb: String, _ options: String..., expect code: Int32, repo: String? = nil,
        variables: [String: String] = [:], sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> PlanReport {
        let finished = try await Program.run(
            Program.plumbline,
            [verb, "--repo", repo ?? repository.bare.path, "--output", "json"] + options,
            environment: environment.merging(variables) { $1 })
        #expect(finished.code == code, "\(verb): \(finished.said)", sourceLocation: sourceLocation)
        do {
            return try JSONDecoder().decode(PlanReport.self, from: Data(finished.output.utf8))
        } catch {
            throw EndToEndError("\(verb) wrote no document: \(error)\n\(finished.said)")
        }
    }

    /// Applies and expects to converge.
    @discardableResult
    func converge(_ options: String..., sourceLocation: SourceLocation = #_sourceLocation) async throws -> PlanReport {
        let finished = try await Program.run(
            Program.plumbline,
            ["apply", "--repo", repository.bare.path, "--auto-approve", "--output", "json"] + options,
            environment: environment)
        try #require(finished.code == 0, "\(finished.said)", sourceLocation: sourceLocation)
        let report = try JSONDecoder().decode(PlanReport.self, from: Data(finished.output.utf8))
        #expect(report.outcome == "converged", sourceLocation: sourceLocation)
        return report
    }

    /// The next plan has nothing to do.
    func expectNoChanges(sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let plan = try await report("plan", "--detailed-exitcode", expect: 0, sourceLocation: sourceLocation)
        #expect(plan.lines == [], sourceLocation: sourceLocation)
        #expect(plan.errors == [], sourceLocation: sourceLocation)
    }

    /// Runs a boto3 script in this world's region.
    @discardableResult
    func boto3(_ script: String, _ variables: [String: String] = [:]) async throws -> String {
        let place = ["AWS_REGION": region, "AWS_DEFAULT_REGION": region]
        return try await aws.python(script, variables: variables.merging(place) { $1 })
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
