import Model
import Synchronization

/// Shows statuses of commits on the forge, without holding up whoever sets them.
///
/// Of one commit and context only the newest counts: what has not been sent yet is replaced. What the forge was told last is
/// not told again.
public final class CommitStatusBoard: Sendable {
    private struct Key: Hashable {
        var commit: String
        var context: String
    }

    private struct State {
        /// In the order of arrival.
        var waiting: [(key: Key, status: CommitStatus)] = []
        var sent: [Key: CommitStatus] = [:]
        var order: [Key] = []
        /// Commits of which the last word was pending, by context, the oldest first.
        var open: [String: [String]] = [:]
        var lastTrouble: ForgeError.Code?

        /// Notes whether a commit's status is open.
        /// - Returns: the commits before it that are closed by its last word.
        mutating func overtaken(by commit: String, _ status: CommitStatus) -> [String] {
            guard status.state == .pending else {
                return (open.removeValue(forKey: status.context) ?? []).filter { $0 != commit }
            }
            var commits = open[status.context, default: []].filter { $0 != commit } + [commit]
            if commits.count > CommitStatusBoard.openLimit { commits.removeFirst() }
            open[status.context] = commits
            return []
        }
    }

    private let client: any ForgeClient
    private let clock: ForgeClock
    private let onTrouble: @Sendable (ForgeError) -> Void
    private let state = Mutex(State())
    private let wakes: AsyncStream<Void>
    private let waker: AsyncStream<Void>.Continuation
    /// How many contexts of commits are remembered.
    private static let memory = 2000
    /// How many open commits of one context are remembered.
    fileprivate static let openLimit = 100

    /// - Parameter onTrouble: told once, until a status goes through or the trouble is of another kind.
    public init(
        _ client: any ForgeClient, clock: ForgeClock = .system, onTrouble: @escaping @Sendable (ForgeError) -> Void
    ) {
        self.client = client
        self.clock = clock
        self.onTrouble = onTrouble
        (wakes, waker) = AsyncStream.makeStream(bufferingPolicy: .bufferingNewest(1))
    }

    /// Returns at once.
    public func show(_ status: CommitStatus, of commit: String) {
        let key = Key(commit: commit, context: status.context)
        let isNews = state.withLock { state in
            if let index = state.waiting.firstIndex(where: { $0.key == key }) {
                state.waiting[index].status = status
                return false
            }
            guard state.sent[key] != status else { return false }
            state.waiting.append((key, status))
            if state.waiting.count > Self.memory { state.waiting.removeFirst() }
            return true
        }
        if isNews { waker.yield() }
    }

    /// Shows what an environment's state says of its newest commit, and closes what is still open of commits before it: they
    /// went the same way, and nobody comes back to them.
    public func show(_ environment: EnvironmentState, page: String? = nil) {
        guard let (commit, status) = CommitStatus.of(environment, page: page) else { return }
        for older in state.withLock({ $0.overtaken(by: commit, status) }) {
            let text = "with \(commit.prefix(7)): \(status.description)"
            show(CommitStatus(context: status.context, status.state, text, target: status.target), of: older)
        }
        show(status, of: commit)
    }

    /// Sends until the task is cancelled or `finish` was called and nothing is left.
    public func run() async {
        for await _ in wakes {
            while let next = state.withLock({ $0.waiting.isEmpty ? nil : $0.waiting.removeFirst() }) {
                guard !Task.isCancelled else { return }
                await send(next.key, next.status)
            }
        }
    }

    public func finish() { waker.finish() }

    private func send(_ key: Key, _ status: CommitStatus) async {
        guard state.withLock({ $0.sent[key] }) != status else { return }
        do throws(ForgeError) {
            try await client.setStatus(status, of: key.commit)
            state.withLock { state in
                state.lastTrouble = nil
                if state.sent.updateValue(status, forKey: key) == nil { state.order.append(key) }
                if state.order.count > Self.memory { state.sent[state.order.removeFirst()] = nil }
            }
        } catch {
            guard error.code != .cancelled else { return }
            let isNews = state.withLock { state in
                defer { state.lastTrouble = error.code }
                return state.lastTrouble != error.code
            }
            if isNews { onTrouble(error) }
            await putBack(key, status, error)
        }
    }

    /// What passes by is waited for, and tried again unless there is a newer word by then.
    private func putBack(_ key: Key, _ status: CommitStatus, _ error: ForgeError) async {
        guard error.passesBy else { return }
        do { try await clock.sleep(max(error.retryAfter ?? .zero, .seconds(30))) } catch { return }
        state.withLock { state in
            guard !state.waiting.contains(where: { $0.key == key }) else { return }
            state.waiting.insert((key, status), at: 0)
        }
    }
}
