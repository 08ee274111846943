import Model
import Testing

@testable import Engine
@testable import Trials

@Suite("What could not be read is never taken for absent")
struct ObservationTests {
    private let denied = ResourceError(
        .denied, operation: "memory:DescribeListeners", message: "memory:DescribeListeners was denied", requestID: "r-1"
    )

    @Test("a kind that cannot be read keeps back what depends on it, and is told once with the action")
    func blocks() async {
        let world = World()
        world.provider.fail { $0.unreadable[Kinds.listener] = denied }
        let plan = await world.plan()
        #expect(
            Set(plan.changes.map(\.address)).isDisjoint(with: [
                "dev/acme/Listener", "dev/acme/api/Rule", "dev/acme/Runner",
            ]))
        #expect(plan.count(.create) == 8)
        #expect(plan.errors.count == 1)
        #expect(plan.errors.first?.message.contains("memory:DescribeListeners was denied (request r-1)") == true)
        #expect(plan.errors.first?.message.contains("dev/acme/Listener") == true)
        #expect(!(await world.apply().isConverged))
        #expect(world.provider.count == 8)
    }

    @Test("what exists of such a kind is neither made again nor deleted nor forgotten")
    func absence() async {
        var world = await World.converged()
        world.provider.fail { $0.unreadable[Kinds.listener] = denied }
        let plan = await world.plan()
        #expect(plan.isEmpty)
        #expect(plan.hasErrors)
        #expect(plan.declared["dev/acme/Listener"]?.identifier == world.recorded["dev/acme/Listener"]?.identifier)
        world.remove("dev/acme/Listener", "dev/acme/api/Rule", "dev/acme/Runner")
        let removal = await world.plan()
        #expect(removal["dev/acme/Listener"] == nil)
        #expect(removal.declared["dev/acme/Listener"] == world.recorded["dev/acme/Listener"])
        #expect(removal.errors.count == 1)
    }

    @Test("the rest of the plan goes on")
    func rest() async {
        var world = await World.converged()
        world.provider.fail { $0.unreadable[Kinds.listener] = denied }
        world.change("dev/acme/Recipe") { $0.values["image"] = "acme:2" }
        let plan = await world.plan()
        #expect(plan.actions == ["dev/acme/Recipe": .update])
        let applied = await world.apply()
        #expect(applied.outcomes["dev/acme/Recipe"]?.isSuccess == true)
        #expect(!applied.isConverged)
    }

    @Test("what such a kind may use is neither deleted nor made anew")
    func holds() async {
        var world = await World.converged()
        world.provider.fail { $0.unreadable[Kinds.runner] = denied }
        world.remove("dev/acme/Runner", "dev/acme/Recipe", "dev/acme/Vault")
        world.change("dev/Net") { $0.values["range"] = "10.1.0.0/16" }
        let plan = await world.plan()
        #expect(plan.actions == ["dev/acme/Vault": .delete])
        #expect(plan.diagnostics.count { $0.message.contains("dev/acme/Runner, which stays as it is") } == 1)
    }

    @Test("a kind that nobody declares and nobody made is only a warning")
    func unused() async {
        let world = World([declare(Kinds.net, "dev/Net", ["range": "1"])])
        world.provider.fail { $0.unreadable[Kinds.listener] = denied }
        let plan = await world.plan()
        #expect(plan.actions == ["dev/Net": .create])
        #expect(!plan.hasErrors)
        #expect(plan.diagnostics.map(\.severity) == [.warning])
    }

    @Test("a kind is read with the names and fields that are declared, and what was recorded")
    func scope() async {
        let world = await World.converged()
        let probe = ScopeProbe(world.provider)
        _ = await Observer(probe).observe(world.basis)
        let scope = await probe.scopes[Kinds.part]
        #expect(scope?.declaredNames == ["x-dev-part1", "x-dev-part2"])
        #expect(scope?.managedFields == ["net", "range", "zones"])
        #expect(scope?.installation == World.installation)
        #expect(scope?.recordedIdentifiers[Kinds.net] == [world.provider.find("dev/Net")?.identifier ?? ""])
    }

    @Test("what is recorded is read by that, until there is something to do or something is not recorded")
    func brief() async {
        var world = await World.converged()
        let probe = ScopeProbe(world.provider)
        #expect(await Reconciler(probe).plan(world.basis).plan.isQuiet)
        #expect(await probe.looks(Kinds.rule) == [true])
        #expect(await probe.looks(Kinds.net) == [false])
        #expect(await probe.scopes[Kinds.rule]?.scopes == world.basis.scopes)
        world.change("dev/acme/Recipe") { $0.values["image"] = "acme:2" }
        #expect(await Reconciler(probe).plan(world.basis).plan["dev/acme/Recipe"]?.action == .update)
        #expect(await probe.looks(Kinds.rule) == [true, true, false])
        #expect(await probe.looks(Kinds.net) == [false, false])
        world.recorded["dev/acme/api/Rule"] = nil
        _ = await Observer(probe).observe(world.basis, briefly: true)
        #expect(await probe.looks(Kinds.rule) == [true, true, false, false])
    }

    @Test("a loop in the declarations is told once, with its members, and keeps back only itself and what needs it")
    func loops() async {
        let plan = await World([
            declare(Kinds.wall, "dev/a/Wall", ["lets": .set([.reference(.id("dev/b/Wall"))])]),
            declare(Kinds.wall, "dev/b/Wall", ["lets": .set([.reference(.id("dev/a/Wall"))])]),
            declare(Kinds.wall, "dev/behind/Wall", ["lets": .set([.reference(.id("dev/a/Wall"))])]),
            declare(Kinds.wall, "dev/free/Wall", [:]),
        ]).plan()
        #expect(plan.actions == ["dev/free/Wall": .create])
        #expect(
            plan.errors.map(\.message) == [
                "dev/a/Wall, dev/b/Wall wait for each other; take one of the references between them out"
            ])
    }

    @Test("a reference to what nobody declares is told, not tried")
    func missing() async {
        let plan = await World([
            declare(Kinds.part, "dev/Part", ["net": .reference(.id("dev/Net"))]),
            declare("Memory::Unknown", "dev/Unknown", [:]),
        ]).plan()
        #expect(plan.isEmpty)
        #expect(plan.errors.map(\.address) == ["dev/Part", "dev/Unknown"])
        #expect(plan.errors.first?.message.contains("dev/Net") == true)
    }
}

/// Remembers with what scope each kind was read.
private actor ScopeProbe: ResourceProvider {
    private let provider: MemoryProvider
    nonisolated var kinds: [ResourceType: KindDescription] { Kinds.all }
    private(set) var scopes: [ResourceType: ObservationScope] = [:]
    private var looks: [ResourceType: [Bool]] = [:]

    init(_ provider: MemoryProvider) { self.provider = provider }

    func observe(_ type: ResourceType, _ scope: ObservationScope) async throws(ResourceError) -> [ObservedResource] {
        scopes[type] = scope
        looks[type, default: []].append(scope.isBrief)
        return try await provider.observe(type, scope)
    }
    /// Whether each look at a kind was brief.
    func looks(_ type: ResourceType) -> [Bool] { looks[type] ?? [] }
    func create(_ order: Order) async throws(ResourceError) -> Made { try await provider.create(order) }
    func update(
        _ observed: ObservedResource, to order: Order, changing fields: Set<String>
    ) async throws(ResourceError) -> Made { try await provider.update(observed, to: order, changing: fields) }
    func tag(_ observed: ObservedResource, _ tags: [String: String]) async throws(ResourceError) {
        try await provider.tag(observed, tags)
    }
    func delete(_ observed: ObservedResource) async throws(ResourceError) { try await provider.delete(observed) }
    func settled(_ type: ResourceType, _ made: Made) async throws(ResourceError) -> Settlement {
        try await provider.settled(type, made)
    }
    func isGone(_ observed: ObservedResource) async throws(ResourceError) -> Bool {
        try await provider.isGone(observed)
    }
}
