import Foundation
import Testing

@testable import GitRepository

@Suite("A commit that is signed with an OpenPGP key")
struct OpenPGPSignatureTests {
    @Test("counts when the key is in the keyring, armoured or not, and the signer is named", arguments: [true, false])
    func good(_ isArmoured: Bool) async throws {
        let bench = try SigningBench()
        _ = try bench.gpgKey("max@example.com")
        try bench.commit(bench.gpgKey(), message: "Größer ✓")
        let trust = try bench.keyring("max@example.com", "jo@example.com", armoured: isArmoured)
        let fingerprint = try bench.fingerprint()
        #expect(try await bench.judge(trust) == .success("Jo Doe <jo@example.com> (\(fingerprint))"))
    }

    @Test("is refused when the key is not in the keyring, and when the signature is over other bytes")
    func unknown() async throws {
        let bench = try SigningBench()
        _ = try bench.gpgKey("max@example.com")
        let commit = try bench.text(of: bench.commit(bench.gpgKey()))
        #expect(try await bench.refusal(bench.keyring("max@example.com"))?.code == .unknownSigner)
        try bench.write(commit.replacing("\n\nChange\n", with: "\n\nchange\n"))
        #expect(try await bench.refusal(bench.keyring("jo@example.com"))?.code == .wrong)
    }

    @Test("is refused when the key has expired, though it had not when the signature was made")
    func expired() async throws {
        let bench = try SigningBench()
        try bench.commit(bench.gpgKey(expires: "1d", time: "20200101T000000"))
        let refusal = try await bench.refusal(bench.keyring("jo@example.com"))
        #expect(
            refusal?.code == .expired && refusal?.reason.contains("has expired") == true,
            "\(String(describing: refusal))")
    }

    @Test("is refused when the key was revoked")
    func revoked() async throws {
        let bench = try SigningBench()
        try bench.commit(bench.gpgKey())
        #expect(try await bench.refusal(bench.keyring("jo@example.com")) == nil)
        let file = bench.path("gpg/openpgp-revocs.d/\(try bench.fingerprint()).rev")
        let revocation = try String(contentsOfFile: file, encoding: .utf8).replacing(":-----BEGIN", with: "-----BEGIN")
        try bench.gpg("--import", input: revocation)
        #expect(try await bench.refusal(bench.keyring("jo@example.com"))?.code == .revoked)
    }

    @Test("is refused where only SSH signatures are configured, and the other way round")
    func otherKind() async throws {
        let bench = try SigningBench()
        let ssh = try bench.sshKey()
        try bench.commit(bench.gpgKey())
        #expect(try await bench.refusal(bench.trust("jo@example.com KEY"))?.reason.contains("no keyring") == true)
        try bench.commit(ssh)
        #expect(try await bench.refusal(bench.keyring("jo@example.com"))?.reason.contains("no allowed signers") == true)
    }

    @Test("cannot be judged without gpg or with a keyring that holds no key; both say what to do")
    func unusable() async throws {
        let bench = try SigningBench()
        try bench.commit(bench.gpgKey())
        var trust = try bench.keyring("jo@example.com")
        trust.gpg = bench.path("no-such-program")
        let missing = await gitError { try await bench.judge(trust) }
        #expect(missing?.message.contains("Install GnuPG") == true, "\(missing?.message ?? "")")
        try "".write(toFile: bench.path("keyring"), atomically: true, encoding: .utf8)
        let empty = await gitError { try await bench.judge(CommitTrust(keyring: bench.path("keyring"))) }
        #expect(empty?.message.contains("gpg --export") == true, "\(empty?.message ?? "")")
    }

    @Test("leaves nothing behind in the cache")
    func tidy() async throws {
        let bench = try SigningBench()
        try bench.commit(bench.gpgKey())
        #expect(try await bench.refusal(bench.keyring("jo@example.com")) == nil)
        let left = try FileManager.default.contentsOfDirectory(atPath: bench.playground.cache)
        #expect(!left.contains { $0.hasPrefix("signature") }, "\(left)")
    }
}
