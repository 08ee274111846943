import Model

extension Story {
    /// Histories with one thing less in them, the simplest first; all of them are as valid as this one.
    var simpler: [Story] {
        withoutStages + withoutTroubles + withoutBranches + withoutMeddling + withoutStrangers + withoutAddresses
            + withoutChanges + withoutFields
    }

    private var withoutStages: [Story] {
        guard stages.count > 1 else { return [] }
        return stages.indices.reversed().map { number in changed { $0.stages.remove(at: number) } }
    }

    private var withoutTroubles: [Story] {
        guard !slow.isEmpty || stages.contains(where: \.forgets) else { return [] }
        let calm = changed { story in
            story.slow = [:]
            for number in story.stages.indices { story.stages[number].forgets = false }
        }
        return [calm]
    }

    private var withoutMeddling: [Story] {
        stages.indices.flatMap { number in
            stages[number].meddling.indices.map { place in changed { $0.stages[number].meddling.remove(at: place) } }
        }
    }

    private var withoutStrangers: [Story] {
        strangers.indices.map { place in changed { $0.strangers.remove(at: place) } }
    }

    private var addresses: [ResourceAddress] { Set(stages.flatMap(\.declarations).map(\.address)).sorted() }

    /// Without a whole network or node.
    private var withoutBranches: [Story] {
        let branches = Dictionary(grouping: addresses) {
            $0.path.split(separator: "/").prefix(2).joined(separator: "/")
        }
        return branches.sorted { $0.key < $1.key }.filter { $0.value.count > 1 }.map { without(Set($0.value)) }
    }

    private var withoutAddresses: [Story] { addresses.map { without([$0]) } }

    private func without(_ gone: Set<ResourceAddress>) -> Story {
        changed { story in
            for number in story.stages.indices {
                story.stages[number].declarations = story.stages[number].declarations.without(gone)
                story.stages[number].meddling.removeAll { gone.contains($0.address) }
            }
            story.slow = story.slow.filter { !gone.contains($0.key) }
        }
    }

    /// With one declaration as it was in the stage before.
    private var withoutChanges: [Story] {
        stages.indices.dropFirst().flatMap { number in
            let earlier = Dictionary(stages[number - 1].declarations.map { ($0.address, $0) }) { first, _ in first }
            return stages[number].declarations.indices.compactMap { place -> Story? in
                let later = stages[number].declarations[place]
                guard let former = earlier[later.address], former.source != later.source,
                    Set(former.dependencies).isSubset(of: stages[number].declarations.map(\.address))
                else { return nil }
                return changed { $0.stages[number].declarations[place] = former }
            }
        }
    }

    private var withoutFields: [Story] {
        addresses.flatMap { address in
            let all = stages.flatMap(\.declarations).filter { $0.address == address }
            let fields = Set(all.flatMap(\.values.keys)).sorted()
            return fields.map { field in
                changed { story in
                    for number in story.stages.indices {
                        for place in story.stages[number].declarations.indices
                        where story.stages[number].declarations[place].address == address {
                            story.stages[number].declarations[place].values[field] = nil
                        }
                    }
                }
            }
        }
    }

    private func changed(_ body: (inout Story) -> Void) -> Story {
        var result = self
        body(&result)
        return result
    }
}

extension [Declaration] {
    /// Without some, and without what cannot be without them; members of sets that name them are left out.
    func without(_ gone: Set<ResourceAddress>) -> [Declaration] {
        var gone = gone
        var left = filter { !gone.contains($0.address) }
        while let place = left.firstIndex(where: { !gone.isDisjoint(with: $0.dependencies) }) {
            var lighter = left[place]
            lighter.after.removeAll { gone.contains($0) }
            for (field, value) in lighter.values {
                guard case .set(let items) = value else { continue }
                lighter.values[field] = .set(items.filter { gone.isDisjoint(with: $0.addresses) })
            }
            if gone.isDisjoint(with: lighter.dependencies) {
                left[place] = lighter
            } else {
                gone.insert(left.remove(at: place).address)
            }
        }
        return left
    }
}
