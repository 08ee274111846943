/// Whose signature a commit of the config repository has to carry.
public struct SignatureSettings: Hashable, Sendable {
    /// A file in the format of git's `gpg.ssh.allowedSignersFile`.
    public var allowedSigners: String?
    /// Patterns of the names in it that count, separated by commas.
    public var principals: String?
    /// A file with OpenPGP keys.
    public var keyring: String?

    public init() {}
}

extension SignatureSettings: ManifestObject {
    static let fields: [ManifestField<SignatureSettings>] = [
        .optional(
            "allowedSigners", \.allowedSigners, .line, "A file of those who sign with SSH keys, as git reads it."),
        .optional("principals", \.principals, .line, "Patterns of the names in it that count; all if left out."),
        .optional("keyring", \.keyring, .line, "A file with the OpenPGP keys that count, as gpg --export writes it."),
    ]

    func validate(_ check: inout ManifestDecoder) {
        if !check.isGiven("allowedSigners"), !check.isGiven("keyring") {
            check.error("\(check.key) requires signatures and says of nobody: add allowedSigners, keyring or both")
        }
        if check.isGiven("principals"), !check.isGiven("allowedSigners") {
            check.error("principals are names in allowedSigners: add it, or remove principals", at: "principals")
        }
    }
}
