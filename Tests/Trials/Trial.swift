import Engine
import Model

/// Goes through a history with the real engine and an account in memory, and looks after each stage whether every
/// property holds.
struct Trial {
    private let story: Story
    private let provider: MemoryProvider
    private let reconciler: Reconciler
    private var recorded: AddressTable<PlannedResource> = [:]
    private var digests: [String] = []

    /// The first property that does not hold, or nil.
    static func failure(of story: Story, kinds: [ResourceType: KindDescription]) async -> PropertyFailure? {
        var trial = Trial(story, kinds)
        do throws(PropertyFailure) {
            for number in story.stages.indices { try await trial.pass(number) }
            return nil
        } catch {
            return error
        }
    }

    /// The digests of a history's plans.
    static func digests(
        of story: Story, kinds: [ResourceType: KindDescription]
    ) async throws(PropertyFailure) -> [String] {
        var trial = Trial(story, kinds)
        for number in story.stages.indices { try await trial.pass(number) }
        return trial.digests
    }

    private init(_ story: Story, _ kinds: [ResourceType: KindDescription]) {
        self.story = story
        provider = MemoryProvider(kinds: kinds, outputs: story.outputs)
        reconciler = Reconciler(provider, pacing: TestClock().pacing())
        provider.fail { $0.slow = story.slow }
        for stranger in story.strangers { provider.plant(stranger.type, name: stranger.name, tags: stranger.tags) }
    }

    private mutating func pass(_ number: Int) async throws(PropertyFailure) {
        let stage = story.stages[number]
        for meddling in stage.meddling { meddling.happen(to: provider) }
        if stage.forgets { recorded = [:] }
        provider.fail { $0.staying = Set(stage.declarations.map(\.address)) }
        let basis = basis(stage)
        let planned = await reconciler.plan(basis)
        digests.append(planned.plan.digest)
        let judge = Judge(stage: number, plan: planned.plan)
        try judge.hold(.accepted, !planned.plan.hasErrors) { "\(planned.plan.diagnostics)" }
        try await judge.deterministic(reconciler, basis)

        let before = provider.resources
        provider.clearCalls()
        let applied = await reconciler.apply(planned, run: "stage \(number)") { _ in }
        let refusals = provider.refusals
        try judge.hold(.unrefused, refusals.isEmpty) { "\(refusals)" }
        try judge.hold(.onePass, applied.isConverged) {
            "\(applied.outcomes.filter { !$0.value.isSuccess }) \(applied.after.plan.changes) "
                + "\(applied.after.plan.diagnostics)"
        }
        try judge.ordered(provider.calls)
        let model = StoryModel(
            declarations: stage.declarations, kinds: provider.kinds, scopes: story.scopes, before: before,
            after: provider.resources)
        try model.judge(judge, calls: provider.calls, deleted: provider.deleted)
        try await quiet(basis, stage, judge)
        recorded = applied.after.plan.declared
    }

    private func basis(_ stage: Stage) -> PlanBasis {
        let populated = Set(stage.declarations.map(\.address.scope))
        return PlanBasis(
            declarations: stage.declarations, installation: MemoryProvider.installation, scopes: story.scopes,
            emptied: story.scopes.subtracting(populated), recorded: recorded,
            limits: DeletionLimits(count: .max, fraction: 1))
    }

    private func quiet(_ basis: PlanBasis, _ stage: Stage, _ judge: Judge) async throws(PropertyFailure) {
        let next = await reconciler.plan(basis)
        let own = stage.declarations.count { provider.kinds[$0.type]?.traits.isOnlyRead != true }
        try judge.hold(.quiet, next.plan.isEmpty && next.plan.unchanged == own) {
            "\(next.plan.changes), \(next.plan.unchanged) of \(own) unchanged"
        }
        provider.clearCalls()
        _ = await reconciler.apply(next, run: "again") { _ in }
        let calls = provider.calls.filter { $0.verb != "look" }
        try judge.hold(.quiet, calls.isEmpty) { "\(calls)" }
    }
}

extension ChangeOutcome {
    fileprivate var isSuccess: Bool { if case .succeeded = self { true } else { false } }
}
