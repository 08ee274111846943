import Crypto
import GitMessages

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// The keys that a `known_hosts` file holds for a host, by the format in sshd(8), "SSH_KNOWN_HOSTS FILE FORMAT".
enum KnownHosts {
    /// Every key by which the host may identify itself.
    ///
    /// Plain names, `[host]:port`, wildcards, negations and hashed names count. Lines marked `@revoked` take their
    /// key away; certificate authorities (`@cert-authority`) do not count, since the SSH library here has no host
    /// certificates.
    static func keys(for host: String, port: Int, in content: String) -> [HostKey] {
        let name = port == 22 ? host.lowercased() : "[\(host.lowercased())]:\(port)"
        var accepted: [HostKey] = []
        var revoked: Set<HostKey> = []
        for line in content.split(whereSeparator: \.isNewline) {
            var fields = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init)
            guard let first = fields.first, !first.hasPrefix("#") else { continue }
            let marker = first.hasPrefix("@") ? fields.removeFirst() : nil
            guard fields.count >= 3, matches(name, patterns: fields[0]) else { continue }
            let key = HostKey(algorithm: fields[1], key: fields[2])
            switch marker {
            case nil: accepted.append(key)
            case "@revoked": revoked.insert(key)
            default: continue
            }
        }
        return accepted.filter { !revoked.contains($0) }
    }

    private static func matches(_ name: String, patterns: String) -> Bool {
        if patterns.hasPrefix("|1|") { return matchesHash(name, patterns) }
        var isMatched = false
        for pattern in patterns.split(separator: ",").map({ $0.lowercased() }) {
            if pattern.hasPrefix("!") {
                if glob(Array(pattern.utf8.dropFirst()), Array(name.utf8)) { return false }
            } else if glob(Array(pattern.utf8), Array(name.utf8)) {
                isMatched = true
            }
        }
        return isMatched
    }

    /// `|1|salt|hash`: HMAC-SHA1 of the name, keyed by the salt.
    private static func matchesHash(_ name: String, _ pattern: String) -> Bool {
        let parts = pattern.split(separator: "|").map(String.init)
        guard parts.count == 3, let salt = Data(base64Encoded: parts[1]), let hash = Data(base64Encoded: parts[2])
        else { return false }
        return HMAC<Insecure.SHA1>.isValidAuthenticationCode(
            hash,
            authenticating: Data(name.utf8),
            using: SymmetricKey(data: salt)
        )
    }

    /// `*` stands for any characters, `?` for one.
    private static func glob(_ pattern: [UInt8], _ name: [UInt8]) -> Bool {
        var (p, n) = (0, 0)
        var star: (pattern: Int, name: Int)?
        while n < name.count {
            if p < pattern.count, pattern[p] == UInt8(ascii: "*") {
                star = (p, n)
                p += 1
            } else if p < pattern.count, pattern[p] == name[n] || pattern[p] == UInt8(ascii: "?") {
                p += 1
                n += 1
            } else if let last = star {
                star = (last.pattern, last.name + 1)
                p = last.pattern + 1
                n = last.name + 1
            } else {
                return false
            }
        }
        return pattern[p...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
