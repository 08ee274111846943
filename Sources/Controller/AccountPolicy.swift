import AWSResources

/// The permissions for one account, and whose they are.
public struct AccountPolicy: Sendable {
    /// Twelve digits; nil for the credentials that Plumbline starts with where they only assume roles.
    public var account: String?
    /// The role that the permissions are for; nil for the credentials that Plumbline starts with.
    public var roleARN: String?
    /// The environments, sorted.
    public var environments: [String]
    public var policy: PermissionPolicy
}
