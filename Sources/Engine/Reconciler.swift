import Model

/// Makes one account and region agree with its declarations: observe, plan, execute, and look again.
public struct Reconciler: Sendable {
    public let provider: any ResourceProvider
    private let width: Int
    private let pacing: Pacing

    public init(
        _ provider: any ResourceProvider, width: Int = Executor.standardWidth, pacing: Pacing = Pacing()
    ) {
        self.provider = provider
        self.width = width
        self.pacing = pacing
    }

    /// A plan, and what it was made from.
    public struct Planned: Sendable {
        public var basis: PlanBasis
        public var plan: Plan
        /// The outputs of everything of ours that is there, by address.
        public var outputs: AddressTable<[Output: String]>
        /// What AWS holds of the declared fields of everything of ours, secrets left out.
        public var values: AddressTable<[String: Value]> = [:]
        /// Kinds that could not be read.
        public var unread: [ResourceType: ResourceError] = [:]
    }

    public func plan(_ basis: PlanBasis) async -> Planned {
        await plan(basis, knowing: basis)
    }

    /// Looks briefly where that may do; whatever has to be done is planned from a look at everything.
    /// - Parameter known: the basis, with what was made since.
    private func plan(_ basis: PlanBasis, knowing known: PlanBasis) async -> Planned {
        let state = await Observer(provider).observe(known, briefly: true)
        let planned = plan(basis, state)
        if planned.plan.isQuiet || state.brief.isEmpty { return planned }
        return plan(basis, await Observer(provider).complete(state, known))
    }

    /// A plan from what was observed before, for this basis or for one that contains it.
    public func plan(_ basis: PlanBasis, _ state: ObservedState) -> Planned {
        let ownership = Ownership(state, kinds: provider.kinds, basis: basis)
        let plan = Planner(kinds: provider.kinds).plan(basis, state, ownership)
        var outputs = ownership.owned.mapValues(\.outputs)
        for change in plan.changes where change.action == .adopt { outputs[change.address] = change.observed?.outputs }
        return Planned(
            basis: basis, plan: plan, outputs: outputs, values: shown(basis, ownership),
            unread: state.failures)
    }

    private func shown(_ basis: PlanBasis, _ ownership: Ownership) -> AddressTable<[String: Value]> {
        basis.declarations.reduce(into: [:]) { result, declaration in
            guard let observed = ownership.owned[declaration.address], let kind = provider.kinds[declaration.type]
            else { return }
            let rows = kind.fields.filter { !$0.isSecret && declaration.values[$0.name] != nil }
            result[declaration.address] = rows.reduce(into: [:]) { shown, row in
                let (wanted, held) = (declaration.values[row.name], observed.values[row.name])
                // Of what is the same, one copy is kept: there are many of these, for as long as nothing happens.
                shown[row.name] = wanted == held ? wanted : held
            }
        }
    }

    /// Carries a plan out and looks again.
    /// - Parameters:
    ///   - run: different in every run.
    ///   - stop: ends it at the next safe point; then AWS is not looked at again.
    ///   - permit: asked before each step; once it is refused nothing further is begun, and AWS is not looked at again.
    public func apply(
        _ planned: Planned, run: String, stop: StopSignal = StopSignal(),
        permit: StartPermit = StartPermit(), onEvent: @escaping @Sendable (ChangeEvent) -> Void
    ) async -> Applied {
        let deeds = Deeds()
        let executor = Executor(
            provider, installation: planned.basis.installation, width: width, pacing: pacing, stop: stop,
            permit: permit, deeds: deeds, onEvent: onEvent)
        let outcomes = await executor.execute(planned.plan, outputs: planned.outputs, run: run)
        guard !planned.plan.changes.isEmpty || !planned.plan.settling.isEmpty, !Task.isCancelled, !stop.isRequested,
            permit.mayStart
        else {
            return Applied(outcomes: outcomes, after: planned.after(deeds, outcomes), changed: Set(deeds.all.keys))
        }
        var known = planned.basis
        known.recorded = planned.after(deeds, outcomes).plan.declared
        return Applied(
            outcomes: outcomes, after: await planAgain(planned, knowing: known, outcomes, stop),
            changed: Set(deeds.all.keys))
    }

    /// The plan after an apply has to be empty. AWS may show a change some seconds late, so a difference is looked at
    /// again before it is believed.
    private func planAgain(
        _ planned: Planned, knowing known: PlanBasis, _ outcomes: [ResourceAddress: ChangeOutcome], _ stop: StopSignal
    ) async -> Planned {
        let failed = outcomes.values.contains { if case .succeeded = $0 { false } else { true } }
        func isWorthAnotherLook(_ plan: Plan) -> Bool {
            !failed && (!plan.isEmpty || plan.hasErrors && !planned.plan.hasErrors)
        }
        var after = await plan(planned.basis, knowing: known)
        let pacing = pacing.ended(by: stop)
        var pause = pacing.first
        for _ in 0..<4 where isWorthAnotherLook(after.plan) {
            do { try await pacing.wait(&pause) } catch { break }
            after = await plan(planned.basis, knowing: known)
        }
        return after
    }
}

/// What an apply came to.
public struct Applied: Sendable {
    public var outcomes: [ResourceAddress: ChangeOutcome]
    /// What would be done now: nothing, when all went well.
    public var after: Reconciler.Planned
    /// Of what something was done, whether it came to its end or not.
    public var changed: Set<ResourceAddress>

    public init(
        outcomes: [ResourceAddress: ChangeOutcome], after: Reconciler.Planned, changed: Set<ResourceAddress> = []
    ) {
        self.outcomes = outcomes
        self.after = after
        self.changed = changed
    }

    /// Everything succeeded, nothing is left to do and nothing was held back.
    public var isConverged: Bool {
        after.plan.isEmpty && !after.plan.hasErrors
            && outcomes.values.allSatisfy { if case .succeeded = $0 { true } else { false } }
    }
}
