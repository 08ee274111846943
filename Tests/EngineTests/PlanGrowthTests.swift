import Model
import Testing

@testable import Engine
@testable import Trials

@Suite("Ten times as many environments take ten times as long to plan", .serialized)
struct PlanGrowthTests {
    private func world(_ environments: Int) -> World {
        var world = World((0..<environments).flatMap { Sample.environment("e\($0)") })
        world.scopes = Set(world.declarations.map(\.address.scope))
        world.limits = DeletionLimits(count: .max, fraction: 1)
        return world
    }

    private func growth(
        _ state: @escaping (World) async -> ObservedState, _ accepts: @escaping (Plan) -> Bool
    ) async -> Double {
        await Growth.measure { environments in
            let world = world(environments)
            return (world.basis, await state(world))
        } _: { basis, state in
            #expect(accepts(Planner(kinds: Kinds.all).plan(basis, state)))
        }
    }

    @Test("when everything is new")
    func everything() async {
        let growth = await growth { _ in
            ObservedState()
        } _: {
            $0.unchanged == 0 && !$0.hasErrors
        }
        #expect(growth < Growth.limit)
    }

    @Test("when nothing has changed")
    func nothing() async {
        let growth = await growth { world in
            await world.apply()
            return await Observer(world.provider).observe(world.basis)
        } _: {
            $0.isQuiet && $0.unchanged > 0
        }
        #expect(growth < Growth.limit)
    }
}
