import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

extension Controller {
    /// What a controller's server answered. Redirects are not followed, and cookies not kept.
    struct Answer: Sendable {
        var status: Int
        var headers: HTTPHeaders
        var text: String
    }

    func get(_ path: String, token: String? = nil, headers: [String: String] = [:]) async throws -> Answer {
        let bearer = token.map { ["Authorization": "Bearer \($0)"] } ?? [:]
        return try await send(.GET, path, nil, headers.merging(bearer) { $1 })
    }

    func post(_ path: String, _ body: String, headers: [String: String] = [:]) async throws -> Answer {
        try await send(.POST, path, body, ["Content-Type": "application/json"].merging(headers) { $1 })
    }

    /// A form as a browser sends it from a page of this controller's.
    func submit(_ path: String, _ form: String) async throws -> Answer {
        let origin = "http://127.0.0.1:\(try await port())"
        return try await send(
            .POST, path, form, ["Content-Type": "application/x-www-form-urlencoded", "Origin": origin])
    }

    /// A webhook, as its sender signs it.
    func deliver(_ delivery: Delivery) async throws -> Answer {
        try await post(delivery.path, delivery.body, headers: delivery.headers)
    }

    private func send(
        _ method: HTTPMethod, _ path: String, _ body: String?, _ headers: [String: String]
    ) async throws -> Answer {
        var request = HTTPClientRequest(url: "http://127.0.0.1:\(try await port())/\(path)")
        request.method = method
        request.headers = HTTPHeaders(headers.map { ($0.key, $0.value) })
        request.body = body.map { .bytes(ByteBuffer(string: $0)) }
        let response = try await Self.client.execute(request, timeout: .seconds(30))
        let bytes = try await response.body.collect(upTo: 16 << 20)
        return Answer(status: Int(response.status.code), headers: response.headers, text: String(buffer: bytes))
    }

    private static let client: HTTPClient = {
        var configuration = HTTPClient.Configuration()
        configuration.redirectConfiguration = .disallow
        return HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    }()
}
