/// Asked before each change: whether the lease under which the work was begun is still the one that is held.
public struct LeaseGuard: Sendable {
    public let lease: Lease
    private let held: @Sendable () -> Lease?

    init(_ lease: Lease, held: @escaping @Sendable () -> Lease?) {
        self.lease = lease
        self.held = held
    }

    /// Cheap and exact: it turns false by the clock, without anybody being asked. A lease that was lost and gained
    /// again has another fence, so work begun under the old one does not go on under the new.
    public var mayStart: Bool { held() == lease }
}
