import Hummingbird

/// Counts requests by route and status. Routes are counted by their pattern, so that no visitor can make labels up.
struct RequestCounter: RouterMiddleware {
    typealias Context = ServerContext

    let metrics: MetricsRegistry

    func handle(
        _ request: Request, context: ServerContext, next: (Request, ServerContext) async throws -> Response
    ) async throws -> Response {
        let began = ContinuousClock.now
        let response = try await next(request, context)
        let route =
            response.status == .notFound && context.endpointPath == "NotFound" ? "none" : context.endpointPath ?? "none"
        metrics.add(.httpRequests, 1, ["route": route, "status": "\(response.status.code)"])
        context.logger.debug(
            "request",
            metadata: [
                "method": "\(request.method)", "route": "\(route)", "status": "\(response.status.code)",
                "took": "\(ContinuousClock.now - began)",
            ])
        return response
    }
}
