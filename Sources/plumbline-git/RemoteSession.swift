import CLibgit2
import GitMessages
import Glibc

/// What libgit2's callbacks know and learn while they serve one request to a remote.
final class RemoteSession {
    let access: RemoteAccess
    /// What a callback found wrong; it says more than the error that libgit2 makes of it.
    var verdict: GitFailure?
    /// The tip that a push expects to find; nil for a branch that is to be made.
    var expectedTip: git_oid?
    /// The commit that a push brings.
    var pushedTip: git_oid?
    /// True once the remote's branch was seen elsewhere than expected.
    var sawConflict = false
    /// True once the remote's branch was seen at the pushed commit already.
    var sawPushedTip = false
    /// The remote's words for a ref that it did not take.
    var rejection: String?
    private var offered: UInt32 = 0
    private let byteLimit: Int

    /// - Parameter byteLimit: how many bytes the remote may send.
    init(_ access: RemoteAccess, byteLimit: Int = .max) {
        self.access = access
        self.byteLimit = byteLimit
    }

    /// The remote as libgit2 sees it, bound to a repository or to none.
    func makeRemote(in repository: OpaquePointer?) throws(LibGit2Error) -> GitHandle {
        var options = git_remote_create_options()
        git_remote_create_options_init(&options, UInt32(GIT_REMOTE_CREATE_OPTIONS_VERSION))
        options.repository = repository
        options.flags = GIT_REMOTE_CREATE_SKIP_INSTEADOF.rawValue | GIT_REMOTE_CREATE_SKIP_DEFAULT_FETCHSPEC.rawValue
        return try GitHandle("prepare the remote", free: git_remote_free) { handle in
            git_remote_create_with_opts(&handle, access.url, &options)
        }
    }

    /// The callbacks for one call; `self` must outlive it.
    func callbacks() -> git_remote_callbacks {
        var callbacks = git_remote_callbacks()
        git_remote_init_callbacks(&callbacks, UInt32(GIT_REMOTE_CALLBACKS_VERSION))
        callbacks.payload = Unmanaged.passUnretained(self).toOpaque()
        callbacks.credentials = { out, _, _, allowed, payload in
            RemoteSession.from(payload)?.offerCredential(to: out, allowed: allowed) ?? GIT_EAUTH.rawValue
        }
        callbacks.certificate_check = { certificate, valid, host, payload in
            RemoteSession.from(payload)?.check(certificate, valid: valid != 0, host: host)
                ?? GIT_ECERTIFICATE.rawValue
        }
        callbacks.transfer_progress = { progress, payload in
            RemoteSession.from(payload)?.check(received: progress?.pointee.received_bytes ?? 0) ?? GIT_EUSER.rawValue
        }
        callbacks.push_negotiation = { updates, count, payload in
            RemoteSession.from(payload)?.compare(updates, count: count) ?? GIT_EUSER.rawValue
        }
        callbacks.push_update_reference = { _, status, payload in
            if let status { RemoteSession.from(payload)?.rejection = String(cString: status) }
            return 0
        }
        return callbacks
    }

    private static func from(_ payload: UnsafeMutableRawPointer?) -> RemoteSession? {
        payload.map { Unmanaged<RemoteSession>.fromOpaque($0).takeUnretainedValue() }
    }

    /// Offers the credential once for each kind that the remote asks for, then gives up: libgit2 would ask for ever.
    private func offerCredential(
        to out: UnsafeMutablePointer<UnsafeMutablePointer<git_credential>?>?,
        allowed: UInt32
    ) -> Int32 {
        let username = GIT_CREDENTIAL_USERNAME.rawValue
        let password = GIT_CREDENTIAL_USERPASS_PLAINTEXT.rawValue
        let memoryKey = GIT_CREDENTIAL_SSH_MEMORY.rawValue
        let usesSSH = !access.url.hasPrefix("http")
        guard let credential = access.credential else {
            return refuse(
                .credentialMissing,
                usesSSH ? "the server asks for a key" : "the server asks for a credential"
            )
        }
        func offer(_ kind: UInt32) -> Bool {
            guard allowed & kind != 0, offered & kind == 0 else { return false }
            offered |= kind
            return true
        }
        switch credential {
        case .password(let name, let secret):
            if allowed & password == 0, offer(username) { return git_credential_username_new(out, name) }
            if offer(password) { return git_credential_userpass_plaintext_new(out, name, secret) }
        case .sshKey(let name, let privateKey, let passphrase):
            if allowed & memoryKey == 0, offer(username) { return git_credential_username_new(out, name) }
            if offer(memoryKey) {
                return git_credential_ssh_key_memory_new(out, name, nil, privateKey, passphrase)
            }
        }
        if offered == 0 || offered == username {
            return refuse(.credentialUnusable, "the server does not accept this kind of credential")
        }
        return refuse(.authenticationFailed, "the server refused the credential")
    }

    private func refuse(_ code: GitFailure.Code, _ text: String) -> Int32 {
        verdict = verdict ?? GitFailure(code: code, text: text)
        return GIT_EAUTH.rawValue
    }

    private func check(received bytes: Int) -> Int32 {
        guard bytes > byteLimit else { return 0 }
        verdict = GitFailure(code: .historyTooLarge, text: "the repository sends more than \(byteLimit >> 20) MiB")
        return GIT_EUSER.rawValue
    }

    private func check(
        _ certificate: UnsafeMutablePointer<git_cert>?,
        valid: Bool,
        host: UnsafePointer<CChar>?
    ) -> Int32 {
        guard let certificate else { return GIT_ECERTIFICATE.rawValue }
        let hostName = host.map { String(cString: $0) } ?? "the server"
        guard certificate.pointee.cert_type == GIT_CERT_HOSTKEY_LIBSSH2 else {
            if valid { return 0 }
            verdict = GitFailure(
                code: .untrustedCertificate,
                text: "the certificate of \(hostName) is not signed by a trusted authority or is not for this name"
            )
            return GIT_ECERTIFICATE.rawValue
        }
        let failure = certificate.withMemoryRebound(to: git_cert_hostkey.self, capacity: 1) {
            HostKeyCheck.failure(of: $0.pointee, against: access.hostKeys, host: hostName)
        }
        guard let failure else { return 0 }
        verdict = failure
        return GIT_ECERTIFICATE.rawValue
    }

    /// Looks at what the push is about to replace: the server itself then insists that it stays there.
    private func compare(_ updates: UnsafeMutablePointer<UnsafePointer<git_push_update>?>?, count: Int) -> Int32 {
        for index in 0..<count {
            guard let update = updates?[index]?.pointee else { continue }
            if let pushedTip, update.src.equals(pushedTip) {
                sawPushedTip = true
                return GIT_EUSER.rawValue
            }
            let isExpected = expectedTip.map { update.src.equals($0) } ?? update.src.isZero
            if !isExpected {
                sawConflict = true
                return GIT_EUSER.rawValue
            }
        }
        return 0
    }
}
