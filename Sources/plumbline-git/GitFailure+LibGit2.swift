import CLibgit2
import GitMessages
import Glibc

extension GitFailure {
    /// What went wrong with a mirror: whatever libgit2 complains of there, a fresh clone is the cure, unless there is no
    /// room for one.
    init(mirror error: LibGit2Error) {
        self.init(code: error.isOfFullDisk ? .diskFull : .corruptMirror, text: error.described)
    }

    /// What went wrong on the way to a remote, from libgit2's codes and, where it has none, its fixed texts.
    init(remote error: LibGit2Error, session: RemoteSession) {
        if let verdict = session.verdict {
            self = verdict
            return
        }
        let code = error.isOfFullDisk ? .diskFull : Self.code(of: error, over: session.access)
        let isMissing = code == .repositoryNotFound && session.access.isLocal
        self.init(code: code, text: isMissing ? "\(session.access.url) is no git repository" : error.described)
    }

    private static func code(of error: LibGit2Error, over access: RemoteAccess) -> Code {
        // libgit2 calls it a refused credential; but no server refuses to say what it takes: the line was cut.
        if error.text.contains("Failed to retrieve list of SSH authentication methods") { return .unreachable }
        switch git_error_code(rawValue: error.code) {
        case GIT_EAUTH: return .authenticationFailed
        case GIT_ECERTIFICATE: return .untrustedCertificate
        default: break
        }
        if access.isLocal {
            let isMissing = error.code == GIT_ENOTFOUND.rawValue || error.isOf(GIT_ERROR_NET, GIT_ERROR_REPOSITORY)
            return isMissing ? .repositoryNotFound : .other
        }
        let text = error.text.lowercased()
        if text.contains("unexpected eof") || text.contains("stream ended at an unexpected time") {
            return .unreachable
        }
        if text.contains("status code: 401") || text.contains("status code: 403")
            || text.contains("authentication replays") || text.contains("authentication failed")
        {
            return .authenticationFailed
        }
        if text.contains("status code: 404") || text.contains("not found") || text.contains("does not appear to be") {
            return .repositoryNotFound
        }
        if text.contains("status code: 5") || error.isOf(GIT_ERROR_NET, GIT_ERROR_OS) { return .unreachable }
        if error.isOf(GIT_ERROR_SSL) { return text.contains("certificate") ? .untrustedCertificate : .unreachable }
        if error.isOf(GIT_ERROR_HTTP) { return .repositoryNotFound }
        if error.isOf(GIT_ERROR_SSH) {
            // libssh2 says so of a key that it cannot open.
            if text.contains("passphrase") || text.contains("private key") { return .authenticationFailed }
            // The server runs git only after it let the key in: an end right there is git not finding the repository.
            let ended = error.code == GIT_EEOF.rawValue || text.contains("could not read refs")
            return ended ? .repositoryNotFound : .unreachable
        }
        return .other
    }
}

extension LibGit2Error {
    var described: String {
        if !text.isEmpty { return "could not \(operation): \(text)" }
        let reason = isOfFullDisk ? String(cString: strerror(systemCode)) : "libgit2 code \(code)"
        return "could not \(operation) (\(reason))"
    }
}
