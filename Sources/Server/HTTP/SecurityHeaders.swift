import Hummingbird

/// Puts on every answer what keeps browsers from doing more with it than showing it: no content from elsewhere, no frame, no
/// guessed types, nothing kept.
///
/// `Referrer-Policy` is `same-origin` and not `no-referrer`, under which browsers send `Origin: null` with the
/// pages' own forms (https://fetch.spec.whatwg.org/#append-a-request-origin-header).
struct SecurityHeaders: RouterMiddleware {
    typealias Context = ServerContext

    static let contentPolicy = [
        "default-src 'none'", "style-src 'self'", "script-src 'self'", "connect-src 'self'", "img-src 'self'",
        "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
    ].joined(separator: "; ")

    func handle(
        _ request: Request, context: ServerContext, next: (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            response = try await next(request, context)
        } catch let error as any HTTPResponseError {
            response = try error.response(from: request, context: context)
        } catch is CancellationError {
            throw CancellationError()
        } catch {
            // What went wrong inside is for the log, not for the caller.
            context.logger.error("request failed", metadata: ["error": "\(error)"])
            response = try ServerError(
                .internalServerError, "internal", "Plumbline could not answer this; its log says why."
            ).response(from: request, context: context)
        }
        response.headers.put("content-security-policy", Self.contentPolicy)
        response.headers.put("x-content-type-options", "nosniff")
        response.headers.put("x-frame-options", "DENY")
        response.headers.put("referrer-policy", "same-origin")
        response.headers.put("cross-origin-opener-policy", "same-origin")
        response.headers.put("cross-origin-resource-policy", "same-origin")
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        return response
    }
}
