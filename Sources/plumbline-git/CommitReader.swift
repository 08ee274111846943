import CLibgit2
import GitMessages

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Reads commits and their trees out of a mirror.
struct CommitReader: ~Copyable {
    private let repository: GitHandle
    private let mirror: Mirror

    init(mirror path: String) throws(GitFailure) {
        mirror = Mirror(path: path)
        repository = try mirror.open()
    }

    /// The full id of the commit that a full or abbreviated id names; tags are followed.
    func find(_ name: String) throws(GitFailure) -> String? {
        let pointer = repository.pointer
        do {
            let object = try GitHandle("look for \(name)", free: git_object_free) {
                git_revparse_single(&$0, pointer, name)
            }
            let objectPointer = object.pointer
            let commit = try GitHandle("look for the commit of \(name)", free: git_object_free) {
                git_object_peel(&$0, objectPointer, GIT_OBJECT_COMMIT)
            }
            return git_object_id(commit.pointer)?.pointee.hex
        } catch {
            switch git_error_code(rawValue: error.code) {
            case GIT_ENOTFOUND, GIT_EPEEL, GIT_EINVALIDSPEC: return nil
            case GIT_EAMBIGUOUS: throw GitFailure(code: .ambiguousCommit, text: error.described)
            default: throw GitFailure(mirror: error)
            }
        }
    }

    /// Whether a commit is the other one or among its ancestors; one that the mirror does not hold is not.
    func isAncestor(_ commit: String, of other: String) throws(GitFailure) -> Bool {
        do {
            guard try holds(commit) else {
                try mirror.checkIndexes()
                return false
            }
            var (older, newer) = (try git_oid(hex: commit), try existing(other))
            guard commit != other else { return true }
            let pointer = repository.pointer
            return try LibGit2.call("look for a commit among ancestors") {
                git_graph_descendant_of(pointer, &newer, &older)
            } == 1
        } catch let error as LibGit2Error {
            throw GitFailure(mirror: error)
        } catch {
            throw (error as? GitFailure) ?? GitFailure(code: .other, text: "the history cannot be read")
        }
    }

    /// The end of the first-parent line.
    func root(of commit: String) throws(GitFailure) -> String {
        do {
            var id = try existing(commit)
            while let parent = try firstParent(of: id) { id = parent }
            return id.hex
        } catch let error as LibGit2Error {
            throw GitFailure(mirror: error)
        } catch {
            throw (error as? GitFailure) ?? GitFailure(code: .other, text: "the history cannot be read")
        }
    }

    /// The commit as it is stored, which is what its id is the hash of and what its signature is over.
    func bytes(of commit: String) throws(GitFailure) -> Data {
        do {
            let id = try existing(commit)
            let odb = try GitHandle.odb(of: repository)
            let odbPointer = odb.pointer
            let object = try GitHandle("read a commit", free: git_odb_object_free) { handle in
                withUnsafePointer(to: id) { git_odb_read(&handle, odbPointer, $0) }
            }
            guard git_odb_object_type(object.pointer) == GIT_OBJECT_COMMIT,
                let data = git_odb_object_data(object.pointer)
            else { throw GitFailure(code: .missingCommit, text: "\(commit) is no commit") }
            return Data(bytes: data, count: git_odb_object_size(object.pointer))
        } catch let error as LibGit2Error {
            throw GitFailure(mirror: error)
        } catch {
            throw (error as? GitFailure) ?? GitFailure(code: .other, text: "the commit cannot be read")
        }
    }

    /// The files below the request's path that it asks for.
    func files(_ request: TreeRequest) throws(GitFailure) -> [TreeFile] {
        do {
            let commit = try GitHandle.commit(try existing(request.commit), in: repository)
            var walk = TreeWalk(request: request)
            guard let root = git_commit_tree_id(commit.pointer)?.pointee else { return [] }
            if request.path.isEmpty {
                try walk.visit(tree: root, at: "", in: repository)
                return walk.files
            }
            let tree = try GitHandle.tree(root, in: repository)
            let treePointer = tree.pointer
            var found: OpaquePointer?
            guard git_tree_entry_bypath(&found, treePointer, request.path) == 0, let found else {
                throw GitFailure(code: .pathNotFound, text: "the commit has no \(request.path)")
            }
            defer { git_tree_entry_free(found) }
            if git_tree_entry_type(found) == GIT_OBJECT_TREE, let id = git_tree_entry_id(found)?.pointee {
                try walk.visit(tree: id, at: request.path + "/", in: repository)
            } else {
                try walk.take(found, at: request.path, in: repository)
            }
            return walk.files
        } catch let error as LibGit2Error {
            throw GitFailure(mirror: error)
        } catch {
            throw (error as? GitFailure) ?? GitFailure(code: .other, text: "the tree cannot be read")
        }
    }

    /// The commit's id, once it is certain that the mirror holds it.
    private func existing(_ commit: String) throws -> git_oid {
        guard try holds(commit) else {
            try mirror.checkIndexes()
            throw GitFailure(code: .missingCommit, text: "the mirror has no commit \(commit)")
        }
        return try git_oid(hex: commit)
    }

    private func holds(_ commit: String) throws(LibGit2Error) -> Bool {
        let id = try git_oid(hex: commit)
        let odb = try GitHandle.odb(of: repository)
        return withUnsafePointer(to: id) { git_odb_exists(odb.pointer, $0) == 1 }
    }

    private func firstParent(of id: git_oid) throws(LibGit2Error) -> git_oid? {
        let commit = try GitHandle.commit(id, in: repository)
        return git_commit_parent_id(commit.pointer, 0)?.pointee
    }
}
