import Crypto
import Foundation
import Testing

@testable import GitRepository

@Suite("A commit that is signed with an SSH key")
struct SSHSignatureTests {
    @Test(
        "counts when the key is an allowed signer's, whatever its type, and its parent need not be signed",
        arguments: [
            ["-t", "ed25519"], ["-t", "ecdsa", "-b", "256"], ["-t", "ecdsa", "-b", "384"],
            ["-t", "ecdsa", "-b", "521"],
            ["-t", "rsa", "-b", "2048"],
        ])
    func good(_ type: [String]) async throws {
        let bench = try SigningBench()
        let signing = try bench.sshKey("jo", type)
        try bench.commit()
        try bench.commit(signing, message: "Größer ✓\n\nwith a body")
        let trust = try bench.trust("# our team", "", "jo@example.com KEY")
        #expect(try await bench.judge(trust) == .success("jo@example.com"))
    }

    @Test("is what counts: one on top of it that is not signed is refused")
    func unsigned() async throws {
        let bench = try SigningBench()
        try bench.commit(bench.sshKey())
        let trust = try bench.trust("jo@example.com KEY")
        #expect(try await bench.refusal(trust) == nil)
        try bench.commit()
        #expect(try await bench.refusal(trust)?.code == .unsigned)
    }

    @Test("is refused when the key is nobody's who may sign, and the key is named")
    func unknown() async throws {
        let bench = try SigningBench()
        try bench.commit(bench.sshKey("eve"))
        _ = try bench.sshKey("jo")
        let refusal = try await bench.refusal(bench.trust("jo@example.com KEY"))
        #expect(refusal?.code == .unknownSigner)
        let listed = try Shell.run("ssh-keygen", "-l", "-f", bench.path("eve.pub"))
        let fingerprint = try #require(listed.split(separator: " ").dropFirst().first)
        #expect(refusal?.reason.contains(fingerprint) == true, "\(String(describing: refusal))")
    }

    @Test("is refused when the signature is over other bytes: message, tree, author or time")
    func altered() async throws {
        let bench = try SigningBench()
        let commit = try bench.text(of: bench.commit(bench.sshKey(), message: "Change"))
        let trust = try bench.trust("jo@example.com KEY")
        let other = try bench.playground.git("mktree", "--missing")
        let tree = try #require(commit.split(separator: "\n").first)
        for (old, new) in [
            ("\n\nChange\n", "\n\nchange\n"), (String(tree), "tree \(other)"), ("author Tester", "author Eve"),
            ("<tester@example.com> 1", "<tester@example.com> 2"), ("\n\nChange\n", "\n\nChange\n\n"),
        ] {
            try bench.write(commit.replacing(old, with: new))
            #expect(try await bench.refusal(trust)?.code == .wrong, "\(old)")
        }
        try bench.write(commit)
        #expect(try await bench.refusal(trust) == nil, "the commit as it was")
    }

    @Test("is refused when its signature is for another namespace than git, or the key may not sign for git")
    func namespace() async throws {
        let bench = try SigningBench()
        let signing = try bench.sshKey()
        let unsigned = try bench.text(of: bench.commit())
        try unsigned.write(toFile: bench.path("text"), atomically: true, encoding: .utf8)
        try Shell.run("ssh-keygen", "-Y", "sign", "-q", "-f", bench.path("jo"), "-n", "file", bench.path("text"))
        let armoured = try String(contentsOfFile: bench.path("text.sig"), encoding: .utf8)
        let header = "gpgsig " + armoured.trimmingCharacters(in: .newlines).replacing("\n", with: "\n ")
        try bench.write(unsigned.replacing("\n\n", with: "\n\(header)\n\n", maxReplacements: 1))
        let foreign = try await bench.refusal(bench.trust("jo@example.com KEY"))
        #expect(
            foreign?.code == .notAllowed && foreign?.reason.contains("“file”") == true, "\(String(describing: foreign))"
        )

        try bench.commit(signing)
        let refusal = try await bench.refusal(bench.trust("jo@example.com namespaces=\"file,email\" KEY"))
        #expect(refusal?.code == .notAllowed)
        let open = try bench.trust("jo@example.com namespaces=\"file,git\" KEY")
        #expect(try await bench.refusal(open) == nil)
    }

    @Test("is refused when its signer is none of the principals that count")
    func principals() async throws {
        let bench = try SigningBench()
        try bench.commit(bench.sshKey())
        let line = "jo@example.com KEY"
        for (pattern, counts) in [
            ("*@example.com", true), ("jo@example.com,max@example.com", true), ("*@example.org", false),
            ("*@example.com,!jo@*", false),
        ] {
            let refusal = try await bench.refusal(bench.trust(line, principals: pattern))
            #expect(refusal?.code == (counts ? nil : .notAllowed), "\(pattern)")
        }
    }

    @Test("is refused when its key was not valid when it was made, or is not valid now, whatever the commit says")
    func validity() async throws {
        let bench = try SigningBench()
        let signing = try bench.sshKey()
        try bench.commit(signing, date: "2020-06-01T12:00:00Z")
        for (options, code) in [
            ("valid-after=\"20200101\",valid-before=\"29990101Z\"", nil),
            ("valid-after=\"202007010000Z\"", SignatureRefusal.Code.expired),
            ("valid-before=\"20200501000000Z\"", .expired),
            // Made while the key was valid, as it says; whoever has the key today can say so, too.
            ("valid-before=\"20210101Z\"", .expired),
        ] {
            let refusal = try await bench.refusal(bench.trust("jo@example.com \(options) KEY"))
            #expect(refusal?.code == code, "\(options)")
        }
    }

    @Test(
        "cannot be judged by a file with a line that is not understood, which is told with its number",
        arguments: [
            ("jo@example.com cert-authority KEY", "certificates are not supported"),
            ("jo@example.com cert-authority,namespaces=\"git\" KEY", "certificates are not supported"),
            ("jo@example.com touch-required KEY", "touch-required"),
            ("jo@example.com valid-before=\"soon\" KEY", "YYYYMMDD"),
            ("jo@example.com valid-before=\"20201301\" KEY", "which there is not"),
            ("jo@example.com ssh-ed25519 AAAA!", "cannot be read"),
            ("jo@example.com ssh-ed25519", "cannot be read"),
            ("jo@example.com", "has no key"),
            ("jo@example.com ssh-dss AAAA", "not supported"),
        ])
    func unusable(_ line: String, _ words: String) async throws {
        let bench = try SigningBench()
        try bench.commit(bench.sshKey())
        let trust = try bench.trust("# first", line)
        let error = await gitError { try await bench.judge(trust) }
        #expect(
            error?.message.contains("line 2") == true && error?.message.contains(words) == true,
            "\(error?.message ?? "")")
        #expect(throws: GitError.self) { try trust.check() }
    }

    @Test("cannot be judged when the file of allowed signers is not there")
    func missing() async throws {
        let bench = try SigningBench()
        try bench.commit(bench.sshKey())
        let error = await gitError { try await bench.judge(CommitTrust(allowedSigners: bench.path("none"))) }
        #expect(error?.message.contains("cannot be read") == true)
    }

    @Test("is refused when the signature stands in its message, or when there are two")
    func misplaced() async throws {
        let bench = try SigningBench()
        let commit = try bench.text(of: bench.commit(bench.sshKey()))
        let trust = try bench.trust("jo@example.com KEY")
        let start = try #require(commit.firstRange(of: "gpgsig ")?.lowerBound)
        let end = try #require(commit.firstRange(of: "-----END SSH SIGNATURE-----\n")?.upperBound)
        let header = commit[start..<end]
        let bare = commit.replacingCharacters(in: start..<end, with: "")
        try bench.write(bare + header)
        #expect(try await bench.refusal(trust)?.code == .unsigned)
        try bench.write(bare.replacing("\n\n", with: "\n\(header)\(header)\n", maxReplacements: 1))
        #expect(try await bench.refusal(trust)?.code == .malformed)
        try bench.write(
            bare.replacing("\n\n", with: "\ngpgsig -----BEGIN SSH SIGNATURE-----\n AAAA\n\n", maxReplacements: 1))
        #expect(try await bench.refusal(trust)?.code == .malformed)
    }

    @Test("counts when a security key made the signature, and only when somebody touched it")
    func device() throws {
        let key = Curve25519.Signing.PrivateKey()
        func string(_ bytes: [UInt8]) -> [UInt8] { [0, 0, 0, UInt8(bytes.count)] + bytes }
        let (type, application) = (Array("sk-ssh-ed25519@openssh.com".utf8), Array("ssh:".utf8))
        let blob = string(type) + string([UInt8](key.publicKey.rawRepresentation)) + string(application)
        let known = try #require(SSHPublicKey(blob))
        let text = Array("what is signed".utf8)
        for flags in [UInt8(1), 0] {
            let tail = [flags, 0, 0, 0, 7]
            let signed = Array(SHA256.hash(data: application)) + tail + Array(SHA256.hash(data: text))
            let signature = string(type) + string([UInt8](try key.signature(for: signed))) + tail
            #expect(known.isSignature(signature, over: text) == (flags == 1))
            #expect(!known.isSignature(signature, over: text + [0]))
        }
    }

    @Test("needs an RSA key of 2048 bits and a signature with SHA-2")
    func weak() async throws {
        let bench = try SigningBench()
        _ = try bench.sshKey("jo", ["-t", "rsa", "-b", "1024"])
        let trust = try bench.trust("jo@example.com KEY")
        #expect(throws: GitError.self) { try trust.check() }
    }

    @Test("has signers whose names are patterns")
    func patterns() {
        for (list, text, matches) in [
            ("*", "anybody", true), ("a?c", "abc", true), ("a?c", "ac", false),
            ("*@example.com", "jo@example.com", true),
            ("*@example.com", "jo@example.com.evil", false), ("*a*b*c", "xxaxxbxxc", true), ("", "", false),
            ("!jo,*", "jo", false), ("!jo,*", "max", true),
            (String(repeating: "*a", count: 30) + "b", String(repeating: "a", count: 3000), false),
        ] {
            #expect(PatternList(list).matches(text) == matches, "\(list) \(text.prefix(20))")
        }
    }
}
