import CLibgit2
import Glibc

/// The one door to libgit2's calls: it turns their return codes into errors.
enum LibGit2 {
    /// Calls libgit2 and throws what it complains of.
    ///
    /// The last error is cleared before and copied right after, since libgit2 leaves stale texts behind and keeps
    /// one per thread.
    @discardableResult
    static func call(_ operation: String, _ body: () -> Int32) throws(LibGit2Error) -> Int32 {
        git_error_clear()
        errno = 0
        let code = body()
        let systemCode = errno
        guard code < 0 else { return code }
        let last = git_error_last()
        throw LibGit2Error(
            operation: operation,
            code: code,
            category: last?.pointee.klass ?? 0,
            text: last?.pointee.message.map { String(cString: $0) } ?? "",
            systemCode: systemCode
        )
    }

    /// Starts the library and sets the process-wide options; to be called once, before anything else.
    ///
    /// No configuration of the user or the system is read: it could change what a URL means (`insteadOf`) and what
    /// is verified. The defaults for memory (1 GiB windows, 8 GiB mapped, 256 MiB cached) are far above what a
    /// repository of manifests needs.
    static func start() throws(LibGit2Error) {
        // SSH connections end in an error when there is no home to look for known_hosts in: here is an empty one.
        setenv("HOME", "/nonexistent", 1)
        try call("start") { git_libgit2_init() }
        for level in [
            GIT_CONFIG_LEVEL_SYSTEM, GIT_CONFIG_LEVEL_XDG, GIT_CONFIG_LEVEL_GLOBAL, GIT_CONFIG_LEVEL_PROGRAMDATA,
        ] {
            try call("forget the configuration") { plumbline_git_set_search_path(level, "") }
        }
        try call("forget the templates") { plumbline_git_set_template_path("") }
        try call("limit windows") { plumbline_git_set_window_size(16 << 20) }
        try call("limit mapped memory") { plumbline_git_set_mapped_limit(128 << 20) }
        try call("limit mapped files") { plumbline_git_set_mapped_file_limit(128) }
        try call("limit the cache") { plumbline_git_set_cache_size(16 << 20) }
        // Repositories named by the operator may belong to someone else; nothing of their configuration is run.
        try call("accept repositories of others") { plumbline_git_set_owner_validation(0) }
        try call("name the client") { plumbline_git_set_user_agent("plumbline") }
    }

    /// Trusts the certificates of this file instead of the system's, for the whole process.
    static func trust(certificateAuthorityFile path: String) throws(LibGit2Error) {
        try call("read the certificate authorities of \(path)") { plumbline_git_set_certificate_file(path) }
    }
}

/// What libgit2 said about a call that failed.
struct LibGit2Error: Error {
    var operation: String
    /// `git_error_code`.
    var code: Int32
    /// `git_error_t`: the part of the library that complains.
    var category: Int32
    var text: String
    /// `errno` right after the call; it may be of an earlier step that did not matter.
    var systemCode: Int32 = 0

    /// The disk has no room for what was to be written. libgit2 has no code for it, and not always a text.
    var isOfFullDisk: Bool {
        [ENOSPC, EDQUOT].contains { code in
            code == systemCode || text.hasSuffix(": " + String(cString: strerror(code)))
        }
    }

    func isOf(_ categories: git_error_t...) -> Bool {
        categories.contains { UInt32(category) == $0.rawValue }
    }
}
