import CLibgit2
import GitMessages
import Glibc

/// Commits to a branch of a remote, only if the branch is still where the request takes it to be.
enum Publisher {
    static func publish(_ request: PublishRequest) throws(GitFailure) -> PublishResult {
        let mirror = Mirror(path: request.mirror)
        let lock = try mirror.lock()
        defer { lock.keep() }
        let repository = try mirror.open()
        let commit: git_oid
        do {
            guard let made = try CommitWriter.commit(request, in: repository) else { return .unchanged }
            commit = made
        } catch {
            throw GitFailure(mirror: error)
        }
        let result =
            try request.remote.isLocal
            ? LocalPublisher.publish(commit, for: request, from: repository)
            : push(commit, for: request, from: repository)
        if case .published = result { remember(commit, as: request.branch, in: repository) }
        return result
    }

    /// The text of the commit that ``publish(_:)`` would make.
    static func commitText(_ request: PublishRequest) throws(GitFailure) -> String? {
        let mirror = Mirror(path: request.mirror)
        let lock = try mirror.lock()
        defer { lock.keep() }
        let repository = try mirror.open()
        do {
            return try CommitWriter.text(request, in: repository)
        } catch {
            throw GitFailure(mirror: error)
        }
    }

    /// Pushes over the network: the tip is compared between the server's advertisement and the upload, and the
    /// server compares once more when it takes the commit.
    private static func push(
        _ commit: git_oid,
        for request: PublishRequest,
        from repository: borrowing GitHandle
    ) throws(GitFailure) -> PublishResult {
        let session = RemoteSession(request.remote)
        defer { withExtendedLifetime(session) {} }
        let source = "refs/plumbline/\(commit.hex)"
        defer { git_reference_remove(repository.pointer, source) }
        do {
            session.pushedTip = commit
            session.expectedTip = try request.parent.map { text throws(LibGit2Error) in try git_oid(hex: text) }
            try setReference(source, to: commit, in: repository)
            let remote = try session.makeRemote(in: repository.pointer)
            let pointer = remote.pointer
            var options = git_push_options()
            git_push_options_init(&options, UInt32(GIT_PUSH_OPTIONS_VERSION))
            options.callbacks = session.callbacks()
            try withStringArray(["\(source):refs/heads/\(request.branch)"]) { specs throws(LibGit2Error) in
                try LibGit2.call("push") { git_remote_push(pointer, &specs, &options) }
            }
        } catch {
            if session.sawPushedTip { return .published(commit: commit.hex) }
            if session.sawConflict || error.code == GIT_ENONFASTFORWARD.rawValue { return .conflict }
            throw GitFailure(remote: error, session: session)
        }
        if let rejection = session.rejection {
            return isRace(rejection) ? .conflict : .rejected(rejection)
        }
        return .published(commit: commit.hex)
    }

    /// True for the words with which `git receive-pack` says that another push was quicker.
    private static func isRace(_ rejection: String) -> Bool {
        let words = [
            "failed to update ref", "failed to lock", "cannot lock", "non-fast-forward", "fetch first",
            "incorrect old value", "already exists", "stale info",
        ]
        return words.contains { rejection.lowercased().contains($0) }
    }

    /// Moves the mirror's own branch along, so that the next read need not fetch; not doing it costs only a fetch.
    private static func remember(_ commit: git_oid, as branch: String, in repository: borrowing GitHandle) {
        try? setReference("refs/heads/\(branch)", to: commit, in: repository)
    }

    private static func setReference(
        _ name: String,
        to commit: git_oid,
        in repository: borrowing GitHandle
    ) throws(LibGit2Error) {
        let pointer = repository.pointer
        let reference = try GitHandle("set \(name)", free: git_reference_free) { handle in
            withUnsafePointer(to: commit) { git_reference_create(&handle, pointer, name, $0, 1, nil) }
        }
        _ = reference.pointer
    }
}
