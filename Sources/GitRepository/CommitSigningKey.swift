import Crypto

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// An ed25519 key with which commits are signed as `git commit -S` with `gpg.format=ssh` does.
///
/// The file's format is written in OpenSSH's `PROTOCOL.key`, the signature's in its `PROTOCOL.sshsig`.
public struct CommitSigningKey: Sendable, CustomStringConvertible, CustomReflectable {
    private let key: Curve25519.Signing.PrivateKey

    /// - Parameter file: the content of an OpenSSH private key file without passphrase.
    /// - Throws: `authenticationFailed` for what is no such key; the message shows nothing of it.
    public init(file: String) throws(GitError) {
        guard let key = Self.read(file) else {
            throw GitError(
                code: .authenticationFailed,
                operation: "read the signing key",
                message: "it must be an OpenSSH private key of type ed25519 without passphrase, as "
                    + "`ssh-keygen -t ed25519 -N \"\"` makes it."
            )
        }
        self.key = key
    }

    public var description: String { "•••" }
    public var customMirror: Mirror { Mirror(self, children: []) }

    private static let type = Array("ssh-ed25519".utf8)

    private static func read(_ file: String) -> Curve25519.Signing.PrivateKey? {
        let lines = file.split(whereSeparator: \.isNewline).map(String.init)
        guard lines.first == "-----BEGIN OPENSSH PRIVATE KEY-----", lines.last == "-----END OPENSSH PRIVATE KEY-----",
            let data = Data(base64Encoded: lines.dropFirst().dropLast().joined())
        else { return nil }
        var reader = SSHReader([UInt8](data))
        guard reader.take("openssh-key-v1\0".utf8.count) == Array("openssh-key-v1\0".utf8),
            reader.string() == Array("none".utf8), reader.string() == Array("none".utf8), reader.string() != nil,
            reader.number() == 1, reader.string() != nil, let secret = reader.string()
        else { return nil }
        var inner = SSHReader(secret)
        guard let check = inner.number(), inner.number() == check, inner.string() == type, inner.string() != nil,
            let pair = inner.string(), pair.count == 64
        else { return nil }
        return try? Curve25519.Signing.PrivateKey(rawRepresentation: pair.prefix(32))
    }

    /// The public half, as SSH writes it.
    var publicKey: [UInt8] { Self.string(Self.type) + Self.string([UInt8](key.publicKey.rawRepresentation)) }

    /// The armoured signature of a commit's text.
    func signature(of text: String) throws(GitError) -> String {
        let namespace = Array("git".utf8)
        let hash = Array("sha512".utf8)
        let digest = Array(SHA512.hash(data: Data(text.utf8)))
        let signed = Array("SSHSIG".utf8) + [namespace, [], hash, digest].flatMap(Self.string)
        let raw: Data
        do {
            raw = try key.signature(for: signed)
        } catch {
            throw GitError(
                code: .other, operation: "sign the commit", message: "the signing key does not sign.", cause: error)
        }
        let signature = Self.string(Self.type) + Self.string([UInt8](raw))
        let blob =
            Array("SSHSIG".utf8) + [0, 0, 0, 1]
            + [publicKey, namespace, [], hash, signature].flatMap(Self.string)
        var base64 = Data(blob).base64EncodedString()[...]
        var lines: [Substring] = []
        while !base64.isEmpty {
            lines.append(base64.prefix(70))
            base64 = base64.dropFirst(70)
        }
        return (["-----BEGIN SSH SIGNATURE-----"] + lines.map(String.init) + ["-----END SSH SIGNATURE-----"])
            .joined(separator: "\n")
    }

    /// Bytes with their length before them.
    private static func string(_ bytes: [UInt8]) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: bytes.count >> (24 - 8 * $0)) } + bytes
    }
}
