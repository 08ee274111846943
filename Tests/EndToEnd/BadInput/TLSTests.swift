import EmulatorSupport
import Foundation
import Testing

/// Every certificate but the good one is refused by everything that speaks TLS, before a request is sent; and nothing that
/// other programs take for leave to skip the check makes a difference.
@Suite("Certificates", .inTurn)
struct TLSTests {
    private static let wrong: [TLSServers.Certificate] = [.other, .expired, .stranger]

    /// What turns the check off elsewhere.
    private static let leave = [
        "GIT_SSL_NO_VERIFY": "1", "GIT_SSL_VERIFY": "false", "AWS_NO_VERIFY_SSL": "true",
        "NODE_TLS_REJECT_UNAUTHORIZED": "0",
        "PYTHONHTTPSVERIFY": "0", "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "http.sslVerify",
        "GIT_CONFIG_VALUE_0": "false",
    ]

    @Test("of AWS: an untrusted, an expired and another host's are refused, and no request is sent")
    func aws() async throws {
        let world = try await World.untouched()
        let servers = try await TLSServers(world.repository.remotes)
        func plan(_ certificate: TLSServers.Certificate, bundle: Bool = true) async throws -> Finished {
            var variables = Self.leave
            variables["AWS_ENDPOINT_URL"] = servers.url(certificate)
            variables["AWS_MAX_ATTEMPTS"] = "1"
            if bundle { variables["AWS_CA_BUNDLE"] = servers.authority }
            return try await world.plumbline("plan", variables: variables)
        }
        for certificate in Self.wrong {
            let reason = certificate == .other ? "certificate is of another host" : "certificate could not be verified"
            try await plan(certificate).expectClear(1, reason)
            #expect(servers.requests(certificate) == [], "\(certificate)")
        }
        try await plan(.good, bundle: false).expectClear(1, "certificate could not be verified")
        #expect(servers.requests(.good) == [])
        _ = try await plan(.good)
        #expect(servers.requests(.good).first == "POST /", "the same server, once its authority is trusted")
    }

    @Test("of a git server: the same, whatever git's own settings say")
    func git() async throws {
        let world = try await World.untouched()
        let servers = try await TLSServers(world.repository.remotes)
        let home = try Folder()
        try Data("[http]\n\tsslVerify = false\n".utf8).write(to: home.url(".gitconfig"))
        func validate(_ certificate: TLSServers.Certificate, trusted: Bool = true) async throws -> Finished {
            var variables = Self.leave
            variables["HOME"] = home.root.path
            if trusted { variables["PLUMBLINE_GIT_CA_FILE"] = servers.authority }
            return try await world.plumbline(
                "validate", repo: servers.url(certificate) + "/config.git", variables: variables)
        }
        for certificate in Self.wrong {
            try await validate(certificate).expectClear(1, "certificate")
            #expect(servers.requests(certificate) == [], "\(certificate)")
        }
        try await validate(.good, trusted: false).expectClear(1, "certificate")
        #expect(servers.requests(.good) == [])
        let valid = try await validate(.good)
        #expect(valid.code == 0, "\(valid.said)")
    }

    @Test("of a forge and of a chat: the same, and no token is sent")
    func forge() async throws {
        let world = try await World.open(["dev.yaml": Small.environment() + "  approval: always\n"])
        let servers = try await TLSServers(world.repository.remotes)
        func serve(_ certificate: TLSServers.Certificate, trusted: Bool = true) async throws -> Controller {
            let authority = trusted ? ", caFile: \"\(servers.authority)\"" : ""
            return try Controller.start(
                world,
                """
                notifications: [{ kind: generic, name: ops, severity: info, url: { env: CHAT } }]
                forge:
                  { kind: gitlab, url: "\(servers.url(certificate))/api/v4", project: a/b, token: { env: FORGE }\(authority) }
                """,
                variables: Self.leave.merging(["FORGE": "hunter2-forge", "CHAT": servers.url(.stranger) + "/hunter2"]) {
                    $1
                })
        }
        for (certificate, trusted) in Self.wrong.map({ ($0, true) }) + [(.good, false)] {
            let controller = try await serve(certificate, trusted: trusted)
            try await controller.line("GitLab", "certificate is not of a trusted authority")
            #expect(servers.requests(certificate) == [], "\(certificate)")
            #expect(await controller.stop() == 0, "\(controller.said)")
        }
        let controller = try await serve(.good)
        // Its own answer: the request got through.
        try await controller.line("GitLab does not answer", "there is no such thing")
        #expect(await controller.stop() == 0, "\(controller.said)")
        #expect(
            servers.requests(.good).contains { $0.hasPrefix("GET /api/v4/projects/a%2Fb") },
            "\(servers.requests(.good))")
        #expect(servers.requests(.stranger) == [], "what the chat was to hear")
    }
}
