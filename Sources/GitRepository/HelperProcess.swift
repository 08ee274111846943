import GitMessages
import Glibc
import Synchronization

/// One running helper process, and the socket that is its standard input and output.
///
/// Its calls block, and are made from a queue of the caller's; only ``kill()`` may come from anywhere at any time.
final class HelperProcess: Sendable {
    enum Failure: Error {
        case cannotStart(String)
        /// The process ended or speaks nonsense.
        case died
        case timedOut
    }

    private struct State {
        var descriptor: Int32
        /// Nil once the process has been waited for: its number may then belong to another.
        var process: pid_t?
    }

    private let state: Mutex<State>

    /// Starts the executable with an environment of nothing but what TLS and the locale need.
    init(executable: String) throws(Failure) {
        var pair: [Int32] = [0, 0]
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &pair) == 0 else { throw .cannotStart(Self.errorText(errno)) }
        let (mine, theirs) = (pair[0], pair[1])
        defer { close(theirs) }
        do {
            let process = try Self.spawn(executable, socket: theirs)
            _ = fcntl(mine, F_SETFL, O_NONBLOCK)
            state = Mutex(State(descriptor: mine, process: process))
        } catch {
            close(mine)
            throw error
        }
    }

    deinit {
        kill()
        state.withLock { _ = close($0.descriptor) }
    }

    /// Sends one frame and waits for the one that answers it.
    ///
    /// - Throws: ``Failure/timedOut`` at the deadline, ``Failure/died`` when the process ends first. The process is
    ///   of no use after either.
    func exchange(_ frame: [UInt8], until deadline: ContinuousClock.Instant) throws(Failure) -> [UInt8] {
        let descriptor = state.withLock { $0.descriptor }
        var rest = frame[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else {
                try wait(descriptor, for: Int16(POLLOUT), until: deadline)
            }
        }
        var buffer = [UInt8](repeating: 0, count: 64 * 1024)
        var decoder = FrameDecoder()
        while true {
            let count = buffer.withUnsafeMutableBytes { recv(descriptor, $0.baseAddress, $0.count, 0) }
            if count > 0 {
                decoder.append(buffer[..<count])
                do {
                    if let payload = try decoder.next() { return payload }
                } catch {
                    throw .died
                }
            } else if count == 0 {
                throw .died
            } else {
                try wait(descriptor, for: Int16(POLLIN), until: deadline)
            }
        }
    }

    /// Ends the process at once, whatever it is doing; does nothing when it has ended.
    func kill() {
        state.withLock { state in
            guard let process = state.process else { return }
            state.process = nil
            _ = Glibc.kill(process, SIGKILL)
            var status: Int32 = 0
            while waitpid(process, &status, 0) < 0, errno == EINTR {}
        }
    }

    /// The process's number while it runs, for those who watch it.
    var processID: Int32? { state.withLock { $0.process } }

    /// Called right after a call that set `errno`.
    private func wait(_ descriptor: Int32, for events: Int16, until deadline: ContinuousClock.Instant) throws(Failure) {
        guard errno == EAGAIN || errno == EINTR else { throw .died }
        let left = deadline - .now
        guard left > .zero else { throw .timedOut }
        let milliseconds = left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000
        var descriptor = pollfd(fd: descriptor, events: events, revents: 0)
        poll(&descriptor, 1, Int32(clamping: milliseconds + 1))
    }

    private static func spawn(_ executable: String, socket: Int32) throws(Failure) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, socket, STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        // A group of its own: Control-C at the terminal is for the parent to act on.
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETPGROUP))
        let passedOn = ["SSL_CERT_FILE", "SSL_CERT_DIR", "LD_LIBRARY_PATH"].compactMap { (name: String) in
            getenv(name).map { "\(name)=\(String(cString: $0))" }
        }
        let environment = CStrings(["LANG=C.UTF-8", "TZ=UTC"] + passedOn)
        let arguments = CStrings([executable])
        var process = pid_t()
        let code = posix_spawn(
            &process,
            executable,
            &actions,
            &attributes,
            arguments.pointers,
            environment.pointers
        )
        guard code == 0 else { throw .cannotStart(errorText(code)) }
        return process
    }

    private static func errorText(_ code: Int32) -> String { String(cString: strerror(code)) }
}

/// Copies of strings in C's form, ended by a null pointer.
private struct CStrings: ~Copyable {
    let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
    private let count: Int

    init(_ strings: [String]) {
        count = strings.count
        pointers = .allocate(capacity: count + 1)
        for (index, text) in strings.enumerated() { (pointers + index).initialize(to: strdup(text)) }
        (pointers + count).initialize(to: nil)
    }

    deinit {
        for index in 0..<count { free(pointers[index]) }
        pointers.deallocate()
    }
}
