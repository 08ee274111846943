import Foundation
import GitRepository
import Model
import Testing

@testable import Ledger

@Suite("Following the status branch")
struct LedgerReadingTests {
    private func status(_ name: String, _ outcome: RunOutcome = .converged) -> EnvironmentStatus {
        EnvironmentStatus(
            environment: name, scope: nil, revision: "main@sha1:c0ffee", plan: "", outcome: outcome, conditions: [])
    }

    @Test("reads only what is news of those who are followed, and nothing where the branch has not moved")
    func news() async throws {
        let place = try StatusPlace()
        let ledger = Ledger(mirror: try place.mirror("writer"))
        let follower = Ledger(mirror: try place.mirror("follower"))
        #expect(try await follower.read(of: ["dev"], since: nil) == nil, "there is no branch yet")
        let inventory = Inventory(environment: "dev")
        _ = try await ledger.record(status("dev"), inventory: inventory, happened: true, subject: "dev")
        _ = try await ledger.record(status("test"), inventory: nil, happened: true, subject: "test")

        let first = try #require(try await follower.read(of: ["dev"], since: nil))
        #expect(first.statuses.map(\.environment) == ["dev"] && first.inventories == ["dev": inventory])
        #expect(try await follower.read(of: ["dev"], since: first.mark) == nil)
        #expect(try await follower.read(of: [], since: first.mark) == nil)

        _ = try await ledger.record(status("test", .failed), inventory: nil, happened: true, subject: "test")
        let second = try #require(try await follower.read(of: ["dev"], since: first.mark))
        #expect(second.statuses == [] && second.inventories == [:])
        _ = try await ledger.record(status("dev", .failed), inventory: nil, happened: true, subject: "dev")
        let third = try #require(try await follower.read(of: ["dev"], since: second.mark))
        #expect(third.statuses.map(\.outcome) == [.failed] && third.inventories == [:])

        let wider = try #require(try await follower.read(of: ["dev", "test"], since: third.mark))
        #expect(wider.statuses.map(\.environment) == ["test"], "another one is followed, and dev is known")
        var mark = wider.mark
        mark.forget("dev")
        let again = try #require(try await follower.read(of: ["dev", "test"], since: mark))
        #expect(again.statuses.map(\.environment) == ["dev"] && again.inventories == ["dev": inventory])
    }

    @Test("is not written over by one whose word it is no more")
    func notMine() async throws {
        let place = try StatusPlace()
        let ledger = Ledger(mirror: try place.mirror("one"))
        _ = try await ledger.record(status("dev"), inventory: nil, happened: true, subject: "dev")
        let late = try await ledger.record(
            status("dev", .failed), inventory: nil, happened: true, subject: "dev", mayWrite: { false })
        #expect(late == nil)
        #expect(try await ledger.read().statuses == [status("dev")])
    }

    @Test("takes the refs that somebody listed for its own, and what is waiting reads back")
    func listed() async throws {
        let place = try StatusPlace()
        let mirror = try place.mirror("one")
        let ledger = Ledger(mirror: mirror)
        var waiting = status("dev", .approvalNeeded)
        waiting.waiting = [ChangeRecord(address: "dev/VPC", action: "create", reason: "new", outcome: "pending")]
        _ = try await ledger.record(waiting, inventory: nil, happened: true, subject: "dev")
        let refs = try await mirror.refs()
        _ = try await ledger.record(status("dev", .failed), inventory: nil, happened: true, subject: "dev")
        let read = try #require(try await ledger.read(of: ["dev"], since: nil, among: refs))
        #expect(read.statuses == [waiting], "as of the moment of the list")
    }
}

/// A bare repository and mirrors of it, removed with this object.
private final class StatusPlace: Sendable {
    private let path = FileManager.default.temporaryDirectory.path + "/plumbline-ledger-\(UUID().uuidString)"

    init() throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        let git = Process()
        git.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        git.arguments = ["git", "init", "--quiet", "--bare", "--initial-branch=main", path + "/status.git"]
        try git.run()
        git.waitUntilExit()
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func mirror(_ name: String) throws -> GitMirror {
        try GitMirror(
            remote: GitRemote(url: path + "/status.git"), cacheDirectory: "\(path)/\(name)", executable: Self.executable
        )
    }

    /// `plumbline-git` of the same build: in the directory of the test bundle.
    private static var executable: String {
        var directory = URL(fileURLWithPath: CommandLine.arguments.first ?? "").deletingLastPathComponent()
        for bundle in Bundle.allBundles where bundle.bundlePath.hasSuffix(".xctest") {
            directory = bundle.bundleURL.deletingLastPathComponent()
        }
        return [directory.path, FileManager.default.currentDirectoryPath + "/.build/debug"].map {
            $0 + "/plumbline-git"
        }
        .first { FileManager.default.isExecutableFile(atPath: $0) } ?? "plumbline-git"
    }
}
