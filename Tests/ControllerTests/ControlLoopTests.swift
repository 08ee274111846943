import Foundation
import Logging
import Model
import Server
import Testing

@testable import Controller

@Suite("The control loop")
struct ControlLoopTests {
    private func loop() throws -> ControlLoop {
        let text = Array("repository: { url: /nowhere }\n".utf8)
        let (configuration, _) = ConfigurationFile.read(text, file: "plumbline.yaml", variables: [:])
        return ControlLoop(
            try #require(configuration), variables: [:], version: "1", logger: Logger(label: "test"),
            metrics: MetricsRegistry(), store: SecretStore(variables: [:])
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
}

extension ControlLoop {
    fileprivate func put(_ entry: WorkEntry) { entries[entry.item.name] = entry }
    fileprivate func see(_ revision: Revision) { newest = revision }
    fileprivate func forgetRevision() { newest = nil }
}
