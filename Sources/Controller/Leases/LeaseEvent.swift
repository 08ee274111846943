/// What became of the leases.
public enum LeaseEvent: Sendable, Hashable {
    case gained(Lease)
    /// No further change may be started; what runs should be stopped at its next wait. `why` is for people.
    case lost(environment: String, why: String)
    /// Somebody asked, on another replica, that the holder of this lease look again.
    case asked(environment: String, by: String)
    /// Another replica has seen a commit that this one has not.
    case seen(commit: String)
    /// The leases cannot be renewed; those that are held run out by themselves. Told once, until it has another cause.
    case trouble(String)
    /// They can be renewed again.
    case recovered
}
