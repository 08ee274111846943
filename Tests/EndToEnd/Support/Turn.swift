import Synchronization
import Testing

/// Lets only a few of the tests that carry it run at the same time: each starts an emulator and several processes.
struct Turn: TestTrait, SuiteTrait, TestScoping {
    let isRecursive = true

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable () async throws -> Void
    ) async throws {
        // Only test cases take a turn; a suite that held one would wait for its own tests.
        guard testCase != nil else { return try await function() }
        await Self.places.take()
        defer { Self.places.release() }
        try await function()
    }

    private static let places = Places(count: 2)
}

extension Trait where Self == Turn {
    /// Waits for one of the few places for tests with processes of their own.
    static var inTurn: Self { Turn() }
}

/// Some places, and the queue for them.
private final class Places: Sendable {
    private struct State {
        var free: Int
        var queue: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Mutex<State>

    init(count: Int) { state = Mutex(State(free: count)) }

    func take() async {
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                guard state.free > 0 else {
                    state.queue.append(continuation)
                    return false
                }
                state.free -= 1
                return true
            }
            if isFree { continuation.resume() }
        }
    }

    func release() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard state.queue.isEmpty else { return state.queue.removeFirst() }
            state.free += 1
            return nil
        }
        next?.resume()
    }
}
