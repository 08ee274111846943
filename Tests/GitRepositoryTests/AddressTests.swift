import Foundation
import Testing

@testable import GitMessages
@testable import GitRepository

@Suite("Addresses and what they must not show")
struct AddressTests {
    @Test(
        "addresses are read as git reads them",
        arguments: [
            ("/srv/config.git", "/srv/config.git"),
            ("./config", "/home/me/config"),
            ("../config/", "/home/config"),
            ("file:///srv/a%20b.git", "/srv/a b.git"),
            ("https://example.com/team/config.git", "https://example.com/team/config.git"),
            ("https://user:pass@example.com:8443/config", "https://example.com:8443/config"),
            ("git@example.com:team/config.git", "git@example.com:team/config.git"),
            ("git@example.com:/srv/config.git", "ssh://git@example.com/srv/config.git"),
            ("ssh://example.com:2222/srv/config.git", "ssh://git@example.com:2222/srv/config.git"),
            ("ssh://me@[::1]:2222/config", "ssh://me@[::1]:2222/config"),
        ]
    )
    func reads(text: String, display: String) throws {
        #expect(try RemoteAddress(text, workingDirectory: "/home/me").display == display)
    }

    @Test(
        "what is no address is refused with its reason and without its secrets",
        arguments: [
            "", "ftp://me:hunter2@example.com/x", "https://me:hunter2@:80/", "https://me:hunter2@host:notaport/x",
            "ssh://me:hunter2@host", "file://host/x", "a\nb",
        ]
    )
    func refuses(text: String) {
        let error = #expect(throws: GitError.self) { _ = try RemoteAddress(text) }
        #expect(error?.code == .invalidURL)
        #expect(error?.description.contains("hunter2") == false)
    }

    @Test("a secret prints as dots, alone and inside of what holds it")
    func dots() {
        let remote = GitRemote(url: "https://example.com/x", credential: .token(GitSecret("hunter2")))
        var dumped = ""
        dump(remote, to: &dumped)
        #expect(!"\(remote) \(String(reflecting: remote)) \(dumped)".contains("hunter2"))
        #expect("\(GitSecret("hunter2"))" == "•••")
    }

    @Test("a password in the address is used and covered wherever it turns up")
    func passwordInAddress() throws {
        let connection = try RemoteConnection(GitRemote(url: "https://me:hunter%402@example.com/x"))
        #expect(connection.access.url == "https://example.com/x")
        guard case .password("me", "hunter@2") = connection.access.credential else {
            Issue.record("the credential of the address is not used")
            return
        }
        #expect(connection.redacted("hunter@2 and hunter%402") == "••• and •••")
    }

    @Test("a credential that does not fit the address is refused at once")
    func misfit() {
        #expect(throws: GitError.self) {
            try RemoteConnection(GitRemote(url: "git@host:x", credential: .token(GitSecret("t"))))
        }
    }
}

@Suite("known_hosts")
struct KnownHostsTests {
    private let key = HostKey(algorithm: "ssh-ed25519", key: "AAAAkey")

    @Test(
        "a line counts for its host and port only",
        arguments: [
            ("example.com", 22, "example.com ssh-ed25519 AAAAkey", true),
            ("EXAMPLE.com", 22, "example.com ssh-ed25519 AAAAkey comment", true),
            ("example.com", 2222, "example.com ssh-ed25519 AAAAkey", false),
            ("example.com", 2222, "[example.com]:2222 ssh-ed25519 AAAAkey", true),
            ("example.com", 22, "[example.com]:2222 ssh-ed25519 AAAAkey", false),
            ("example.com", 22, "other,example.com,10.0.0.1 ssh-ed25519 AAAAkey", true),
            ("git.example.com", 22, "*.example.com ssh-ed25519 AAAAkey", true),
            ("git.example.com", 22, "*.example.com,!git.example.com ssh-ed25519 AAAAkey", false),
            ("host1", 22, "host? ssh-ed25519 AAAAkey", true),
            ("host12", 22, "host? ssh-ed25519 AAAAkey", false),
            ("example.com", 22, "# example.com ssh-ed25519 AAAAkey", false),
            ("example.com", 22, "@cert-authority example.com ssh-ed25519 AAAAkey", false),
            ("example.com", 22, "example.com ssh-ed25519 AAAAkey\n@revoked * ssh-ed25519 AAAAkey", false),
            ("example.com", 22, "example.com", false),
        ]
    )
    func lines(host: String, port: Int, content: String, isKnown: Bool) {
        #expect(KnownHosts.keys(for: host, port: port, in: content) == (isKnown ? [key] : []))
    }

    @Test("names that ssh-keygen hashed are found")
    func hashed() throws {
        let playground = try Playground()
        let file = playground.path + "/known_hosts"
        try "[example.com]:2222 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHLzGvFx4c5nF0WPnlOqV5vQ0AAbLCIMb7kGSCXLRPOm\n"
            .write(toFile: file, atomically: true, encoding: .utf8)
        try Shell.run("ssh-keygen", "-H", "-f", file)
        let content = try String(contentsOfFile: file, encoding: .utf8)
        #expect(content.hasPrefix("|1|"))
        #expect(KnownHosts.keys(for: "example.com", port: 2222, in: content).count == 1)
        #expect(KnownHosts.keys(for: "example.com", port: 22, in: content).isEmpty)
    }
}
