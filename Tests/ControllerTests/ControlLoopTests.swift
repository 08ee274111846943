import Foundation
import Logging
import Model
import Server
import Synchronization
import Testing

@testable import Controller

@Suite("The control loop")
struct ControlLoopTests {
    private func loop(_ clock: LoopClock = .system) throws -> ControlLoop {
        let text = Array("repository: { url: /nowhere }\n".utf8)
        let (configuration, _) = ConfigurationFile.read(text, file: "plumbline.yaml", variables: [:])
        return ControlLoop(
            try #require(configuration), variables: [:], version: "1", logger: Logger(label: "test"),
            metrics: MetricsRegistry(), store: SecretStore(variables: [:]), clock: clock
        ) { _ throws(LeaseError) in throw LeaseError(.file, "there are none here") }
    }

    @Test("refuses what only the replica can do that works on the environment, rather than to lose it")
    func elsewhere() async throws {
        let loop = try loop()
        await loop.put(WorkEntry(WorkItem("dev", rules: .init(), isHeld: false)))
        let refusal = await #expect(throws: ControllerRefusal.self) { try await loop.retry("dev", by: "jo") }
        #expect(refusal?.code == .conflict && refusal?.message.contains("ask again") == true)
        await #expect(throws: ControllerRefusal.self) { try await loop.approve("dev", digest: "sha256:a", by: "jo") }
        await loop.put(WorkEntry(WorkItem("dev", rules: .init())))
        try await loop.retry("dev", by: "jo")
    }

    @Test("is ready from the first sync on, also while a new environment is looked at for the first time")
    func ready() async throws {
        let loop = try loop()
        #expect(await !loop.isReady())
        await loop.see(Revision(ref: "main", commit: "a"))
        #expect(await loop.isReady())
        await loop.forgetRevision()
        #expect(await loop.isReady())
    }

    @Test("waits by the clock that it is given, and tells it when nothing is under way")
    func clock() async throws {
        let clock = JumpingClock()
        let loop = try loop(clock.loopClock)
        async let run: Void = loop.run()
        // At once, and then at each poll; what a poll itself takes is not slept through.
        for await pauses in clock.pauses where pauses.count == 4 {
            #expect(pauses == [.zero, .seconds(60), .seconds(60), .seconds(60)])
            loop.mailbox.post(.stop)
            break
        }
        try await run
    }
}

/// Jumps to what is due as soon as the loop is idle.
private final class JumpingClock: Sendable {
    /// How long was slept so far, as it grows.
    let pauses: AsyncStream<[Duration]>
    private let told: AsyncStream<[Duration]>.Continuation
    private let slept = Mutex<[Duration]>([])

    init() { (pauses, told) = AsyncStream.makeStream() }

    var loopClock: LoopClock {
        LoopClock(
            now: {
                let uptime = self.slept.withLock { $0.reduce(.zero, +) }
                return Moment(uptime: uptime, wall: Date(timeIntervalSince1970: uptime.seconds))
            },
            sleep: { pause, isIdle in
                guard isIdle else { return try await Task.sleep(for: .seconds(600)) }
                self.told.yield(
                    self.slept.withLock { slept in
                        slept.append(pause)
                        return slept
                    })
            })
    }
}

extension ControlLoop {
    fileprivate func put(_ entry: WorkEntry) { entries[entry.item.name] = entry }
    fileprivate func see(_ revision: Revision) { newest = revision }
    fileprivate func forgetRevision() { newest = nil }
}
