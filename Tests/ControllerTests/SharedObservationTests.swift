import Engine
import Model
import Testing

@testable import Controller

@Suite("A look at AWS that environments share")
struct SharedObservationTests {
    private let here = AccountScope(account: "123456789012", region: "eu-west-1")
    private let there = AccountScope(account: "123456789012", region: "eu-west-2")

    private actor Counter {
        private(set) var count = 0

        func look(_ error: ResourceError? = nil) throws(ResourceError) -> Int {
            count += 1
            if let error { throw error }
            return count
        }
    }

    /// How often AWS was looked at for some questions asked at once.
    private func looks(_ questions: [(AccountScope, String)], age: Duration = .seconds(600)) async throws -> Int {
        let (shared, counter) = (SharedObservations<Int>(age: age) { .zero }, Counter())
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (scope, commit) in questions {
                group.addTask {
                    _ = try await shared.look(of: scope, for: commit) { () throws(ResourceError) in
                        try await counter.look()
                    }
                }
            }
            try await group.waitForAll()
        }
        return await counter.count
    }

    @Test("is made once for a hundred that ask")
    func once() async throws {
        #expect(try await looks(Array(repeating: (here, "a"), count: 100)) == 1)
    }

    @Test("is made anew for another commit, account or region, and when it is too old")
    func anew() async throws {
        #expect(try await looks([(here, "a"), (here, "b"), (there, "b")]) == 3)
        #expect(try await looks([(here, "a"), (here, "a")], age: .zero) == 2)
    }

    @Test("is made anew when it failed")
    func failed() async throws {
        let (shared, counter) = (SharedObservations<Int>(age: .seconds(600)) { .zero }, Counter())
        let error = ResourceError(.unreachable, operation: "sts:GetCallerIdentity", message: "no line")
        await #expect(throws: ResourceError.self) {
            try await shared.look(of: here, for: "a") { () throws(ResourceError) in try await counter.look(error) }
        }
        _ = try await shared.look(of: here, for: "a") { () throws(ResourceError) in try await counter.look() }
        #expect(await counter.count == 2)
    }
}
