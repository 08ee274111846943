import EmulatorSupport
import Foundation
import Testing

@Suite("Trouble with the config repository", .inTurn)
struct RepositoryTroubleTests {
    @Test("a path without a repository is named, and AWS is not called")
    func noSuchPath() async throws {
        let world = try await World.untouched(nil)
        for verb in ["plan", "apply", "validate", "status", "history"] {
            let finished = try await world.plumbline(verb, repo: "/nowhere/config.git")
            finished.expectClear(1, "/nowhere/config.git is no git repository", "correct the path")
        }
        let report = try await world.report("plan", expect: 1, repo: "/nowhere/config.git")
        #expect(report.errors.count == 1 && report.changes.isEmpty && report.revision == nil)
        try await world.expectNoCall()
    }

    @Test("a server that is down, refuses or does not know the repository is told in one line")
    func servers() async throws {
        let world = try await World.untouched()
        let down = try await world.plumbline("apply", repo: "http://127.0.0.1:9/config.git")
        down.expectClear(1, "http://127.0.0.1:9/config.git", "Connection refused", "Check the address")
        let server = try await GitServer.start(world.repository, token: "right")
        let wrong = try await world.plumbline(
            "apply", repo: server.url, variables: ["PLUMBLINE_GIT_TOKEN": "wrong-and-secret"])
        wrong.expectClear(1, server.url)
        #expect(!wrong.said.contains("wrong-and-secret"))
        let missing = try await world.plumbline(
            "apply", repo: server.url.replacing("config.git", with: "other.git"),
            variables: ["PLUMBLINE_GIT_TOKEN": "right"])
        missing.expectClear(1, "other.git")
        let broken = try await GitServer.start(world.repository, status: 500)
        try await world.plumbline("apply", repo: broken.url).expectClear(1, broken.url, "500")
        try await world.expectNoCall()
    }

    @Test("an unknown ref is named, with the branches there are")
    func unknownRef() async throws {
        let world = try await World.untouched()
        let finished = try await world.plumbline("apply", "--ref", "nosuch")
        finished.expectClear(1, "there is no branch, tag or commit nosuch", "main")
        try await world.expectNoCall()
    }

    @Test("an empty repository is told so")
    func empty() async throws {
        let world = try await World.untouched(nil)
        try await world.plumbline("apply").expectClear(1, "the repository has no commit yet")
        try await world.expectNoCall()
    }

    @Test("a repository without manifests is told so")
    func noManifests() async throws {
        let world = try await World.untouched(["README.md": "# Nothing yet"])
        try await world.plumbline("apply").expectClear(4, "no manifests in the repository", "plumbline.dev/v1")
        try await world.expectNoCall()
    }

    @Test("removing the manifests of everything that stands is refused, and nothing is deleted")
    func emptied() async throws {
        let world = try await World.open()
        try await world.converge()
        let before = try await Survey.take(world)
        try await world.repository.commit(["environment.yaml": nil, "acme.yaml": nil, "api2.yaml": nil])
        try await world.aws.resetRequests()
        try await world.plumbline("apply", "--auto-approve").expectClear(4, "no manifests in the repository")
        #expect(try await world.aws.counts().total == 0)
        #expect(try await Survey.take(world) == before)
    }

    @Test("a half-written mirror is cloned again, whatever is left of it")
    func damagedMirror() async throws {
        let world = try await World.open()
        let plan = try await world.report("plan", expect: 0)
        #expect(plan.summary["create"] == 34)
        for damage in Damage.allCases {
            try damage.happen(to: world.cache)
            let again = try await world.report("plan", expect: 0)
            #expect(again.digest == plan.digest && again.revision == plan.revision, "\(damage)")
        }
    }
}

/// What a crash can leave of the mirrors in a cache.
private enum Damage: CaseIterable {
    case everyFileCutInHalf, everyFileEmpty, noObjects, garbage

    func happen(to cache: URL) throws {
        let files = FileManager.default
        let mirrors = cache.appendingPathComponent("mirrors")
        let paths = try files.subpathsOfDirectory(atPath: mirrors.path)
        try #require(paths.contains { $0.hasSuffix(".pack") || $0.contains("/objects/") })
        for path in paths {
            let url = mirrors.appendingPathComponent(path)
            guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
            try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: url.path)
            let data = try Data(contentsOf: url)
            switch self {
            case .everyFileCutInHalf: try data.prefix(data.count / 2).write(to: url)
            case .everyFileEmpty: try Data().write(to: url)
            case .noObjects: if path.contains("/objects/") { try files.removeItem(at: url) }
            case .garbage: try Data("garbage".utf8).write(to: url)
            }
        }
    }
}
