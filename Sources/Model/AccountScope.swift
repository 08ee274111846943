/// One account in one region, and the role through which it is reached.
public struct AccountScope: Hashable, Sendable, Comparable, CustomStringConvertible {
    public var account: String
    public var region: String
    public var roleARN: String?
    public var externalID: String?
    /// Of the role's session, where AWS's own log and policies are to see them.
    public var sessionTags: [String: String]

    public init(
        account: String, region: String, roleARN: String? = nil, externalID: String? = nil,
        sessionTags: [String: String] = [:]
    ) {
        self.account = account
        self.region = region
        self.roleARN = roleARN
        self.externalID = externalID
        self.sessionTags = sessionTags
    }

    public var description: String { "\(account)/\(region)" }

    public static func < (a: AccountScope, b: AccountScope) -> Bool {
        (a.account, a.region, a.roleARN ?? "", a.externalID ?? "", a.tagText)
            < (b.account, b.region, b.roleARN ?? "", b.externalID ?? "", b.tagText)
    }

    private var tagText: String { sessionTags.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: ",") }
}
