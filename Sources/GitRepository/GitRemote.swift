/// A repository to read from or publish to, and what is needed to be let in.
public struct GitRemote: Sendable {
    /// An `https`, `http`, `ssh` or `file` URL, `user@host:path`, or a path to a bare or working repository.
    ///
    /// A user name and password in it are used when there is no ``credential``; no message ever shows them.
    public var url: String
    public var credential: GitCredential?
    /// The content of a `known_hosts` file. Without a line in it for the host, no SSH server is trusted.
    public var knownHosts: String?
    /// A file of certificates in PEM form that HTTPS servers are checked against, instead of the system's.
    public var certificateAuthorityFile: String?

    public init(
        url: String,
        credential: GitCredential? = nil,
        knownHosts: String? = nil,
        certificateAuthorityFile: String? = nil
    ) {
        self.url = url
        self.credential = credential
        self.knownHosts = knownHosts
        self.certificateAuthorityFile = certificateAuthorityFile
    }
}

/// A URL may hold a password, so it is shown without.
extension GitRemote: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { (try? RemoteAddress(url))?.display ?? "an address that cannot be read" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["url": description]) }
}

/// What is presented to a server that asks who is there.
public enum GitCredential: Sendable {
    /// An access token of a forge, presented as the password over HTTPS.
    case token(GitSecret)
    case basic(username: String, password: GitSecret)
    /// A private key in OpenSSH or PEM form, ed25519 or ECDSA: RSA keys fail against today's servers, since the
    /// library here signs with SHA-1 only.
    case sshKey(privateKey: GitSecret, passphrase: GitSecret?)

    /// The texts that no message may hold.
    var secrets: [String] {
        switch self {
        case .token(let token): [token.value]
        case .basic(_, let password): [password.value]
        case .sshKey(let key, let passphrase): [key.value] + (passphrase.map { [$0.value] } ?? [])
        }
    }
}
