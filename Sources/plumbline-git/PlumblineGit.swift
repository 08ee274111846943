import CMalloc
import GitMessages
import Glibc

/// The helper process: git's work is done here, where it can be killed without harm to whoever asked for it.
@main
enum PlumblineGit {
    static func main() {
        signal(SIGPIPE, SIG_IGN)
        closeInherited()
        // One thread works; what it needed for a request is not needed between two.
        _ = mallopt(M_ARENA_MAX, 1)
        ParentWatch.start()
        do {
            try LibGit2.start()
            var loop = RequestLoop()
            try loop.run()
        } catch {
            let text = "plumbline-git: it is started by plumbline and takes requests from it only\n"
            _ = text.withCString { write(STDERR_FILENO, $0, strlen($0)) }
            exit(2)
        }
    }

    /// Lets go of what the parent's other libraries left open: a pipe or lock held here would outlive its use there.
    private static func closeInherited() {
        for name in Directory.names(in: "/proc/self/fd") {
            if let descriptor = Int32(name), descriptor > STDERR_FILENO { close(descriptor) }
        }
    }
}
