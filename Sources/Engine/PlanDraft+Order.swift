import Model

extension PlanDraft {
    /// Records what every change waits for.
    mutating func order() {
        let changes = changes
        let removals = changes.values.filter(\.action.removes).sorted { $0.address < $1.address }
        let vacancies = Vacancies(changes, kinds)
        var soft: [ResourceAddress: Set<ResourceAddress>] = [:]
        for (address, change) in changes where change.action.puts {
            let needs = (change.declaration?.dependencies ?? []).filter {
                changes[$0]?.action.puts == true || settling[$0] != nil
            }
            let waits = Set(needs + vacancies.obstacles(of: change, lookup)).sorted()
            self.changes[address]?.waitsFor = waits
            guard change.action == .replace else { continue }
            // What the new one needs is made first, where that can be, so that its failure costs nothing that is there.
            soft[address] = Set(needs.filter { changes[$0].map { !$0.action.removes } ?? false })
        }
        guard !removals.isEmpty || vacancies.isUsed else { return }
        let holders = holders(of: removals)
        for removal in removals {
            let address = removal.address
            soft[address]?.subtract(holders[address] ?? [])
            self.changes[address]?.removalWaitsFor = (holders[address] ?? []).union(soft[address] ?? []).sorted()
        }
        breakLoops(soft)
    }

    /// For each resource that is to go, the changes by which others let go of it: who holds its identifier in a field
    /// (as AWS tells it), who was recorded as depending on it, and whose kind has to go first.
    private func holders(of removals: [Change]) -> [ResourceAddress: Set<ResourceAddress>] {
        var byText: [String: [ResourceAddress]] = [:]
        var byKind: [String: [ResourceAddress]] = [:]
        for removal in removals {
            for output in Set((removal.observed?.outputs ?? [:]).values) {
                byText[output, default: []].append(removal.address)
            }
            byKind["\(removal.address.scope) \(removal.type)", default: []].append(removal.address)
        }
        var holders: [ResourceAddress: Set<ResourceAddress>] = [:]
        for change in changes.values {
            guard let observed = change.observed else { continue }
            for value in observed.values.values {
                value.forEachText { text in
                    guard text != observed.name, let held = byText[text] else { return }
                    for address in held { note(change, lettingGoOf: address, in: &holders) }
                }
            }
            for dependency in basis.recorded[change.address]?.dependencies ?? [] {
                note(change, lettingGoOf: dependency, in: &holders)
            }
        }
        for removal in removals {
            for type in kinds[removal.type]?.traits.deletedAfter ?? [] {
                holders[removal.address, default: []].formUnion(byKind["\(removal.address.scope) \(type)"] ?? [])
            }
        }
        return holders
    }

    private func note(
        _ change: Change, lettingGoOf address: ResourceAddress,
        in holders: inout [ResourceAddress: Set<ResourceAddress>]
    ) {
        guard address != change.address, let removal = changes[address], removal.action.removes else { return }
        // What is made anew stays named by its dependents' manifests: only those that are removed as well come first.
        guard change.action.removes || removal.action == .delete else { return }
        holders[address, default: []].insert(change.address)
    }

    /// Takes waits out that would never end: first those that are only for caution, then those between removals, which
    /// are then tried side by side (security groups may name each other), and between numbers that are exchanged.
    private mutating func breakLoops(_ soft: [ResourceAddress: Set<ResourceAddress>]) {
        for loop in loops() {
            for key in loop where key.phase == .remove {
                changes[key.address]?.removalWaitsFor.removeAll { other in
                    soft[key.address]?.contains(other) == true && loop.contains(StepKey(other, .put))
                }
            }
        }
        for loop in loops() {
            let addresses = Set(loop.map(\.address))
            for key in loop {
                switch key.phase {
                case .remove:
                    changes[key.address]?.removalWaitsFor.removeAll(where: addresses.contains)
                case .put:
                    let optional = addresses.subtracting(needs[key.address] ?? [])
                    changes[key.address]?.waitsFor.removeAll(where: optional.contains)
                }
            }
        }
    }

    private func loops() -> [Set<StepKey>] {
        var graph: [StepKey: [StepKey]] = [:]
        for change in changes.values {
            for (key, needs) in StepKey.needs(of: change, among: changes, settling: settling) { graph[key] = needs }
        }
        return DependencyOrder.loops(graph).map(Set.init)
    }

    /// The changes, each after what it waits for.
    func orderedChanges() -> [Change] {
        let waits = changes.mapValues { $0.action.puts ? $0.waitsFor : $0.removalWaitsFor }
        let (order, cyclic) = DependencyOrder.sort(waits)
        return (order + cyclic).compactMap { changes[$0] }
    }
}
