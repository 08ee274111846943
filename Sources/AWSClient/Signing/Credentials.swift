/// What AWS knows a caller by.
struct Credentials: Sendable, Equatable {
    let accessKeyID: String
    let secretAccessKey: Secret
    /// Only temporary credentials have one.
    var sessionToken: Secret?
    /// When they end, in seconds since 1970. Nil when they do not.
    var expiration: Double?
}
