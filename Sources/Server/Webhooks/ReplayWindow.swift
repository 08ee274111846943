import Foundation
import Synchronization

/// Remembers deliveries for a while, to know a copy.
///
/// It holds at most `capacity` of them: under a flood of genuine deliveries the oldest are forgotten first.
final class ReplayWindow: Sendable {
    private struct State {
        var seen: [String: Date] = [:]
        var order: [(key: String, time: Date)] = []
        var first = 0
    }

    private let length: TimeInterval
    private let capacity: Int
    private let state = Mutex(State())

    init(length: TimeInterval, capacity: Int = 20_000) {
        self.length = length
        self.capacity = capacity
    }

    /// Notes a delivery; false when it was noted within the window already.
    func admit(_ key: String, now: Date) -> Bool {
        state.withLock { state in
            forget(&state, now: now)
            guard state.seen[key] == nil else { return false }
            state.seen[key] = now
            state.order.append((key, now))
            return true
        }
    }

    private func forget(_ state: inout State, now: Date) {
        while state.first < state.order.count {
            let oldest = state.order[state.first]
            // A clock that was set back must not keep a delivery for longer than the window either.
            let age = abs(now.timeIntervalSince(oldest.time))
            guard age > length || state.order.count - state.first >= capacity else { break }
            state.seen[oldest.key] = nil
            state.first += 1
        }
        if state.first > 1024, state.first * 2 > state.order.count {
            state.order.removeFirst(state.first)
            state.first = 0
        }
    }
}
