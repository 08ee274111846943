import Synchronization

@testable import Controller

/// Leases of which a test says who holds them.
final class ScriptedLeases: Leases {
    struct State {
        var held: Set<String> = []
        var holders: [String: String] = [:]
        var asked: [String] = []
        var seen: [String] = []
        var shared: Set<String> = []
        var error: LeaseError?
    }

    let replica = "here"
    private let state = Mutex(State())
    private let feed = LeaseFeed()

    func set(_ body: (inout State) -> Void) { state.withLock { body(&$0) } }
    var asked: [String] { state.withLock(\.asked) }
    var seen: [String] { state.withLock(\.seen) }
    var shared: Set<String> { state.withLock(\.shared) }

    func run() async throws(LeaseError) {}
    func share(_ environments: Set<String>) { set { $0.shared = environments } }
    func held(_ environment: String) -> Lease? {
        state.withLock { $0.held.contains(environment) ? Lease(environment: environment, fence: 1) : nil }
    }
    func holder(of environment: String) -> LeaseHolder? {
        state.withLock { $0.holders[environment].map { LeaseHolder(replica: $0) } }
    }
    func ask(_ environment: String, by person: String) async throws(LeaseError) {
        let error = state.withLock { state in
            state.asked.append("\(environment) by \(person)")
            return state.error
        }
        if let error { throw error }
    }
    func saw(_ commit: String) { set { $0.seen.append(commit) } }
    func events() -> AsyncStream<LeaseEvent> { feed.events() }
    func begin(_ environment: String) -> LeaseGuard? {
        held(environment).map { lease in LeaseGuard(lease) { [self] in held(environment) } }
    }
    func end(_ environment: String) {}
    func stop() async { feed.finish() }
}
