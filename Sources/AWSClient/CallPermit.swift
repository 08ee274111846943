/// Says whether a task's next request may be sent.
///
/// A type of its own around the function: optimised builds of Swift 6.3 crash in `withValue` of a task-local value that is a
/// bare function.
public struct CallPermit: Sendable {
    private let isGiven: @Sendable () -> Bool

    /// - Parameter isGiven: asked before each request, from any thread.
    public init(_ isGiven: @escaping @Sendable () -> Bool) {
        self.isGiven = isGiven
    }

    var maySend: Bool { isGiven() }
}
