/// Who may change which environment: one lease for each, held by one replica at a time, and one (`Lease.forge`) for what
/// concerns all.
///
/// The holder starts no change without asking (`LeaseGuard.mayStart`); a replica that lost its lease thereby starts no
/// further one, whatever it believes and however long it slept.
public protocol Leases: Sendable {
    /// This replica's name, for people.
    var replica: String { get }

    /// Takes and renews leases until `stop()` is called or the task is cancelled. Leases of a cancelled one run out.
    /// - Throws: when there can be no leases; what passes by is told as `LeaseEvent.trouble` instead.
    func run() async throws(LeaseError)
    /// Says which environments there are to be shared from now on; those that are not among them are given back.
    func share(_ environments: Set<String>)
    /// The lease, when it is held right now.
    func held(_ environment: String) -> Lease?
    /// The replica that holds it, as far as is known.
    func holder(of environment: String) -> LeaseHolder?
    /// Asks whoever holds the lease to look again: it hears `LeaseEvent.asked`. One that takes the lease over meanwhile
    /// looks anyway. Safe to repeat; several askings may become one.
    /// - Throws: when the holder cannot be reached.
    func ask(_ environment: String, by person: String) async throws(LeaseError)
    /// Says which commit of the config repository is the newest here; replicas that have not seen it hear
    /// `LeaseEvent.seen`.
    func saw(_ commit: String)
    /// What happens from now on; ends when the leases are stopped.
    func events() -> AsyncStream<LeaseEvent>
    /// Notes that work on the environment begins: until as many `end` it is not handed over to another replica.
    func begin(_ environment: String) -> LeaseGuard?
    func end(_ environment: String)
    /// Gives everything back, so that others need not wait. Call it when no work runs any more.
    func stop() async
}

extension Leases {
    /// Does some work while the lease is held and not handed over to make shares even.
    /// - Returns: nil when the lease is not held; nothing was done then.
    public func working<Result>(
        on environment: String, _ work: (LeaseGuard) async throws -> Result
    ) async rethrows -> Result? {
        guard let permit = begin(environment) else { return nil }
        defer { end(environment) }
        return try await work(permit)
    }
}
