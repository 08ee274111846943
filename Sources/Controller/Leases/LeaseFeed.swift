import Synchronization

/// Tells every listener what became of the leases.
final class LeaseFeed: Sendable {
    private let listeners = Mutex<[Int: AsyncStream<LeaseEvent>.Continuation]>([:])
    private let numbers = Atomic(0)

    /// What is told from now on.
    func events() -> AsyncStream<LeaseEvent> {
        let number = numbers.add(1, ordering: .relaxed).newValue
        let (stream, continuation) = AsyncStream<LeaseEvent>.makeStream(bufferingPolicy: .unbounded)
        continuation.onTermination = { [weak self] _ in
            _ = self?.listeners.withLock { $0.removeValue(forKey: number) }
        }
        listeners.withLock { $0[number] = continuation }
        return stream
    }

    func tell(_ events: [LeaseEvent]) {
        let listeners = listeners.withLock { Array($0.values) }
        for event in events { for listener in listeners { listener.yield(event) } }
    }

    func finish() {
        let all = listeners.withLock { listeners in
            defer { listeners = [:] }
            return Array(listeners.values)
        }
        for listener in all { listener.finish() }
    }
}
