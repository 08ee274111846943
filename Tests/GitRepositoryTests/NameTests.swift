import Foundation
import Testing

@testable import GitRepository

@Suite("Files with odd names")
struct NameTests {
    /// Commits files whose names are written as printf takes them; git itself makes any of them.
    private func commit(_ names: [String], _ playground: Playground) throws -> String {
        let entries = names.enumerated().map { number, name in
            "id=$(printf 'n: \(number)\\n' | git hash-object -w --stdin); printf '100644 blob %s\\t\(name)\\0' $id"
        }
        let tree = try Shell.run(
            ["sh", "-c", "{ \(entries.joined(separator: "; ")); } | git mktree -z"], in: playground.bare)
        let commit = try playground.git("commit-tree", "-m", "odd", tree)
        try playground.git("update-ref", "refs/heads/main", commit)
        return commit
    }

    @Test("are read each for itself, whatever is in their names, and shown on one line", arguments: ["path", "http"])
    func odd(kind: String) async throws {
        let playground = try Playground()
        let long = String(repeating: "long", count: 500)
        let names: [(written: String, shown: String)] = [
            ("line\\nbreak.yaml", "line\\012break.yaml"), ("tab\\tulator.yaml", "tab\\011ulator.yaml"),
            ("caf\\351.yaml", "caf\\351.yaml"), ("caf\\350.yaml", "caf\\350.yaml"),
            ("caf\\303\\251.yaml", "café.yaml"), ("back\\\\slash.yaml", "back\\134slash.yaml"),
            ("quote\\042s.yaml", "quote\"s.yaml"), ("A.yaml", "A.yaml"), ("a.yaml", "a.yaml"), (".git", ".git"),
            ("git~1.yaml", "git~1.yaml"), (" .yaml", " .yaml"), ("-rf.yaml", "-rf.yaml"),
            ("turn\\342\\200\\256lmay.yaml", "turn\\342\\200\\256lmay.yaml"), (long + ".yaml", long + ".yaml"),
        ]
        let commit = try commit(names.map(\.written), playground)
        let peer = try Peer.http(playground)
        let url = kind == "http" ? "http://127.0.0.1:\(peer.port)/config.git" : playground.bare
        let mirror = try playground.mirror(GitRemote(url: url))
        #expect(try await mirror.resolve(ref: "main").commit == commit)
        let files = try await mirror.readTree(at: commit, where: .all)
        let read = Dictionary(files.map { ($0.path, $0.content ?? []) }) { first, _ in first }
        for (number, name) in names.enumerated() {
            #expect(read[name.shown] == Array("n: \(number)\n".utf8), "\(name.shown)")
        }
        #expect(files.count == names.count)
    }
}
