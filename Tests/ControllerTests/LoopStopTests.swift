import Engine
import Foundation
import Logging
import Model
import Server
import Synchronization
import Testing

@testable import Controller

@Suite("A stop that outlasts its grace")
struct LoopStopTests {
    @Test("gives the leases back only when calls that were ended have really ended")
    func afterTheCall() async throws {
        let bench = try StopBench(grace: "60s") { call in
            // As a call does that is cancelled: it comes back, but not at once.
            await call.wait()
            await Task { await Task.yield() }.value
        }
        let told = await bench.run()
        #expect(told?.contains("its grace of 1m was over") == true)
        #expect(bench.diary.lines == ["call began", "call ended", "leases given back"])
    }

    @Test("leaves the leases to run out when a call does not end, and ends all the same")
    func hungCall() async throws {
        let bench = try StopBench(grace: "300ms") { call in await Task { await call.wait() }.value }
        let told = await bench.run()
        #expect(told?.contains("1 call did not end") == true)
        #expect(bench.diary.lines == ["call began"])
        bench.call.request()
        await bench.diary.wait(for: "leases given back")
        #expect(bench.diary.lines == ["call began", "call ended", "leases given back"])
    }

    @Test("has a last part of the grace for that, of five seconds at most")
    func times() {
        #expect(StopTimes(grace: .seconds(30)).patience == .seconds(25))
        #expect(StopTimes(grace: .seconds(30)).last == .seconds(5))
        #expect(StopTimes(grace: .seconds(3)).patience == .seconds(2))
    }
}

/// A loop whose look at git is a call that a test lets hang.
private struct StopBench {
    let diary = Diary()
    let call = StopSignal()
    private let loop: ControlLoop

    init(grace: String, _ hang: @escaping @Sendable (StopSignal) async -> Void) throws {
        let text = Array("repository: { url: /nowhere }\ngrace: \(grace)\n".utf8)
        let (configuration, _) = ConfigurationFile.read(text, file: "plumbline.yaml", variables: [:])
        let (diary, call) = (self.diary, self.call)
        loop = ControlLoop(
            try #require(configuration), variables: [:], version: "1", logger: Logger(label: "test"),
            metrics: MetricsRegistry(), store: SecretStore(variables: [:]), clock: .system,
            worker: { loop, job in
                guard case .look = job else { return await loop.perform(job) }
                diary.note("call began")
                await hang(call)
                diary.note("call ended")
                loop.mailbox.post(.looked(GitLook(source: nil, finding: .unmoved)))
            }
        ) { _ throws(LeaseError) in DiaryLeases(diary) }
    }

    /// Cancels the loop during the call.
    /// - Returns: what it says of that.
    func run() async -> String? {
        await loop.startLeases("test")
        let task = Task { try await loop.run() }
        await diary.wait(for: "call began")
        task.cancel()
        guard case .failure(let error) = await task.result else { return nil }
        return "\(error)"
    }
}

/// What happened, in order.
private final class Diary: Sendable {
    private let state = Mutex((lines: [String](), waits: [(String, CheckedContinuation<Void, Never>)]()))

    var lines: [String] { state.withLock(\.lines) }

    func note(_ line: String) {
        let ready = state.withLock { state in
            state.lines.append(line)
            let ready = state.waits.filter { $0.0 == line }
            state.waits.removeAll { $0.0 == line }
            return ready
        }
        for (_, waiter) in ready { waiter.resume() }
    }

    func wait(for line: String) async {
        await withCheckedContinuation { continuation in
            let isThere = state.withLock { state in
                guard !state.lines.contains(line) else { return true }
                state.waits.append((line, continuation))
                return false
            }
            if isThere { continuation.resume() }
        }
    }
}

/// Leases that are always held, and whose giving back is noted.
private final class DiaryLeases: Leases {
    let replica = "a"
    private let diary: Diary
    private let stopped = StopSignal()

    init(_ diary: Diary) { self.diary = diary }

    func run() async throws(LeaseError) { await stopped.wait() }
    func share(_ environments: Set<String>) {}
    func held(_ environment: String) -> Lease? { Lease(environment: environment, fence: 1) }
    func holder(of environment: String) -> LeaseHolder? { nil }
    func ask(_ environment: String, by person: String) async throws(LeaseError) {}
    func saw(_ commit: String) {}
    func events() -> AsyncStream<LeaseEvent> { AsyncStream { $0.finish() } }
    func begin(_ environment: String) -> LeaseGuard? { nil }
    func end(_ environment: String) {}

    func stop() async {
        diary.note("leases given back")
        stopped.request()
    }
}
