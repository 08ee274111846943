import AWSClient

extension AWSSession {
    /// Repeats a call while AWS WAF cannot get hold of a load balancer or web ACL that was made a moment ago.
    ///
    /// It says so with an error of its own ("Retry your request", `WAFUnavailableEntityException`). The last answer
    /// counts.
    func whileWebACLWaits<Result>(_ call: () async throws -> Result) async throws -> Result {
        let pauses: [Duration] = [
            .seconds(1), .seconds(2), .seconds(4), .seconds(8), .seconds(16), .seconds(30), .seconds(60),
        ]
        return try await repeating(after: pauses, while: { $0.code == "WAFUnavailableEntityException" }, call)
    }
}
