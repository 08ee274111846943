import CLibgit2

/// Sole owner of something that libgit2 allocated; frees it at the end of its scope.
///
/// A noncopyable value lives to the end of its scope, so that copies of `pointer` may be lent to closures within it.
struct GitHandle: ~Copyable {
    let pointer: OpaquePointer
    private let free: (OpaquePointer?) -> Void

    /// Takes what `make` leaves in its argument.
    init(
        _ operation: String,
        free: @escaping (OpaquePointer?) -> Void,
        make: (inout OpaquePointer?) -> Int32
    ) throws(LibGit2Error) {
        var made: OpaquePointer?
        try LibGit2.call(operation) { make(&made) }
        guard let made else {
            throw LibGit2Error(operation: operation, code: GIT_ERROR.rawValue, category: 0, text: "nothing was made")
        }
        pointer = made
        self.free = free
    }

    deinit { free(pointer) }
}

extension GitHandle {
    static func repository(at path: String) throws(LibGit2Error) -> GitHandle {
        try GitHandle("open \(path)", free: git_repository_free) { git_repository_open_bare(&$0, path) }
    }

    static func commit(_ id: git_oid, in repository: borrowing GitHandle) throws(LibGit2Error) -> GitHandle {
        let pointer = repository.pointer
        return try GitHandle("read a commit", free: git_commit_free) { handle in
            withUnsafePointer(to: id) { git_commit_lookup(&handle, pointer, $0) }
        }
    }

    static func tree(_ id: git_oid, in repository: borrowing GitHandle) throws(LibGit2Error) -> GitHandle {
        let pointer = repository.pointer
        return try GitHandle("read a tree", free: git_tree_free) { handle in
            withUnsafePointer(to: id) { git_tree_lookup(&handle, pointer, $0) }
        }
    }

    static func blob(_ id: git_oid, in repository: borrowing GitHandle) throws(LibGit2Error) -> GitHandle {
        let pointer = repository.pointer
        return try GitHandle("read a file", free: git_blob_free) { handle in
            withUnsafePointer(to: id) { git_blob_lookup(&handle, pointer, $0) }
        }
    }

    static func odb(of repository: borrowing GitHandle) throws(LibGit2Error) -> GitHandle {
        let pointer = repository.pointer
        return try GitHandle("open the objects", free: git_odb_free) { git_repository_odb(&$0, pointer) }
    }
}
