import Foundation
import Testing

@testable import GitMessages
@testable import GitRepository
@testable import Trials

@Suite("A helper that is killed at a message")
struct HelperDeathTests {
    static let figures = Figures(
        "git-deaths", title: "Deaths of the git helper", command: "swift test --filter HelperDeathTests")

    /// Every request there is. That none is missing here the compiler sees in `name`.
    private static let kinds = [
        "hello", "listRefs", "fetch", "findCommit", "readTree", "rootCommit", "log", "isAncestor", "commitText",
        "publish", "rawCommit",
    ]

    private static func name(_ request: GitRequest) -> String {
        switch request {
        case .hello: kinds[0]
        case .listRefs: kinds[1]
        case .fetch: kinds[2]
        case .findCommit: kinds[3]
        case .readTree: kinds[4]
        case .rootCommit: kinds[5]
        case .log: kinds[6]
        case .isAncestor: kinds[7]
        case .commitText: kinds[8]
        case .publish: kinds[9]
        case .rawCommit: kinds[10]
        }
    }

    /// Something of everything that a mirror can do, and what it came to.
    private struct Journey: Equatable {
        var commit = ""
        var files: [GitFile] = []
        var root = ""
        var log: [GitCommit] = []
        var isAncestor = false
        var signature: SignatureRefusal.Code?

        init(
            _ mirror: GitMirror, from first: String, branch: String, _ key: CommitSigningKey, _ trust: CommitTrust
        ) async throws {
            commit = try await mirror.resolve(ref: "main").commit
            files = try await mirror.readTree(at: commit)
            root = try await mirror.rootCommit(of: commit)
            log = try await mirror.log(ref: "main", path: "a.yaml")
            isAncestor = try await mirror.isAncestor(first, of: commit)
            if case .failure(let refusal) = try await mirror.signer(of: commit, trust) { signature = refusal.code }
            _ = try await mirror.publish(branch: branch, message: "m", author: .plumbline, signingKey: key) { _ in
                ["status.yaml": Array("done".utf8)]
            }
        }
    }

    private struct Place {
        let playground: Playground
        let peer: Peer
        let first: String
        let key: CommitSigningKey
        let trust: CommitTrust
        let undisturbed: Journey

        init() async throws {
            playground = try Playground()
            first = try playground.commit(["a.yaml": "1", "b/c.yaml": "2"])
            try playground.commit(["a.yaml": "2"])
            peer = try Peer.http(playground)
            try Peer.makeKey(playground.path + "/key")
            key = try CommitSigningKey(file: String(contentsOfFile: playground.path + "/key", encoding: .utf8))
            let signer = try String(contentsOfFile: playground.path + "/key.pub", encoding: .utf8)
            try "me@example.com \(signer)".write(
                toFile: playground.path + "/signers", atomically: true, encoding: .utf8)
            trust = CommitTrust(allowedSigners: playground.path + "/signers")
            let mirror = try playground.mirror(
                GitRemote(url: "http://127.0.0.1:\(peer.port)/config.git"), cache: playground.path + "/undisturbed")
            undisturbed = try await Journey(mirror, from: first, branch: "undisturbed", key, trust)
        }

        func mirror(_ helper: MortalHelper, _ branch: String) throws -> GitMirror {
            try GitMirror(
                remote: GitRemote(url: "http://127.0.0.1:\(peer.port)/config.git"),
                cacheDirectory: playground.path + "/cache-" + branch, executable: helper.executable,
                deadlines: .patient)
        }

        func journey(_ mirror: GitMirror, _ branch: String) async throws -> Journey {
            try await Journey(mirror, from: first, branch: branch, key, trust)
        }

        /// The branch holds what was published, once.
        func expectPublishedOnce(_ branch: String) throws {
            #expect(try playground.git("rev-list", "--count", branch) == "1", "\(branch)")
            #expect(try playground.git("show", "\(branch):status.yaml") == "done", "\(branch)")
        }
    }

    @Test(
        "once is not noticed: every answer is the same, and what is published is so once",
        arguments: MortalHelper.Point.allCases)
    func once(point: MortalHelper.Point) async throws {
        let place = try await Place()
        for kind in Self.kinds {
            let helper = try MortalHelper(place.playground, at: kind, point, deaths: 1)
            let journey = try await place.journey(place.mirror(helper, kind), kind)
            #expect(journey == place.undisturbed, "\(kind) \(point)")
            #expect(helper.left == 0, "\(kind) was never asked")
            try place.expectPublishedOnce(kind)
            Self.figures.count("once, \(point) the work: survived unnoticed")
        }
        try place.playground.git("fsck", "--strict")
    }

    @Test("twice is told, with what to do, and then everything works", arguments: MortalHelper.Point.allCases)
    func twice(point: MortalHelper.Point) async throws {
        let place = try await Place()
        for kind in Self.kinds {
            let helper = try MortalHelper(place.playground, at: kind, point, deaths: 2)
            let mirror = try place.mirror(helper, kind)
            let error = await gitError { try await place.journey(mirror, kind) }
            #expect(error?.code == .helperDied, "\(kind) \(point): \(error?.description ?? "")")
            #expect(error?.message.contains("Run it again") == true)
            #expect(helper.left == 0)
            #expect(try await place.journey(mirror, kind) == place.undisturbed, "\(kind) \(point)")
            try place.expectPublishedOnce(kind)
            Self.figures.count("twice, \(point) the work: told, and mended by the next try")
        }
        try place.playground.git("fsck", "--strict")
    }
}
