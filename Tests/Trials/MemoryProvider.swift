import Model
import Synchronization

/// An account in memory that is as strict as AWS: it refuses to delete what something else still names, to refer to what
/// is not there or has not settled, and to give a name or a number twice.
///
/// It knows of a kind only what its description says: a resource holds those whose identifiers or ARNs its fields name, and
/// those in fields that pin or cannot be changed are not let go of before it.
final class MemoryProvider: ResourceProvider {
    /// Whose resources are ours.
    static let installation = "config"

    let kinds: [ResourceType: KindDescription]
    private let state: Mutex<State>
    private let gate: Gate?

    /// - Parameters:
    ///   - outputs: what every resource tells besides identifier and host name.
    ///   - gate: where every create has to pass.
    init(kinds: [ResourceType: KindDescription], outputs: Set<Output> = [], gate: Gate? = nil) {
        self.kinds = kinds
        self.gate = gate
        state = Mutex(State(kinds: kinds, outputs: outputs))
    }

    /// One call that changes something, or a look.
    struct Call: Hashable, Sendable, CustomStringConvertible {
        var verb: String
        var address: ResourceAddress
        var token: String = ""
        var fields: Set<String> = []
        var description: String { "\(verb) \(address)" }
    }

    struct Faults: Sendable {
        /// Kinds that cannot be read.
        var unreadable: [ResourceType: ResourceError] = [:]
        var refusedCreates: Set<ResourceAddress> = []
        var refusedUpdates: Set<ResourceAddress> = []
        var refusedDeletes: Set<ResourceAddress> = []
        /// Deletes that find it in use so many times.
        var inUse: [ResourceAddress: Int] = [:]
        /// Updates that take so many steps besides the last.
        var steps: [ResourceAddress: Int] = [:]
        /// Made things that need so many looks to settle.
        var slow: [ResourceAddress: Int] = [:]
        /// Made things that never get there.
        var broken: Set<ResourceAddress> = []
        /// Creates that take effect though the answer is lost, once.
        var lostAnswers: Set<ResourceAddress> = []
        /// How many reads of a kind after a change still show what was before it.
        var lag = 0
        /// What stays, so that nothing waits for its end.
        var staying: Set<ResourceAddress> = []
        /// How many looks a deleted thing is still there.
        var lingering: [ResourceAddress: Int] = [:]
    }

    struct State {
        let kinds: [ResourceType: KindDescription]
        let outputs: Set<Output>
        var resources: [String: MemoryResource] = [:]
        /// How many resources each maker has made: an address, or a test.
        var lastNumbers: [String: Int] = [:]
        var faults = Faults()
        var calls: [Call] = []
        /// What was deleted, as it was.
        var deleted: [MemoryResource] = []
        /// Revisions that were followed by others: they stay usable, as those of task definitions do.
        var formerRevisions: Set<String> = []
        var reads: [ResourceType: Int] = [:]
        var stale: [ResourceType: (list: [ObservedResource], reads: Int)] = [:]
        /// Refusals that a good order would not have met.
        var refusals: [String] = []
        var running = 0
        var mostRunning = 0
    }

    // MARK: For tests

    func edit<T>(_ body: (inout State) -> sending T) -> T { state.withLock { body(&$0) } }

    var calls: [Call] { edit { $0.calls } }
    var refusals: [String] { edit { $0.refusals } }
    var mostRunning: Int { edit { $0.mostRunning } }
    var count: Int { edit { $0.resources.count } }
    var identifiers: Set<String> { edit { Set($0.resources.keys) } }
    var resources: [String: MemoryResource] { edit { $0.resources } }
    var deleted: [MemoryResource] { edit { $0.deleted } }

    func fail(_ change: (inout Faults) -> Void) { edit { change(&$0.faults) } }
    func clearCalls() {
        edit {
            $0.calls = []
            $0.deleted = []
            $0.reads = [:]
        }
    }

    func find(_ address: ResourceAddress) -> MemoryResource? {
        edit { $0.resources.values.filter { $0.address == address }.min { $0.identifier < $1.identifier } }
    }

    /// Changes something behind the engine's back.
    func tamper(_ address: ResourceAddress, _ body: (inout MemoryResource) -> Void) {
        edit { state in
            for (id, resource) in state.resources where resource.address == address {
                var changed = resource
                body(&changed)
                state.resources[id] = changed
            }
        }
    }

    /// Makes something behind the engine's back.
    @discardableResult
    func plant(
        _ type: ResourceType, name: String? = nil, _ values: [String: Value] = [:], tags: [String: String] = [:]
    ) -> String {
        edit { state in
            let id = state.freshIdentifier(type, of: "planted")
            state.resources[id] = MemoryResource(
                type: type, identifier: id, name: name, values: values, tags: tags,
                furtherOutputs: state.furtherOutputs(of: id))
            return id
        }
    }

    func vanish(_ address: ResourceAddress) {
        edit { state in state.resources = state.resources.filter { $0.value.address != address } }
    }

    // MARK: ResourceProvider

    func observe(_ type: ResourceType, _ scope: ObservationScope) async throws(ResourceError) -> [ObservedResource] {
        try run { state throws(ResourceError) in
            state.reads[type, default: 0] += 1
            if let error = state.faults.unreadable[type] { throw error }
            if let stale = state.stale[type], stale.reads > 0 {
                state.stale[type]?.reads -= 1
                return stale.list
            }
            guard scope.isBrief else { return state.list(type) }
            let recorded = Set(scope.recordedIdentifiers[type] ?? [])
            return state.list(type).filter {
                recorded.contains($0.identifier) || $0.tags[OwnershipTag.installation] == scope.installation
            }
        }
    }

    func create(_ order: Order) async throws(ResourceError) -> Made {
        begin()
        await gate?.pass()
        await Task.yield()
        defer { end() }
        return try run { state throws(ResourceError) in try state.create(order) }
    }

    func update(
        _ observed: ObservedResource, to order: Order, changing fields: Set<String>
    ) async throws(ResourceError) -> Made {
        begin()
        await Task.yield()
        defer { end() }
        let isRevised = kinds[observed.type]?.traits.isRevised == true
        return try run { state throws(ResourceError) in
            try state.update(observed, order, fields, isRevised: isRevised)
        }
    }

    func tag(_ observed: ObservedResource, _ tags: [String: String]) async throws(ResourceError) {
        try run { state throws(ResourceError) in
            let address = tags[OwnershipTag.address] ?? observed.tags[OwnershipTag.address] ?? observed.identifier
            state.calls.append(Call(verb: "tag", address: ResourceAddress(address)))
            state.remember(observed.type)
            state.tag(observed.identifier, tags)
        }
    }

    func delete(_ observed: ObservedResource) async throws(ResourceError) {
        begin()
        await Task.yield()
        defer { end() }
        let patience = kinds[observed.type]?.traits.deletedAfter ?? []
        try run { state throws(ResourceError) in try state.delete(observed, patience) }
    }

    func settled(_ type: ResourceType, _ made: Made) async throws(ResourceError) -> Settlement {
        try run { state in
            guard let resource = state.resources[made.identifier] else { return .failed("it went away") }
            if let address = resource.address {
                state.calls.append(Call(verb: "look", address: address))
                if state.faults.broken.contains(address) { return .failed("it was rolled back") }
            }
            guard resource.looksLeft > 0 else { return .ready(resource.outputs) }
            state.resources[made.identifier]?.looksLeft -= 1
            return .pending("\(resource.looksLeft) looks left")
        }
    }

    func isGone(_ observed: ObservedResource) async throws(ResourceError) -> Bool {
        try run { state in
            let address = ResourceAddress(observed.tags[OwnershipTag.address] ?? "")
            guard let left = state.faults.lingering[address], left > 0 else { return true }
            state.faults.lingering[address] = left - 1
            return false
        }
    }

    private func begin() {
        edit { state in
            state.running += 1
            state.mostRunning = max(state.mostRunning, state.running)
        }
    }

    private func end() { edit { $0.running -= 1 } }

    private func run<T: Sendable>(
        _ body: (inout State) throws(ResourceError) -> T
    ) throws(ResourceError) -> T {
        let result = state.withLock { state -> Result<T, ResourceError> in
            do throws(ResourceError) { return .success(try body(&state)) } catch { return .failure(error) }
        }
        return try result.get()
    }
}
