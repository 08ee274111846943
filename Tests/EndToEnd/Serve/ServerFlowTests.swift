import EmulatorSupport
import Foundation
import Testing

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

@Suite("The server of plumbline serve", .inTurn)
struct ServerFlowTests {
    @Test("wakes the loop at a genuine webhook, tells how things stand, and takes actions from who may act")
    func flow() async throws {
        let world = try await World.open()
        let variables = [
            "HOOK": "hook-hunter2", "READER": "read-hunter2", "ACTOR": "act-hunter2", "PLUMBLINE_POLL": "1h",
        ]
        let controller = try Controller.start(
            world,
            """
            webhooks: { gitlab: { token: { env: HOOK } } }
            """, variables: variables.merging(["PLUMBLINE_SERVER_URL": "https://plumbline.example.com"]) { $1 },
            tokens: """
                tokens:
                      - { name: reader, token: { env: READER } }
                      - { name: jo, token: { env: ACTOR }, rights: [read, act] }
                """)
        let port = try await controller.port()
        try await controller.next("Converged")
        try await controller.line("status written")
        #expect(try await get("readyz", port).status == 200)
        #expect(try await get("api/v1/environments", port).status == 401)
        let listed = try await get("api/v1/environments", port, token: "read-hunter2")
        #expect(listed.status == 200 && listed.body.contains("\"dev\"") && listed.body.contains("Converged"))

        let commit = try await world.repository.commit(["acme.yaml": Small.node(count: 3)])
        let push = "{\"object_kind\":\"push\",\"ref\":\"refs/heads/main\",\"after\":\"\(commit)\"}"
        #expect(try await post("webhooks/gitlab", push, port, ["X-Gitlab-Token": "wrong"]).status == 401)
        #expect(try await post("webhooks/gitlab", push, port, ["X-Gitlab-Token": "hook-hunter2"]).status == 202)
        try await controller.next("Converged", "\(commit.prefix(7))")

        let path = "api/v1/environments/dev/suspend"
        let body = "{\"reason\":\"load test\",\"for\":\"2h\"}"
        #expect(try await post(path, body, port, ["Authorization": "Bearer read-hunter2"]).status == 403)
        let suspended = try await post(path, body, port, ["Authorization": "Bearer act-hunter2"])
        #expect((200..<300).contains(suspended.status), "\(suspended)")
        try await controller.next("Suspended", "suspended by jo")
        let metrics = try await get("metrics", port, token: "read-hunter2").body
        for figure in [
            "plumbline_aws_calls_total", "plumbline_webhooks_total", "plumbline_condition", "plumbline_leases_held 1",
        ] {
            #expect(metrics.contains(figure), "\(metrics)")
        }
        #expect(await controller.stop() == 0, "\(controller.said)")
        #expect(!controller.said.contains("hunter2"))
    }

    @Test("is refused to a second process on the same host, with the number of the first")
    func twice() async throws {
        let world = try await World.open()
        let first = try Controller.start(world)
        _ = try await first.port()
        let second = try Controller.start(world)
        try await second.line("process \(first.processID)", "already runs")
        #expect(await second.stop() == 1)
        #expect(first.isRunning)
    }

    private struct Answer {
        var status: Int
        var body: String
    }

    private func get(_ path: String, _ port: Int, token: String? = nil) async throws -> Answer {
        try await send("GET", path, nil, port, token.map { ["Authorization": "Bearer \($0)"] } ?? [:])
    }

    private func post(_ path: String, _ body: String, _ port: Int, _ headers: [String: String]) async throws -> Answer {
        try await send("POST", path, body, port, headers)
    }

    private func send(
        _ method: String, _ path: String, _ body: String?, _ port: Int, _ headers: [String: String]
    ) async throws -> Answer {
        let url = try #require(URL(string: "http://127.0.0.1:\(port)/\(path)"))
        var request = URLRequest(url: url)
        request.httpMethod = method
        request.httpBody = body.map { Data($0.utf8) }
        request.setValue("application/json", forHTTPHeaderField: "Content-Type")
        for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
        let (data, response) = try await URLSession.shared.data(for: request)
        return Answer(
            status: (response as? HTTPURLResponse)?.statusCode ?? 0, body: String(decoding: data, as: UTF8.self))
    }
}
