import AWSClient

extension AWSSession {
    /// Repeats a call while AWS answers it with an error that passes by itself, after each of the pauses. The last answer
    /// counts, and so does any other error.
    ///
    /// What is called has to be safe to repeat.
    func repeating<Result>(
        after pauses: [Duration] = AWSSession.pausesUntilSeen, while passes: (AWSError) -> Bool,
        _ call: () async throws -> Result
    ) async throws -> Result {
        for pause in pauses {
            do {
                return try await call()
            } catch let error as AWSError where passes(error) {
                try await Task.sleep(for: pause)
            }
        }
        return try await call()
    }

    /// The pauses between calls to a service that does not see yet what IAM has: most often some seconds, at times most
    /// of a minute (https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot.html#troubleshoot_general_eventual-consistency).
    static let pausesUntilSeen: [Duration] =
        [.seconds(1), .seconds(2), .seconds(4), .seconds(8)] + Array(repeating: .seconds(15), count: 3)
}
