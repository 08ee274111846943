import Synchronization

/// The right to begin further changes: once it was refused it is never given again, whatever was asked says later.
///
/// Whoever lost a right for a moment cannot know what others did in that moment, so a plan that was made before must not go
/// on after it.
public final class StartPermit: Sendable {
    private let isGiven: @Sendable () -> Bool
    private let wasRefused = Atomic(false)

    /// - Parameter isGiven: asked at each use, from any thread; its first no stands.
    public init(_ isGiven: @escaping @Sendable () -> Bool = { true }) {
        self.isGiven = isGiven
    }

    /// Whether the next change may be begun now.
    public var mayStart: Bool {
        guard isGiven() else {
            wasRefused.store(true, ordering: .sequentiallyConsistent)
            return false
        }
        // Somebody else may have been refused while this one asked.
        return !wasRefused.load(ordering: .sequentiallyConsistent)
    }
}
