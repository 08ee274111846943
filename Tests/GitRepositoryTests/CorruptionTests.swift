import Foundation
import Testing

@testable import GitRepository
@testable import Trials

/// Bits that flip in the mirror's files, by seed: nothing wrong is ever read, and nothing has to be removed by hand.
@Suite("A mirror with flipped bits")
struct CorruptionTests {
    private static let campaign = Campaign(cases: 120)
    static let figures = Figures(
        "git-corruption", title: "Flipped bits in the mirror", command: "swift test --filter CorruptionTests")

    private struct Truth: Equatable {
        var tip = ""
        var files: [GitFile] = []
        var older: [GitFile] = []
        var root = ""
        var log: [GitCommit] = []
        var isAncestor = false
        var isDescendant = true
    }

    private struct Place {
        let playground: Playground
        let middle: String
        let tip: String
        let mirror: GitMirror

        init() async throws {
            playground = try Playground()
            var generator = SeededGenerator(seed: 5)
            var commits: [String] = []
            let stream = (1...30).map { number in
                let files = (0..<3).map { index in
                    let text = (0..<20).map { "k\($0): \(generator.next())\n" }.joined()
                    return
                        "M 100644 inline d\(index)/f\((number * 3 + index) % 40).yaml\ndata \(text.utf8.count)\n\(text)\n"
                }
                return "commit refs/heads/main\ncommitter T <t@example.com> \(1_700_000_000 + number) +0000\n"
                    + "data 1\nc\n" + files.joined()
            }.joined()
            try Shell.run(["git", "fast-import", "--quiet"], in: playground.bare, input: stream)
            commits = try playground.git("rev-list", "main").split(separator: "\n").map(String.init)
            (tip, middle) = (commits[0], commits[13])
            mirror = try playground.mirror()
        }

        /// Everything that is asked of a mirror, in any order.
        func look(_ generator: inout SeededGenerator) async throws -> Truth {
            var seen = Truth()
            for question in (0..<7).shuffled(using: &generator) {
                switch question {
                case 0: seen.tip = try await mirror.resolve(ref: "main").commit
                case 1: seen.files = try await mirror.readTree(at: tip)
                case 2: seen.older = try await mirror.readTree(at: middle, under: "d1")
                case 3: seen.root = try await mirror.rootCommit(of: tip)
                case 4: seen.log = try await mirror.log(ref: tip, path: "d1")
                case 5: seen.isAncestor = try await mirror.isAncestor(middle, of: tip)
                default: seen.isDescendant = try await mirror.isAncestor(tip, of: middle)
                }
            }
            return seen
        }

        func publish(_ text: String) async throws {
            let commit = try await mirror.publish(branch: "status", message: text, author: .plumbline) { current in
                ["log": (current["log"] ?? []) + Array("\(text)\n".utf8)]
            }
            #expect(commit != nil, "\(text)")
        }
    }

    @Test("is found out, made anew, and never believed", arguments: 0..<Campaign.parts)
    func flipped(part: Int) async throws {
        let place = try await Place()
        var generator = SeededGenerator(seed: 0)
        let truth = try await place.look(&generator)
        try Shell.run("git", "commit-graph", "write", "--reachable", in: place.mirror.directory)
        let pristine = place.playground.path + "/pristine"
        let files = FileManager.default
        try files.copyItem(atPath: place.mirror.directory, toPath: pristine)
        for seed in Self.campaign.part(part) {
            try files.removeItem(atPath: place.mirror.directory)
            try files.copyItem(atPath: pristine, toPath: place.mirror.directory)
            var generator = SeededGenerator(seed: seed)
            let file = try flip(in: place.mirror.directory, &generator)
            do {
                #expect(try await place.look(&generator) == truth, "seed \(seed), \(file)")
                try await place.publish("\(seed)")
            } catch {
                Issue.record("seed \(seed), \(file): \(error)")
            }
            Self.figures.count("mirrors with flipped bits")
        }
        let published = try place.playground.git("show", "status:log").split(separator: "\n").map(String.init)
        #expect(published == Self.campaign.part(part).map { "\($0)" })
        try place.playground.git("fsck", "--strict")
    }

    /// Flips one bit, or some, in one of the files that git reads.
    private func flip(in directory: String, _ generator: inout SeededGenerator) throws -> String {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: directory).sorted().filter { path in
            let isNote = path.hasPrefix("hooks/") || path.hasPrefix("info/") || path == "description"
            var isDirectory: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: "\(directory)/\(path)", isDirectory: &isDirectory)
            return !isNote && !isDirectory.boolValue
        }
        // Packs and their indexes more often than the rest.
        let large = paths.filter { $0.hasPrefix("objects/") }
        let path = try #require((paths + large + large).randomElement(using: &generator))
        let file = directory + "/" + path
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        var content = try Data(contentsOf: URL(fileURLWithPath: file))
        guard !content.isEmpty else { return path }
        for _ in 0..<([1, 1, 2, 8, 64].randomElement(using: &generator) ?? 1) {
            let place = Int.random(in: 0..<content.count, using: &generator)
            content[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
        }
        try content.write(to: URL(fileURLWithPath: file))
        return path
    }
}
