import Crypto
import CryptoExtras

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A public key by which SSH signatures are checked: ed25519, ECDSA over the NIST curves, RSA with SHA-2, and the first two
/// from security keys.
enum SSHPublicKey {
    case ed25519(Curve25519.Signing.PublicKey)
    case p256(P256.Signing.PublicKey)
    case p384(P384.Signing.PublicKey)
    case p521(P521.Signing.PublicKey)
    case rsa(_RSA.Signing.PublicKey)
    /// A key that a device holds: it signs the application's name, too, and whether somebody touched it.
    indirect case device(SSHPublicKey, application: [UInt8])

    static let types = [
        "ssh-ed25519", "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521", "ssh-rsa",
        "sk-ssh-ed25519@openssh.com", "sk-ecdsa-sha2-nistp256@openssh.com",
    ]

    /// The key of SSH's public key format (RFC 4253, section 6.6); nil for what is none, and for RSA of less than 2048 bits.
    init?(_ blob: [UInt8]) {
        var reader = SSHReader(blob)
        guard let type = reader.text(), let key = Self.read(type, &reader), reader.isAtEnd else { return nil }
        self = key
    }

    private static func read(_ type: String, _ reader: inout SSHReader) -> SSHPublicKey? {
        switch type {
        case "ssh-ed25519": return reader.string().flatMap(ed25519)
        case "sk-ssh-ed25519@openssh.com":
            guard let key = reader.string().flatMap(ed25519), let name = reader.string() else { return nil }
            return .device(key, application: name)
        case "ecdsa-sha2-nistp256", "ecdsa-sha2-nistp384", "ecdsa-sha2-nistp521":
            return reader.text() == type.split(separator: "-").last.map(String.init)
                ? reader.string().flatMap { point($0, type) } : nil
        case "sk-ecdsa-sha2-nistp256@openssh.com":
            guard reader.text() == "nistp256", let key = reader.string().flatMap({ point($0, "ecdsa-sha2-nistp256") }),
                let name = reader.string()
            else { return nil }
            return .device(key, application: name)
        case "ssh-rsa":
            guard let exponent = reader.string(), let modulus = reader.string(),
                let key = try? _RSA.Signing.PublicKey(
                    n: Data(modulus.drop { $0 == 0 }), e: Data(exponent.drop { $0 == 0 })),
                key.keySizeInBits >= 2048
            else { return nil }
            return .rsa(key)
        default: return nil
        }
    }

    private static func ed25519(_ bytes: [UInt8]) -> SSHPublicKey? {
        (try? Curve25519.Signing.PublicKey(rawRepresentation: bytes)).map { .ed25519($0) }
    }

    private static func point(_ bytes: [UInt8], _ type: String) -> SSHPublicKey? {
        switch type {
        case "ecdsa-sha2-nistp256": (try? P256.Signing.PublicKey(x963Representation: bytes)).map { .p256($0) }
        case "ecdsa-sha2-nistp384": (try? P384.Signing.PublicKey(x963Representation: bytes)).map { .p384($0) }
        default: (try? P521.Signing.PublicKey(x963Representation: bytes)).map { .p521($0) }
        }
    }

    /// Whether the signature, in SSH's signature format, is one of this key over the text.
    func isSignature(_ signature: [UInt8], over text: [UInt8]) -> Bool {
        var reader = SSHReader(signature)
        guard let algorithm = reader.text(), let raw = reader.string() else { return false }
        guard case .device(let key, let application) = self else {
            return reader.isAtEnd && isValid(raw, algorithm, over: text)
        }
        guard let flags = reader.take(1), let counter = reader.take(4), reader.isAtEnd else { return false }
        // The lowest bit: somebody was there and touched it.
        guard flags[0] & 1 == 1, algorithm.hasPrefix("sk-") else { return false }
        let signed = Array(SHA256.hash(data: application)) + flags + counter + Array(SHA256.hash(data: text))
        let plain = algorithm.dropFirst("sk-".count).prefix { $0 != "@" }
        return key.isValid(raw, String(plain), over: signed)
    }

    private func isValid(_ raw: [UInt8], _ algorithm: String, over text: [UInt8]) -> Bool {
        switch (self, algorithm) {
        case (.ed25519(let key), "ssh-ed25519"):
            return raw.count == 64 && key.isValidSignature(raw, for: text)
        case (.p256(let key), "ecdsa-sha2-nistp256"):
            return Self.pair(raw, 32).flatMap { try? P256.Signing.ECDSASignature(rawRepresentation: $0) }
                .map { key.isValidSignature($0, for: SHA256.hash(data: text)) } ?? false
        case (.p384(let key), "ecdsa-sha2-nistp384"):
            return Self.pair(raw, 48).flatMap { try? P384.Signing.ECDSASignature(rawRepresentation: $0) }
                .map { key.isValidSignature($0, for: SHA384.hash(data: text)) } ?? false
        case (.p521(let key), "ecdsa-sha2-nistp521"):
            return Self.pair(raw, 66).flatMap { try? P521.Signing.ECDSASignature(rawRepresentation: $0) }
                .map { key.isValidSignature($0, for: SHA512.hash(data: text)) } ?? false
        case (.rsa(let key), "rsa-sha2-256"):
            let signature = _RSA.Signing.RSASignature(rawRepresentation: raw)
            return key.isValidSignature(signature, for: SHA256.hash(data: text), padding: .insecurePKCS1v1_5)
        case (.rsa(let key), "rsa-sha2-512"):
            let signature = _RSA.Signing.RSASignature(rawRepresentation: raw)
            return key.isValidSignature(signature, for: SHA512.hash(data: text), padding: .insecurePKCS1v1_5)
        // Above all ssh-rsa, which is SHA-1.
        default: return false
        }
    }

    /// The two numbers of an ECDSA signature (RFC 5656, section 3.1.2), each in so many bytes.
    private static func pair(_ raw: [UInt8], _ count: Int) -> [UInt8]? {
        var reader = SSHReader(raw)
        guard let first = reader.integer(bytes: count), let second = reader.integer(bytes: count), reader.isAtEnd
        else { return nil }
        return first + second
    }
}
