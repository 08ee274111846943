import GitMessages

extension GitMirror {
    /// The commit that a branch, a tag or a commit id stands for on the remote now, present in the mirror.
    ///
    /// A branch goes before a tag of the same name, both before an abbreviated commit id; `refs/…` names one exactly
    /// and `HEAD` the default branch. A full commit id may also be what a ref of any other kind points at, such as the
    /// `refs/pull/7/head` of a pull request from another repository. Only the refs are asked for when the commit is
    /// already in the mirror. A full commit id that the mirror holds needs no network.
    ///
    /// - Throws: `unknownRef`, `emptyRepository`, and whatever keeps the remote from answering.
    public func resolve(ref: String) async throws(GitError) -> GitRevision {
        if ref.isFullCommitID, let commit = try await localCommit(ref) {
            return GitRevision(ref: ref, commit: commit)
        }
        return try await resolve(ref: ref, among: refs())
    }

    /// The remote's refs as they are now.
    public func refs() async throws(GitError) -> GitRefs { GitRefs(refs: try await remoteRefs()) }

    /// The same as `resolve(ref:)`, with refs that were listed before: several can be looked for in one list.
    public func resolve(ref: String, among listed: GitRefs) async throws(GitError) -> GitRevision {
        if ref.isFullCommitID, let commit = try await localCommit(ref) {
            return GitRevision(ref: ref, commit: commit)
        }
        let refs = listed.refs
        guard !refs.isEmpty else {
            throw GitError(
                code: .emptyRepository,
                operation: "resolve \(ref) in \(address)",
                message: "the repository has no commit yet. Push a first one with the manifests."
            )
        }
        if let found = RefChoice.choose(ref, among: refs) {
            return try await bring(found, askedAs: ref)
        }
        if ref.isFullCommitID, let found = RefChoice.pointing(at: ref, among: refs) {
            return GitRevision(ref: ref, commit: try await bring(found, askedAs: ref).commit)
        }
        if ref.looksLikeCommitID {
            if let commit = try await commit(named: ref) { return GitRevision(ref: ref, commit: commit) }
        }
        throw unknown(ref, among: refs)
    }

    /// Whether the remote has a branch of this short name now.
    public func hasBranch(_ name: String) async throws(GitError) -> Bool {
        try await remoteRefs().contains { $0.name == "refs/heads/\(name)" }
    }

    /// The remote's refs as they are now.
    func remoteRefs() async throws(GitError) -> [RemoteRef] {
        let verb = "list the refs of"
        guard case .refs(let refs) = try await ask(.listRefs(connection.access), to: verb, within: deadlines.list)
        else { throw unexpected(verb) }
        return refs
    }

    /// The full id of a commit in the mirror; nil when it is not there or there is no mirror to be read.
    func localCommit(_ name: String) async throws(GitError) -> String? {
        let request = GitRequest.findCommit(mirror: directory, name: name)
        let verb = "look for \(name) in the mirror of"
        switch try await send(request, to: verb, within: deadlines.local) {
        case .commit(let commit): return commit
        case .failed(let failure) where failure.code == .corruptMirror: return nil
        case .failed(let failure): throw error(failure, verb: verb)
        default: throw unexpected(verb)
        }
    }

    private func bring(_ found: RefChoice, askedAs ref: String) async throws(GitError) -> GitRevision {
        let wanted = found.ref.peeled ?? found.ref.id
        if let commit = try await localCommit(wanted), commit == wanted {
            return GitRevision(ref: found.shortName, commit: wanted)
        }
        try await fetch([found.fetchName])
        if let commit = try await localCommit(wanted) { return GitRevision(ref: found.shortName, commit: commit) }
        // Present but not a commit, or damaged in a way that only reading shows.
        try await fetch([found.fetchName], replace: true)
        guard let commit = try await localCommit(wanted) else {
            throw GitError(
                code: .unknownRef,
                operation: "resolve \(ref) in \(address)",
                message: "\(ref) does not stand for a commit, or it has just moved. Name a branch, or run it again."
            )
        }
        return GitRevision(ref: found.shortName, commit: commit)
    }

    /// Looks in the mirror, then in all branches, then in all tags.
    private func commit(named name: String) async throws(GitError) -> String? {
        if let commit = try await localCommit(name) { return commit }
        for refs in ["refs/heads/*", "refs/tags/*"] {
            try await fetch([refs])
            if let commit = try await localCommit(name) { return commit }
        }
        return nil
    }

    private func unknown(_ ref: String, among refs: [RemoteRef]) -> GitError {
        let branches = refs.compactMap { $0.name.hasPrefix("refs/heads/") ? String($0.name.dropFirst(11)) : nil }
        let shown = branches.sorted().prefix(10).joined(separator: ", ")
        let more = branches.count > 10 ? " and \(branches.count - 10) more" : ""
        return GitError(
            code: .unknownRef,
            operation: "resolve \(ref) in \(address)",
            message: "there is no branch, tag or commit \(ref). "
                + (branches.isEmpty ? "The repository has no branches." : "The branches are \(shown)\(more).")
        )
    }
}

/// The ref that a name stands for, among those of a remote.
struct RefChoice: Equatable {
    var ref: RemoteRef
    /// What to fetch it by.
    var fetchName: String

    var shortName: String {
        for prefix in ["refs/heads/", "refs/tags/"] where fetchName.hasPrefix(prefix) {
            return String(fetchName.dropFirst(prefix.count))
        }
        return fetchName
    }

    /// The first ref that stands for the commit.
    static func pointing(at commit: String, among refs: [RemoteRef]) -> RefChoice? {
        refs.first { ($0.peeled ?? $0.id) == commit && $0.name.hasPrefix("refs/") }
            .map { RefChoice(ref: $0, fetchName: $0.name) }
    }

    static func choose(_ name: String, among refs: [RemoteRef]) -> RefChoice? {
        let byName = Dictionary(refs.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        if name == "HEAD" {
            guard let head = byName["HEAD"] else { return nil }
            let branches = refs.filter { $0.name.hasPrefix("refs/heads/") && $0.id == head.id }.map(\.name)
            let usual = ["refs/heads/main", "refs/heads/master"].first { branches.contains($0) }
            guard let target = head.symbolicTarget ?? usual ?? branches.first else { return nil }
            return byName[target].map { RefChoice(ref: $0, fetchName: target) }
        }
        let candidates = name.hasPrefix("refs/") ? [name] : ["refs/heads/\(name)", "refs/tags/\(name)"]
        return candidates.compactMap { byName[$0] }.first.map { RefChoice(ref: $0, fetchName: $0.name) }
    }
}

extension String {
    var isFullCommitID: Bool { utf8.count == 40 && looksLikeCommitID }
    var looksLikeCommitID: Bool { (4...40).contains(utf8.count) && utf8.allSatisfy { $0.isHexDigit } }
}

extension UInt8 {
    fileprivate var isHexDigit: Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self)
            || (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(self)
    }
}
