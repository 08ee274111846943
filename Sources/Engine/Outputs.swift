import Model
import Synchronization

/// The outputs of everything that exists, as changes make it.
final class Outputs: Sendable {
    private let known: Mutex<AddressTable<[Output: String]>>

    init(_ known: AddressTable<[Output: String]>) { self.known = Mutex(known) }

    subscript(address: ResourceAddress) -> [Output: String]? { known.withLock { $0[address] } }

    func learn(_ address: ResourceAddress, _ outputs: [Output: String]) {
        known.withLock { $0.update(address, default: [:]) { $0.merge(outputs) { _, new in new } } }
    }

    func forget(_ address: ResourceAddress) {
        known.withLock { $0[address] = nil }
    }
}
