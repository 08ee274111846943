import Foundation
import Testing

@testable import GitRepository

@Suite("A cache on a full disk")
struct FullDiskTests {
    /// A helper that sees a disk of its own, of 400 kB, in place of the cache; it is empty for every new process.
    private static func helper(_ playground: Playground) throws -> String {
        let (path, unshare) = (playground.path + "/small-disk", try Shell.run("which", "unshare"))
        let text = """
            #!/bin/sh
            exec \(unshare) --user --map-root-user --mount /bin/sh -c \\
              'PATH=/usr/sbin:/usr/bin:/sbin:/bin; mount -t tmpfs -o size=400k none "$0" && exec "$1"' \\
              "\(playground.cache)" "\(Playground.executable)"

            """
        try playground.write(script: text, to: path)
        return path
    }

    private static func noise(_ bytes: Int) -> String {
        (0..<bytes / 12).map { _ in String(UInt64.random(in: 1 << 60 ... .max), radix: 36) }.joined()
    }

    @Test("is told as that, what is there stays to be read, and it works again with room", arguments: ["http", "path"])
    func full(kind: String) async throws {
        let playground = try Playground()
        let first = try playground.commit(["a.yaml": "1", "b.yaml": Self.noise(60_000)])
        let peer = try Peer.http(playground)
        let url = kind == "http" ? "http://127.0.0.1:\(peer.port)/config.git" : playground.bare
        let mirror = try GitMirror(
            remote: GitRemote(url: url), cacheDirectory: playground.cache, executable: Self.helper(playground),
            deadlines: .patient, patience: .seconds(600))
        func publish(_ name: String, _ text: String) async throws -> String? {
            try await mirror.publish(branch: "status", message: name, author: .plumbline) { _ in
                [name: Array(text.utf8)]
            }
        }
        #expect(try await mirror.resolve(ref: "main").commit == first)
        #expect(try await publish("small", "1") != nil)

        try playground.commit(["c.yaml": Self.noise(900_000)])
        expectTold(await gitError { try await mirror.resolve(ref: "main") })
        #expect(try await mirror.readTree(at: first).map(\.path) == ["a.yaml", "b.yaml"])
        expectTold(await gitError { try await publish("large", Self.noise(900_000)) })
        #expect(try playground.git("ls-tree", "--name-only", "status") == "small")

        try playground.git("update-ref", "refs/heads/main", first)
        let second = try playground.commit(["a.yaml": "2"])
        #expect(try await mirror.resolve(ref: "main").commit == second)
        #expect(try await publish("later", "1") != nil)
        #expect(try playground.git("rev-list", "--count", "status") == "2")
        try playground.git("fsck", "--strict", "status", "main")
    }

    private func expectTold(_ error: GitError?, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(error?.code == .diskFull, "\(error?.description ?? "")", sourceLocation: sourceLocation)
        #expect(error?.message.contains("No space left on device") == true, sourceLocation: sourceLocation)
        #expect(error?.message.contains("Make room") == true, sourceLocation: sourceLocation)
    }
}
