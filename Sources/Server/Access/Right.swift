/// What a caller may do.
public enum Right: String, Sendable, Hashable, CaseIterable {
    /// See everything.
    case read
    /// Retry, suspend, resume and approve, and see everything.
    case act
}
