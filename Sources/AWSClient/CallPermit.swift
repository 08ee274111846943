/// Says whether a task's next request may be sent, and how long it may be waited for.
///
/// A type of its own around the functions: optimised builds of Swift 6.3 crash in `withValue` of a task-local value that is a
/// bare function.
public struct CallPermit: Sendable {
    /// Something that takes its time, such as a sleep.
    public typealias Wait = @Sendable () async throws -> Void

    private let isGiven: @Sendable () -> Bool
    private let waiting: @Sendable (@escaping Wait) async throws -> Void

    /// - Parameters:
    ///   - isGiven: asked before each request, from any thread.
    ///   - waiting: goes through a wait for a request's turn among AWS's limits, in which nothing of the request was sent yet; an
    ///     error of its own gives the request up, as cancelled.
    public init(
        _ isGiven: @escaping @Sendable () -> Bool,
        waiting: @escaping @Sendable (@escaping Wait) async throws -> Void = { try await $0() }
    ) {
        self.isGiven = isGiven
        self.waiting = waiting
    }

    var maySend: Bool { isGiven() }

    func wait(_ wait: @escaping Wait) async throws { try await waiting(wait) }
}
