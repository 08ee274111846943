import CLibgit2
import GitMessages

/// Asks a remote for its refs, without fetching anything.
enum RemoteLister {
    static func refs(of access: RemoteAccess) throws(GitFailure) -> [RemoteRef] {
        let session = RemoteSession(access)
        defer { withExtendedLifetime(session) {} }
        do {
            let remote = try session.makeRemote(in: nil)
            let pointer = remote.pointer
            var callbacks = session.callbacks()
            try LibGit2.call("connect") { git_remote_connect(pointer, GIT_DIRECTION_FETCH, &callbacks, nil, nil) }
            defer { git_remote_disconnect(pointer) }
            var heads: UnsafeMutablePointer<UnsafePointer<git_remote_head>?>?
            var count = 0
            try LibGit2.call("list the refs") { git_remote_ls(&heads, &count, pointer) }
            return collect((0..<count).compactMap { heads?[$0]?.pointee })
        } catch {
            throw GitFailure(remote: error, session: session)
        }
    }

    /// Joins each annotated tag with the `^{}` line that follows it.
    private static func collect(_ heads: [git_remote_head]) -> [RemoteRef] {
        var refs: [RemoteRef] = []
        for head in heads {
            guard let name = head.name.map({ String(cString: $0) }) else { continue }
            if name.hasSuffix("^{}") {
                if refs.last?.name == String(name.dropLast(3)) { refs[refs.count - 1].peeled = head.oid.hex }
                continue
            }
            refs.append(
                RemoteRef(name: name, id: head.oid.hex, symbolicTarget: head.symref_target.map { String(cString: $0) })
            )
        }
        return refs
    }
}
