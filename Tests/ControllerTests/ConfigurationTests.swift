import Foundation
import Manifests
import Model
import Testing

@testable import Controller

@Suite("The configuration of serve")
struct ConfigurationTests {
    private func read(
        _ text: String, _ variables: [String: String] = [:]
    ) -> (configuration: ServeConfiguration?, lines: [String]) {
        let (configuration, diagnostics) = ConfigurationFile.read(
            Array(text.utf8), file: "plumbline.yaml", variables: variables)
        return (configuration, diagnostics.map(\.description))
    }

    @Test("needs nothing but the repository's address")
    func smallest() throws {
        let (configuration, lines) = read("repository: { url: /srv/config.git }\n")
        #expect(lines == [])
        let read = try #require(configuration)
        var expected = ServeConfiguration()
        expected.repository.url = "/srv/config.git"
        #expect(read == expected)
        #expect(read.poll == .seconds(60))
        #expect(read.drift.every == .seconds(600))
        #expect(read.grace == .seconds(30))
        #expect(read.status.branch == "plumbline/status")
    }

    @Test("holds every key of the manual")
    func whole() throws {
        let (configuration, lines) = read(
            """
            repository:
              url: https://github.com/example/environments.git
              ref: live
              path: aws
              token: { file: /run/token }
              caFile: /etc/ca.pem
            status: { repository: { url: "git@example.com:ops/status.git", sshKey: { env: KEY } }, branch: state }
            commits: { name: Robot, email: robot@example.com, signingKey: { file: /run/key } }
            installation: main
            cache: /var/lib/plumbline
            replica: a
            poll: 5s
            drift: { every: 1m, jitter: 0% }
            concurrency: { environments: 8, changes: 32 }
            retry: { first: 1s, max: 1m, quarantineAfter: 3 }
            limits: { deletions: 0, fraction: 25% }
            grace: 1m
            secrets: { refresh: 1m }
            log: { format: json, level: debug }
            server:
              listen: "[::1]:0"
              url: https://plumbline.example.com
              tokens: [{ name: oncall, token: { env: TOKEN }, rights: [read, act] }]
              trustedProxy: { header: X-User, from: [10.0.0.0/8, "fd00::/8"], rights: [read] }
              connections: 50
            webhooks:
              github: { secret: { secretsManager: hook, region: eu-west-1, key: secret } }
              gitlab: { token: { env: HOOK } }
              gitea: { secret: { env: HOOK } }
              generic: { secret: { env: HOOK } }
              bodyLimit: 2048
              bodyTimeout: 2s
              replayWindow: 1m
            notifications:
              - { kind: slack, name: ops, url: { env: SLACK }, environments: ["prod*"], severity: error }
              - { kind: generic, name: log, url: { env: LOG }, secret: { env: HOOK }, severity: info }
            forge: { kind: github, token: { env: FORGE }, url: https://github.example.com/api/v3, project: a/b, plansForks: true }
            leases: { table: plumbline, region: eu-west-1, duration: 12s }

            """)
        #expect(lines == [])
        let read = try #require(configuration)
        #expect(read.repository.token == SecretSource(file: "/run/token"))
        #expect(read.status.repository?.sshKey == SecretSource(env: "KEY"))
        #expect(read.server.listen == ListenAddress(host: "::1", port: 0))
        #expect(read.drift.jitter == Share(0))
        #expect(read.limits.deletions == 0)
        #expect(read.secretSettings.refresh == .seconds(60))
        #expect(read.webhooks.bodyTimeout == .seconds(2))
        #expect(read.notifications.map(\.name) == ["ops", "log"])
        #expect(read.leases?.duration == .seconds(12))
        #expect(read.secrets.count == 12)
        #expect(read.server.connections == 50)
        #expect(read.forge?.plansForks == true)
    }

    @Test("takes every key with one value from a variable, too, over the file")
    func variables() throws {
        let (configuration, lines) = read(
            "repository: { url: /srv/config.git, ref: old }\npoll: 60s\n",
            [
                "PLUMBLINE_REPOSITORY_REF": "live", "PLUMBLINE_POLL": "5s", "PLUMBLINE_RETRY_QUARANTINE_AFTER": "7",
                "PLUMBLINE_REPOSITORY_TOKEN_FILE": "/run/token", "PLUMBLINE_SERVER_LISTEN": "127.0.0.1:0",
                "PLUMBLINE_LOG_FORMAT": "", "PLUMBLINE_CACHE": "/tmp/x",
            ])
        #expect(lines == [])
        let read = try #require(configuration)
        #expect(read.repository.ref == "live")
        #expect(read.poll == .seconds(5))
        #expect(read.retry.quarantineAfter == 7)
        #expect(read.repository.token == SecretSource(file: "/run/token"))
        #expect(read.server.listen.port == 0)
        #expect(read.cache == "/tmp/x")
        #expect(read.log.format == .text, "an empty variable is none")
    }

    @Test("has the variable's name that the library gives each key")
    func names() {
        for key in ConfigurationReader.keys {
            let name = ConfigurationReader.variable(for: key)
            // A value that no key takes: the problem is told at the variable only if it was found under that name.
            let (_, lines) = read("repository: { url: /srv/config.git }\n", [name: "\u{7}\n?"])
            #expect(
                lines.contains { $0.hasPrefix("\(name):1:1: error: ") } || key == ["repository", "path"],
                "\(name) \(lines)")
        }
    }

    @Test("tells every problem at once, with its place")
    func problems() {
        let (configuration, lines) = read(
            """
            repository:
              url: https://user:hunter2@example.com/config.git
              token: hunter3
              branch: main
            poll: 60
            drift: { every: soon, jitter: 120% }
            retry: { first: 1h, max: 1m }
            server: { listen: here, tokens: [{ name: a, token: { env: A, file: /b } }] }
            leases: { duration: 1h }
            notifications: [{ kind: slack, name: ops, url: {} }]

            """)
        #expect(configuration == nil)
        let told = lines.joined(separator: "\n")
        for expected in [
            "plumbline.yaml:2:8: error: url holds a password",
            "plumbline.yaml:3:10: error: token is a secret and must not be written here",
            "plumbline.yaml:4:3: error: unknown key \"branch\"",
            "plumbline.yaml:5:7: error: poll must be a duration such as 500ms, 30s, 10m, 2h or 7d, not the number 60",
            "plumbline.yaml:6:", "every must be a duration such as 500ms",
            "jitter must be a share from 0% to 100%", "retry.first is 1h, longer than retry.max, 1m",
            "listen must be HOST:PORT", "token names several places: keep one of file, env",
            "leases lacks the required key table", "a lease lasts from 3s to 5m, not 1h",
            "url must say where the secret is",
        ] {
            #expect(told.contains(expected), "\(expected) is not in\n\(told)")
        }
        #expect(!told.contains("hunter"), "\(told)")
    }

    @Test(
        "refuses an address with a token in it, also as the name of a user, and does not show it",
        arguments: ["https://hunter2@example.com/x", "HTTP://hunter2@example.com/x", "ssh://git:hunter2@example.com/x"])
    func tokenInAddress(_ url: String) {
        let (configuration, lines) = read("repository: { url: \"\(url)\" }\n")
        #expect(configuration == nil)
        #expect(lines.contains { $0.contains("name it under token") } && !lines.joined().contains("hunter"), "\(lines)")
        #expect(read("repository: { url: \"ssh://git@example.com/x\" }\n").lines == [])
    }

    @Test("tells of secrets that cannot be had, each once")
    func missingSecrets() async {
        let store = SecretStore(variables: ["ONE": "hunter2"])
        let troubles = await store.troubles(with: [SecretSource(env: "ONE"), SecretSource(env: "TWO")])
        #expect(troubles.count == 1 && troubles.first?.message.contains("TWO") == true, "\(troubles)")
    }

    @Test("is refused when it is no mapping, no YAML, or empty", arguments: ["[]", "a: [", "", "a: 1\n---\nb: 2\n"])
    func broken(_ text: String) {
        let (configuration, lines) = read(text)
        #expect(configuration == nil)
        #expect(lines.allSatisfy { $0.hasPrefix("plumbline.yaml:") } && !lines.isEmpty, "\(lines)")
    }

    @Test("finds secrets in files, as they are now, and in variables, and shows none of them")
    func secrets() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appendingPathComponent("token")
        let store = SecretStore(variables: ["TOKEN": "one"])
        #expect(try store.secret(SecretSource(env: "TOKEN")).reveal() == "one")
        try Data("first\n".utf8).write(to: file)
        #expect(try store.secret(SecretSource(file: file.path)).reveal() == "first")
        try Data("second".utf8).write(to: file)
        #expect(try store.secret(SecretSource(file: file.path)).reveal() == "second")
        #expect("\(try store.secret(SecretSource(file: file.path)))" == "•••")
        let missing = #expect(throws: RunError.self) { try store.secret(SecretSource(env: "OTHER")) }
        #expect(missing?.message.contains("OTHER") == true)
        try Data(" \n".utf8).write(to: file)
        let empty = #expect(throws: RunError.self) { try store.secret(SecretSource(file: file.path)) }
        #expect(empty?.message.contains("is empty") == true)
    }
}
