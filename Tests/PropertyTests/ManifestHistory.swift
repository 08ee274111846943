import Blueprints
import Manifests
import Model

@testable import Trials

/// The commits of a random repository of manifests, and what happened in AWS between them.
struct ManifestHistory: Sendable {
    struct Commit: Sendable {
        var items: [ManifestItem]
        var meddling: [Meddling] = []
        /// The status branch is gone before it.
        var forgets = false

        var text: String { items.map { $0.text(among: items) }.joined(separator: "---\n") }
    }

    var commits: [Commit]

    var written: [WrittenCommit] {
        commits.map { WrittenCommit($0.text, meddling: $0.meddling, forgets: $0.forgets) }
    }

    /// What manifests declare, or nil when they are not valid.
    static func declarations(_ text: String) -> [Declaration]? { try? WrittenCommit(text).declarations() }
}

/// A commit as its manifests are written, for tests that keep a history which was found.
struct WrittenCommit: Sendable {
    struct Invalid: Error, CustomStringConvertible { var description: String }

    var text: String
    var meddling: [Meddling]
    var forgets: Bool

    init(_ text: String, meddling: [Meddling] = [], forgets: Bool = false) {
        (self.text, self.meddling, self.forgets) = (text, meddling, forgets)
    }

    func declarations() throws -> [Declaration] {
        let content = Array(text.utf8)
        let file = ManifestFile(path: "all.yaml", blobID: "", content: content, size: content.count)
        let (set, diagnostics) = ManifestReader.read(files: [file])
        guard let set else { throw Invalid(description: diagnostics.map(\.description).joined(separator: "\n")) }
        let problems = Blueprints.problems(of: set)
        guard problems.isEmpty else { throw Invalid(description: "\(problems)") }
        return Blueprints.declarations(for: set).values.flatMap { $0 }
    }

    /// The history of what the commits declare, with all taken down at the end. There already is what belongs to others,
    /// and something of an environment that is not planned.
    static func story(of commits: [WrittenCommit]) throws -> Story {
        var stages = try commits.map { commit in
            Stage(try commit.declarations(), meddling: commit.meddling, forgets: commit.forgets)
        }
        stages.append(Stage())
        let given = stages.flatMap(\.declarations).filter { RealKinds.all[$0.type]?.traits.isOnlyRead == true }
        let names = Set(given.map { [$0.type.name, $0.name ?? ""] }).sorted { $0.lexicographicallyPrecedes($1) }
        let elsewhere = Stranger(
            "AWS::Logs::LogGroup", name: "elsewhere",
            tags: [
                OwnershipTag.installation: MemoryProvider.installation, OwnershipTag.address: "elsewhere/LogGroup",
            ])
        return Story(strangers: names.map { Stranger(ResourceType($0[0]), name: $0[1]) } + [elsewhere], stages: stages)
    }

    /// The first property that does not hold of a history, or nil.
    static func failure(of commits: [WrittenCommit]) async throws -> PropertyFailure? {
        try await Trial.failure(of: story(of: commits), kinds: RealKinds.all)
    }

    static func digests(of commits: [WrittenCommit]) async throws -> [String] {
        try await Trial.digests(of: story(of: commits), kinds: RealKinds.all)
    }
}

extension WrittenCommit {
    /// The commit as Swift, to be put into a test.
    var source: String {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { "            \($0)" }
        var parts = ["\"\"\"\n\(lines.joined(separator: "\n"))\n            \"\"\""]
        if !meddling.isEmpty { parts.append("meddling: [\(meddling.map(\.source).joined(separator: ", "))]") }
        if forgets { parts.append("forgets: true") }
        return "WrittenCommit(\n            \(parts.joined(separator: ", ")))"
    }
}
