import Foundation
import Synchronization

/// All leases in one hand: a lock on a file, which a second process on the same host does not get.
///
/// The lock is the kernel's (`flock`), so it ends with the process, whichever way that ends.
public final class FileLeases: Leases {
    public let replica: String
    private let path: String
    private let state = Mutex(State())
    private let feed = LeaseFeed()
    private let stopping: AsyncStream<Void>
    private let stopper: AsyncStream<Void>.Continuation

    private struct State {
        var descriptor: Int32?
        /// How often the lock was taken, ever.
        var fence = 0
        /// When it was taken.
        var since: Date?
        var environments: Set<String> = []
    }

    /// - Parameters:
    ///   - directory: made when it is missing.
    ///   - name: of what is held, in file names: controllers of two repositories do not exclude each other.
    public init(directory: String, name: String = "serve", replica: String) {
        self.replica = replica
        path = "\(directory)/\(name).lock"
        (stopping, stopper) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    deinit { unlock() }

    /// Takes the lock, before anything else is started.
    /// - Throws: `taken` with the other process's id, or `file`. Safe to repeat while it is held.
    public func lock() throws(LeaseError) {
        guard state.withLock({ $0.descriptor == nil }) else { return }
        let (descriptor, fence) = try Self.locked(path)
        state.withLock { state in
            state.descriptor = descriptor
            state.fence = fence
            state.since = Date()
        }
    }

    public func run() async throws(LeaseError) {
        try lock()
        feed.tell(state.withLock { state in state.environments.sorted().map { gained($0, state) } })
        for await _ in stopping {}
    }

    public func share(_ environments: Set<String>) {
        let events: [LeaseEvent] = state.withLock { state in
            let old = state.environments
            state.environments = environments
            guard state.descriptor != nil else { return [] }
            let lost = old.subtracting(environments).sorted().map {
                LeaseEvent.lost(environment: $0, why: "it is no longer in the manifests")
            }
            return lost + environments.subtracting(old).sorted().map { gained($0, state) }
        }
        feed.tell(events)
    }

    public func held(_ environment: String) -> Lease? {
        state.withLock { state in
            guard state.descriptor != nil, state.environments.contains(environment) else { return nil }
            return Lease(environment: environment, fence: state.fence)
        }
    }

    public func holder(of environment: String) -> LeaseHolder? {
        held(environment).map { _ in LeaseHolder(replica: replica, since: state.withLock(\.since)) }
    }

    /// There is nobody else who could hear it.
    public func ask(_ environment: String, by person: String) {
        if held(environment) != nil { feed.tell([.asked(environment: environment, by: person)]) }
    }

    public func saw(_ commit: String) {}

    public func events() -> AsyncStream<LeaseEvent> { feed.events() }

    public func begin(_ environment: String) -> LeaseGuard? {
        held(environment).map { lease in LeaseGuard(lease) { [self] in held(environment) } }
    }

    public func end(_ environment: String) {}

    public func stop() async {
        unlock()
        stopper.finish()
        feed.finish()
    }

    private func gained(_ environment: String, _ state: borrowing State) -> LeaseEvent {
        .gained(Lease(environment: environment, fence: state.fence))
    }

    private func unlock() {
        state.withLock { state in
            if let descriptor = state.descriptor { close(descriptor) }
            state.descriptor = nil
        }
    }
}

extension FileLeases {
    /// The locked file, into which this process has written its id and the next fence.
    private static func locked(_ path: String) throws(LeaseError) -> (Int32, Int) {
        let directory = (path as NSString).deletingLastPathComponent
        do {
            try FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw LeaseError(.file, "the directory \(directory) cannot be made: \(error); let this user write there")
        }
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw LeaseError(.file, "the lock file \(path) cannot be opened: \(reason()); let this user write there")
        }
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno != EINTR else { continue }
            let isTaken = errno == EWOULDBLOCK
            let why = reason()
            let (process, _) = content(of: descriptor)
            close(descriptor)
            guard isTaken else { throw LeaseError(.file, "the lock file \(path) cannot be locked: \(why)") }
            throw LeaseError(
                .taken,
                "\(process.map { "process \($0)" } ?? "another process") on this host already runs this controller (it "
                    + "holds \(path)); stop it, or let several share the work with `leases.table`")
        }
        let fence = content(of: descriptor).fence + 1
        let text = Array("\(getpid()) \(fence)\n".utf8)
        guard pwrite(descriptor, text, text.count, 0) == text.count, ftruncate(descriptor, off_t(text.count)) == 0
        else {
            let why = reason()
            close(descriptor)
            throw LeaseError(.file, "the lock file \(path) cannot be written: \(why); is the disk full?")
        }
        return (descriptor, fence)
    }

    private static func content(of descriptor: Int32) -> (process: Int?, fence: Int) {
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        let words = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
            .split(whereSeparator: \.isWhitespace).map { Int($0) }
        return (words.first ?? nil, words.count > 1 ? words[1] ?? 0 : 0)
    }

    private static func reason() -> String { String(cString: strerror(errno)) }
}
