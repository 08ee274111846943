import Foundation
import GitRepository
import Ledger
import Model

/// Measures git: a repository of many manifests read cold, again, and after one of them has changed; and commits on the status
/// branch.
enum GitMeasure {
    private static let environments = 100

    static func run(manifests count: Int) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("plumbline-bench-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let bare = folder + "/config.git"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try git(["init", "--quiet", "--bare", "--initial-branch=main", bare])
        try importFiles(count, into: bare)

        let mirror = try GitMirror(
            remote: GitRemote(url: bare), cacheDirectory: folder + "/cache", executable: helper())
        print("Git: \(count) manifests\n")
        let cold = try await read(mirror, expecting: count)
        figure("clone and read", cold)
        figure("look again, nothing has moved, and read", try await read(mirror, expecting: count))
        try importFiles(1, into: bare, after: "main")
        let moved = try await read(mirror, expecting: count)
        figure("one file has changed: fetch and read", moved)
        try await record(mirror)
    }

    /// The first commit on an empty status branch, then one in each environment.
    private static func record(_ mirror: GitMirror) async throws {
        let ledger = Ledger(mirror: mirror)
        let clock = ContinuousClock()
        var times: [Double] = []
        for number in 0..<environments {
            let took = try await clock.measure {
                _ = try await ledger.record(
                    status("e\(number)"), inventory: inventory("e\(number)"), happened: true,
                    subject: "e\(number): converged")
            }
            times.append(took / .seconds(1))
        }
        figure("the first status commit", times[0])
        let late = times.suffix(10).sorted()
        figure("a status commit among \(environments) environments", late[late.count / 2])
    }

    private static func read(_ mirror: GitMirror, expecting count: Int) async throws -> Double {
        let began = ContinuousClock.now
        let revision = try await mirror.resolve(ref: "main")
        let files = try await mirror.readTree(at: revision.commit)
        guard files.count == count else { throw Wrong("\(files.count) files were read") }
        return (ContinuousClock.now - began) / .seconds(1)
    }

    private static func status(_ name: String) -> EnvironmentStatus {
        EnvironmentStatus(
            environment: name, scope: AccountScope(account: "123456789012", region: "ap-southeast-1"),
            revision: "main@sha1:0123456789012345678901234567890123456789", plan: "sha256:0", outcome: .converged,
            conditions: [Condition(.ready, true, reason: "Converged", message: "AWS agrees")])
    }

    private static func inventory(_ name: String) -> Inventory {
        let resources = (0..<ConfigFiles.resources).map { number in
            (
                ResourceAddress("\(name)/n1/Resource\(number)"),
                PlannedResource(
                    type: "AWS::ECS::Service", identifier: "arn:aws:ecs:ap-southeast-1:123456789012:service/\(number)",
                    dependencies: [ResourceAddress("\(name)/Cluster")], declaredHash: "0123456789abcdef")
            )
        }
        return Inventory(environment: name, resources: Dictionary(uniqueKeysWithValues: resources))
    }

    /// Beside this program, or where `make bench` builds it.
    private static func helper() throws -> String {
        let places = [GitHelper.besideThisExecutable, ".build/release/plumbline-git"]
        guard let found = places.first(where: FileManager.default.isExecutableFile) else {
            throw Wrong(
                "there is no plumbline-git; build it: swift build --configuration release --product plumbline-git")
        }
        return found
    }

    /// Commits nodes' manifests to main.
    /// - Parameter parent: the branch that they are added to; nil for a first commit.
    private static func importFiles(_ count: Int, into bare: String, after parent: String? = nil) throws {
        var stream = "commit refs/heads/main\ncommitter Ada <ada@example.com> 1700000000 +0000\ndata 4\nbenc\n"
        if let parent { stream += "from refs/heads/\(parent)^0\n" }
        for number in 0..<count {
            let text = ConfigFiles.node("e\(number / 100)", "n\(number)", tag: parent == nil ? "initial" : "next")
            stream += "M 100644 inline e\(number / 100)/n\(number).yaml\ndata \(text.utf8.count)\n\(text)\n"
        }
        try git(["-C", bare, "fast-import", "--quiet"], input: stream)
    }

    private static func git(_ arguments: [String], input: String = "") throws {
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["git"] + arguments
        process.standardInput = pipe
        try process.run()
        try pipe.fileHandleForWriting.write(contentsOf: Data(input.utf8))
        try pipe.fileHandleForWriting.close()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Wrong("git \(arguments.joined(separator: " ")) failed") }
    }

    private static func figure(_ name: String, _ seconds: Double) {
        print("  \(name.padding(toLength: 46, withPad: " ", startingAt: 0)) \(String(format: "%.3f", seconds)) s")
    }
}
