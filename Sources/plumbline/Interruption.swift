import Dispatch
import Foundation
import Synchronization

/// Turns SIGINT and SIGTERM into the cancellation of what runs.
enum Interruption {
    /// Ends the process at the second SIGINT or SIGTERM; the first one is left to others.
    static func endAtSecondSignal() {
        for number in [SIGINT, SIGTERM] {
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                let isSecond = signals.withLock { count in
                    count += 1
                    return count > 1
                }
                // The handler holds its source, which lives as long as the process.
                if isSecond { withExtendedLifetime(source) { Foundation.exit(128 + number) } }
            }
            source.resume()
        }
    }

    private static let signals = Mutex(0)

    /// Runs `body` in a task that the first signal cancels; a second one ends the process at once.
    static func cancellable<T: Sendable>(_ body: @escaping @Sendable () async -> T) async -> T {
        let task = Task { await body() }
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                if task.isCancelled { Foundation.exit(128 + number) }
                Console.write("stopping after what is under way; press again to stop at once", to: .error)
                task.cancel()
            }
            source.resume()
            return source
        }
        defer {
            for source in sources { source.cancel() }
            for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
        }
        return await task.value
    }
}
