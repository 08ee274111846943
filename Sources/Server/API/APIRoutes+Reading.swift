import Foundation
import Hummingbird
import Model

extension APIRoutes {
    var reading: [APIRoute] { overview + ofOneEnvironment + past }

    private var overview: [APIRoute] {
        [
            APIRoute(
                method: .get, path: "/api/v1/environments", operation: "listEnvironments",
                summary: "The controller and all environments.", right: .read, answer: "Overview"
            ) { _, _, _ in try JSONText.response(OverviewDocument(await controller.overview())) }
        ]
    }

    private var ofOneEnvironment: [APIRoute] {
        [
            APIRoute(
                method: .get, path: "/api/v1/environments/{name}", operation: "getEnvironment",
                summary: "How one environment stands.", right: .read, answer: "Environment"
            ) { _, context, _ in try JSONText.response(EnvironmentDocument(await environment(context))) },
            APIRoute(
                method: .get, path: "/api/v1/environments/{name}/resources", operation: "listResources",
                summary: "Its resources, each with its state and what AWS holds.", right: .read, answer: "Resources"
            ) { _, context, _ in try JSONText.response(ResourcesDocument(await environment(context))) },
            APIRoute(
                method: .get, path: "/api/v1/environments/{name}/plan", operation: "getPlan",
                summary: "Its newest plan, with what became of its changes; 404 before the first.", right: .read,
                answer: "Plan"
            ) { _, context, _ in
                let state = try await environment(context)
                guard let plan = state.plan else {
                    throw ServerError(.notFound, "no-plan", "Nothing was planned for \(state.name) yet.")
                }
                return try JSONText.response(PlanDocument(plan, environment: state.name))
            },
            APIRoute(
                method: .get, path: "/api/v1/environments/{name}/history", operation: "getEnvironmentHistory",
                summary: "What was done with it, newest first.", right: .read, query: [Self.limit], answer: "History"
            ) { request, context, _ in try await history(environment(context).name, request, context) },
        ]
    }

    private var past: [APIRoute] {
        [
            APIRoute(
                method: .get, path: "/api/v1/history", operation: "getHistory",
                summary: "What was done, newest first.", right: .read, query: [Self.limit], answer: "History"
            ) { request, context, _ in try await history(nil, request, context) },
            APIRoute(
                method: .get, path: "/api/v1/events", operation: "watchEvents",
                summary: "What happens from now on, as server-sent events whose data is an Event.", right: .read,
                query: [APIRoute.Query(name: "environment", summary: "Only of this environment.", schema: .string)],
                answer: "Event", mediaType: "text/event-stream"
            ) { request, _, _ in
                let environment = request.uri.queryParameters["environment"].map(String.init)
                return try streams.response(await controller.events(), of: environment)
            },
        ]
    }

    private static let limit = APIRoute.Query(
        name: "limit", summary: "At most so many entries, 1 to 1000; 50 unless said.", schema: .integer)
}
