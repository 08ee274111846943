import Synchronization
import Testing

@testable import AWSClient

@Suite("Places for calls", .timeLimit(.minutes(1)))
struct CallPlacesTests {
    private final class Count: Sendable {
        let now = Atomic(0)
        let most = Atomic(0)
    }

    @Test("are taken by as many as there are, and everybody's turn comes")
    func turns() async {
        let places = CallPlaces(3)
        let count = Count()
        let served = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<200 {
                group.addTask {
                    guard await places.enter("a") else { return false }
                    count.most.max(count.now.add(1, ordering: .relaxed).newValue, ordering: .relaxed)
                    for _ in 0..<5 { await Task.yield() }
                    count.now.subtract(1, ordering: .relaxed)
                    places.leave("a")
                    return true
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(served == 200)
        #expect(count.most.load(ordering: .relaxed) == 3)
    }

    @Test("at one address are nobody's wait at another")
    func addresses() async {
        let places = CallPlaces(1)
        #expect(await places.enter("a"))
        #expect(await places.enter("b"))
    }

    @Test("are not taken by a call that is cancelled while it waits")
    func cancelled() async {
        let places = CallPlaces(1)
        #expect(await places.enter("a"))
        let waiting = Task { await places.enter("a") }
        for _ in 0..<50 { await Task.yield() }
        waiting.cancel()
        #expect(await !waiting.value)
        places.leave("a")
        #expect(await places.enter("a"))
    }
}
