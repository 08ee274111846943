import Model

/// Carries out a plan: everything that can go on at the same time does, within a width.
///
/// One failed change stops what depends on it and nothing else. A stop starts no further change, and ends changes that run
/// at their next wait, which is safe, because every change can be repeated; cancelling the task ends calls under way, too.
public struct Executor: Sendable {
    /// As wide as hardly any graph is. Most of what is under way only waits: for AWS's limits, or until a thing has come to
    /// rest; how many calls are under way at once the provider bounds.
    public static let standardWidth = 256

    let provider: any ResourceProvider
    let installation: String
    let width: Int
    let pacing: Pacing
    let stop: StopSignal
    let permit: StartPermit
    let deeds: Deeds
    let onEvent: @Sendable (ChangeEvent) -> Void

    /// - Parameters:
    ///   - width: how many changes and waits run at the same time, at least one.
    ///   - stop: ends it at the next safe point.
    ///   - permit: asked before each step; once it is refused, nothing further is begun.
    ///   - deeds: where is noted what was done, also of changes that do not come to their end.
    ///   - onEvent: called from any thread, in the order of each change's own events.
    public init(
        _ provider: any ResourceProvider, installation: String, width: Int = standardWidth, pacing: Pacing = Pacing(),
        stop: StopSignal = StopSignal(), permit: StartPermit = StartPermit(), deeds: Deeds = Deeds(),
        onEvent: @escaping @Sendable (ChangeEvent) -> Void = { _ in }
    ) {
        self.provider = provider
        self.installation = installation
        self.width = max(1, width)
        self.pacing = pacing.ended(by: stop)
        self.stop = stop
        self.permit = permit
        self.deeds = deeds
        self.onEvent = onEvent
    }

    /// Makes the changes and waits for what was still on its way.
    /// - Parameters:
    ///   - outputs: the outputs of everything that exists, by address.
    ///   - run: different in every run; client tokens are derived from it and the address.
    /// - Returns: how each change ended; addresses that only settled are there when they failed to.
    public func execute(
        _ plan: Plan, outputs: AddressTable<[Output: String]>, run: String
    ) async -> [ResourceAddress: ChangeOutcome] {
        let known = Outputs(outputs)
        for change in plan.changes where change.action == .create || change.action.removes || isRevised(change) {
            known.forget(change.address)
        }
        let settling = plan.settling.sorted { $0.key < $1.key }.compactMap { address, made in
            plan.declared[address].map { (address: address, type: $0.type, made: made) }
        }
        var graph = StepGraph(plan.changes, settling: settling)
        var outcomes: [ResourceAddress: ChangeOutcome] = [:]
        func end(_ ending: StepGraph.Ending) {
            outcomes[ending.address] = ending.outcome
            onEvent(ChangeEvent(ending.address, ending.action, .finished(ending.outcome)))
        }
        await withTaskGroup(of: (Step, ChangeOutcome).self) { group in
            var running = 0
            func startReady() {
                while running < width, mayGoOn, let step = graph.next() {
                    running += 1
                    group.addTask { (step, await perform(step, known, run)) }
                }
            }
            startReady()
            for await (step, outcome) in group {
                running -= 1
                for ending in graph.finish(step, outcome) { end(ending) }
                startReady()
            }
        }
        let reason = !mayGoOn ? ChangeOutcome.cancelled : .failed(Self.loop)
        for (address, action) in graph.unfinished { end((address, action, reason)) }
        return outcomes
    }

    private var mayGoOn: Bool { !Task.isCancelled && !stop.isRequested && permit.mayStart }

    private static let loop = ResourceError(
        .unresolved, operation: "order",
        message:
            "it waits for itself through what it depends on, so it was not begun; take one of the references out of "
            + "the manifests, apply, and put it in again")

    private func isRevised(_ change: Change) -> Bool {
        guard let traits = provider.kinds[change.type]?.traits, traits.isRevised else { return false }
        return change.fields.contains { !$0.name.hasPrefix("tags.") }
    }

    // MARK: One step

    private func perform(_ step: Step, _ known: Outputs, _ run: String) async -> ChangeOutcome {
        if step.isFirst { onEvent(ChangeEvent(step.address, step.change?.action, .started)) }
        do throws(ResourceError) {
            switch step.work {
            case .remove(let change):
                try await remove(change)
                deeds.removed(change.address)
                return .succeeded(nil)
            case .put(let change):
                let made = try await put(change, known, run)
                deeds.put(change.address, made)
                return .succeeded(try await settle(change.address, change.action, change.type, made, known))
            case .settle(let type, let made):
                return .succeeded(try await settle(step.address, nil, type, made, known))
            }
        } catch {
            return error.code == .cancelled ? .cancelled : .failed(Self.placed(error, step.change))
        }
    }

    /// The error with the line that caused it. What nobody declares any more has the line that did.
    private static func placed(_ error: ResourceError, _ change: Change?) -> ResourceError {
        var placed = error.located(at: change?.location)
        if change?.action == .delete, placed.location != nil {
            placed.message += " (no manifest declares it any more; this is where one did)"
        }
        return placed
    }

    private func put(_ change: Change, _ known: Outputs, _ run: String) async throws(ResourceError) -> Made {
        guard let declaration = change.declaration else {
            throw ResourceError(.unresolved, operation: "put", message: "\(change.address) is declared nowhere")
        }
        let order = Order(
            declaration: declaration,
            tags: provider.kinds[change.type]?.traits.carriesTags == true
                ? declaration.allTags(installation: installation, observed: change.observed?.tags ?? [:]) : [:],
            token: Token.make(installation, change.address, run), numbers: change.numbers,
            lookup: { address, output in known[address]?[output] })
        guard let observed = change.observed, change.action != .replace else {
            return try await provider.create(order)
        }
        let fields = Set(change.fields.map(\.name).filter { !$0.hasPrefix("tags.") })
            .reduce(into: Set<String>()) { $0.insert(fieldName($1, change.type)) }
        var made = Made(observed.identifier, outputs: observed.outputs)
        let tags = order.tags.filter { observed.tags[$0.key] != $0.value }
        // Ownership first: an adoption that dies half-way is then an update at the next run.
        if !tags.isEmpty { try await provider.tag(observed, tags) }
        if !fields.isEmpty { made = try await update(change, observed, order, fields) }
        return made
    }

    /// Goes on as long as AWS takes only one step at a time.
    private func update(
        _ change: Change, _ observed: ObservedResource, _ order: Order, _ fields: Set<String>
    ) async throws(ResourceError) -> Made {
        let deadline = pacing.deadline(provider.kinds[change.type]?.traits.deadline)
        var pause = pacing.first
        while true {
            do throws(ResourceError) {
                return try await provider.update(observed, to: order, changing: fields)
            } catch  where error.code == .busy && !deadline.hasPassed {
                onEvent(ChangeEvent(change.address, change.action, .waiting(error.message)))
                try await pacing.wait(&pause)
            }
        }
    }

    /// The field of a change that was shown by key, such as `attributes` of `attributes.idle_timeout`.
    private func fieldName(_ shown: String, _ type: ResourceType) -> String {
        let rows = provider.kinds[type]?.fields ?? []
        return rows.first { $0.comparison == .declaredKeys && shown.hasPrefix($0.name + ".") }?.name ?? shown
    }

    private func remove(_ change: Change) async throws(ResourceError) {
        guard let observed = change.observed else { return }
        let deadline = pacing.deadline(provider.kinds[change.type]?.traits.deadline)
        var pause = pacing.first
        // AWS lets go of network interfaces and targets some time after their owners are gone.
        while true {
            do throws(ResourceError) {
                try await provider.delete(observed)
                break
            } catch  where error.code == .inUse && !deadline.hasPassed {
                onEvent(ChangeEvent(change.address, change.action, .waiting("still in use")))
                try await pacing.wait(&pause)
            }
        }
        pause = pacing.first
        while try await !provider.isGone(observed) {
            guard !deadline.hasPassed else {
                throw ResourceError(
                    .deadline, operation: "delete",
                    message:
                        "\(observed.identifier) is still there after \(deadline.length); run the command again later")
            }
            onEvent(ChangeEvent(change.address, change.action, .waiting("going away")))
            try await pacing.wait(&pause)
        }
    }

    /// Waits until a resource has come to rest; only then others learn its outputs.
    private func settle(
        _ address: ResourceAddress, _ action: ChangeAction?, _ type: ResourceType, _ made: Made, _ known: Outputs
    ) async throws(ResourceError) -> Made {
        let deadline = pacing.deadline(provider.kinds[type]?.traits.deadline)
        var pause = pacing.first
        while true {
            switch try await provider.settled(type, made) {
            case .ready(let outputs):
                let settled = Made(made.identifier, outputs: made.outputs.merging(outputs) { _, new in new })
                known.learn(address, settled.outputs)
                return settled
            case .failed(let why):
                throw ResourceError(.failed, operation: "settle", message: why)
            case .pending(let what):
                guard !deadline.hasPassed else {
                    throw ResourceError(
                        .deadline, operation: "settle",
                        message: "it did not settle within \(deadline.length): \(what). The next run goes on from here")
                }
                onEvent(ChangeEvent(address, action, .waiting(what)))
            }
            try await pacing.wait(&pause)
        }
    }
}
