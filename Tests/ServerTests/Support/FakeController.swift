import Foundation
import Model
import Synchronization

/// A controller that says what a test tells it to say, and notes what it was asked.
final class FakeController: ControllerInterface {
    struct State {
        var isReady = true
        var overview: ControllerOverview
        var history: [HistoryEntry] = []
        var historyError: (any Error)?
        var notices: [PushNotice] = []
        var actions: [String] = []
        var refusal: ControllerRefusal?
        var watchers: [UUID: AsyncStream<ControllerEvent>.Continuation] = [:]
        var watcherWaits: [(count: Int, CheckedContinuation<Void, Never>)] = []
    }

    private let state: Mutex<State>

    init(_ environments: [EnvironmentState] = [Sample.dev]) {
        state = Mutex(State(overview: Sample.overview(environments)))
    }

    func set(_ body: (inout State) -> Void) { state.withLock { body(&$0) } }
    var notices: [PushNotice] { state.withLock(\.notices) }
    var actions: [String] { state.withLock(\.actions) }

    /// Changes one environment and tells the watchers.
    func change(_ name: String, _ message: String, _ body: (inout EnvironmentState) -> Void) {
        let watchers = state.withLock { state in
            guard let index = state.overview.environments.firstIndex(where: { $0.name == name }) else {
                return state.watchers
            }
            body(&state.overview.environments[index])
            return state.watchers
        }
        let event = ControllerEvent(
            time: Sample.now, environment: name, severity: .info, reason: "Changed", message: message)
        for watcher in watchers.values { watcher.yield(event) }
    }

    /// Returns once so many streams of events are open.
    func watched(by count: Int) async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                guard state.watchers.count < count else { return true }
                state.watcherWaits.append((count, continuation))
                return false
            }
            if isThere { continuation.resume() }
        }
    }

    func isReady() async -> Bool { state.withLock(\.isReady) }
    func overview() async -> ControllerOverview { state.withLock(\.overview) }

    func environment(_ name: String) async -> EnvironmentState? {
        state.withLock { $0.overview.environments.first { $0.name == name } }
    }

    func history(environment: String?, limit: Int) async throws -> [HistoryEntry] {
        if let error = state.withLock(\.historyError) { throw error }
        let entries = state.withLock(\.history).filter { environment == nil || $0.environment == environment }
        return Array(entries.prefix(limit))
    }

    func events() async -> AsyncStream<ControllerEvent> {
        let (stream, continuation) = AsyncStream.makeStream(of: ControllerEvent.self)
        let id = UUID()
        continuation.onTermination = { [weak self] _ in self?.set { $0.watchers[id] = nil } }
        let ready = state.withLock { state in
            state.watchers[id] = continuation
            let ready = state.watcherWaits.filter { $0.count <= state.watchers.count }
            state.watcherWaits.removeAll { $0.count <= state.watchers.count }
            return ready
        }
        for (_, waiter) in ready { waiter.resume() }
        return stream
    }

    func received(_ notice: PushNotice) { state.withLock { $0.notices.append(notice) } }

    func retry(_ environment: String, by person: String) async throws(ControllerRefusal) -> String? {
        try note("retry \(environment) by \(person)", environment)
        return await self.environment(environment)?.holder
    }

    func suspend(_ environment: String, _ suspension: Suspension) async throws(ControllerRefusal) {
        let until = suspension.until.formatted(.iso8601)
        try note("suspend \(environment) by \(suspension.by) until \(until): \(suspension.reason)", environment)
    }

    func resume(_ environment: String, by person: String) async throws(ControllerRefusal) {
        try note("resume \(environment) by \(person)", environment)
    }

    func approve(_ environment: String, digest: String, by person: String) async throws(ControllerRefusal) {
        try note("approve \(environment) \(digest) by \(person)", environment)
    }

    private func note(_ action: String, _ environment: String) throws(ControllerRefusal) {
        let refusal = state.withLock { state -> ControllerRefusal? in
            if let refusal = state.refusal { return refusal }
            guard state.overview.environments.contains(where: { $0.name == environment }) else {
                return ControllerRefusal(.unknown, "There is no environment named \(environment).")
            }
            state.actions.append(action)
            return nil
        }
        if let refusal { throw refusal }
    }
}
