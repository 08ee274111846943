import Synchronization

/// Asked before each change: whether the lease under which the work was begun is still the one that is held.
public final class LeaseGuard: Sendable {
    public let lease: Lease
    private let held: @Sendable () -> Lease?
    private let wasLost = Atomic(false)

    init(_ lease: Lease, held: @escaping @Sendable () -> Lease?) {
        self.lease = lease
        self.held = held
    }

    /// Cheap and exact: it turns false by the clock, without anybody being asked, and never true again. A lease that was
    /// lost and gained again has another fence, so work begun under the old one does not go on under the new.
    public var mayStart: Bool {
        guard !wasLost.load(ordering: .acquiring) else { return false }
        if held() == lease { return true }
        wasLost.store(true, ordering: .releasing)
        return false
    }
}
