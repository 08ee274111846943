import GitMessages

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// A remote made ready for the helper: the address taken apart, the credential in the form that the transport takes,
/// and what must be kept out of messages.
struct RemoteConnection: Sendable {
    let address: RemoteAddress
    let access: RemoteAccess
    let usesRSA: Bool
    private let secrets: [GitSecret]

    init(_ remote: GitRemote) throws(GitError) {
        address = try RemoteAddress(remote.url)
        var secrets = remote.credential?.secrets ?? []
        var hostKeys: [HostKey] = []
        let url: String
        switch address {
        case .local(let path):
            url = path
        case .http(let plain, let username, let password):
            url = plain
            // A user name alone may be a token too.
            secrets += [password ?? (remote.credential == nil ? username : nil)].compactMap { $0 }
        case .ssh(_, let host, let port, _):
            url = address.display
            hostKeys = KnownHosts.keys(for: host, port: port, in: remote.knownHosts ?? "")
        }
        let credential = try Self.credential(remote.credential, for: address)
        access = RemoteAccess(url: url, isLocal: address.isLocal, credential: credential, hostKeys: hostKeys)
        usesRSA = remote.credential?.isRSAKey ?? false
        self.secrets = secrets.flatMap { [$0, PercentEncoding.encode($0)] }.filter { !$0.isEmpty }.map { GitSecret($0) }
    }

    /// The text with every secret in it covered, and of a very long one the beginning: it may hold a remote's words, and goes
    /// into logs and on pages.
    func redacted(_ text: String) -> String {
        let limit = 4000
        let covered = secrets.reduce(text) { $0.replacing($1.value, with: "•••") }
        return covered.utf8.count > limit ? String(covered.unicodeScalars.prefix(limit)) : covered
    }

    private static func credential(
        _ credential: GitCredential?,
        for address: RemoteAddress
    ) throws(GitError) -> RemoteCredential? {
        switch (address, credential) {
        case (.local, _), (.ssh, nil):
            return nil
        case (.http(_, let username, let password), nil):
            guard username != nil || password != nil else { return nil }
            return .password(username: username ?? "", password: password ?? "")
        case (.http(_, let username, _), .token(let token)):
            return .password(username: username ?? "x-access-token", password: token.value)
        case (.http, .basic(let username, let password)), (.ssh, .basic(let username, let password)):
            return .password(username: username, password: password.value)
        case (.ssh(let user, _, _, _), .sshKey(let key, let passphrase)):
            return .sshKey(username: user, privateKey: key.value, passphrase: passphrase?.value)
        case (.http, .sshKey), (.ssh, .token):
            throw GitError(
                code: .authenticationFailed,
                operation: "reach \(address.display)",
                message: "the credential does not fit the address. Use a token or password with https, a key with ssh."
            )
        }
    }
}

extension RemoteAddress {
    var isLocal: Bool {
        if case .local = self { return true }
        return false
    }
}

extension GitCredential {
    /// True for an RSA private key, in PEM form or in OpenSSH's, where the key's type stands in the base64.
    fileprivate var isRSAKey: Bool {
        guard case .sshKey(let key, _) = self else { return false }
        if key.value.contains("BEGIN RSA PRIVATE KEY") { return true }
        let body = key.value.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("-----") }.joined()
        return Data(base64Encoded: body).map { String(decoding: $0, as: UTF8.self).contains("ssh-rsa") } ?? false
    }
}
