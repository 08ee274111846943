import Engine

/// Asked before each change: whether the lease under which the work was begun is still the one that is held.
public final class LeaseGuard: Sendable {
    public let lease: Lease
    /// Cheap and exact: it is refused by the clock, without anybody being asked. A lease that was lost and gained again has
    /// another fence, so work begun under the old one does not go on under the new.
    public let permit: StartPermit

    init(_ lease: Lease, held: @escaping @Sendable () -> Lease?) {
        self.lease = lease
        permit = StartPermit { held() == lease }
    }

    /// Turns false, and never true again.
    public var mayStart: Bool { permit.mayStart }
}
