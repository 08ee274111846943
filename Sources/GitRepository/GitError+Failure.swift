import GitMessages

extension GitError {
    /// What the helper's failure means for people, with the next step.
    init(_ failure: GitFailure, operation: String, address: RemoteAddress, usesRSA: Bool) {
        self.init(
            code: Code(failure.code),
            operation: operation,
            message: "\(failure.text). \(Self.advice(failure.code, address: address, usesRSA: usesRSA))",
            cause: nil
        )
    }

    /// What it means that the helper gave no answer.
    init(_ failure: GitHelper.Failure, operation: String) {
        let (code, message): (Code, String) =
            switch failure {
            case .timedOut(let limit):
                (
                    .timedOut,
                    "there was no answer within \(limit.components.seconds >= 1 ? "\(limit.components.seconds) s" : "\(limit)"). "
                        + "Check that the server is up and reachable from here, or give it a longer deadline."
                )
            case .cancelled: (.cancelled, "the request was cancelled.")
            case .died:
                (
                    .helperDied,
                    "the git process ended twice without an answer. Run it again; if it stays so, report it with the "
                        + "repository's address."
                )
            case .cannotStart(let reason):
                (
                    .helperDied,
                    "plumbline-git cannot be started: \(reason). Install it beside the plumbline executable."
                )
            case .refused(let failure): (Code(failure.code), "\(failure.text).")
            }
        self.init(code: code, operation: operation, message: message)
    }

    private static func advice(_ code: GitFailure.Code, address: RemoteAddress, usesRSA: Bool) -> String {
        switch code {
        case .authenticationFailed where usesRSA:
            "RSA keys cannot be used here: make an ed25519 key and register it with the server."
        case .authenticationFailed: "Check the credential, and that it may read and write this repository."
        case .credentialMissing: "Give the repository a token, a password or a key."
        case .credentialUnusable: "Use a token or password with https, a key with ssh."
        case .hostKeyMismatch: "Make sure that this is the right server, then correct known_hosts."
        case .unknownHost:
            "Add the server's line, as the server's owner publishes it, to the known_hosts of this repository."
        case .untrustedCertificate: "Give the file of the authority that signed it, or correct the address."
        case .unreachable: "Check the address, the network and that the server is up; then run it again."
        case .repositoryNotFound:
            if case .local(let path) = address {
                "There is no git repository at \(path): correct the path."
            } else {
                "Correct the address, or give a credential that may see the repository."
            }
        case .corruptMirror: "Remove the cache directory and run it again; check the disk it lies on."
        case .missingCommit: "Fetch again, or name a branch that holds the commit."
        case .ambiguousCommit: "Give more digits of the commit's id."
        case .pathNotFound: "Correct the path, or commit the file first."
        case .tooLarge: "Narrow the path to the manifests."
        case .historyTooLarge: "Keep the manifests in a repository of their own, without large files in its history."
        case .diskFull: "Make room on the disk of the cache directory; then run it again."
        case .versionMismatch: "Install both executables from one release."
        case .other: "Run it again; if it stays so, check the repository with git."
        }
    }
}

extension GitError.Code {
    init(_ code: GitFailure.Code) {
        self =
            switch code {
            case .authenticationFailed, .credentialMissing, .credentialUnusable: .authenticationFailed
            case .hostKeyMismatch: .hostKeyMismatch
            case .unknownHost: .unknownHost
            case .untrustedCertificate: .untrustedCertificate
            case .unreachable: .unreachable
            case .repositoryNotFound: .notFound
            case .corruptMirror: .corruptMirror
            case .missingCommit, .ambiguousCommit: .unknownRef
            case .pathNotFound: .pathNotFound
            case .tooLarge, .historyTooLarge: .tooLarge
            case .diskFull: .diskFull
            case .versionMismatch: .helperDied
            case .other: .other
            }
    }
}
