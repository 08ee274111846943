import Crypto

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A signature as `ssh-keygen -Y sign` writes it; the format is written in OpenSSH's `PROTOCOL.sshsig`.
struct SSHSignature {
    /// The key that it says it is of, in SSH's public key format.
    var key: [UInt8]
    /// What for: `git` for commits.
    var namespace: String
    private var reserved: [UInt8]
    private var hash: String
    private var signature: [UInt8]

    /// - Throws: `malformed` for what is none.
    init(armoured: [UInt8]) throws(SignatureRefusal) {
        let lines = String(decoding: armoured, as: UTF8.self).split(whereSeparator: \.isNewline)
        guard lines.first == "-----BEGIN SSH SIGNATURE-----", lines.last == "-----END SSH SIGNATURE-----",
            let data = Data(base64Encoded: lines.dropFirst().dropLast().joined())
        else { throw .malformed("its SSH signature cannot be read") }
        var reader = SSHReader([UInt8](data))
        guard reader.take(6) == Array("SSHSIG".utf8), reader.number() == 1, let key = reader.string(),
            let namespace = reader.text(), let reserved = reader.string(), let hash = reader.text(),
            let signature = reader.string(), reader.isAtEnd
        else { throw .malformed("its SSH signature cannot be read") }
        self.key = key
        self.namespace = namespace
        self.reserved = reserved
        self.hash = hash
        self.signature = signature
    }

    /// Whether it is the key's own over these bytes.
    func isOver(_ payload: [UInt8], by key: SSHPublicKey) -> Bool {
        let digest: [UInt8]
        switch hash {
        case "sha256": digest = Array(SHA256.hash(data: payload))
        case "sha512": digest = Array(SHA512.hash(data: payload))
        default: return false
        }
        let parts = [Array(namespace.utf8), reserved, Array(hash.utf8), digest]
        return key.isSignature(signature, over: Array("SSHSIG".utf8) + parts.flatMap(Self.string))
    }

    /// The key's fingerprint, as `ssh-keygen -l` shows it.
    var fingerprint: String { Self.fingerprint(of: key) }

    static func fingerprint(of key: [UInt8]) -> String {
        let text = Data(SHA256.hash(data: key)).base64EncodedString()
        return "SHA256:" + text.prefix { $0 != "=" }
    }

    private static func string(_ bytes: [UInt8]) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: bytes.count >> (24 - 8 * $0)) } + bytes
    }
}
