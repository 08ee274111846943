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

        func look() -> ObservedState {
            count += 1
            return ObservedState()
        }
    }

    /// How often AWS was looked at for some questions asked at once.
    private func looks(_ questions: [(AccountScope, String)], age: Duration = .seconds(600)) async -> Int {
        let (shared, counter) = (SharedObservations(age: age) { .zero }, Counter())
        await withTaskGroup(of: Void.self) { group in
            for (scope, commit) in questions {
                group.addTask { _ = await shared.state(of: scope, for: commit) { await counter.look() } }
            }
        }
        return await counter.count
    }

    @Test("is made once for a hundred that ask")
    func once() async {
        #expect(await looks(Array(repeating: (here, "a"), count: 100)) == 1)
    }

    @Test("is made anew for another commit, account or region, and when it is too old")
    func anew() async {
        #expect(await looks([(here, "a"), (here, "b"), (there, "b")]) == 3)
        #expect(await looks([(here, "a"), (here, "a")], age: .zero) == 2)
    }
}
