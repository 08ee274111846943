import Model
import Synchronization

/// Collects what an executor tells.
final class Events: Sendable {
    private let events = Mutex<[ChangeEvent]>([])

    func note(_ event: ChangeEvent) { events.withLock { $0.append(event) } }

    var all: [ChangeEvent] { events.withLock { $0 } }

    func finishes(of address: ResourceAddress) -> [ChangeOutcome] {
        all.compactMap { event in
            guard event.address == address, case .finished(let outcome) = event.phase else { return nil }
            return outcome
        }
    }
}
