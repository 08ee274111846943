import CLibgit2
import GitMessages

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Writes blobs, trees and a commit into a repository's objects, with no index and no work tree.
enum CommitWriter {
    /// The new commit, or nil when the changes are what the parent holds already.
    static func commit(_ request: PublishRequest, in repository: borrowing GitHandle) throws(LibGit2Error) -> git_oid? {
        guard let tree = try tree(of: request, in: repository) else { return nil }
        guard let signature = request.signature else { return try write(tree: tree, for: request, in: repository) }
        let text = try text(tree: tree, for: request, in: repository)
        let pointer = repository.pointer
        var written = git_oid()
        try LibGit2.call("write the signed commit") {
            git_commit_create_with_signature(&written, pointer, text, signature, nil)
        }
        return written
    }

    /// The commit as it is to be signed, or nil when the changes are what the parent holds already.
    static func text(_ request: PublishRequest, in repository: borrowing GitHandle) throws(LibGit2Error) -> String? {
        guard let tree = try tree(of: request, in: repository) else { return nil }
        return try text(tree: tree, for: request, in: repository)
    }

    /// The tree with the request's changes, or nil when they change nothing.
    private static func tree(
        of request: PublishRequest,
        in repository: borrowing GitHandle
    ) throws(LibGit2Error) -> git_oid? {
        var baseTree: git_oid?
        if let parent = request.parent {
            let id = try git_oid(hex: parent)
            let commit = try GitHandle.commit(id, in: repository)
            baseTree = git_commit_tree_id(commit.pointer)?.pointee
        }
        let changes = request.changes.map { change in
            PathChange(components: change.path.split(separator: "/").map(String.init)[...], content: change.content)
        }
        let changed = try Self.tree(from: baseTree, changes: changes, in: repository)
        let tree = if let changed { changed } else { try emptyTree(in: repository) }
        if let baseTree, baseTree.equals(tree) { return nil }
        if baseTree == nil, changes.allSatisfy({ $0.content == nil }) { return nil }
        return tree
    }

    /// A change on its way down the tree.
    private struct PathChange {
        var components: ArraySlice<String>
        var content: Data?
    }

    /// The tree with the changes in it; nil when nothing is left in it.
    private static func tree(
        from base: git_oid?,
        changes: [PathChange],
        in repository: borrowing GitHandle
    ) throws(LibGit2Error) -> git_oid? {
        let builder = try builder(from: base, in: repository)
        let byName = Dictionary(grouping: changes.filter { !$0.components.isEmpty }) { $0.components.first ?? "" }
        for (name, group) in byName.sorted(by: { $0.key < $1.key }) {
            for leaf in group where leaf.components.count == 1 {
                try apply(leaf.content, to: name, of: builder, in: repository)
            }
            let below = group.filter { $0.components.count > 1 }
                .map { PathChange(components: $0.components.dropFirst(), content: $0.content) }
            guard !below.isEmpty else { continue }
            if let child = try tree(from: subtree(name, of: builder), changes: below, in: repository) {
                try insert(child, mode: GIT_FILEMODE_TREE, as: name, into: builder)
            } else {
                try remove(name, from: builder, onlyTree: true)
            }
        }
        guard git_treebuilder_entrycount(builder.pointer) > 0 else { return nil }
        var written = git_oid()
        let pointer = builder.pointer
        try LibGit2.call("write a tree") { git_treebuilder_write(&written, pointer) }
        return written
    }

    private static func apply(
        _ content: Data?,
        to name: String,
        of builder: borrowing GitHandle,
        in repository: borrowing GitHandle
    ) throws(LibGit2Error) {
        guard let content else { return try remove(name, from: builder, onlyTree: false) }
        var blob = git_oid()
        let pointer = repository.pointer
        try LibGit2.call("write \(name)") {
            content.withUnsafeBytes { git_blob_create_from_buffer(&blob, pointer, $0.baseAddress, $0.count) }
        }
        let present = git_treebuilder_get(builder.pointer, name).map { git_tree_entry_filemode($0) }
        let mode = present == GIT_FILEMODE_BLOB_EXECUTABLE ? GIT_FILEMODE_BLOB_EXECUTABLE : GIT_FILEMODE_BLOB
        try insert(blob, mode: mode, as: name, into: builder)
    }

    private static func insert(
        _ id: git_oid,
        mode: git_filemode_t,
        as name: String,
        into builder: borrowing GitHandle
    ) throws(LibGit2Error) {
        let pointer = builder.pointer
        try LibGit2.call("put \(name) into its directory") {
            withUnsafePointer(to: id) { git_treebuilder_insert(nil, pointer, name, $0, mode) }
        }
    }

    private static func remove(
        _ name: String,
        from builder: borrowing GitHandle,
        onlyTree: Bool
    ) throws(LibGit2Error) {
        guard let entry = git_treebuilder_get(builder.pointer, name) else { return }
        let isTree = git_tree_entry_type(entry) == GIT_OBJECT_TREE
        guard isTree == onlyTree else { return }
        let pointer = builder.pointer
        try LibGit2.call("remove \(name)") { git_treebuilder_remove(pointer, name) }
    }

    private static func subtree(_ name: String, of builder: borrowing GitHandle) -> git_oid? {
        guard let entry = git_treebuilder_get(builder.pointer, name), git_tree_entry_type(entry) == GIT_OBJECT_TREE
        else { return nil }
        return git_tree_entry_id(entry)?.pointee
    }

    private static func builder(
        from base: git_oid?,
        in repository: borrowing GitHandle
    ) throws(LibGit2Error) -> GitHandle {
        let pointer = repository.pointer
        guard let base else {
            return try GitHandle("start a tree", free: git_treebuilder_free) { git_treebuilder_new(&$0, pointer, nil) }
        }
        let tree = try GitHandle.tree(base, in: repository)
        let treePointer = tree.pointer
        return try GitHandle("start a tree", free: git_treebuilder_free) {
            git_treebuilder_new(&$0, pointer, treePointer)
        }
    }

    private static func emptyTree(in repository: borrowing GitHandle) throws(LibGit2Error) -> git_oid {
        let builder = try builder(from: nil, in: repository)
        let pointer = builder.pointer
        var written = git_oid()
        try LibGit2.call("write a tree") { git_treebuilder_write(&written, pointer) }
        return written
    }

    private static func write(
        tree id: git_oid,
        for request: PublishRequest,
        in repository: borrowing GitHandle
    ) throws(LibGit2Error) -> git_oid {
        var written = git_oid()
        try withParts(of: request, tree: id, in: repository) { parts throws(LibGit2Error) in
            var parents = parts.parents
            try LibGit2.call("write the commit") {
                git_commit_create(
                    &written,
                    parts.repository,
                    nil,
                    parts.signature,
                    parts.signature,
                    nil,
                    parts.message,
                    parts.tree,
                    parents.count,
                    &parents
                )
            }
        }
        return written
    }

    private static func text(
        tree id: git_oid,
        for request: PublishRequest,
        in repository: borrowing GitHandle
    ) throws(LibGit2Error) -> String {
        var buffer = git_buf()
        defer { git_buf_dispose(&buffer) }
        try withParts(of: request, tree: id, in: repository) { parts throws(LibGit2Error) in
            var parents = parts.parents
            try LibGit2.call("write the commit's text") {
                git_commit_create_buffer(
                    &buffer,
                    parts.repository,
                    parts.signature,
                    parts.signature,
                    nil,
                    parts.message,
                    parts.tree,
                    parents.count,
                    &parents
                )
            }
        }
        return buffer.ptr.map { String(cString: $0) } ?? ""
    }

    /// What a commit is made of.
    private struct Parts {
        var repository: OpaquePointer?
        var tree: OpaquePointer?
        var parents: [OpaquePointer?]
        var signature: UnsafeMutablePointer<git_signature>?
        var message: String
    }

    private static func withParts(
        of request: PublishRequest,
        tree id: git_oid,
        in repository: borrowing GitHandle,
        _ body: (Parts) throws(LibGit2Error) -> Void
    ) throws(LibGit2Error) {
        let author = request.author
        var signature: UnsafeMutablePointer<git_signature>?
        try LibGit2.call("name the author") { git_signature_new(&signature, author.name, author.email, author.time, 0) }
        defer { git_signature_free(signature) }
        let tree = try GitHandle.tree(id, in: repository)
        var parts = Parts(
            repository: repository.pointer,
            tree: tree.pointer,
            parents: [],
            signature: signature,
            message: request.message.hasSuffix("\n") ? request.message : request.message + "\n"
        )
        if let parent = request.parent {
            let commit = try GitHandle.commit(git_oid(hex: parent), in: repository)
            parts.parents = [commit.pointer]
            try body(parts)
            _ = commit.pointer
        } else {
            try body(parts)
        }
        _ = tree.pointer
    }
}
