/// A condition of an environment, in kstatus' words.
public struct Condition: Hashable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
        /// AWS agrees with the revision.
        case ready = "Ready"
        /// Work is under way or will be tried again.
        case reconciling = "Reconciling"
        /// It will not go on without a person.
        case stalled = "Stalled"
    }

    public var kind: Kind
    public var isTrue: Bool
    /// One CamelCase word for programs.
    public var reason: String
    public var message: String

    public init(_ kind: Kind, _ isTrue: Bool, reason: String, message: String) {
        self.kind = kind
        self.isTrue = isTrue
        self.reason = reason
        self.message = message
    }
}
