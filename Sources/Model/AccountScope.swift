/// One account in one region, and the role through which it is reached.
public struct AccountScope: Hashable, Sendable, Comparable, CustomStringConvertible {
    public var account: String
    public var region: String
    public var roleARN: String?
    public var externalID: String?

    public init(account: String, region: String, roleARN: String? = nil, externalID: String? = nil) {
        self.account = account
        self.region = region
        self.roleARN = roleARN
        self.externalID = externalID
    }

    public var description: String { "\(account)/\(region)" }

    public static func < (a: AccountScope, b: AccountScope) -> Bool {
        (a.account, a.region, a.roleARN ?? "", a.externalID ?? "")
            < (b.account, b.region, b.roleARN ?? "", b.externalID ?? "")
    }
}
