import GitMessages

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

extension GitMirror {
    /// The files of a commit below a directory (empty: the root), ordered by path.
    ///
    /// - Throws: `pathNotFound` when the commit has no such directory, `tooLarge` past the filter's bound.
    public func readTree(
        at commit: String,
        under path: String = "",
        where filter: GitFileFilter = .manifests
    ) async throws(GitError) -> [GitFile] {
        let request = TreeRequest(
            mirror: directory,
            commit: commit,
            path: path.split(separator: "/").filter { $0 != "." }.joined(separator: "/"),
            suffixes: filter.suffixes,
            maximumFileSize: filter.maximumFileSize,
            maximumTotalSize: filter.maximumTotalSize
        )
        guard case .files(let files) = try await read(.readTree(request), to: "read \(path) from") else {
            throw unexpected("read \(path) from")
        }
        return files.map(GitFile.init).sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    /// The content of one file of a commit; nil when there is no such file.
    ///
    /// - Throws: `tooLarge` for a file of more than 64 MiB.
    public func readFile(_ path: String, at commit: String) async throws(GitError) -> [UInt8]? {
        let filter = GitFileFilter(suffixes: [], maximumFileSize: 64 << 20, maximumTotalSize: 64 << 20)
        let files: [GitFile]
        do {
            files = try await readTree(at: commit, under: path, where: filter)
        } catch  where error.code == .pathNotFound {
            return nil
        }
        guard let file = files.first(where: { $0.path == path && $0.kind == .file }) else { return nil }
        guard let content = file.content else {
            throw GitError(
                code: .tooLarge,
                operation: "read \(path) from \(address)",
                message: "the file holds \(file.size) bytes, more than the 64 MiB that are read."
            )
        }
        return content
    }

    /// The commit at the end of the first-parent line, which tells one installation's repository from another's.
    public func rootCommit(of commit: String) async throws(GitError) -> String {
        let verb = "find the first commit of"
        guard case .commit(let root?) = try await read(.rootCommit(mirror: directory, commit: commit), to: verb) else {
            throw unexpected(verb)
        }
        return root
    }

    /// Whether a commit is the other one or among its ancestors, however far back; one that the mirror does not hold is not.
    public func isAncestor(_ commit: String, of other: String) async throws(GitError) -> Bool {
        let verb = "look for \(commit.prefix(7)) in the history of"
        let request = GitRequest.isAncestor(mirror: directory, commit: commit, of: other)
        guard case .truth(let answer) = try await read(request, to: verb) else { throw unexpected(verb) }
        return answer
    }

    /// The newest commits of a branch, tag or commit, only those that changed `path` where it is given.
    /// - Parameter firstParent: only what the branch stood for, one after the other, without what was merged into it.
    public func log(
        ref: String, path: String? = nil, firstParent: Bool = false, limit: Int = 100
    ) async throws(GitError) -> [GitCommit] {
        let revision = try await resolve(ref: ref)
        let request = LogRequest(
            mirror: directory, commit: revision.commit, path: path, firstParent: firstParent, limit: limit)
        guard case .log(let commits) = try await read(.log(request), to: "read the history of") else {
            throw unexpected("read the history of")
        }
        return commits.map(GitCommit.init)
    }
}

extension GitFile {
    init(_ file: TreeFile) {
        let kind: Kind =
            switch file.kind {
            case .file: .file
            case .symlink: .symlink
            case .submodule: .submodule
            }
        self.init(
            path: file.path,
            blobID: file.id,
            size: file.size,
            content: file.content.map { [UInt8]($0) },
            kind: kind
        )
    }
}

extension GitCommit {
    init(_ commit: LoggedCommit) {
        self.init(
            id: commit.id,
            subject: commit.subject,
            body: commit.body,
            trailers: commit.trailers,
            author: GitSignature(name: commit.authorName, email: commit.authorEmail),
            time: Date(timeIntervalSince1970: Double(commit.time))
        )
    }
}
