import Model

@testable import Engine
@testable import Trials

/// An account in memory, what is declared for it, and what was recorded of it.
struct World {
    let provider: MemoryProvider
    let clock = TestClock()
    var declarations: [Declaration]
    var scopes: Set<String> = ["dev"]
    var emptied: Set<String> = []
    var recorded: AddressTable<PlannedResource> = [:]
    var limits = DeletionLimits()
    var width = 16
    var deadline: Duration?

    static let installation = MemoryProvider.installation

    init(_ declarations: [Declaration] = Sample.environment(), provider: MemoryProvider = MemoryProvider()) {
        self.provider = provider
        self.declarations = declarations
    }

    /// A world in which everything declared is there already.
    static func converged(_ declarations: [Declaration] = Sample.environment()) async -> World {
        var world = World(declarations)
        await world.settle()
        world.provider.clearCalls()
        return world
    }

    var basis: PlanBasis {
        PlanBasis(
            declarations: declarations, installation: Self.installation, scopes: scopes, emptied: emptied,
            recorded: recorded, limits: limits)
    }

    var reconciler: Reconciler {
        Reconciler(provider, width: width, pacing: clock.pacing(deadline: deadline))
    }

    func plan() async -> Plan { await reconciler.plan(basis).plan }

    /// Plans and carries out, without recording.
    @discardableResult
    func apply(run: String = "run", _ events: Events = Events()) async -> Applied {
        let reconciler = reconciler
        return await reconciler.apply(await reconciler.plan(basis), run: run) { events.note($0) }
    }

    /// Plans, carries out and records.
    @discardableResult
    mutating func settle(run: String = "first") async -> Applied {
        let applied = await apply(run: run)
        recorded = applied.after.plan.declared.filter { $0.value.identifier != nil }
        return applied
    }

    // MARK: What is declared

    mutating func change(_ address: ResourceAddress, _ body: (inout Declaration) -> Void) {
        for index in declarations.indices where declarations[index].address == address { body(&declarations[index]) }
    }

    mutating func remove(_ addresses: ResourceAddress...) {
        declarations.removeAll { addresses.contains($0.address) }
    }

    /// Tags by which something is taken for ours.
    static func tags(_ address: ResourceAddress, installation: String = World.installation) -> [String: String] {
        [OwnershipTag.installation: installation, OwnershipTag.address: address.path]
    }
}

extension Plan {
    subscript(address: ResourceAddress) -> Change? { changes.first { $0.address == address } }

    var actions: [ResourceAddress: ChangeAction] {
        Dictionary(changes.map { ($0.address, $0.action) }) { first, _ in first }
    }

    var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }

    /// Where a change stands in the order.
    func position(_ address: ResourceAddress) -> Int { changes.firstIndex { $0.address == address } ?? -1 }
}

extension ChangeOutcome {
    var error: ResourceError? { if case .failed(let error) = self { error } else { nil } }
    var isSuccess: Bool { if case .succeeded = self { true } else { false } }
}
