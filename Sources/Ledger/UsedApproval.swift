import Foundation

/// An approval by which a plan was carried out: it releases nothing any more.
///
/// Approvals of one plan are told apart by when they end. Only those that have not ended need to be remembered: one that has
/// releases nothing anyway.
public struct UsedApproval: Hashable, Sendable {
    /// Of the plan.
    public var digest: String
    /// When the approval ends, in whole seconds.
    public var until: Date

    public init(digest: String, until: Date) {
        self.digest = digest
        self.until = Date(timeIntervalSince1970: until.timeIntervalSince1970.rounded(.down))
    }
}
