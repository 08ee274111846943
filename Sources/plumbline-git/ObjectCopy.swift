import CLibgit2

/// Copies the objects of a commit that another repository lacks; what it holds, it holds whole.
struct ObjectCopy {
    let from: OpaquePointer
    let into: OpaquePointer
    /// The repository that `from` belongs to.
    let repository: OpaquePointer

    /// Copies the commit last, so that it never stands there without its tree.
    func copy(commit id: git_oid) throws(LibGit2Error) {
        let commit = try GitHandle("read a commit", free: git_commit_free) { handle in
            withUnsafePointer(to: id) { git_commit_lookup(&handle, repository, $0) }
        }
        if let tree = git_commit_tree_id(commit.pointer)?.pointee { try copy(tree: tree) }
        try copy(object: id)
    }

    private func copy(tree id: git_oid) throws(LibGit2Error) {
        guard !isThere(id) else { return }
        let tree = try GitHandle("read a tree", free: git_tree_free) { handle in
            withUnsafePointer(to: id) { git_tree_lookup(&handle, repository, $0) }
        }
        for index in 0..<git_tree_entrycount(tree.pointer) {
            guard let entry = git_tree_entry_byindex(tree.pointer, index), let child = git_tree_entry_id(entry)?.pointee
            else { continue }
            switch git_tree_entry_type(entry) {
            case GIT_OBJECT_TREE: try copy(tree: child)
            case GIT_OBJECT_BLOB: try copy(object: child)
            default: break
            }
        }
        try copy(object: id)
    }

    private func copy(object id: git_oid) throws(LibGit2Error) {
        guard !isThere(id) else { return }
        let object = try GitHandle("read an object", free: git_odb_object_free) { handle in
            withUnsafePointer(to: id) { git_odb_read(&handle, from, $0) }
        }
        let pointer = object.pointer
        var written = git_oid()
        try LibGit2.call("write an object") {
            git_odb_write(
                &written,
                into,
                git_odb_object_data(pointer),
                git_odb_object_size(pointer),
                git_odb_object_type(pointer)
            )
        }
    }

    private func isThere(_ id: git_oid) -> Bool {
        withUnsafePointer(to: id) { git_odb_exists(into, $0) == 1 }
    }
}
