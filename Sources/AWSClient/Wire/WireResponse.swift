/// What the HTTP server answered, whole.
struct WireResponse: Sendable {
    var status: Int
    /// Keyed by names in lower case.
    var headers: [String: String]
    var body: [UInt8]
}
