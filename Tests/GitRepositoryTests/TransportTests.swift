import Foundation
import Testing

@testable import GitRepository

@Suite("HTTP and SSH", .serialized)
struct TransportTests {
    private let token = GitSecret("t0ken-that-nobody-sees")

    @Test("HTTP with a token or a password clones, and publishes")
    func http() async throws {
        let playground = try Playground()
        let commit = try playground.commit(["a.yaml": "1"])
        let peer = try Peer.http(playground, credential: "x-access-token:\(token.value)")
        let url = "http://127.0.0.1:\(peer.port)/config.git"
        let remotes = [
            GitRemote(url: url, credential: .token(token)),
            GitRemote(url: url, credential: .basic(username: "x-access-token", password: token)),
            GitRemote(url: "http://x-access-token:\(token.value)@127.0.0.1:\(peer.port)/config.git"),
        ]
        for (index, remote) in remotes.enumerated() {
            let mirror = try playground.mirror(remote, cache: playground.path + "/cache-\(index)")
            #expect(try await mirror.resolve(ref: "main").commit == commit)
            let published = try await mirror.publish(branch: "status", message: "s\(index)", author: .plumbline) { _ in
                ["s.txt": Array("\(index)".utf8)]
            }
            #expect(try playground.git("rev-parse", "status") == published)
        }
    }

    @Test("a refused, a missing and a forbidden credential end in a clear error that holds no secret")
    func refused() async throws {
        let playground = try Playground()
        try playground.commit(["a.yaml": "1"])
        let peer = try Peer.http(playground, credential: "x-access-token:right")
        let forbidding = try Peer.http(playground, status: 403)
        let url = "http://127.0.0.1:\(peer.port)/config.git"
        let remotes = [
            GitRemote(url: url, credential: .token(token)),
            GitRemote(url: url),
            GitRemote(url: "http://me:\(token.value)@127.0.0.1:\(peer.port)/config.git"),
            GitRemote(url: "http://127.0.0.1:\(forbidding.port)/config.git", credential: .token(token)),
        ]
        for remote in remotes {
            let error = await gitError { try await playground.mirror(remote).resolve(ref: "main") }
            #expect(error?.code == .authenticationFailed)
            #expect(error.map { "\($0) \(String(reflecting: $0))" }?.contains(token.value) == false)
        }
    }

    @Test("a missing repository and a server in trouble are told apart")
    func statusCodes() async throws {
        let playground = try Playground()
        let peer = try Peer.http(playground)
        let broken = try Peer.http(playground, status: 503)
        let missing = GitRemote(url: "http://127.0.0.1:\(peer.port)/nowhere.git")
        #expect(await gitError { try await playground.mirror(missing).resolve(ref: "main") }?.code == .notFound)
        let trouble = GitRemote(url: "http://127.0.0.1:\(broken.port)/config.git")
        #expect(await gitError { try await playground.mirror(trouble).resolve(ref: "main") }?.code == .unreachable)
    }

    @Test("HTTPS is checked against the given authority, and refused without it")
    func tls() async throws {
        let playground = try Playground()
        let commit = try playground.commit(["a.yaml": "1"])
        let (certificate, key) = (playground.path + "/cert.pem", playground.path + "/key.pem")
        try Shell.run(
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "ec",
            "-pkeyopt",
            "ec_paramgen_curve:prime256v1",
            "-nodes",
            "-keyout",
            key,
            "-out",
            certificate,
            "-days",
            "2",
            "-subj",
            "/CN=localhost",
            "-addext",
            "subjectAltName=DNS:localhost"
        )
        let peer = try Peer.http(playground, tls: (certificate, key))
        let url = "https://localhost:\(peer.port)/config.git"
        let trusted = try playground.mirror(GitRemote(url: url, certificateAuthorityFile: certificate))
        #expect(try await trusted.resolve(ref: "main").commit == commit)
        let other = try playground.mirror(GitRemote(url: url), cache: playground.path + "/other")
        #expect(await gitError { try await other.resolve(ref: "main") }?.code == .untrustedCertificate)
    }

    @Test("SSH with a key and a known host clones and publishes; anything else about it is refused")
    func ssh() async throws {
        let playground = try Playground()
        let commit = try playground.commit(["a.yaml": "1"])
        let peer = try Peer.ssh(playground)
        func key(_ name: String) throws -> GitSecret {
            GitSecret(try String(contentsOfFile: playground.path + "/ssh/" + name, encoding: .utf8))
        }
        func knownHosts(_ name: String) throws -> String {
            "[127.0.0.1]:\(peer.port) " + (try key(name + ".pub")).value
        }
        func remote(path: String? = nil, key name: String = "user", hosts: String?) throws -> GitRemote {
            GitRemote(
                url: "ssh://\(NSUserName())@127.0.0.1:\(peer.port)\(path ?? playground.bare)",
                credential: .sshKey(privateKey: try key(name), passphrase: nil),
                knownHosts: hosts
            )
        }
        func failure(_ remote: GitRemote) async throws -> GitError? {
            let mirror = try playground.mirror(remote, cache: playground.path + "/other")
            return await gitError { try await mirror.resolve(ref: "main") }
        }
        let mirror = try playground.mirror(remote(hosts: knownHosts("host")))
        #expect(try await mirror.resolve(ref: "main").commit == commit)
        let published = try await mirror.publish(branch: "status", message: "s", author: .plumbline) { _ in
            ["s.txt": [49]]
        }
        #expect(try playground.git("rev-parse", "status") == published)

        #expect(try await failure(remote(hosts: knownHosts("stranger")))?.code == .hostKeyMismatch)
        #expect(try await failure(remote(hosts: nil))?.code == .unknownHost)
        #expect(try await failure(remote(hosts: "other " + knownHosts("host")))?.code == .unknownHost)
        let missing = try await failure(remote(path: "/nowhere.git", hosts: knownHosts("host")))
        #expect(missing?.code == .notFound)
        let stranger = try await failure(remote(key: "stranger", hosts: knownHosts("host")))
        #expect(stranger?.code == .authenticationFailed)
        let secret = try key("stranger").value.split(separator: "\n")[1]
        #expect(stranger?.description.contains(secret) == false)
    }

    @Test("an encrypted key opens with its passphrase and not with another")
    func passphrase() async throws {
        let playground = try Playground()
        let commit = try playground.commit(["a.yaml": "1"])
        let peer = try Peer.ssh(playground)
        let path = playground.path + "/ssh/locked"
        try Peer.makeKey(path, type: "ecdsa", passphrase: "open-sesame")
        let authorized = playground.path + "/ssh/authorized_keys"
        try FileManager.default.removeItem(atPath: authorized)
        try FileManager.default.copyItem(atPath: path + ".pub", toPath: authorized)
        let host = try String(contentsOfFile: playground.path + "/ssh/host.pub", encoding: .utf8)
        let key = GitSecret(try String(contentsOfFile: path, encoding: .utf8))
        func remote(_ passphrase: String) -> GitRemote {
            GitRemote(
                url: "ssh://\(NSUserName())@127.0.0.1:\(peer.port)\(playground.bare)",
                credential: .sshKey(privateKey: key, passphrase: GitSecret(passphrase)),
                knownHosts: "[127.0.0.1]:\(peer.port) \(host)"
            )
        }
        #expect(try await playground.mirror(remote("open-sesame")).resolve(ref: "main").commit == commit)
        let error = await gitError { try await playground.mirror(remote("wrong-guess")).resolve(ref: "main") }
        #expect(error?.code == .authenticationFailed)
        #expect(error?.description.contains("wrong-guess") == false)
    }
}
