import Synchronization

/// Places for calls under way at one address. Who finds none waits, and those who wait are let in by the order of their arrival.
///
/// As many as there are connections: a call that waited for one inside the pool would go out long after it was permitted, and
/// its time limit would run meanwhile.
final class CallPlaces: Sendable {
    private struct Line {
        var taken = 0
        var waiting: [(number: Int, continuation: CheckedContinuation<Bool, Never>)] = []
    }

    private struct State {
        var lines: [String: Line] = [:]
        var nextNumber = 0
    }

    private let limit: Int
    private let state = Mutex(State())

    /// - Parameter limit: of each address, at least one.
    init(_ limit: Int) {
        self.limit = max(1, limit)
    }

    /// Takes a place; `leave` has to follow.
    /// - Returns: false when the task was cancelled while it waited: then it has none.
    func enter(_ address: String) async -> Bool {
        let number: Int? = state.withLock { state in
            guard state.lines[address, default: Line()].taken >= limit else {
                state.lines[address, default: Line()].taken += 1
                return nil
            }
            state.nextNumber += 1
            return state.nextNumber
        }
        guard let number else { return true }
        return await withTaskCancellationHandler {
            await withCheckedContinuation { line(up: number, at: address, $0) }
        } onCancel: {
            giveUp(number, at: address)
        }
    }

    /// Gives a place to whoever has waited longest, or back.
    func leave(_ address: String) {
        let next: CheckedContinuation<Bool, Never>? = state.withLock { state in
            guard var line = state.lines[address] else { return nil }
            defer { state.lines[address] = line.taken == 0 ? nil : line }
            guard line.waiting.isEmpty else { return line.waiting.removeFirst().continuation }
            line.taken -= 1
            return nil
        }
        next?.resume(returning: true)
    }

    /// A place may have become free, and the task may have been cancelled, before it came to wait.
    private func line(up number: Int, at address: String, _ continuation: CheckedContinuation<Bool, Never>) {
        let answer: Bool? = state.withLock { state in
            if Task.isCancelled { return false }
            var line = state.lines[address, default: Line()]
            defer { state.lines[address] = line }
            guard line.taken < limit else {
                line.waiting.append((number, continuation))
                return nil
            }
            line.taken += 1
            return true
        }
        if let answer { continuation.resume(returning: answer) }
    }

    private func giveUp(_ number: Int, at address: String) {
        let gone: CheckedContinuation<Bool, Never>? = state.withLock { state in
            guard let place = state.lines[address]?.waiting.firstIndex(where: { $0.number == number }) else {
                return nil
            }
            return state.lines[address]?.waiting.remove(at: place).continuation
        }
        gone?.resume(returning: false)
    }
}
