import Synchronization
import Testing

@testable import AWSResources

@Suite("Work side by side")
struct ConcurrentMapTests {
    @Test("keeps the order and never does more at once than its limit")
    func order() async throws {
        let running = Mutex((now: 0, most: 0))
        let results = try await Array(0..<40).concurrentMap(limit: 4) { number in
            running.withLock { state in
                state.now += 1
                state.most = max(state.most, state.now)
            }
            for _ in 0..<(40 - number) { await Task.yield() }
            running.withLock { $0.now -= 1 }
            return number * 2
        }
        #expect(results == (0..<40).map { $0 * 2 })
        #expect((2...4).contains(running.withLock { $0.most }))
    }

    @Test("throws the first error and stops the rest")
    func error() async {
        struct Broken: Error {}
        await #expect(throws: Broken.self) {
            _ = try await Array(0..<8).concurrentMap { number in
                if number == 3 { throw Broken() }
                try await Task.sleep(for: .seconds(60))
            }
        }
    }

    @Test("cuts a list into pieces of at most the size")
    func chunks() {
        #expect([1, 2, 3, 4, 5].chunked(into: 2) == [[1, 2], [3, 4], [5]])
        #expect([Int]().chunked(into: 2) == [])
    }
}
