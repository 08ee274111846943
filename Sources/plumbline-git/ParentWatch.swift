import Glibc

/// Ends the process when whoever started it goes away, even in the middle of a call that never returns.
///
/// The request loop sees the end of its input only between requests. A thread of its own, which touches nothing of
/// libgit2, sees it at any time.
enum ParentWatch {
    static func start() {
        var thread = pthread_t()
        let code = pthread_create(
            &thread,
            nil,
            { _ in
                // POLLRDHUP, which <poll.h> hides from Swift: the peer of a socket has closed its end.
                var input = pollfd(fd: STDIN_FILENO, events: 0x2000, revents: 0)
                while true {
                    let ready = poll(&input, 1, -1)
                    if ready > 0 { _exit(0) }
                    if ready < 0, errno != EINTR { return nil }
                }
            },
            nil
        )
        if code == 0 { pthread_detach(thread) }
    }
}
