import Model
import Testing

@testable import Engine
@testable import Trials

@Suite("Which step comes next")
struct StepGraphTests {
    private let failure = ChangeOutcome.failed(ResourceError(.denied, operation: "x", message: "no"))

    private func change(
        _ address: ResourceAddress, _ action: ChangeAction, after: [ResourceAddress] = [],
        removalAfter: [ResourceAddress] = []
    ) -> Change {
        Change(
            address: address, type: Kinds.wall, action: action, reason: .manifest, waitsFor: after,
            removalWaitsFor: removalAfter)
    }

    private func take(_ graph: inout StepGraph) throws -> Step {
        let step = graph.next()
        return try #require(step)
    }

    private func isIdle(_ graph: inout StepGraph) -> Bool { graph.next() == nil }

    private func end(_ graph: inout StepGraph, _ step: Step, _ outcome: ChangeOutcome) -> [String] {
        graph.finish(step, outcome).map { "\($0.address) \($0.outcome.word)" }
    }

    @Test("what cannot be made anew is not taken away, nor what waits for that")
    func keepsTheOld() throws {
        var graph = StepGraph([
            change("a", .create), change("b", .replace, after: ["a"]), change("c", .delete, removalAfter: ["b"]),
        ])
        let first = try take(&graph)
        #expect(first.key == StepKey("a", .put))
        #expect(end(&graph, first, failure) == ["a failed", "b skipped", "c skipped"])
        #expect(isIdle(&graph))
        #expect(graph.unfinished.isEmpty)
    }

    @Test("a removal that runs already ends first, and its change is told once, by how the removal ended")
    func runningRemoval() throws {
        for (ending, told) in [(ChangeOutcome.succeeded(nil), "b skipped"), (failure, "b failed")] {
            var graph = StepGraph([change("a", .create), change("b", .replace, after: ["a"])])
            let a = try take(&graph)
            let b = try take(&graph)
            #expect(b.key == StepKey("b", .remove))
            #expect(end(&graph, a, failure) == ["a failed"])
            #expect(end(&graph, b, ending) == [told])
            #expect(isIdle(&graph))
        }
    }

    @Test("a replacement is told when both its halves are done, and what waits for either goes on in time")
    func replacement() throws {
        var graph = StepGraph([
            change("b", .replace), change("c", .delete, removalAfter: ["b"]), change("d", .update, after: ["b"]),
        ])
        let removal = try take(&graph)
        #expect(isIdle(&graph))
        #expect(end(&graph, removal, .succeeded(nil)) == [])
        let put = try take(&graph)
        let other = try take(&graph)
        #expect(Set([put.key, other.key]) == [StepKey("b", .put), StepKey("c", .remove)])
        let (b, c) = put.address == "b" ? (put, other) : (other, put)
        #expect(end(&graph, c, .succeeded(nil)) == ["c succeeded"])
        #expect(isIdle(&graph))
        #expect(end(&graph, b, .succeeded(nil)) == ["b succeeded"])
        #expect(try take(&graph).key == StepKey("d", .put))
        #expect(graph.unfinished.map(\.address) == ["d"])
    }

    @Test("loops are found with exactly their members, however long the chain behind them")
    func loops() {
        var needs: [Int: [Int]] = [0: [1], 1: [2], 2: [0], 10: [11], 11: [10], 20: [20]]
        for n in 100..<100_000 { needs[n] = [n == 100 ? 0 : n - 1] }
        #expect(DependencyOrder(needs).loops == [[0, 1, 2], [10, 11]])
        #expect(DependencyOrder(needs).cyclic == [0, 1, 2, 10, 11] + Array(100..<100_000))
        #expect(DependencyOrder([3: [1, 2, 1], 2: [1, 2], 1: [9]]).order == [1, 2, 3])
        let two = DependencyOrder([1: [3], 2: [], 3: [], 4: [1]])
        #expect(two.order == [3, 1, 2, 4])
        #expect(two.layered == [2, 3, 1, 4])
    }
}
