import Model
import Testing

@testable import Engine
@testable import Trials

@Suite("Carrying out a plan")
struct ExecutorTests {
    @Test("as many changes as the width run at the same time, and no more")
    func width() async {
        let gate = Gate()
        var world = World(
            (1...10).map { declare(Kinds.wall, "dev/w\($0)/Wall", [:]) }, provider: MemoryProvider(gate: gate))
        world.width = 3
        let running = Task { [world] in await world.apply() }
        await gate.arrivals(3)
        for _ in 0..<50 { await Task.yield() }
        #expect(await gate.arrivedCount == 3)
        await gate.open()
        #expect(await running.value.isConverged)
        #expect(world.provider.mostRunning == 3)
        #expect(world.provider.count == 10)
    }

    @Test("a failure skips what depends on it and only that, and each is told once")
    func containment() async {
        let world = World()
        world.provider.fail { $0.refusedCreates = ["dev/acme/Balancer"] }
        let events = Events()
        let applied = await world.apply(events)
        let skipped: Set<ResourceAddress> = [
            "dev/acme/Listener", "dev/acme/api/Rule", "dev/acme/Recipe", "dev/acme/Runner",
        ]
        for address in skipped { #expect(applied.outcomes[address] == .skipped(because: "dev/acme/Balancer")) }
        #expect(applied.outcomes["dev/acme/Balancer"]?.error?.code == .denied)
        #expect(applied.outcomes.values.count { $0.isSuccess } == 6)
        #expect(applied.outcomes.count == 11)
        for address in applied.outcomes.keys { #expect(events.finishes(of: address).count == 1) }
        #expect(events.all.filter { skipped.contains($0.address) }.count == skipped.count)
        #expect(!applied.isConverged)
        #expect(applied.after.plan.count(.create) == 5)
    }

    @Test("a failed deletion keeps what it holds")
    func failedDeletion() async {
        var world = await World.converged()
        world.remove("dev/acme/Runner", "dev/acme/Recipe", "dev/acme/api/Rule")
        world.provider.fail { $0.refusedDeletes = ["dev/acme/Runner"] }
        let applied = await world.apply()
        #expect(applied.outcomes["dev/acme/Runner"]?.error?.code == .denied)
        #expect(applied.outcomes["dev/acme/Recipe"] == .skipped(because: "dev/acme/Runner"))
        #expect(applied.outcomes["dev/acme/api/Rule"]?.isSuccess == true)
    }

    @Test("a cancelled run starts no further change, and tells so for each that is left")
    func cancel() async {
        let gate = Gate()
        let world = World(provider: MemoryProvider(gate: gate))
        let events = Events()
        let running = Task { await world.apply(events) }
        await gate.arrivals(2)
        running.cancel()
        await gate.open()
        let applied = await running.value
        #expect(world.provider.calls.filter { $0.verb == "create" }.count == 2)
        #expect(applied.outcomes.count == 11)
        #expect(applied.outcomes.values.count { $0 == .cancelled } == 9)
        for address in applied.outcomes.keys { #expect(events.finishes(of: address).count == 1) }
        #expect(await world.apply(run: "again").isConverged)
        #expect(world.provider.count == 11)
    }

    @Test("what was cancelled while it waited is told as cancelled, and so is what waits for it")
    func cancelWaiting() async {
        let world = World([declare(Kinds.net, "dev/Net", ["range": "1"]), Sample.network("dev")[1]])
        world.provider.fail { $0.slow = ["dev/Net": 1_000_000] }
        let (started, continuation) = AsyncStream.makeStream(of: Void.self)
        let reconciler = Reconciler(
            world.provider, pacing: Pacing(first: .seconds(3600), longest: .seconds(3600), deadline: .seconds(7200)))
        let running = Task {
            await reconciler.apply(await reconciler.plan(world.basis), run: "r") { event in
                if case .waiting = event.phase { continuation.yield() }
            }
        }
        for await _ in started { break }
        running.cancel()
        let applied = await running.value
        #expect(applied.outcomes == ["dev/Net": .cancelled, "dev/Part1": .cancelled])
    }

    @Test("what is made is waited for before others refer to it")
    func settles() async {
        let world = World()
        world.provider.fail { $0.slow = ["dev/Net": 3, "dev/acme/Balancer": 2] }
        let events = Events()
        #expect(await world.apply(events).isConverged)
        #expect(world.provider.refusals == [])
        let waits = events.all.filter { event in
            if case .waiting = event.phase { event.address == "dev/Net" } else { false }
        }
        #expect(waits.count == 3)
        #expect(waits.allSatisfy { $0.action == .create })
        // The outputs that only a look tells have arrived: the balancer's address.
        let id = world.provider.find("dev/acme/Balancer")?.identifier ?? ""
        #expect(world.provider.find("dev/acme/Recipe")?.values["settings"] == .map(["HOST": .string("dns-\(id)")]))
    }

    @Test("what an earlier run left on its way is waited for before others refer to it, within the width")
    func settlesEarlier() async {
        var world = World([
            declare(Kinds.net, "dev/Net", ["range": "1"]), declare(Kinds.wall, "dev/a/Wall", [:]),
            declare(Kinds.wall, "dev/b/Wall", [:]),
        ])
        await world.settle()
        for address in world.declarations.map(\.address) { world.provider.tamper(address) { $0.looksLeft = 4 } }
        world.declarations.append(declare(Kinds.part, "dev/Part", ["net": .reference(.id("dev/Net")), "range": "2"]))
        world.width = 1
        let plan = await world.plan()
        #expect(plan.settling.count == 3)
        #expect(plan["dev/Part"]?.waitsFor == ["dev/Net"])
        #expect(await world.apply().isConverged)
        #expect(world.provider.refusals == [])
        #expect(world.provider.find("dev/Part") != nil)
    }

    @Test("a resource that AWS gives up on fails its change with AWS's reason, and skips what needs it")
    func broken() async {
        let world = World()
        world.provider.fail { $0.broken = ["dev/acme/Recipe"] }
        let applied = await world.apply()
        #expect(applied.outcomes["dev/acme/Recipe"]?.error?.code == .failed)
        #expect(applied.outcomes["dev/acme/Recipe"]?.error?.message == "it was rolled back")
        #expect(applied.outcomes["dev/acme/Runner"] == .skipped(because: "dev/acme/Recipe"))
    }

    @Test("a resource that does not settle ends at its kind's deadline, with growing pauses")
    func deadline() async {
        let world = World([declare(Kinds.net, "dev/Net", ["range": "1"])])
        world.provider.fail { $0.slow = ["dev/Net": 1_000_000] }
        let error = await world.apply().outcomes["dev/Net"]?.error
        #expect(error?.code == .deadline)
        #expect(error?.message.contains("600") == true)
        #expect(error?.message.contains("looks left") == true)
        let slept = world.clock.slept
        #expect(
            Array(slept.prefix(6)) == [
                .milliseconds(500), .seconds(1), .seconds(2), .seconds(4), .seconds(8), .seconds(10),
            ])
        #expect(slept.reduce(.zero, +) >= .seconds(600))
        #expect(slept.reduce(.zero, +) < .seconds(620))
    }

    @Test("a deadline of the run takes the place of every kind's own")
    func ownDeadline() async {
        var world = World([declare(Kinds.net, "dev/Net", ["range": "1"])])
        world.deadline = .seconds(5)
        world.provider.fail { $0.slow = ["dev/Net": 1_000_000] }
        #expect(await world.apply().outcomes["dev/Net"]?.error?.code == .deadline)
        #expect(world.clock.slept.reduce(.zero, +) < .seconds(20))
    }

    @Test("a deletion that finds it in use is tried again, and ends at the deadline")
    func inUse() async {
        var world = await World.converged()
        world.remove("dev/acme/api/Rule")
        world.provider.fail { $0.inUse = ["dev/acme/api/Rule": 4] }
        #expect(await world.apply().isConverged)
        #expect(world.provider.calls.count { $0.verb == "delete" } == 5)

        world = await World.converged()
        world.remove("dev/acme/api/Rule")
        world.provider.fail { $0.inUse = ["dev/acme/api/Rule": 1_000_000] }
        #expect(await world.apply().outcomes["dev/acme/api/Rule"]?.error?.code == .inUse)
    }

    @Test("a deleted resource is waited for until it is gone")
    func lingering() async {
        var world = await World.converged()
        world.remove("dev/acme/api/Rule")
        world.provider.fail { $0.lingering = ["dev/acme/api/Rule": 3] }
        let events = Events()
        #expect(await world.apply(events).isConverged)
        #expect(events.all.count { if case .waiting = $0.phase { true } else { false } } == 3)

        world = await World.converged()
        world.remove("dev/acme/api/Rule")
        world.provider.fail { $0.lingering = ["dev/acme/api/Rule": 1_000_000] }
        #expect(await world.apply().outcomes["dev/acme/api/Rule"]?.error?.code == .deadline)
    }

    @Test("a token is the same for one address within a run and another in every other run and address")
    func tokens() {
        let token = Token.make("config", "dev/Net", "run")
        #expect(token.count == 32)
        #expect(token == Token.make("config", "dev/Net", "run"))
        let others = [
            Token.make("config", "dev/Net", "run2"), Token.make("config", "dev/Part", "run"),
            Token.make("other", "dev/Net", "run"),
        ]
        #expect(Set(others + [token]).count == 4)
    }

    @Test("the token reaches the provider: the same for a repeated run, another for another run")
    func tokensOfRuns() async {
        let world = World([declare(Kinds.net, "dev/Net", ["range": "1"])])
        world.provider.fail { $0.refusedCreates = ["dev/Net"] }
        for run in ["one", "one", "two"] { await world.apply(run: run) }
        let tokens = world.provider.calls.filter { $0.verb == "create" }.map(\.token)
        #expect(tokens.count == 3)
        #expect(tokens[0] == tokens[1])
        #expect(tokens[1] != tokens[2])
    }

    @Test("a create whose answer was lost leaks nothing: the next run finds what it made")
    func lostAnswer() async {
        let world = World()
        world.provider.fail { $0.lostAnswers = ["dev/Net"] }
        let first = await world.apply()
        #expect(first.outcomes["dev/Net"]?.error?.code == .unreachable)
        #expect(await world.apply(run: "again").isConverged)
        #expect(world.provider.count == 11)
    }

    @Test("changes that wait for each other are told as failed, not as cancelled")
    func loop() async {
        let declarations = ["dev/a/Wall", "dev/b/Wall"].map { declare(Kinds.wall, ResourceAddress($0), [:]) }
        let changes = zip(declarations, ["dev/b/Wall", "dev/a/Wall"] as [ResourceAddress]).map { declaration, other in
            Change(
                address: declaration.address, type: Kinds.wall, action: .create, reason: .new, waitsFor: [other],
                declaration: declaration)
        }
        let outcomes = await Executor(MemoryProvider(), installation: "config").execute(
            Plan(changes: changes, unchanged: 0, digest: ""), outputs: [:], run: "r")
        #expect(outcomes.count == 2)
        #expect(outcomes.values.allSatisfy { $0.error?.code == .unresolved })
    }

    @Test("events of a change come in order: started, waiting, finished; a replacement starts once")
    func events() async {
        var world = await World.converged()
        world.change("dev/acme/api/Rule") { $0.values["kind"] = "other" }
        let events = Events()
        await world.apply(events)
        let phases = events.all.filter { $0.address == "dev/acme/api/Rule" }.map { event in
            switch event.phase {
            case .started: "started"
            case .waiting: "waiting"
            case .finished(let outcome): outcome.word
            }
        }
        #expect(phases == ["started", "succeeded"])
    }

    @Test("a change that AWS takes step by step is gone on with until it is made, and given up at the deadline")
    func steps() async {
        var world = await World.converged()
        world.change("dev/acme/Balancer") { $0.values["attributes"] = .map(["idle": "90"]) }
        world.provider.fail { $0.steps = ["dev/acme/Balancer": 3] }
        let events = Events()
        #expect(await world.apply(events).isConverged)
        let waits = events.all.compactMap { if case .waiting(let what) = $0.phase { what } else { nil } }
        #expect(waits == ["3 steps left", "2 steps left", "1 steps left"])
        world.change("dev/acme/Balancer") { $0.values["attributes"] = .map(["idle": "30"]) }
        world.provider.fail { $0.steps = ["dev/acme/Balancer": 1_000_000] }
        world.deadline = .seconds(60)
        #expect(await world.apply().outcomes["dev/acme/Balancer"]?.error?.code == .busy)
    }

    @Test("a failure names the place in the manifests")
    func place() async {
        var world = World()
        world.change("dev/Net") { $0.location = SourceLocation(file: "dev.yaml", line: 3, column: 1) }
        world.provider.fail { $0.refusedCreates = ["dev/Net"] }
        let error = await world.apply().outcomes["dev/Net"]?.error
        #expect(error?.location?.line == 3)
        #expect(error?.description.hasPrefix("dev.yaml:3:1: ") == true)
    }
}
