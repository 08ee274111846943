import Foundation
import Testing

@testable import Controller

@Suite("One process on a host")
struct FileLeasesTests {
    private let directory = FileManager.default.temporaryDirectory.appendingPathComponent("leases-\(UUID())").path

    @Test("a second one is refused, and told which process has it; when the first ends, the next has a greater fence")
    func second() async throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let first = FileLeases(directory: directory, replica: "a")
        try first.lock()
        try first.lock()
        first.share(["dev"])
        let second = FileLeases(directory: directory, replica: "b")
        let error = #expect(throws: LeaseError.self) { try second.lock() }
        #expect(error?.code == .taken)
        #expect(error?.message.contains("process \(getpid()) on this host") == true)
        second.share(["dev"])
        #expect(second.held("dev") == nil)
        try FileLeases(directory: directory, name: "another", replica: "c").lock()

        let before = try #require(first.held("dev"))
        await first.stop()
        #expect(first.held("dev") == nil)
        try second.lock()
        #expect(second.held("dev")?.fence == before.fence + 1)
        #expect(second.holder(of: "dev")?.replica == "b")
        #expect(second.holder(of: "dev")?.since != nil)
        #expect(second.held("test") == nil)
    }

    @Test("work is done while the lock is held, and a guard says no once it is given back")
    func work() async throws {
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let leases = FileLeases(directory: directory, replica: "a")
        #expect(await leases.working(on: "dev") { _ in true } == nil)
        let events = leases.events()
        leases.share(["dev"])
        let running = Task { try await leases.run() }
        var seen = events.makeAsyncIterator()
        #expect(await seen.next() == .gained(Lease(environment: "dev", fence: 1)))
        let permit = await leases.working(on: "dev") { permit in
            #expect(permit.mayStart)
            return permit
        }
        leases.share([])
        #expect(await seen.next() == .lost(environment: "dev", why: "it is no longer in the manifests"))
        #expect(permit?.mayStart == false)
        leases.share(["dev"])
        #expect(await seen.next() == .gained(Lease(environment: "dev", fence: 1)))
        #expect(permit?.mayStart == false, "what was begun before does not go on")
        await leases.stop()
        #expect(await seen.next() == nil)
        try await running.value
    }

    @Test("a directory that cannot be made is told with what to do")
    func noDirectory() {
        let error = #expect(throws: LeaseError.self) {
            try FileLeases(directory: "/dev/null/plumbline", replica: "a").lock()
        }
        #expect(error?.code == .file)
        #expect(error?.message.contains("/dev/null/plumbline cannot be made") == true)
    }
}
