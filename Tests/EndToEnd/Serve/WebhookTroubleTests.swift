import EmulatorSupport
import Foundation
import Testing

@Suite("Webhooks that are not to be believed, under plumbline serve,", .inTurn)
struct WebhookTroubleTests {
    @Test("a body that is giant, endless or never through is refused and its connection closed, and all else goes on")
    func bodies() async throws {
        let world = try await World.open(["dev.yaml": Small.environment()])
        let controller = try start(world, "bodyLimit: 4096, bodyTimeout: 1s")
        try await controller.next("Converged")
        let port = try await controller.port()
        let head = "POST /webhooks/github HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"

        let giant = try Line(port: port)
        giant.send(head + "Content-Length: 2147483648\r\n\r\n{")
        let endless = try Line(port: port)
        endless.send(head + "Transfer-Encoding: chunked\r\n\r\n")
        for _ in 1...3 { endless.send("800\r\n" + String(repeating: "x", count: 0x800) + "\r\n") }
        let trickle = try Line(port: port)
        trickle.send(head + "Content-Length: 1000\r\n\r\n{\"ref\"")
        // While they hang, a genuine one is taken.
        let commit = try await world.repository.commit(["dev.yaml": Small.environment(email: "new@example.com")])
        #expect(try await controller.deliver(.gitHubPush(commit, secret: "hook")).status == 202)
        try await controller.next("Converged", "\(commit.prefix(7))")

        for (line, status) in [(giant, "413 "), (endless, "413 "), (trickle, "408 ")] {
            let answer = try #require(await line.answer(), "the connection is left open")
            #expect(answer.hasPrefix("HTTP/1.1 \(status)"), "\(answer)")
        }
        let metrics = try await controller.get("metrics", token: "read").text
        #expect(metrics.contains("plumbline_webhooks_total{result=\"too-large\",sender=\"github\"} 2\n"), "\(metrics)")
        #expect(metrics.contains("plumbline_webhooks_total{result=\"too-slow\",sender=\"github\"} 1\n"))
        #expect(await controller.stop() == 0, "\(controller.said)")
    }

    @Test("a wrong signature is answered 401 and counted, and nothing else comes of it")
    func wrongSignature() async throws {
        let world = try await World.open(["dev.yaml": Small.environment()])
        let controller = try start(world, "")
        try await controller.next("Converged")
        try await controller.line("status written")
        let before = try await gitRequests(controller)
        let calls = try await world.aws.counts().total
        let commit = try await world.repository.commit(["dev.yaml": Small.environment(email: "new@example.com")])
        for _ in 1...20 {
            #expect(try await controller.deliver(.gitHubPush(commit, secret: "guess")).status == 401)
        }
        let metrics = try await controller.get("metrics", token: "read").text
        #expect(metrics.contains("plumbline_webhooks_total{result=\"unauthorized\",sender=\"github\"} 20\n"))
        #expect(try await gitRequests(controller) == before)
        #expect(try await world.aws.counts().total == calls)
        #expect(!controller.said.contains(commit.prefix(7)) && !controller.said.contains("guess"))
        #expect(try await controller.deliver(.gitHubPush(commit, secret: "hook")).status == 202)
        try await controller.next("Converged", "\(commit.prefix(7))")
        #expect(await controller.stop() == 0, "\(controller.said)")
    }

    /// One that looks at git only when it is woken.
    private func start(_ world: World, _ limits: String) throws -> Controller {
        try Controller.start(
            world, "webhooks: { github: { secret: { env: HOOK } }\(limits.isEmpty ? "" : ", \(limits)") }",
            variables: ["HOOK": "hook", "READER": "read", "PLUMBLINE_POLL": "1h"],
            tokens: "tokens: [{ name: reader, token: { env: READER } }]")
    }

    private func gitRequests(_ controller: Controller) async throws -> [String] {
        try await controller.get("metrics", token: "read").text.split(separator: "\n").map(String.init)
            .filter { $0.hasPrefix("plumbline_git_requests_total") }
    }
}
