import Model

/// Which steps can go on now. A pure state machine: steps are waiting, then ready, then running, then finished; a
/// failure gives up every step that waits for it, and the other half of its change.
struct StepGraph {
    /// What is final, and is told once.
    typealias Ending = (address: ResourceAddress, action: ChangeAction?, outcome: ChangeOutcome)

    private var steps: [StepKey: Step] = [:]
    private var waiting: [StepKey: Set<StepKey>] = [:]
    private var dependents: [StepKey: [StepKey]] = [:]
    private var running: Set<StepKey> = []
    /// In the order in which they became ready; those before `head` are gone.
    private var ready: [StepKey] = []
    private var head = 0
    /// The ready ones that are neither taken nor given up.
    private var queued: Set<StepKey> = []
    /// Endings of changes whose removal runs while their other half is given up already.
    private var held: [ResourceAddress: ChangeOutcome] = [:]
    private var told: Set<ResourceAddress> = []

    /// - Parameter settling: resources that are only waited for, with their types.
    init(_ changes: [Change], settling: [(address: ResourceAddress, type: ResourceType, made: Made)] = []) {
        let byAddress = Dictionary(changes.map { ($0.address, $0) }) { first, _ in first }
        let onTheirWay = Dictionary(settling.map { ($0.address, $0.made) }) { first, _ in first }
        var order: [StepKey] = []
        for change in changes {
            for (key, needs) in StepKey.needs(of: change, among: byAddress, settling: onTheirWay) {
                steps[key] = Step(change, key.phase)
                waiting[key] = Set(needs)
                for need in Set(needs) { dependents[need, default: []].append(key) }
                order.append(key)
            }
        }
        for (address, type, made) in settling {
            let step = Step(settling: address, type, made)
            steps[step.key] = step
            waiting[step.key] = []
            order.append(step.key)
        }
        // The changes come in a good order; so do the steps that nothing holds back.
        ready = order.filter { waiting[$0]?.isEmpty == true }
        queued = Set(ready)
        for key in ready { waiting[key] = nil }
    }

    /// Takes a step that can run now.
    mutating func next() -> Step? {
        while head < ready.count {
            let key = ready[head]
            head += 1
            guard queued.remove(key) != nil, let step = steps[key] else { continue }
            running.insert(key)
            return step
        }
        return nil
    }

    /// Notes how a step ended.
    /// - Returns: what is final by that: the change itself when it was its last step, and those that are skipped.
    mutating func finish(_ step: Step, _ outcome: ChangeOutcome) -> [Ending] {
        running.remove(step.key)
        let before = held.removeValue(forKey: step.address)
        guard case .succeeded = outcome else {
            return tell(step.address, outcome) + giveUp(after: step.key, because: outcome)
        }
        for dependent in dependents[step.key] ?? [] {
            waiting[dependent]?.remove(step.key)
            if waiting[dependent]?.isEmpty == true {
                waiting[dependent] = nil
                ready.append(dependent)
                queued.insert(dependent)
            }
        }
        if let before { return tell(step.address, before) }
        return step.isLast ? tell(step.address, outcome) : []
    }

    private mutating func giveUp(after failed: StepKey, because outcome: ChangeOutcome) -> [Ending] {
        var skipped: [Ending] = []
        let ending = outcome == .cancelled ? ChangeOutcome.cancelled : .skipped(because: failed.address)
        var frontier = dependents[failed] ?? []
        while let key = frontier.popLast() {
            guard waiting.removeValue(forKey: key) != nil || queued.remove(key) != nil else { continue }
            frontier += dependents[key] ?? []
            let removal = StepKey(key.address, .remove)
            if key.phase == .put, running.contains(removal) {
                held[key.address] = ending
                continue
            }
            // What cannot be made anew is not taken away, as long as that has not begun.
            if key.phase == .put { frontier.append(removal) }
            skipped += tell(key.address, ending)
        }
        return skipped.sorted { $0.address < $1.address }
    }

    private mutating func tell(_ address: ResourceAddress, _ outcome: ChangeOutcome) -> [Ending] {
        guard told.insert(address).inserted else { return [] }
        let action = steps[StepKey(address, .put)]?.change?.action ?? steps[StepKey(address, .remove)]?.change?.action
        return [(address, action, outcome)]
    }

    /// Addresses whose end was not told, with their actions: cancelled, or in a loop that a plan must not have.
    var unfinished: [(address: ResourceAddress, action: ChangeAction?)] {
        let left = Set(steps.keys.map(\.address)).subtracting(told)
        return left.sorted().map { address in
            (address, (steps[StepKey(address, .put)] ?? steps[StepKey(address, .remove)])?.change?.action)
        }
    }
}
