import Foundation

/// Who holds a lease, for people.
public struct LeaseHolder: Sendable, Hashable {
    /// The replica's name.
    public var replica: String
    /// When it was taken, by that replica's own clock; nil when that is not known.
    public var since: Date?

    public init(replica: String, since: Date? = nil) {
        self.replica = replica
        self.since = since
    }
}
