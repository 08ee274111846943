import AsyncHTTPClient
import EmulatorSupport
import Foundation
import Logging
import Model
import NIOCore
import NIOHTTP1
import ServiceLifecycle
import Synchronization
import Testing

@testable import Server

/// The server as it runs in production, on a socket of loopback's, for one test.
struct TestServer: Sendable {
    static let reader = AccessToken(name: "viewer", token: Secret("viewer-hunter2-3b1f0c"), rights: [.read])
    static let actor = AccessToken(name: "oncall", token: Secret("oncall-hunter2-9d2e4a"), rights: [.read, .act])

    let port: Int
    let controller: FakeController
    let metrics: MetricsRegistry
    let secrets: CurrentSecrets
    let clock: SettableClock

    var origin: String { "http://127.0.0.1:\(port)" }

    /// Runs a server, does something with it, and stops it gracefully.
    static func run(
        _ controller: FakeController = FakeController(),
        _ change: (inout ServerSettings) -> Void = { _ in },
        _ body: (TestServer) async throws -> Void
    ) async throws {
        var settings = ServerSettings()
        settings.host = "127.0.0.1"
        settings.port = 0
        settings.repository = Sample.repository
        change(&settings)
        let metrics = MetricsRegistry()
        let secrets = CurrentSecrets(
            ServerSecrets(
                tokens: [reader, actor],
                webhooks: Dictionary(uniqueKeysWithValues: WebhookSender.allCases.map { ($0, webhookSecret) })))
        let clock = SettableClock(Sample.now)
        let (ports, told) = AsyncStream.makeStream(of: Int.self)
        var logger = Logger(label: "server")
        logger.logLevel = .critical
        let service = try ServerService(
            settings: settings, controller: controller, metrics: metrics, secrets: { secrets.value }, logger: logger,
            now: { clock.now }, onListening: { told.yield($0) })
        let group = ServiceGroup(configuration: ServiceGroupConfiguration(services: [service], logger: logger))
        try await withThrowingTaskGroup(of: Void.self) { tasks in
            tasks.addTask {
                defer { told.finish() }
                try await group.run()
            }
            var iterator = ports.makeAsyncIterator()
            if let port = await iterator.next() {
                try await body(
                    TestServer(port: port, controller: controller, metrics: metrics, secrets: secrets, clock: clock))
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }

    static let webhookSecret = Secret("It's a Secret to Everybody")

    private static let client: HTTPClient = {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()

    struct Answer: Sendable {
        var status: Int
        var headers: HTTPHeaders
        var text: String

        func json<T: Decodable>(_ type: T.Type = T.self) throws -> T {
            let decoder = JSONDecoder()
            decoder.dateDecodingStrategy = .iso8601
            return try decoder.decode(type, from: Data(text.utf8))
        }

        var errorCode: String? { try? json(ErrorDocument.self).error.code }
    }

    func send(
        _ method: HTTPMethod, _ path: String, _ headers: [(String, String)] = [], body: HTTPClientRequest.Body? = nil,
        within limit: TimeAmount = .seconds(20)
    ) async throws -> Answer {
        var request = HTTPClientRequest(url: origin + path)
        request.method = method
        request.headers = HTTPHeaders(headers)
        request.body = body
        let response = try await Self.client.execute(request, timeout: limit)
        let bytes = try await response.body.collect(upTo: 16 << 20)
        let answer = Answer(status: Int(response.status.code), headers: response.headers, text: String(buffer: bytes))
        Kept.keep("\(answer.headers)\n\(answer.text)", of: "\(method) \(path)")
        return answer
    }

    func get(_ path: String, as token: AccessToken? = reader, _ headers: [(String, String)] = []) async throws -> Answer
    {
        try await send(.GET, path, Self.bearer(token) + headers)
    }

    func post(
        _ path: String, as token: AccessToken?, _ body: String = "{}", _ headers: [(String, String)] = []
    ) async throws -> Answer {
        try await send(
            .POST, path, Self.bearer(token) + [("Content-Type", "application/json")] + headers,
            body: .bytes(Array(body.utf8)))
    }

    /// A form as a browser sends it from a page of this origin.
    func submit(
        _ path: String, _ fields: [(String, String)], cookie: String? = nil, origin: String? = nil
    ) async throws -> Answer {
        let text = fields.map { "\(FormText.encoded($0))=\(FormText.encoded($1))" }.joined(separator: "&")
        var headers = [("Content-Type", "application/x-www-form-urlencoded"), ("Accept", "text/html")]
        headers.append(("Origin", origin ?? self.origin))
        if let cookie { headers.append(("Cookie", cookie)) }
        return try await send(.POST, path, headers, body: .bytes(Array(text.utf8)))
    }

    /// The cookie of a person who signed in with a token.
    func signedIn(_ token: AccessToken) async throws -> String {
        let answer = try await submit("/login", [("token", token.token.reveal())])
        #expect(answer.status == 303)
        let cookie = try #require(answer.headers.first(name: "set-cookie"))
        return String(cookie.prefix { $0 != ";" })
    }

    func page(_ path: String, cookie: String?) async throws -> Answer {
        try await send(.GET, path, [("Accept", "text/html")] + (cookie.map { [("Cookie", $0)] } ?? []))
    }

    /// The stream of events, from when the server listens on behalf of the reader.
    func events(_ path: String = "/api/v1/events") async throws -> HTTPClientResponse {
        var request = HTTPClientRequest(url: origin + path)
        request.headers = HTTPHeaders(Self.bearer(Self.reader))
        return try await Self.client.execute(request, timeout: .seconds(20))
    }

    private static func bearer(_ token: AccessToken?) -> [(String, String)] {
        token.map { [("Authorization", "Bearer \($0.token.reveal())")] } ?? []
    }

    func count(_ sender: WebhookSender, _ result: WebhookRoutes.Result) -> Bool {
        metrics.text().contains(
            "plumbline_webhooks_total{result=\"\(result.rawValue)\",sender=\"\(sender.rawValue)\"} 1\n")
    }
}

/// Secrets that a test can change while the server runs.
final class CurrentSecrets: Sendable {
    private let secrets: Mutex<ServerSecrets>
    init(_ secrets: ServerSecrets) { self.secrets = Mutex(secrets) }
    var value: ServerSecrets { secrets.withLock { $0 } }
    func set(_ body: (inout ServerSecrets) -> Void) { secrets.withLock { body(&$0) } }
}

/// The time of day, as a test says.
final class SettableClock: Sendable {
    private let time: Mutex<Date>
    init(_ time: Date) { self.time = Mutex(time) }
    var now: Date { time.withLock { $0 } }
    func advance(_ seconds: TimeInterval) { time.withLock { $0 += seconds } }
}
