/// What several kinds need while everything is read once: the first that asks reads it, the others get the same answer.
///
/// A round is as old as the look at AWS that it belongs to, and never used again.
public actor ObservationRound {
    private var answers: [String: Task<any Sendable, any Error>] = [:]

    public init() {}

    /// The answer for a key, read at most once; an error is the answer for all who ask.
    ///
    /// The read belongs to all who wait for it, so the cancellation of one does not end it.
    /// - Parameter key: the same for the same answer, such as the name of the call.
    public func once<T: Sendable>(_ key: String, _ read: @escaping @Sendable () async throws -> T) async throws -> T {
        let task = answers[key] ?? Task { try await read() }
        answers[key] = task
        guard let answer = try await task.value as? T else {
            throw ResourceError(.refused, operation: key, message: "two kinds ask for \(key) and mean different things")
        }
        return answer
    }
}
