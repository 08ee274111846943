/// Why a commit does not count where signatures are required.
public struct SignatureRefusal: Error, Sendable, Hashable {
    public enum Code: String, Sendable {
        case unsigned
        /// The signature is of a kind, or made with a key of a kind, that is not supported.
        case unsupported
        case malformed
        /// The signature is not over this commit.
        case wrong
        case unknownSigner
        /// The key is known, but not for this: another namespace, another principal.
        case notAllowed
        /// The key does not count yet, or no more.
        case expired
        case revoked
    }

    public var code: Code
    /// What is wrong with the commit, as the end of a sentence about it.
    public var reason: String

    init(_ code: Code, _ reason: String) {
        self.code = code
        self.reason = reason
    }

    static let unsigned = SignatureRefusal(.unsigned, "it is not signed")

    static func malformed(_ reason: String) -> SignatureRefusal { SignatureRefusal(.malformed, reason) }
}
