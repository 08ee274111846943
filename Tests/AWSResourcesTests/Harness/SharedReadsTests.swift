import Synchronization
import Testing

@testable import AWSResources

@Suite("Reads of single things")
struct SharedReadsTests {
    /// Answers with each identifier twice over, but for what is missing; the first call waits until it may go on.
    private final class Service: Sendable {
        let calls = Mutex<[[String]]>([])
        private let first = AsyncStream<Void>.makeStream()
        private let begun = AsyncStream<Void>.makeStream()

        func answer(_ asked: [String]) async throws -> [String: String] {
            let isFirst = calls.withLock { calls in
                calls.append(asked)
                return calls.count == 1
            }
            if isFirst {
                begun.continuation.finish()
                for await _ in first.stream {}
            }
            if asked.contains("broken") { throw Broken() }
            return Dictionary(uniqueKeysWithValues: asked.filter { $0 != "missing" }.map { ($0, $0 + $0) })
        }

        func untilBegun() async { for await _ in begun.stream {} }

        func goOn() { first.continuation.finish() }
    }

    private struct Broken: Error {}

    /// One read under way, further ones that come meanwhile, and what all of them got.
    private func answers(
        _ service: Service, meanwhile identifiers: [String], atOnce limit: Int = 10
    ) async -> [String: Result<String?, any Error>] {
        let reads = SharedReads()
        @Sendable func read(_ identifier: String) async -> Result<String?, any Error> {
            do {
                return .success(try await reads.read(identifier, of: "call", atOnce: limit, service.answer))
            } catch {
                return .failure(error)
            }
        }
        return await withTaskGroup(of: (String, Result<String?, any Error>).self) { group in
            group.addTask { ("a", await read("a")) }
            await service.untilBegun()
            for identifier in identifiers { group.addTask { (identifier, await read(identifier)) } }
            // Everybody has asked once the waiting call holds them all; only then the first one goes on.
            while await reads.waitingCount < identifiers.count { await Task.yield() }
            service.goOn()
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
    }

    @Test("that come while a call is under way share the next one, and each gets its own answer")
    func shared() async throws {
        let service = Service()
        let answers = await answers(service, meanwhile: ["b", "c", "missing"])
        #expect(service.calls.withLock { $0 } == [["a"], ["b", "c", "missing"]])
        #expect(try answers["a"]?.get() == "aa")
        #expect(try answers["c"]?.get() == "cc")
        #expect(try answers["missing"]?.get() == .some(nil))
    }

    @Test("ask for no more at once than a call takes")
    func limit() async {
        let service = Service()
        _ = await answers(service, meanwhile: ["b", "c", "d", "e", "f"], atOnce: 2)
        let calls = service.calls.withLock { $0 }
        #expect(calls.map(\.count) == [1, 2, 2, 1])
        #expect(Set(calls.flatMap(\.self)) == ["a", "b", "c", "d", "e", "f"])
    }

    @Test("that fail fail for all who shared the call, and for nobody else")
    func failure() async throws {
        let answers = await answers(Service(), meanwhile: ["b", "broken"])
        #expect(throws: Broken.self) { try answers["b"]?.get() }
        #expect(throws: Broken.self) { try answers["broken"]?.get() }
        #expect(try answers["a"]?.get() == "aa")
    }

    @Test("that come one after the other are all sent")
    func apart() async throws {
        let (reads, service) = (SharedReads(), Service())
        service.goOn()
        for _ in 0..<2 { #expect(try await reads.read("a", of: "call", atOnce: 10, service.answer) == "aa") }
        #expect(service.calls.withLock { $0 } == [["a"], ["a"]])
    }
}
