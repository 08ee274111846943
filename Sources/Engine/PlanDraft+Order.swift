import Model

extension PlanDraft {
    /// Records what every change waits for.
    mutating func order() {
        let planned = changes
        let removals = planned.values.filter(\.action.removes).sorted { $0.address < $1.address }
        let vacancies = Vacancies(planned, kinds)
        for (address, change) in planned where change.action.puts {
            let waits = (needs[address] ?? []).filter { planned[$0]?.action.puts == true || settling[$0] != nil }
            let sorted = Set(waits + vacancies.obstacles(of: change, lookup)).sorted()
            changes[address]?.waitsFor = sorted
        }
        takePartsFirst()
        guard !removals.isEmpty || vacancies.isUsed else { return }
        let holders = holders(of: removals)
        var cautions = cautions(removals)
        for (address, leavers) in leavers(removals) { cautions[address, default: []].formUnion(leavers) }
        for address in removals.map(\.address) {
            cautions[address]?.subtract(holders[address] ?? [])
            changes[address]?.removalWaitsFor = (holders[address] ?? []).union(cautions[address] ?? []).sorted()
        }
        breakLoops(cautions)
    }

    /// What is a member of another resource and is taken over as one of its own, is so before that one changes: until it
    /// carries its tags, the change would take it away as a member that nobody declares.
    ///
    /// It is there, and so is what it refers to, so that it waits for nothing but what is made in the same plan.
    private mutating func takePartsFirst() {
        let wholes = changes.values.filter { $0.action.puts && $0.observed?.parts.isEmpty == false }
        guard !wholes.isEmpty else { return }
        for (address, change) in changes.sorted(by: { $0.key < $1.key }) where change.action == .adopt {
            guard let identifier = change.identifier,
                let whole = wholes.first(where: { $0.observed?.parts[identifier] != nil })?.address
            else { continue }
            let made = change.waitsFor.filter { changes[$0].map { $0.observed == nil || $0.action.removes } ?? true }
            changes[address]?.waitsFor = made
            let waits = changes[whole]?.waitsFor ?? []
            changes[whole]?.waitsFor = (waits + [address]).sorted()
        }
    }

    /// For each resource that is made anew, the changes that the new one needs and that take nothing away: they are made
    /// first, where that can be, so that their failure costs nothing that is there.
    private func cautions(_ removals: [Change]) -> [ResourceAddress: Set<ResourceAddress>] {
        let replaced = Set(removals.filter { $0.action == .replace }.map(\.address))
        var result: [ResourceAddress: Set<ResourceAddress>] = [:]
        for address in DependencyOrder(Dictionary(uniqueKeysWithValues: replaced.map { ($0, needs[$0] ?? []) })).order {
            for need in needs[address] ?? [] {
                if replaced.contains(need) {
                    result[address, default: []].formUnion(result[need] ?? [])
                } else if changes[need] != nil {
                    result[address, default: []].insert(need)
                }
            }
        }
        return result
    }

    /// For each resource of a kind that goes only after others, the changes of those that stay: they may be leaving it,
    /// as a load balancer that moves to another network does.
    private func leavers(_ removals: [Change]) -> [ResourceAddress: Set<ResourceAddress>] {
        let patient = removals.filter { kinds[$0.type]?.traits.deletedAfter.isEmpty == false }
        guard !patient.isEmpty else { return [:] }
        let staying = changes.values.filter { !$0.action.removes && $0.observed != nil }
        let byKind = Dictionary(grouping: staying) { "\($0.address.scope) \($0.type)" }
        return patient.reduce(into: [:]) { result, removal in
            for type in kinds[removal.type]?.traits.deletedAfter ?? [] {
                let leaving = (byKind["\(removal.address.scope) \(type)"] ?? []).map(\.address)
                result[removal.address, default: []].formUnion(leaving)
            }
        }
    }

    /// For each resource that is to go, the changes by which others let go of it: who holds its identifier in a field
    /// (as AWS tells it), who was recorded as depending on it, and whose kind has to go first.
    private func holders(of removals: [Change]) -> [ResourceAddress: Set<ResourceAddress>] {
        var byText: [String: [ResourceAddress]] = [:]
        var byKind: [String: [ResourceAddress]] = [:]
        for removal in removals {
            for text in removal.observed?.namingTexts ?? [] {
                byText[text, default: []].append(removal.address)
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
                if drains(change, after: dependency) {
                    holders[change.address, default: []].insert(dependency)
                } else {
                    note(change, lettingGoOf: dependency, in: &holders)
                }
            }
        }
        for removal in removals {
            for type in kinds[removal.type]?.traits.deletedAfter ?? [] {
                holders[removal.address, default: []].formUnion(byKind["\(removal.address.scope) \(type)"] ?? [])
            }
        }
        return holders
    }

    /// Whether both go, and what sends the work goes first.
    private func drains(_ change: Change, after sender: ResourceAddress) -> Bool {
        guard change.action == .delete, let sender = changes[sender], sender.action == .delete else { return false }
        return kinds[change.type]?.traits.drainsAfter.contains(sender.type) == true
    }

    private func note(
        _ change: Change, lettingGoOf address: ResourceAddress,
        in holders: inout [ResourceAddress: Set<ResourceAddress>]
    ) {
        guard address != change.address, let removal = changes[address], removal.action.removes else { return }
        // Who goes on referring to what is made anew changes after it; everybody else lets go of it first.
        guard change.action.removes || !(needs[change.address] ?? []).contains(address) else { return }
        holders[address, default: []].insert(change.address)
    }

    /// Takes waits out that would never end: first those that are only for caution, then those for changes in place that
    /// AWS does not insist on, last those between removals, which are then tried side by side (security groups may name
    /// each other), and between numbers that are exchanged.
    private mutating func breakLoops(_ cautions: [ResourceAddress: Set<ResourceAddress>]) {
        dropWaits { removal, holder in cautions[removal]?.contains(holder) == true }
        let snapshot = self
        dropWaits { removal, holder in !snapshot.pins(holder, removal) }
        for loop in loops() {
            let addresses = Set(loop.map(\.address))
            for key in loop {
                switch key.phase {
                case .remove:
                    let stuck = (changes[key.address]?.removalWaitsFor ?? []).filter {
                        loop.contains(StepKey($0, .put)) && changes[$0]?.action == .update
                    }
                    inTheWay.formUnion(stuck)
                    changes[key.address]?.removalWaitsFor.removeAll(where: addresses.contains)
                case .put:
                    let optional = addresses.subtracting(needs[key.address] ?? [])
                    changes[key.address]?.waitsFor.removeAll(where: optional.contains)
                }
            }
        }
    }

    /// Drops waits of removals for changes in place that are in one loop with them.
    private mutating func dropWaits(where isDispensable: (ResourceAddress, ResourceAddress) -> Bool) {
        for loop in loops() {
            for key in loop where key.phase == .remove {
                let waits = changes[key.address]?.removalWaitsFor ?? []
                let kept = waits.filter { !(loop.contains(StepKey($0, .put)) && isDispensable(key.address, $0)) }
                changes[key.address]?.removalWaitsFor = kept
            }
        }
    }

    /// Whether AWS refuses to delete one resource as long as another is as it is.
    private func pins(_ holder: ResourceAddress, _ address: ResourceAddress) -> Bool {
        guard let resource = changes[holder]?.observed, let texts = changes[address]?.observed?.namingTexts
        else { return false }
        return (kinds[resource.type]?.fields ?? []).contains { row in
            var isHeld = false
            if row.pins || row.effect == .replace {
                resource.values[row.name]?.forEachText { isHeld = isHeld || texts.contains($0) }
            }
            return isHeld
        }
    }

    private func loops() -> [Set<StepKey>] {
        var graph: [StepKey: [StepKey]] = [:]
        for change in changes.values {
            for (key, needs) in StepKey.needs(of: change, among: changes, settling: settling) { graph[key] = needs }
        }
        return DependencyOrder(graph).loops.map(Set.init)
    }

    /// The changes, each after what it waits for.
    func orderedChanges() -> [Change] {
        let waits = changes.mapValues { $0.action.puts ? $0.waitsFor : $0.removalWaitsFor }
        let sorted = DependencyOrder(waits)
        return (sorted.layered + sorted.cyclic).compactMap { changes[$0] }
    }
}
