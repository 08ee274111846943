import CLibgit2
import GitMessages

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Holds the key that an SSH server shows against the keys that it may have.
enum HostKeyCheck {
    /// Nil when the key is one of `accepted`.
    static func failure(of shown: git_cert_hostkey, against accepted: [HostKey], host: String) -> GitFailure? {
        guard !accepted.isEmpty else {
            return GitFailure(code: .unknownHost, text: "known_hosts has no line for \(host)")
        }
        guard shown.type.rawValue & GIT_CERT_SSH_RAW.rawValue != 0, let bytes = shown.hostkey else {
            return GitFailure(code: .hostKeyMismatch, text: "\(host) shows no key that can be compared")
        }
        let key = Data(bytes: bytes, count: shown.hostkey_len)
        if accepted.contains(where: { Data(base64Encoded: $0.key) == key }) { return nil }
        let algorithm = algorithm(of: key)
        if accepted.contains(where: { $0.algorithm == algorithm }) {
            return GitFailure(
                code: .hostKeyMismatch,
                text: "\(host) shows another \(algorithm) key than known_hosts holds"
            )
        }
        let known = Set(accepted.map(\.algorithm)).sorted().joined(separator: ", ")
        return GitFailure(
            code: .hostKeyMismatch,
            text: "\(host) shows an \(algorithm) key, known_hosts holds only \(known); "
                + "add the line that `ssh-keyscan -t \(algorithm) \(host)` prints, once it is verified"
        )
    }

    /// A key begins with the name of its algorithm: four bytes of length, then the name (RFC 4253, 6.6).
    private static func algorithm(of key: Data) -> String {
        let length = key.prefix(4).reduce(0) { $0 << 8 | Int($1) }
        guard length > 0, length <= 64, key.count >= 4 + length else { return "unknown" }
        return String(decoding: key.dropFirst(4).prefix(length), as: UTF8.self)
    }
}
