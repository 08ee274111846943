extension AWSClient {
    /// Sends a request whose repetition would have a second effect.
    ///
    /// Like `send`, but a failure that leaves open whether the request had its effect (`AWSError.isAmbiguous`) is thrown
    /// and not retried: the caller has to look before it sends again. Refusals such as throttling are retried.
    public func sendOnce<R: AWSRequest>(_ request: R) async throws(AWSError) -> R.Response {
        let call = try WireCall(request)
        return try await perform(call, once: true).decoded(as: R.Response.self, of: R.action)
    }
}

extension AWSError {
    /// Whether the request may have had its effect though it failed: the connection broke, no answer came in time, or
    /// the answer was a fault of the server.
    public var isAmbiguous: Bool { isRetryable && !isThrottling }
}
