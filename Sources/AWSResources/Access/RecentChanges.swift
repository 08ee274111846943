import Synchronization

/// Remembers what this process changed a short while ago, for a service whose lists lag behind.
final class RecentChanges: Sendable {
    private let changed = Mutex<[String: ContinuousClock.Instant]>([:])
    private let span: Duration

    init(within span: Duration) { self.span = span }

    func note(_ identifier: String) {
        let now = ContinuousClock.now
        changed.withLock { changed in
            changed = changed.filter { now - $0.value < span }
            changed[identifier] = now
        }
    }

    func contains(_ identifier: String) -> Bool {
        let now = ContinuousClock.now
        return changed.withLock { changed in changed[identifier].map { now - $0 < span } ?? false }
    }
}
