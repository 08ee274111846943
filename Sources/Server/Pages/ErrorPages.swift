import Foundation
import Hummingbird

/// Tells browsers in a page why a request was not followed, and leads who is not known to the login page.
struct ErrorPages: RouterMiddleware {
    typealias Context = ServerContext

    let library: PageLibrary

    func handle(
        _ request: Request, context: ServerContext, next: (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as any HTTPResponseError {
            let error = Self.told(error)
            guard Self.isForPeople(request) else { throw error }
            return page(error, request)
        }
    }

    private func page(_ error: ServerError, _ request: Request) -> Response {
        guard error.status == .unauthorized, request.headers.text("authorization") == nil else {
            let view = MessageView(error.status.reasonPhrase, error.message)
            return library.response("message", PageFrame(title: view.heading, page: view), status: error.status)
        }
        let isReading = request.method == .get
        let here = PageRoutes.local(isReading ? request.uri.description : nil)
        if isReading, request.headers.text("sec-fetch-site") == "cross-site", request.headers.text("cookie") == nil {
            return library.pass(to: here)
        }
        return .redirect(to: "/login?next=\(FormText.encoded(here))")
    }

    /// What is thrown by the framework has a status and perhaps a text, but no code.
    private static func told(_ error: any HTTPResponseError) -> ServerError {
        if let error = error as? ServerError { return error }
        let message = (error as? HTTPError)?.body
        if error.status == .notFound { return ServerError(.notFound, "not-found", message ?? "There is nothing here.") }
        return ServerError(error.status, "refused", message ?? "\(error.status.reasonPhrase).")
    }

    private static func isForPeople(_ request: Request) -> Bool {
        let path = request.uri.path
        let isForPrograms = ["/api/", "/webhooks/", "/metrics", "/healthz", "/readyz"].contains { path.hasPrefix($0) }
        return !isForPrograms && request.headers[values: .accept].contains { $0.contains("text/html") }
    }
}
