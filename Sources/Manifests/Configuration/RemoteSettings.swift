/// A repository, and how to be let in.
public struct RemoteSettings: Hashable, Sendable {
    /// `https`, `ssh`, `file`, `user@host:path`, or a path.
    public var url = ""
    /// The branch (or tag) that counts; only for the config repository.
    public var ref = "main"
    /// The directory with the manifests; only for the config repository.
    public var path = ""
    public var token: SecretSource?
    public var username: String?
    public var password: SecretSource?
    public var sshKey: SecretSource?
    public var sshPassphrase: SecretSource?
    public var knownHosts: String?
    public var caFile: String?

    public init() {}

    /// Every secret that is named, with its key.
    public var secrets: [(key: String, secret: SecretSource)] {
        [("token", token), ("password", password), ("sshKey", sshKey), ("sshPassphrase", sshPassphrase)]
            .compactMap { key, secret in secret.map { (key, $0) } }
    }
}

extension RemoteSettings: ManifestObject {
    static let fields: [ManifestField<RemoteSettings>] = [
        .required("url", \.url, .remote, "Where it is: https, ssh, file, user@host:path, or a path."),
        .optional("ref", \.ref, .line, "The branch (or tag) that counts."),
        .optional("path", \.path, .text(lengths: 0...1024) { _ in nil }, "The directory with the manifests."),
        .optional("token", \.token, .secret, "A token for HTTPS."),
        .optional("username", \.username, .line, "A user's name for HTTPS, with password."),
        .optional("password", \.password, .secret, "That user's password."),
        .optional("sshKey", \.sshKey, .secret, "A private key for SSH, ed25519 or ECDSA."),
        .optional("sshPassphrase", \.sshPassphrase, .secret, "The passphrase of that key."),
        .optional("knownHosts", \.knownHosts, .line, "The known_hosts file that SSH servers are checked against."),
        .optional("caFile", \.caFile, .line, "Certificates that HTTPS servers are checked against."),
    ]

    func validate(_ check: inout ManifestDecoder) {
        let ways = ["token", "username", "sshKey"].filter { check.isGiven($0) }
        if ways.count > 1 {
            check.error("there are several ways to be let in: keep one of \(ways.joined(separator: ", "))", at: ways[1])
        }
        if check.isGiven("username") != check.isGiven("password") {
            check.error("username and password go together: add the other one", at: "username", "password")
        }
        if check.isGiven("sshPassphrase"), !check.isGiven("sshKey") {
            check.error(
                "sshPassphrase has no effect without sshKey: add it, or remove the passphrase", at: "sshPassphrase")
        }
    }
}

extension FieldType where Value == String {
    /// A repository's address; one with a password or a token in it is refused without being shown.
    static let remote = FieldType<String>(
        schema: { [("type", .string("string")), ("minLength", .integer(1))] },
        decode: { node, decoder in
            guard let text = decoder.text(node) else { return nil }
            if text.isEmpty || text.contains(where: \.isWhitespace) {
                decoder.error("\(decoder.key) must be the address of a repository, without spaces")
                return nil
            }
            if let start = text.firstRange(of: "://"),
                let user = text[start.upperBound...].prefix(while: { $0 != "/" })
                    .split(separator: "@", omittingEmptySubsequences: false).dropLast().last,
                // Over HTTPS a forge takes a token as the name of a user, too.
                user.contains(":") || text.lowercased().hasPrefix("http")
            {
                decoder.error(
                    "\(decoder.key) holds a password: take it out, and name it under token or password instead")
                return nil
            }
            return text
        }
    )
}

/// Where the status branch is.
public struct StatusSettings: Hashable, Sendable {
    /// nil for the config repository.
    public var repository: RemoteSettings?
    public var branch = "plumbline/status"

    public init() {}
}

extension StatusSettings: ManifestObject {
    static let fields: [ManifestField<StatusSettings>] = [
        .optional("repository", \.repository, .object(), "Another repository for it."),
        .optional("branch", \.branch, .line, "The branch's name."),
    ]
}

/// How commits are made.
public struct CommitSettings: Hashable, Sendable {
    public var name = "Plumbline"
    public var email = "plumbline@localhost"
    public var signingKey: SecretSource?

    public init() {}
}

extension CommitSettings: ManifestObject {
    static let fields: [ManifestField<CommitSettings>] = [
        .optional("name", \.name, .line, "The author's name."),
        .optional("email", \.email, .email, "The author's address."),
        .optional("signingKey", \.signingKey, .secret, "An OpenSSH ed25519 private key that signs every commit."),
    ]
}
