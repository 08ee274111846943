import Hummingbird

/// The OpenAPI 3.1 document of the API, made from its routes.
struct OpenAPIDocument: Sendable {
    let routes: [APIRoute]

    static let components: [(String, Schema)] = [
        ("Overview", OverviewDocument.schema), ("Environment", EnvironmentDocument.schema),
        ("Resources", ResourcesDocument.schema), ("Plan", PlanDocument.schema), ("History", HistoryDocument.schema),
        ("Event", EventDocument.schema), ("Diagnostic", DiagnosticDocument.schema),
        ("Action", ActionDocument.schema),
        ("Error", .object([("error", .object([("code", .string), ("message", .string)]))])), ("Any", .any),
    ]

    var json: JSONValue {
        var paths: [String: [String: JSONValue]] = [:]
        for route in routes { paths[route.path, default: [:]][route.method.rawValue.lowercased()] = operation(route) }
        return [
            "openapi": "3.1.0",
            "info": [
                "title": "Plumbline", "version": "1",
                "summary": "What the controller knows, and what it can be asked to do.",
            ],
            "security": [["token": []]],
            "paths": .object(paths.mapValues { .object($0) }),
            "components": [
                "schemas": .object(Dictionary(Self.components.map { ($0, $1.json) }) { first, _ in first }),
                "securitySchemes": ["token": ["type": "http", "scheme": "bearer"]],
            ],
        ]
    }

    private func operation(_ route: APIRoute) -> JSONValue {
        var operation: [String: JSONValue] = [
            "operationId": .string(route.operation), "summary": .string(route.summary),
            "description": .string("Needs the right `\(route.right.rawValue)`."),
            "parameters": .array(parameters(route)), "responses": .object(responses(route)),
        ]
        if let body = route.body {
            operation["requestBody"] = ["required": true, "content": ["application/json": ["schema": body.json]]]
        }
        return .object(operation)
    }

    private func parameters(_ route: APIRoute) -> [JSONValue] {
        route.parameters.map { name in
            ["name": .string(name), "in": "path", "required": true, "schema": Schema.string.json]
        }
            + route.query.map { query in
                [
                    "name": .string(query.name), "in": "query", "description": .string(query.summary),
                    "schema": query.schema.json,
                ]
            }
    }

    private func responses(_ route: APIRoute) -> [String: JSONValue] {
        let isStream = route.mediaType != "application/json"
        let schema = isStream ? Schema.string : .component(route.answer)
        var responses: [String: JSONValue] = [
            "\(route.status.code)": [
                "description": .string(isStream ? "A stream of \(route.answer) documents." : route.answer),
                "content": .object([route.mediaType: ["schema": schema.json]]),
            ]
        ]
        let refusals: [(String, String, Bool)] = [
            ("400", "The request cannot be understood.", route.body != nil || !route.query.isEmpty),
            ("401", "Nobody is known by this token.", true), ("403", "The right is missing.", true),
            ("404", "There is no such thing.", !route.parameters.isEmpty),
            ("409", "It makes no sense as things are.", route.right == .act),
            (
                "502", "Git, or the replica that would have to do it, cannot be reached.",
                route.right == .act || route.answer == "History"
            ),
            ("503", "Too many streams are open.", isStream),
        ]
        for (status, description, applies) in refusals where applies {
            responses[status] = [
                "description": .string(description),
                "content": ["application/json": ["schema": Schema.component("Error").json]],
            ]
        }
        return responses
    }
}
