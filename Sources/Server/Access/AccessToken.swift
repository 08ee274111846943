import Model

/// A token by which a program or a person comes in.
public struct AccessToken: Sendable, Hashable {
    /// Whose it is: it stands in logs and as the author of what was asked with it.
    public var name: String
    public var token: Secret
    public var rights: Set<Right>

    public init(name: String, token: Secret, rights: Set<Right>) {
        self.name = name
        self.token = token
        self.rights = rights
    }
}
