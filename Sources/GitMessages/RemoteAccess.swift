/// All that is needed to reach one remote repository.
public struct RemoteAccess: Codable, Sendable {
    /// The address without any secret in it: an absolute path, or an `http`, `https` or `ssh` URL.
    public var url: String
    /// True for a repository on this machine, where ``url`` is a path.
    public var isLocal: Bool
    public var credential: RemoteCredential?
    /// The keys by which an SSH server may identify itself; any other is refused, and so is every key of an empty list.
    public var hostKeys: [HostKey]

    public init(url: String, isLocal: Bool, credential: RemoteCredential?, hostKeys: [HostKey]) {
        self.url = url
        self.isLocal = isLocal
        self.credential = credential
        self.hostKeys = hostKeys
    }
}

/// What is presented to a remote that asks who is there.
public enum RemoteCredential: Codable, Sendable {
    case password(username: String, password: String)
    case sshKey(username: String, privateKey: String, passphrase: String?)
}

/// A public key of an SSH server, as a `known_hosts` line holds it.
public struct HostKey: Codable, Sendable, Hashable {
    /// The key's algorithm, such as `ssh-ed25519`.
    public var algorithm: String
    /// The key in base64.
    public var key: String

    public init(algorithm: String, key: String) {
        self.algorithm = algorithm
        self.key = key
    }
}
