import CLibgit2
import GitMessages
import Glibc

/// The bare copy of a remote in the cache: made, brought up to date, and replaced when it is damaged or has grown.
struct Mirror {
    let path: String

    /// The lock that whoever changes the mirror holds.
    func lock() throws(GitFailure) -> FileLock {
        try FileLock(path: path + ".lock")
    }

    func open() throws(GitFailure) -> GitHandle {
        do {
            return try .repository(at: path)
        } catch {
            throw GitFailure(mirror: error)
        }
    }

    /// Brings the refs in, over a fresh clone where the present mirror cannot be used or has too many packs.
    func fetch(_ request: FetchRequest) throws(GitFailure) -> FetchResult {
        let lock = try lock()
        defer { lock.keep() }
        sweep()
        if !request.replace, exists {
            do {
                try update(request)
                let packs = Directory.names(in: path + "/objects/pack").count { $0.hasSuffix(".pack") }
                let isSmall = packs <= request.packLimit && looseObjects <= 16 * request.packLimit
                if isSmall { return FetchResult(cloned: false, packs: packs) }
            } catch  where error.code == .corruptMirror || error.code == .other {
                // Damage, or refs that stand in each other's way since the remote renamed one: a fresh clone follows.
            }
        }
        return try clone(request)
    }

    private var exists: Bool { access(path, F_OK) == 0 }

    /// An estimate from one of the 256 directories, as `git gc --auto` makes it.
    private var looseObjects: Int { Directory.names(in: path + "/objects/17").count * 256 }

    /// Removes what a killed process left behind; the lock is held, so that nobody is at work on it.
    private func sweep() {
        let parent = Directory.parent(of: path)
        let name = Directory.name(of: path)
        for leftover in Directory.names(in: parent) where leftover.hasPrefix(name + ".new-") {
            Directory.remove(parent + "/" + leftover)
        }
        for leftover in Directory.names(in: path + "/objects/pack") where leftover.hasPrefix("pack_git2_") {
            unlink(path + "/objects/pack/" + leftover)
        }
    }

    private func update(_ request: FetchRequest) throws(GitFailure) {
        let repository = try open()
        try Self.fetch(request.refs, request, into: repository)
    }

    /// Clones beside the mirror and swaps the clone in, so that there is never half a mirror.
    private func clone(_ request: FetchRequest) throws(GitFailure) -> FetchResult {
        let fresh = "\(path).new-\(getpid())"
        var wanted = Set(request.refs)
        wanted.formUnion(knownRefs().filter { name in !request.refs.contains { $0.covers(name) } })
        do {
            let repository = try GitHandle.bareRepository(at: fresh)
            try Self.fetch(wanted.sorted(), request, into: repository)
        } catch let error as LibGit2Error {
            Directory.remove(fresh)
            throw GitFailure(code: .other, text: error.described)
        } catch {
            Directory.remove(fresh)
            throw (error as? GitFailure) ?? GitFailure(code: .other, text: "the clone failed")
        }
        let old = "\(path).new-old-\(getpid())"
        if exists, rename(path, old) != 0 { throw swapFailure }
        guard rename(fresh, path) == 0 else { throw swapFailure }
        Directory.remove(old)
        return FetchResult(cloned: true, packs: 1)
    }

    private var swapFailure: GitFailure {
        GitFailure(code: .other, text: "the mirror \(path) cannot be put in place: \(systemError())")
    }

    /// The branches and tags of the present mirror, as far as it can still be read.
    private func knownRefs() -> [String] {
        guard exists, let repository = try? GitHandle.repository(at: path) else { return [] }
        var names = git_strarray()
        guard git_reference_list(&names, repository.pointer) == 0 else { return [] }
        defer { git_strarray_dispose(&names) }
        return (0..<names.count).compactMap { names.strings[$0].map { String(cString: $0) } }
            .filter { $0.hasPrefix("refs/heads/") || $0.hasPrefix("refs/tags/") }
    }

    private static func fetch(
        _ refs: [String],
        _ request: FetchRequest,
        into repository: borrowing GitHandle
    ) throws(GitFailure) {
        // Without a refspec libgit2 would take the remote's own idea of what to fetch.
        guard !refs.isEmpty else { return }
        let session = RemoteSession(request.remote, byteLimit: request.byteLimit)
        var options = git_fetch_options()
        git_fetch_options_init(&options, UInt32(GIT_FETCH_OPTIONS_VERSION))
        options.callbacks = session.callbacks()
        options.download_tags = GIT_REMOTE_DOWNLOAD_TAGS_NONE
        options.update_fetchhead = 0
        let pointer = repository.pointer
        do {
            let remote = try session.makeRemote(in: pointer)
            let remotePointer = remote.pointer
            try withStringArray(refs.map { "+\($0):\($0)" }) { specs throws(LibGit2Error) in
                try LibGit2.call("fetch") { git_remote_fetch(remotePointer, &specs, &options, nil) }
            }
        } catch {
            let isOfMirror = session.verdict == nil && error.isOfMirror(request.remote)
            throw isOfMirror ? GitFailure(mirror: error) : GitFailure(remote: error, session: session)
        }
        withExtendedLifetime(session) {}
    }
}

extension LibGit2Error {
    /// True when a fetch failed in the mirror's own files rather than on the way to the remote.
    fileprivate func isOfMirror(_ access: RemoteAccess) -> Bool {
        if isOf(
            GIT_ERROR_REFERENCE,
            GIT_ERROR_ODB,
            GIT_ERROR_ZLIB,
            GIT_ERROR_INDEXER,
            GIT_ERROR_OBJECT,
            GIT_ERROR_TREE,
            GIT_ERROR_CONFIG,
            GIT_ERROR_SHA
        ) {
            return true
        }
        return isOf(GIT_ERROR_FILESYSTEM, GIT_ERROR_REPOSITORY) && !access.isLocal
    }
}

extension String {
    /// True when the ref pattern takes the ref in.
    fileprivate func covers(_ ref: String) -> Bool {
        hasSuffix("*") ? ref.hasPrefix(dropLast()) : self == ref
    }
}

extension GitHandle {
    /// An empty bare repository in a new directory.
    fileprivate static func bareRepository(at path: String) throws(LibGit2Error) -> GitHandle {
        var options = git_repository_init_options()
        git_repository_init_options_init(&options, UInt32(GIT_REPOSITORY_INIT_OPTIONS_VERSION))
        options.flags =
            GIT_REPOSITORY_INIT_BARE.rawValue | GIT_REPOSITORY_INIT_MKPATH.rawValue
            | GIT_REPOSITORY_INIT_MKDIR.rawValue | GIT_REPOSITORY_INIT_NO_DOTGIT_DIR.rawValue
        return try GitHandle("make the mirror \(path)", free: git_repository_free) {
            git_repository_init_ext(&$0, path, &options)
        }
    }
}

/// Lends the strings to C as a `git_strarray`.
func withStringArray(
    _ strings: [String],
    _ body: (inout git_strarray) throws(LibGit2Error) -> Void
) throws(LibGit2Error) {
    let copies = UnsafeMutableBufferPointer<UnsafeMutablePointer<CChar>?>.allocate(capacity: strings.count)
    _ = copies.initialize(from: strings.map { strdup($0) })
    defer {
        copies.forEach { free($0) }
        copies.deallocate()
    }
    var array = git_strarray(strings: copies.baseAddress, count: copies.count)
    try body(&array)
}
