import Crypto
import Foundation

/// Whose signature a commit has to carry to count.
public struct CommitTrust: Sendable, Hashable {
    /// The file of those who sign with SSH keys, in the format of `ALLOWED SIGNERS` in ssh-keygen(1).
    public var allowedSigners: String?
    /// Only signers of that file with such a name count; nil for all of them.
    public var principals: String?
    /// The file with the keys of those who sign with OpenPGP.
    public var keyring: String?
    /// The program that checks OpenPGP signatures.
    public var gpg = "gpg"

    public init(allowedSigners: String? = nil, principals: String? = nil, keyring: String? = nil) {
        self.allowedSigners = allowedSigners
        self.principals = principals
        self.keyring = keyring
    }

    /// Another one as soon as one of the files is: what was refused is judged anew then.
    public var fingerprint: String {
        var hash = SHA256()
        for file in [allowedSigners, keyring] {
            let content = file.flatMap { FileManager.default.contents(atPath: $0) } ?? Data()
            hash.update(data: Data("\(content.count) ".utf8))
            hash.update(data: content)
        }
        return Data(hash.finalize()).base64EncodedString()
    }

    /// Reads the files, as they are now.
    /// - Throws: when one cannot be used; then no signature can be found good.
    public func check() throws(GitError) { _ = try read() }

    /// Whether commits that are signed with this key count now.
    public func allows(_ key: CommitSigningKey) throws(GitError) -> Bool {
        let now = Int64(Date().timeIntervalSince1970)
        return try read().signers?
            .allows(key.publicKey, now: now, principals: principals.map { PatternList($0) }) ?? false
    }

    private func read() throws(GitError) -> (signers: AllowedSigners?, keyring: Keyring?) {
        var (signers, ring): (AllowedSigners?, Keyring?)
        if let allowedSigners {
            let content = try Self.content(allowedSigners, "the allowed signers")
            signers = try AllowedSigners(String(decoding: content, as: UTF8.self), file: allowedSigners)
        }
        if let keyring {
            ring = try Keyring(try Self.content(keyring, "the keyring"), file: keyring, program: gpg)
        }
        return (signers, ring)
    }

    private static func content(_ file: String, _ what: String) throws(GitError) -> Data {
        guard let content = FileManager.default.contents(atPath: file) else {
            throw GitError(
                code: .other, operation: "read \(what) \(file)",
                message: "it cannot be read, so no commit can be found good. Let this user read it.")
        }
        return content
    }

    /// Who signed a commit.
    /// - Parameters:
    ///   - bytes: the commit as it is stored.
    ///   - directory: where files of the check may be.
    /// - Throws: a `SignatureRefusal` when the commit does not count, a `GitError` when it cannot be judged.
    func signer(of bytes: [UInt8], in directory: String) async throws -> String {
        let (signers, ring) = try read()
        let commit = try SignedCommit(bytes)
        switch commit.kind {
        case .ssh:
            guard let signers else {
                throw SignatureRefusal(.unsupported, "it is signed with SSH, and no allowed signers are configured")
            }
            return try signers.signer(
                of: SSHSignature(armoured: commit.signature), over: commit.payload, time: commit.time,
                now: Int64(Date().timeIntervalSince1970), principals: principals.map { PatternList($0) })
        case .openPGP:
            guard let ring else {
                throw SignatureRefusal(.unsupported, "it is signed with OpenPGP, and no keyring is configured")
            }
            return try await ring.signer(of: commit, in: directory)
        case .x509:
            throw SignatureRefusal(.unsupported, "it is signed with an X.509 certificate, which is not supported")
        case .unknown: throw SignatureRefusal(.unsupported, "its signature is of a kind that is not known")
        }
    }
}
