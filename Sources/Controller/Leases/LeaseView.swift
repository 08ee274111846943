/// What the lease table holds of one installation, from one consistent read.
struct LeaseView: Sendable, Equatable {
    /// By environment.
    var leases: [String: LeaseRecord] = [:]
    /// By session.
    var members: [String: MemberRecord] = [:]
}

/// One lease as the table has it.
struct LeaseRecord: Sendable, Hashable {
    /// Counts the times it was taken.
    var fence: Int
    /// The session that took it last; nil when that gave it back.
    var holder: String?
    /// Whose session it is, for people.
    var replica: String?
    /// When it was taken, in seconds since 1970 by the holder's clock; for people.
    var since: Int?
    /// The mark that somebody on another replica left for the holder, each time another one.
    var mark: String?
    /// Who left it.
    var asker: String?
}

/// One life of a replica as the table has it. It is removed when the replica leaves, or when another has found it
/// silent for a lease's duration; whoever was removed begins a new session.
struct MemberRecord: Sendable, Hashable {
    /// Grows with every sign of life.
    var beat: Int
    /// How many leases it would take. One that wants none, as long as it cannot read the manifests, gets no share.
    var wants = 0
    var replica: String
    /// The newest commit of the config repository that it has seen.
    var seen: String?
}
