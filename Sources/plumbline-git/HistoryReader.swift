import CLibgit2
import GitMessages

/// Reads the history of a commit, newest first.
enum HistoryReader {
    static func log(_ request: LogRequest) throws(GitFailure) -> [LoggedCommit] {
        let repository = try Mirror(path: request.mirror).open()
        do {
            return try walk(request, in: repository)
        } catch {
            let isStart = git_error_code(rawValue: error.code) == GIT_ENOTFOUND && error.operation == startOperation
            guard isStart else { throw GitFailure(mirror: error) }
            try Mirror(path: request.mirror).checkIndexes()
            throw GitFailure(code: .missingCommit, text: "the mirror has no commit \(request.commit)")
        }
    }

    private static let startOperation = "start the history"

    private static func walk(
        _ request: LogRequest,
        in repository: borrowing GitHandle
    ) throws(LibGit2Error) -> [LoggedCommit] {
        let pointer = repository.pointer
        let walker = try GitHandle(startOperation, free: git_revwalk_free) { git_revwalk_new(&$0, pointer) }
        let walkerPointer = walker.pointer
        git_revwalk_sorting(walkerPointer, GIT_SORT_TOPOLOGICAL.rawValue | GIT_SORT_TIME.rawValue)
        if request.firstParent {
            try LibGit2.call(startOperation) { git_revwalk_simplify_first_parent(walkerPointer) }
        }
        var start = try git_oid(hex: request.commit)
        try LibGit2.call(startOperation) { git_revwalk_push(walkerPointer, &start) }
        var commits: [LoggedCommit] = []
        var id = git_oid()
        while commits.count < request.limit {
            var isOver = false
            try LibGit2.call("walk the history") {
                let code = git_revwalk_next(&id, walkerPointer)
                isOver = code == GIT_ITEROVER.rawValue
                return isOver ? 0 : code
            }
            if isOver { break }
            let commit = try GitHandle.commit(id, in: repository)
            if let path = request.path, try !changed(path, by: commit, in: repository) { continue }
            commits.append(try describe(commit, id: id))
        }
        return commits
    }

    /// True when the path differs from what each parent holds, as `git log -- path` sees it.
    private static func changed(
        _ path: String,
        by commit: borrowing GitHandle,
        in repository: borrowing GitHandle
    ) throws(LibGit2Error) -> Bool {
        let mine = try entry(path, of: commit)
        for index in 0..<git_commit_parentcount(commit.pointer) {
            guard let parentID = git_commit_parent_id(commit.pointer, index)?.pointee else { continue }
            let theirs = try entry(path, of: GitHandle.commit(parentID, in: repository))
            if theirs == mine { return false }
        }
        return git_commit_parentcount(commit.pointer) > 0 || mine != nil
    }

    private static func entry(_ path: String, of commit: borrowing GitHandle) throws(LibGit2Error) -> String? {
        let commitPointer = commit.pointer
        let tree = try GitHandle("read a tree", free: git_tree_free) { git_commit_tree(&$0, commitPointer) }
        var found: OpaquePointer?
        guard git_tree_entry_bypath(&found, tree.pointer, path) == 0, let found else { return nil }
        defer { git_tree_entry_free(found) }
        return git_tree_entry_id(found)?.pointee.hex
    }

    private static func describe(_ commit: borrowing GitHandle, id: git_oid) throws(LibGit2Error) -> LoggedCommit {
        let pointer = commit.pointer
        let author = git_commit_author(pointer)?.pointee
        let message = git_commit_message(pointer)
        var trailers: [String: String] = [:]
        var found = git_message_trailer_array()
        if let message {
            try LibGit2.call("read the trailers") { git_message_trailers(&found, message) }
            for index in 0..<found.count {
                let key = String(cString: found.trailers[index].key)
                let value = String(cString: found.trailers[index].value)
                trailers[key] = trailers[key].map { $0 + ", " + value } ?? value
            }
            git_message_trailer_array_free(&found)
        }
        return LoggedCommit(
            id: id.hex,
            subject: git_commit_summary(pointer).map { String(cString: $0) } ?? "",
            body: git_commit_body(pointer).map { String(cString: $0) } ?? "",
            trailers: trailers,
            authorName: author?.name.map { String(cString: $0) } ?? "",
            authorEmail: author?.email.map { String(cString: $0) } ?? "",
            time: git_commit_time(pointer)
        )
    }
}
