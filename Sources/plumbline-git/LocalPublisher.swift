import CLibgit2
import GitMessages

/// Publishes to a repository on this machine.
///
/// libgit2's own push to a path compares nothing, and of two pushes at once the later wins. Here the branch is locked
/// (with the same lock file that git itself honours), compared and set.
enum LocalPublisher {
    static func publish(
        _ commit: git_oid,
        for request: PublishRequest,
        from mirror: borrowing GitHandle
    ) throws(GitFailure) -> PublishResult {
        let name = "refs/heads/\(request.branch)"
        let path = request.remote.url
        do {
            let target = try GitHandle("open \(path)", free: git_repository_free) {
                git_repository_open_ext(&$0, path, GIT_REPOSITORY_OPEN_NO_SEARCH.rawValue, nil)
            }
            if isCheckedOut(name, in: target) {
                return .rejected("the branch \(request.branch) is checked out in \(path)")
            }
            let from = try GitHandle.odb(of: mirror)
            let into = try GitHandle.odb(of: target)
            try ObjectCopy(from: from.pointer, into: into.pointer, repository: mirror.pointer).copy(commit: commit)
            return try compareAndSet(name, to: commit, for: request, in: target)
        } catch {
            switch git_error_code(rawValue: error.code) {
            case GIT_ELOCKED, GIT_EMODIFIED, GIT_EEXISTS: return .conflict
            case GIT_ENOTFOUND: throw GitFailure(code: .repositoryNotFound, text: error.described)
            default: throw GitFailure(code: .other, text: error.described)
            }
        }
    }

    private static func compareAndSet(
        _ name: String,
        to commit: git_oid,
        for request: PublishRequest,
        in target: borrowing GitHandle
    ) throws(LibGit2Error) -> PublishResult {
        let pointer = target.pointer
        let transaction = try GitHandle("lock the branch", free: git_transaction_free) {
            git_transaction_new(&$0, pointer)
        }
        let transactionPointer = transaction.pointer
        try LibGit2.call("lock the branch") { git_transaction_lock_ref(transactionPointer, name) }
        var tip = git_oid()
        let isThere = git_reference_name_to_id(&tip, pointer, name) == 0
        if isThere, tip.equals(commit) { return .published(commit: commit.hex) }
        guard (isThere ? tip.hex : nil) == request.parent else { return .conflict }
        let author = request.author
        var signature: UnsafeMutablePointer<git_signature>?
        try LibGit2.call("name the author") { git_signature_new(&signature, author.name, author.email, author.time, 0) }
        defer { git_signature_free(signature) }
        try LibGit2.call("move the branch") {
            withUnsafePointer(to: commit) {
                git_transaction_set_target(transactionPointer, name, $0, signature, "plumbline: publish")
            }
        }
        try LibGit2.call("move the branch") { git_transaction_commit(transactionPointer) }
        return .published(commit: commit.hex)
    }

    /// True when moving the branch would leave a work tree behind that no longer matches it.
    private static func isCheckedOut(_ name: String, in target: borrowing GitHandle) -> Bool {
        guard git_repository_is_bare(target.pointer) == 0 else { return false }
        var head: OpaquePointer?
        guard git_reference_lookup(&head, target.pointer, "HEAD") == 0, let head else { return false }
        defer { git_reference_free(head) }
        return git_reference_symbolic_target(head).map { String(cString: $0) } == name
    }
}
