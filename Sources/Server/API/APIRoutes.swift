import Foundation
import Hummingbird
import Model

/// The JSON API.
struct APIRoutes: Sendable {
    let controller: any ControllerInterface
    let doors: Doors
    let links: CommitLinks
    let streams: EventStreams
    let now: @Sendable () -> Date

    func add(to router: some RouterMethods<ServerContext>) {
        for route in all {
            router.on(route.pattern, method: route.method) { request, context in
                let caller = try doors.open(request, context, for: route.right)
                if route.method != .get { try doors.checkAction(request, caller, context) }
                return try await route.handler(request, context, caller)
            }
        }
    }

    var all: [APIRoute] { reading + acting + [document] }

    private var document: APIRoute {
        APIRoute(
            method: .get, path: "/api/v1/openapi.json", operation: "openAPI", summary: "This document.", right: .read,
            answer: "Any"
        ) { _, _, _ in try JSONText.response(OpenAPIDocument(routes: all).json) }
    }

    func environment(_ context: ServerContext) async throws(ServerError) -> EnvironmentState {
        let name = context.parameter("name")
        guard let state = await controller.environment(name) else { throw .unknown(environment: name) }
        return state
    }

    func history(_ environment: String?, _ request: Request, _ context: ServerContext) async throws -> Response {
        let given = request.uri.queryParameters["limit"].map(String.init)
        let limit = given.flatMap(Int.init) ?? (given == nil ? 50 : 0)
        guard (1...1000).contains(limit) else {
            throw ServerError(.badRequest, "malformed", "`limit` is a number from 1 to 1000.")
        }
        let entries = try await controller.toldHistory(of: environment, limit: limit, logger: context.logger)
        return try JSONText.response(HistoryDocument(entries, links: links))
    }
}
