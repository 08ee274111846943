import Engine
import Synchronization

/// What many tasks tell the loop, in the order in which they told it.
final class Mailbox<Letter: Sendable>: Sendable {
    private struct State {
        var letters: [Letter] = []
        /// Rung by the next letter.
        var bell = StopSignal()
    }

    private let state = Mutex(State())

    /// Puts a letter in; from any thread, at once.
    func post(_ letter: Letter) {
        state.withLock { state in
            state.letters.append(letter)
            return state.bell
        }.request()
    }

    /// All letters there are; waits for one, but not longer than a pause.
    /// - Parameter pause: is cancelled when a letter comes.
    func take(orAfter pause: @escaping @Sendable () async throws -> Void) async -> [Letter] {
        let bell = state.withLock(\.bell)
        if !bell.isRequested { try? await bell.orUntilRequested(pause) }
        return state.withLock { state in
            defer { state = State() }
            return state.letters
        }
    }
}
