import CLibgit2
import GitMessages
import Glibc

/// Holds the lock of a mirror until it goes out of scope or the process ends, whichever way it ends.
///
/// Waiting for it is bounded by the request's deadline: the process is killed then, and the wait with it.
struct FileLock: ~Copyable {
    private let descriptor: Int32

    init(path: String) throws(GitFailure) {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            let code: GitFailure.Code = errno == ENOSPC || errno == EDQUOT ? .diskFull : .other
            throw GitFailure(code: code, text: "the lock file \(path) cannot be opened: \(systemError())")
        }
        while flock(descriptor, LOCK_EX) != 0 {
            guard errno == EINTR else {
                throw GitFailure(code: .other, text: "the lock file \(path) cannot be locked: \(systemError())")
            }
        }
    }

    /// Says in the code how long the lock is meant to be held.
    func keep() {}

    deinit { close(descriptor) }
}

/// The text of `errno`.
func systemError() -> String {
    String(cString: strerror(errno))
}
