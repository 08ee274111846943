import Model

/// The resources of an environment.
struct ResourcesDocument: Codable, Sendable, Hashable {
    struct ResourceDocument: Codable, Sendable, Hashable {
        var address: String
        var type: String
        @Nullable var identifier: String?
        var dependencies: [String]
        var fields: [String: JSONValue]
        var health: String
        @Nullable var message: String?

        init(_ resource: ResourceState) {
            address = resource.address.path
            type = resource.type.name
            identifier = resource.identifier
            dependencies = resource.dependencies.map(\.path)
            fields = resource.fields.mapValues { JSONValue($0) }
            health = resource.health.rawValue
            message = resource.message
        }
    }

    var environment: String
    var resources: [ResourceDocument]

    init(_ state: EnvironmentState) {
        environment = state.name
        resources = state.resources.map(ResourceDocument.init)
    }

    static let schema = Schema.object([
        ("environment", .string),
        (
            "resources",
            .array(
                .object([
                    ("address", .string), ("type", .string), ("identifier", .optional(.string)),
                    ("dependencies", .array(.string)), ("fields", .map(.any)),
                    ("health", .words(ResourceState.Health.allCases.map(\.rawValue))), ("message", .optional(.string)),
                ]))
        ),
    ])
}
