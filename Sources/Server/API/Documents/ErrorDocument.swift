/// Why a request was not followed.
struct ErrorDocument: Codable, Sendable, Hashable {
    struct Detail: Codable, Sendable, Hashable {
        var code: String
        var message: String
    }

    var error: Detail
}

/// What became of a webhook.
struct WebhookDocument: Codable, Sendable, Hashable {
    /// A word of `WebhookRoutes.Result`.
    var result: String
}

/// That an action was taken.
struct ActionDocument: Codable, Sendable, Hashable {
    var environment: String
    /// What happens now, for people.
    var message: String
    /// The replica that does it, where it matters which one; nil also while none holds the environment.
    @Nullable var holder: String? = nil

    static let schema = Schema.object([
        ("environment", .string), ("message", .string), ("holder", .optional(.string)),
    ])
}
