import Synchronization

/// Asks what runs to come to an end at the next safe point: nothing new is begun, waits end, calls under way finish.
///
/// Cancelling a task is the harder way: it ends calls under way, too.
public final class StopSignal: Sendable {
    private struct State {
        var isRequested = false
        var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
        var next = 0
    }

    private let state = Mutex(State())

    public init() {}

    public var isRequested: Bool { state.withLock(\.isRequested) }

    /// Asks; it cannot be taken back, and asking twice is asking once.
    public func request() {
        let waiters = state.withLock { state in
            state.isRequested = true
            defer { state.waiters = [:] }
            return state.waiters.values
        }
        for waiter in waiters { waiter.resume() }
    }

    /// Returns when a stop is asked for, or when the task is cancelled.
    public func wait() async {
        let number = state.withLock { state in
            state.next += 1
            return state.next
        }
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isOver = state.withLock { state in
                    guard !state.isRequested, !Task.isCancelled else { return true }
                    state.waiters[number] = continuation
                    return false
                }
                if isOver { continuation.resume() }
            }
        } onCancel: {
            state.withLock { $0.waiters.removeValue(forKey: number) }?.resume()
        }
    }

    /// Waits for something that may be given up.
    /// - Throws: `CancellationError` when a stop is asked for meanwhile, and what `body` throws.
    public func orUntilRequested(_ body: @escaping @Sendable () async throws -> Void) async throws {
        guard !isRequested else { throw CancellationError() }
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                try await body()
                return true
            }
            group.addTask {
                await self.wait()
                return false
            }
            let isDone = try await group.next() ?? false
            group.cancelAll()
            if !isDone { throw CancellationError() }
        }
    }
}
