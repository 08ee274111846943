import EmulatorSupport
import Foundation
import Testing

@Suite("Secrets in AWS Secrets Manager, under plumbline serve,", .inTurn)
struct SecretRotationTests {
    @Test("are read at the start, changed without a restart, and shown nowhere")
    func rotation() async throws {
        let world = try await World.open()
        try await keep("hunter2", in: world)
        let server = try await GitServer.start(world.repository, token: "git-hunter2")
        let controller = try start(world, server)
        try await controller.next("Converged")
        try await controller.line("status written")
        #expect(try await controller.get("api/v1/environments", token: "api-hunter2").status == 200)
        #expect(try await controller.get("api/v1/environments", token: "api-swordfish").status == 401)
        let head = try await world.repository.git("rev-parse", "main")
        #expect(try await controller.deliver(.gitHubPush(head, secret: "hook-hunter2")).status == 202)

        try server.accept("git-swordfish")
        try await controller.next("GitTrouble")
        try await keep("swordfish", in: world)
        for _ in 1...3 { try await controller.next("SecretChanged") }
        if !controller.said.contains("GitAnswers") { try await controller.next("GitAnswers") }
        #expect(try await controller.get("api/v1/environments", token: "api-hunter2").status == 401)
        #expect(try await controller.get("api/v1/environments", token: "api-swordfish").status == 200)
        let commit = try await world.repository.commit(["acme.yaml": Small.node(count: 3)])
        #expect(try await controller.deliver(.gitHubPush(commit, secret: "hook-hunter2")).status == 401)
        #expect(try await controller.deliver(.gitHubPush(commit, secret: "hook-swordfish")).status == 202)
        try await controller.line("status written", "\(commit.prefix(7))")
        #expect(controller.isRunning)
        try await expectSilence(controller, world, token: "api-swordfish")
        #expect(await controller.stop() == 0, "\(controller.said)")
        expectNoSecret(controller.said, "the log")
    }

    @Test("that cannot be read any more are told once, and what was read before goes on to count")
    func broken() async throws {
        let world = try await World.open(["dev.yaml": Small.environment()])
        try await keep("hunter2", in: world)
        let server = try await GitServer.start(world.repository, token: "git-hunter2")
        let controller = try start(world, server)
        try await controller.next("Converged")
        try await world.boto3(
            """
            client("secretsmanager").put_secret_value(SecretId="plumbline/api", SecretString="torn hunter2")
            client("secretsmanager").delete_secret(SecretId="plumbline/hook", ForceDeleteWithoutRecovery=True)
            """)
        try await controller.next("SecretMissing", "plumbline/hook")
        if !controller.said.contains("not a JSON object") {
            try await controller.next("SecretMissing", "plumbline/api", "not a JSON object")
        }
        #expect(try await controller.get("api/v1/environments", token: "api-hunter2").status == 200)
        let commit = try await world.repository.commit(["dev.yaml": Small.environment(email: "new@example.com")])
        try await controller.next("Converged", "\(commit.prefix(7))")
        try await keep("hunter2", in: world)
        try await controller.next("SecretsFound")
        #expect(controller.said.split(separator: "\n").count { $0.contains("\"reason\":\"SecretMissing\"") } == 2)
        #expect(await controller.stop() == 0, "\(controller.said)")
        expectNoSecret(controller.said, "the log")
    }

    @Test("that Secrets Manager does not answer for hold up no change")
    func hanging() async throws {
        let world = try await World.open(["dev.yaml": Small.environment()])
        try await world.aws.inject(
            Fault(.hang(seconds: 600), service: "secretsmanager", action: "GetSecretValue", count: -1))
        let controller = try Controller.start(
            world, "notifications: [{ kind: slack, name: ops, url: { secretsManager: plumbline/chat } }]")
        try await controller.next("SecretMissing", "plumbline/chat", "did not answer within 5s")
        try await controller.next("Converged")
        #expect(await controller.stop() == 0, "\(controller.said)")
        try await world.aws.resetFaults()
    }

    private func start(_ world: World, _ server: GitServer) throws -> Controller {
        try Controller.start(
            world,
            """
            secrets: { refresh: 300ms }
            webhooks: { github: { secret: { secretsManager: plumbline/hook, region: \(world.region), key: github } } }
            """,
            repository: "{ url: \"\(server.url)\", token: { secretsManager: plumbline/git } }",
            tokens: """
                tokens:
                      - { name: jo, token: { secretsManager: plumbline/api, key: jo }, rights: [read, act] }
                """)
    }

    /// Puts every secret's new value into Secrets Manager.
    private func keep(_ word: String, in world: World) async throws {
        try await world.boto3(
            """
            secrets = client("secretsmanager")
            word = os.environ["WORD"]
            for name, text in {
                "plumbline/git": f"git-{word}", "plumbline/hook": json.dumps({"github": f"hook-{word}"}),
                "plumbline/api": json.dumps({"jo": f"api-{word}"}),
            }.items():
                try:
                    secrets.create_secret(Name=name, SecretString=text)
                except secrets.exceptions.ResourceExistsException:
                    secrets.put_secret_value(SecretId=name, SecretString=text)
            """, ["WORD": word])
    }

    /// No secret, old or new, is in anything that people, programs and git get to see, nor on the disk.
    private func expectSilence(_ controller: Controller, _ world: World, token: String) async throws {
        let login = try await controller.submit("login", "token=\(token)")
        let cookie = try #require(login.headers.first(name: "set-cookie")).prefix { $0 != ";" }
        expectNoSecret("\(cookie)", "the cookie")
        for path in ["", "environments/dev", "environments/dev/plan", "history"] {
            let page = try await controller.get(path, headers: ["Accept": "text/html", "Cookie": String(cookie)])
            #expect(page.status == 200, "\(path)")
            expectNoSecret(page.text, "the page /\(path)")
        }
        let documents = ["", "/dev", "/dev/resources", "/dev/plan", "/dev/history"].map { "api/v1/environments\($0)" }
        for path in documents + ["metrics", "api/v1/openapi.json"] {
            let answer = try await controller.get(path, token: token)
            #expect(answer.status == 200, "\(path)")
            expectNoSecret(answer.text, path)
        }
        expectNoSecret(try await world.repository.git("log", "--patch", "plumbline/status"), "the status branch")
        let files = try #require(FileManager.default.enumerator(atPath: world.cache.path))
        for case let path as String in files {
            guard let data = FileManager.default.contents(atPath: "\(world.cache.path)/\(path)") else { continue }
            for word in ["hunter2", "swordfish"] {
                #expect(data.range(of: Data(word.utf8)) == nil, "\(path) in the cache")
            }
        }
    }

    private func expectNoSecret(_ text: String, _ place: String, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(!text.isEmpty, "\(place)", sourceLocation: sourceLocation)
        for word in ["hunter2", "swordfish"] {
            #expect(!text.contains(word), "\(place) shows \(word)", sourceLocation: sourceLocation)
        }
    }
}
