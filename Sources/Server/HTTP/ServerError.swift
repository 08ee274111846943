import Foundation
import Hummingbird
import Model

/// Why a request was not followed: `{"error":{"code":…,"message":…}}` with the status.
struct ServerError: HTTPResponseError, Hashable {
    var status: HTTPResponse.Status
    /// One word for programs.
    var code: String
    /// What happened and what to do next, for people.
    var message: String
    var headers: HTTPFields

    init(_ status: HTTPResponse.Status, _ code: String, _ message: String, headers: HTTPFields = [:]) {
        self.status = status
        self.code = code
        self.message = message
        self.headers = headers
    }

    static func unauthorized(_ message: String) -> ServerError {
        ServerError(
            .unauthorized, "unauthorized", message, headers: [.wwwAuthenticate: "Bearer realm=\"plumbline\""])
    }

    static func unknown(environment: String) -> ServerError {
        ServerError(.notFound, "unknown-environment", "There is no environment named \(environment).")
    }

    static func tooLarge(limit: Int) -> ServerError {
        // The rest of the body is of no interest, nor is what else comes on this connection.
        ServerError(
            .contentTooLarge, "too-large", "The body is larger than \(limit) bytes.", headers: [.connection: "close"])
    }

    static func tooSlow(within time: Duration) -> ServerError {
        ServerError(
            .requestTimeout, "too-slow", "The body was not there within \(time).",
            headers: [.connection: "close"])
    }

    /// The sender went away in the middle of the body.
    static let cutShort = ServerError(
        .badRequest, "cut-short", "The body is not complete.", headers: [.connection: "close"])

    init(_ refusal: ControllerRefusal) {
        switch refusal.code {
        case .unknown: self.init(.notFound, "unknown-environment", refusal.message)
        case .conflict: self.init(.conflict, "conflict", refusal.message)
        case .git: self.init(.badGateway, "git", refusal.message)
        case .unreachable: self.init(.badGateway, "unreachable", refusal.message)
        }
    }

    func response(from request: Request, context: some RequestContext) throws -> Response {
        var response = try JSONText.response(
            ErrorDocument(error: ErrorDocument.Detail(code: code, message: message)), status: status)
        for header in headers { response.headers[header.name] = header.value }
        return response
    }
}
