import Foundation
import Model
import Testing

@testable import Forge
@testable import ForgePeers

@Suite("Statuses of merged commits", .timeLimit(.minutes(1)))
struct CommitStatusTests {
    private func state(_ phase: EnvironmentState.Phase, applied: Bool = false) -> EnvironmentState {
        var state = EnvironmentState(name: "dev", account: "123456789012", region: "eu-west-1")
        state.phase = phase
        state.observedRevision = Revision(ref: "main", commit: "c0ffee")
        if applied { (state.appliedRevision, state.isCurrent) = (state.observedRevision, true) }
        return state
    }

    /// Of a commit that says nothing of the environment, on top of one that was applied.
    private func unconcerned(_ phase: EnvironmentState.Phase) -> EnvironmentState {
        var state = state(phase)
        state.appliedRevision = Revision(ref: "main", commit: "0a5e0a5e0a5e")
        state.isCurrent = true
        return state
    }

    @Test(
        "a commit that does not concern an environment has its word at once, and a failure is told as one",
        arguments: EnvironmentState.Phase.allCases)
    func unconcernedCommit(_ phase: EnvironmentState.Phase) {
        var state = unconcerned(phase)
        switch phase {
        case .elsewhere: #expect(CommitStatus.of(state) == nil)
        case .quarantined, .backingOff: #expect(CommitStatus.of(state)?.status.state == .failure)
        default:
            #expect(
                CommitStatus.of(state)?.status
                    == CommitStatus(
                        context: "plumbline/dev", .success, "nothing of this environment changed since 0a5e0a5"))
        }
        guard phase == .planning else { return }
        state.drifted = ["dev/acme/Service"]
        #expect(CommitStatus.of(state)?.status.description.hasSuffix("; 1 resource drifted") == true)
        state.isCurrent = false
        #expect(CommitStatus.of(state)?.status.state == .pending, "the commit before it is still being applied")
    }

    @Test("a commit whose manifests are not valid is told as that, whatever becomes of the one that stays in force")
    func invalid() {
        for phase in [EnvironmentState.Phase.idle, .backingOff, .quarantined, .applying] {
            var state = state(phase)
            let invalid = Condition(.stalled, true, reason: "InvalidManifests", message: "a.yaml:1:1: error: wrong")
            state.conditions = [DatedCondition(invalid, since: Date(timeIntervalSince1970: 0))]
            #expect(
                CommitStatus.of(state)?.status
                    == CommitStatus(context: "plumbline/dev", .failure, "a.yaml:1:1: error: wrong"))
        }
    }

    @Test("a commit that is overtaken while it is open is closed by the last word on the newer one")
    func overtaken() async throws {
        let bench = try await GitHubBench()
        let board = CommitStatusBoard(bench.client, clock: bench.clock.clock) { _ in }
        board.show(state(.applying))
        var newer = state(.applying)
        newer.observedRevision = Revision(ref: "main", commit: "beefbeefbeef")
        board.show(newer)
        newer.appliedRevision = newer.observedRevision
        (newer.phase, newer.isCurrent) = (.idle, true)
        board.show(newer)
        board.show(newer)
        board.finish()
        await board.run()
        #expect(
            bench.statuses == [
                "c0ff plumbline/dev success: with beefbee: applied; 0 resources",
                "beef plumbline/dev success: applied; 0 resources",
            ])
    }

    @Test(
        "an environment's state says pending, success or failure of the newest commit",
        arguments: EnvironmentState.Phase.allCases)
    func words(_ phase: EnvironmentState.Phase) throws {
        var state = state(phase)
        let told = CommitStatus.of(state)
        switch phase {
        case .elsewhere: #expect(told == nil)
        case .quarantined, .backingOff: #expect(told?.status.state == .failure)
        default: #expect(told?.status.state == .pending)
        }
        guard phase == .idle else { return }
        state.appliedRevision = state.observedRevision
        state.isCurrent = true
        #expect(CommitStatus.of(state)?.status.state == .success)
        #expect(CommitStatus.of(state)?.commit == "c0ffee")
        #expect(CommitStatus.of(state)?.status.context == "plumbline/dev")
        state.conditions = [
            DatedCondition(
                Condition(.stalled, true, reason: "InvalidManifests", message: "nodes/a.yaml:1:2: wrong"),
                since: .distantPast)
        ]
        #expect(
            CommitStatus.of(state)?.status
                == CommitStatus(context: "plumbline/dev", .failure, "nodes/a.yaml:1:2: wrong"))
        state.conditions = [
            DatedCondition(Condition(.stalled, true, reason: "DriftFound", message: "left"), since: .distantPast)
        ]
        state.drifted = ["dev/acme/Service"]
        #expect(CommitStatus.of(state)?.status.state == .success, "drift that is left is no failure of the commit")
        state.observedRevision = nil
        #expect(CommitStatus.of(state) == nil)
    }

    @Test("one commit goes pending, then success; what was told is not told again, and only the newest word waits")
    func sequence() async throws {
        let bench = try await GitHubBench()
        let board = CommitStatusBoard(bench.client, clock: bench.clock.clock) { _ in }
        // Nobody sends yet: the states in between are of no use any more.
        for phase in [EnvironmentState.Phase.queued, .planning, .applying] { board.show(state(phase)) }
        board.finish()
        await board.run()
        #expect(bench.statuses == ["c0ff plumbline/dev pending: being applied"])

        let later = CommitStatusBoard(bench.client, clock: bench.clock.clock) { _ in }
        later.show(state(.idle, applied: true), page: "https://plumbline.example/e/dev")
        later.show(state(.idle, applied: true), page: "https://plumbline.example/e/dev")
        later.finish()
        await later.run()
        #expect(bench.statuses.last == "c0ff plumbline/dev success: applied; 0 resources")
        #expect(bench.statuses.count == 2)
        #expect(bench.forge.state.withLock { $0.statuses.last?.target } == "https://plumbline.example/e/dev")
    }

    @Test("an outage is told once and waited for; an expired token is told once and drops what cannot be told")
    func trouble() async throws {
        let bench = try await GitHubBench()
        let trouble = Signal<ForgeError>()
        let board = CommitStatusBoard(bench.client, clock: bench.clock.clock) { trouble.send($0) }
        for _ in 0..<9 { bench.misfortune("/statuses/", .init(status: 503)) }
        board.show(state(.idle, applied: true))
        board.finish()
        await board.run()
        #expect(bench.statuses == ["c0ff plumbline/dev success: applied; 0 resources"])
        #expect(trouble.values.map(\.code) == [.server])

        bench.token.text = "expired"
        let other = CommitStatusBoard(bench.client, clock: bench.clock.clock) { trouble.send($0) }
        for commit in ["a", "b", "c"] {
            other.show(CommitStatus(context: "plumbline/dev", .success, "applied"), of: commit)
        }
        other.finish()
        await other.run()
        #expect(trouble.values.map(\.code) == [.server, .unauthorized])
        #expect(bench.peer.calls.count { $0.headers["authorization"] == "Bearer expired" } == 1)
    }
}
