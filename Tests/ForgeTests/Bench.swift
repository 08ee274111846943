import Foundation
import Model
import Synchronization
import Testing

@testable import Forge
@testable import ForgePeers

/// A clock that moves only when somebody sleeps, and remembers for how long.
final class FakeClock: Sendable {
    private let state = Mutex((now: Date(timeIntervalSince1970: 1_795_000_000), sleeps: [Duration](), ahead: 0.0))

    var sleeps: [Duration] { state.withLock { $0.sleeps } }
    /// The time of day, which can be set.
    var now: Date { state.withLock { $0.now + $0.ahead } }
    func set(ahead seconds: Double) { state.withLock { $0.ahead = seconds } }
    func advance(_ seconds: Double) { state.withLock { $0.now += seconds } }

    var clock: ForgeClock {
        ForgeClock(
            now: { self.now }, steady: { self.state.withLock(\.now) },
            sleep: { duration in
                try Task.checkCancellation()
                self.state.withLock { state in
                    state.now += duration.inSeconds
                    state.sleeps.append(duration)
                }
            }, random: { 1 })
    }
}

/// A fake GitHub on a socket, and a client of it.
struct GitHubBench {
    let forge = FakeGitHub()
    let peer: WirePeer
    let clock = FakeClock()
    let transport = ForgeTransport()
    let client: GitHubClient
    let token = TokenBox()

    init() async throws {
        peer = try await WirePeer.start { [forge] call, _ in forge.answer(call) }
        client = GitHubClient(
            api: peer.url + "/", repository: "acme/config", token: { [token] in Secret(token.text) },
            transport: transport, clock: clock.clock)
    }

    func misfortune(_ line: String, isDone: Bool = false, _ reply: WirePeer.Reply) {
        forge.state.withLock { $0.misfortunes.append((line, isDone, reply)) }
    }

    var comments: [FakeGitHub.Comment] { forge.state.withLock(\.comments) }
    var statuses: [String] {
        forge.state.withLock {
            $0.statuses.map { "\($0.commit.prefix(4)) \($0.context) \($0.state): \($0.description)" }
        }
    }
}

/// A token that can be renewed.
final class TokenBox: Sendable {
    private let value = Mutex("good")
    var text: String {
        get { value.withLock { $0 } }
        set { value.withLock { $0 = newValue } }
    }
}

/// What happened, which a test waits for.
final class Signal<Value: Sendable>: Sendable {
    private let all = Mutex<[Value]>([])
    private let stream: AsyncStream<Value>
    private let continuation: AsyncStream<Value>.Continuation

    init() { (stream, continuation) = AsyncStream.makeStream() }

    var values: [Value] { all.withLock { $0 } }

    func send(_ value: Value) {
        all.withLock { $0.append(value) }
        continuation.yield(value)
    }

    /// The next that was not waited for yet.
    func next() async -> Value? {
        for await value in stream { return value }
        return nil
    }
}

extension ChangeState {
    static func sample(
        _ address: ResourceAddress, _ action: ChangeAction, reason: ChangeReason = .manifest, fields: [FieldChange] = []
    ) -> ChangeState {
        ChangeState(
            Change(address: address, type: "AWS::ECS::Service", action: action, reason: reason, fields: fields))
    }
}

extension EnvironmentPlan {
    static func sample(
        _ name: String, _ changes: [ChangeState], approval: [String] = [], diagnostics: [Diagnostic] = []
    )
        -> EnvironmentPlan
    {
        EnvironmentPlan(
            environment: name,
            plan: PlanState(
                digest: "sha256:abc", revision: Revision(ref: "side", commit: "c0ffee"),
                made: Date(timeIntervalSince1970: 0), changes: changes, unchanged: 57, approvalReasons: approval,
                diagnostics: diagnostics))
    }
}
