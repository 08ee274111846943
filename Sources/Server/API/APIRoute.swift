import Foundation
import Hummingbird
import Model

/// One operation of the API: the router and the OpenAPI document are both made from it.
struct APIRoute: Sendable {
    typealias Handler = @Sendable (Request, ServerContext, Caller) async throws -> Response

    struct Query: Sendable {
        var name: String
        var summary: String
        var schema: Schema
    }

    var method: HTTPRequest.Method
    /// With `{name}` for what stands for something.
    var path: String
    /// One word for programs that are made from the document.
    var operation: String
    /// One line for people.
    var summary: String
    var right: Right
    var query: [Query] = []
    var body: Schema?
    /// The name of the component that a good answer is.
    var answer: String
    var mediaType = "application/json"
    /// Of a good answer.
    var status = HTTPResponse.Status.ok
    var handler: Handler

    /// As the router wants it: `{name}` is what the router itself understands.
    var pattern: RouterPath { RouterPath(path) }

    var parameters: [String] {
        path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
    }
}
