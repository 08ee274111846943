import Foundation
import Testing

@testable import GitRepository

@Suite("A signed commit")
struct SigningTests {
    @Test("is one that git itself finds good, also one after the other")
    func signed() async throws {
        let playground = try Playground()
        let key = playground.path + "/key"
        try Shell.run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "bot", "-f", key)
        let signing = try CommitSigningKey(file: String(contentsOfFile: key, encoding: .utf8))
        let mirror = try playground.mirror()
        let publicKey = try String(contentsOfFile: key + ".pub", encoding: .utf8)
        let signers = playground.path + "/signers"
        try "plumbline@example.com \(publicKey)".write(toFile: signers, atomically: true, encoding: .utf8)
        for text in ["1", "2 ü\n"] {
            let commit = try await mirror.publish(
                branch: "plumbline/status", message: "dev: done ✓", author: .plumbline, signingKey: signing
            ) { _ in ["status/dev.yaml": Array(text.utf8)] }
            let id = try #require(commit)
            let said = try playground.git(
                "-c", "gpg.format=ssh", "-c", "gpg.ssh.allowedSignersFile=\(signers)", "verify-commit", id)
            #expect(said.contains("Good \"git\" signature for plumbline@example.com"), "\(said)")
        }
        #expect(try playground.git("rev-list", "--count", "plumbline/status") == "2")
        try playground.git("fsck", "--strict")
        let none = try await mirror.publish(
            branch: "plumbline/status", message: "dev: nothing", author: .plumbline, signingKey: signing
        ) { $0.mapValues { $0 } }
        #expect(none == nil)
    }

    @Test("needs an ed25519 key without passphrase; anything else is refused and not shown", arguments: 0..<4)
    func unusable(_ number: Int) throws {
        let playground = try Playground()
        let key = playground.path + "/key"
        let options = [["-t", "ed25519", "-N", "hunter2"], ["-t", "ecdsa", "-N", ""], ["-t", "rsa", "-N", ""]]
        var text = "hunter2"
        if number < options.count {
            try Shell.run(["ssh-keygen", "-q", "-C", "", "-f", key] + options[number])
            text = try String(contentsOfFile: key, encoding: .utf8)
        }
        let error = #expect(throws: GitError.self) { try CommitSigningKey(file: text) }
        #expect(error?.message.contains("ed25519 without passphrase") == true)
        #expect(error?.description.contains("hunter2") == false)
    }
}
