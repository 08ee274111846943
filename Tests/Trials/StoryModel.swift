import Engine
import Model

/// Says what the account has to hold after a stage, and what may have been touched on the way there, from what was there
/// and what is declared alone: nothing of it is the planner's.
struct StoryModel {
    private let declarations: [ResourceAddress: Declaration]
    private let kinds: [ResourceType: KindDescription]
    private let scopes: Set<String>
    private let before: [String: MemoryResource]
    private let after: [String: MemoryResource]
    /// What of ours was and is there.
    private let was: [ResourceAddress: MemoryResource]
    private let now: [ResourceAddress: MemoryResource]
    private let oursBefore: Set<String>

    init(
        declarations: [Declaration], kinds: [ResourceType: KindDescription], scopes: Set<String>,
        before: [String: MemoryResource], after: [String: MemoryResource]
    ) {
        let managed = declarations.filter { kinds[$0.type]?.traits.isOnlyRead != true }
        self.declarations = Dictionary(managed.map { ($0.address, $0) }) { first, _ in first }
        (self.kinds, self.scopes, self.before, self.after) = (kinds, scopes, before, after)
        // What belongs to others is referred to by its name.
        var given: [ResourceAddress: MemoryResource] = [:]
        for declaration in declarations where kinds[declaration.type]?.traits.isOnlyRead == true {
            given[declaration.address] = before.values.first {
                $0.type == declaration.type && $0.name == declaration.name
            }
        }
        let owned = Self.owned(before, kinds)
        oursBefore = Set(owned.filter { scopes.contains($0.key.scope) }.values.map(\.identifier))
        was = owned.merging(given) { first, _ in first }
        now = Self.owned(after, kinds).merging(given) { first, _ in first }
    }

    /// A claim counts only where the address is one of the kind.
    private static func owned(
        _ resources: [String: MemoryResource], _ kinds: [ResourceType: KindDescription]
    ) -> [ResourceAddress: MemoryResource] {
        var result: [ResourceAddress: MemoryResource] = [:]
        for resource in resources.values.sorted(by: { $0.identifier < $1.identifier }) {
            guard let address = resource.address, let noun = kinds[resource.type]?.noun else { continue }
            let last = address.resource.reversed().drop { $0.isNumber }.reversed()
            if String(last).hasSuffix(noun) { result[address] = resource }
        }
        return result
    }

    func judge(
        _ judge: Judge, calls: [MemoryProvider.Call], deleted: [MemoryResource]
    ) throws(PropertyFailure) {
        try endState(judge)
        try others(judge)
        try deletions(judge, deleted)
        try minimal(judge, calls, deleted)
    }

    // MARK: What is there

    private func endState(_ judge: Judge) throws(PropertyFailure) {
        for (address, declaration) in declarations.sorted(by: { $0.key < $1.key }) {
            guard let resource = now[address] else {
                throw PropertyFailure(property: .endState, stage: judge.stage, detail: "\(address) is not there")
            }
            try judge.hold(.endState, resource.type == declaration.type && resource.name == declaration.name) {
                "\(address) is \(resource.type) \(resource.name ?? "")"
            }
            try fields(of: resource, declaration, judge)
            let kept = was[address].flatMap { $0.identifier == resource.identifier ? $0.tags : nil } ?? [:]
            let wanted = kept.merging(tags(of: declaration)) { _, own in own }
            try judge.hold(.endState, wanted.allSatisfy { resource.tags[$0.key] == $0.value }) {
                "\(address) has the tags \(resource.tags), not \(wanted)"
            }
        }
        let more = after.values.filter { resource in
            oursNow(resource) && declarations[resource.address ?? ""].map { now[$0.address] != resource } ?? true
        }
        try judge.hold(.endState, more.isEmpty) { "left over: \(more.map { $0.address?.path ?? "" }.sorted())" }
    }

    private func fields(
        of resource: MemoryResource, _ declaration: Declaration, _ judge: Judge
    ) throws(PropertyFailure) {
        let previous = was[declaration.address]
        let isKept = previous?.identifier == resource.identifier
        for row in kinds[resource.type]?.fields ?? [] {
            let held = resource.values[row.name]
            guard let wanted = declaration.values[row.name]?.resolved(by: { now[$0]?.outputs[$1] }) else {
                try judge.hold(.endState, !isKept || held == previous?.values[row.name]) {
                    "\(declaration.address).\(row.name), which nobody declares, became \(held.map(\.description) ?? "nothing")"
                }
                try judge.hold(.endState, row.numberedWithin == nil || held != nil) {
                    "\(declaration.address) has no \(row.name)"
                }
                continue
            }
            if row.effect == .initial, previous != nil { continue }
            try judge.hold(.endState, row.isSatisfied(by: held, wanted)) {
                "\(declaration.address).\(row.name) is \(held.map(\.description) ?? "nothing"), not \(wanted)"
            }
        }
    }

    private func oursNow(_ resource: MemoryResource) -> Bool {
        guard let address = resource.address, scopes.contains(address.scope) else { return false }
        return now[address]?.type == resource.type
    }

    private func others(_ judge: Judge) throws(PropertyFailure) {
        for (identifier, resource) in before where !oursBefore.contains(identifier) {
            try judge.hold(.othersKept, after[identifier] == resource) {
                "\(resource) became \(after[identifier] as Any)"
            }
        }
    }

    private func deletions(_ judge: Judge, _ deleted: [MemoryResource]) throws(PropertyFailure) {
        for resource in deleted {
            let address = resource.address
            let change = judge.plan.changes.first { $0.address == address }
            try judge.hold(.ownOnly, oursBefore.contains(resource.identifier)) { "\(resource.identifier) is not ours" }
            let isDeclared = address.flatMap { declarations[$0] } != nil
            try judge.hold(.ownOnly, !isDeclared || change?.action == .replace) { "\(resource) is declared" }
            guard kinds[resource.type]?.traits.isStateful == true else { continue }
            try judge.hold(.lossTold, change?.losesData == true && judge.plan.needsApproval) {
                "\(address?.path ?? "") (\(resource.type)) is lost"
            }
        }
    }

    // MARK: What may be touched

    private func minimal(
        _ judge: Judge, _ calls: [MemoryProvider.Call], _ deleted: [MemoryResource]
    ) throws(PropertyFailure) {
        let moved = Set(declarations.keys.filter { was[$0]?.identifier != now[$0]?.identifier })
        let gone = Set(deleted.map(\.identifier))
        for (address, declaration) in declarations.sorted(by: { $0.key < $1.key }) {
            let follows = !moved.isDisjoint(with: declaration.dependencies)
            let asked = follows || differs(declaration)
            let touches = calls.filter { $0.address == address && $0.verb != "look" }
            try judge.hold(.minimal, asked || touches.isEmpty) { "\(touches) though nothing asks for it" }
            guard let previous = was[address], moved.contains(address),
                kinds[declaration.type]?.traits.isRevised != true
            else { continue }
            let isForced = isForced(declaration, previous, moved, gone)
            try judge.hold(.minimal, isForced) { "\(address) is made anew though it could have been changed" }
        }
    }

    /// Whether what was there is other than declared, as far as it can be known before anything is changed.
    private func differs(_ declaration: Declaration) -> Bool {
        guard let previous = was[declaration.address] else { return true }
        let isOther = (kinds[declaration.type]?.fields ?? []).contains { row in
            guard row.effect != .initial, let wanted = wanted(row, declaration) else { return false }
            return !row.isSatisfied(by: previous.values[row.name], wanted)
        }
        return isOther || tags(of: declaration).contains { previous.tags[$0.key] != $0.value }
    }

    private func wanted(_ row: FieldRow, _ declaration: Declaration) -> Value? {
        declaration.values[row.name]?.resolved(by: { was[$0]?.outputs[$1] })
    }

    /// Whether a resource had to be made anew: a field differs that AWS cannot change, one that names what is made anew
    /// cannot let go of it, or it held what had to go.
    private func isForced(
        _ declaration: Declaration, _ previous: MemoryResource, _ moved: Set<ResourceAddress>, _ gone: Set<String>
    ) -> Bool {
        (kinds[declaration.type]?.fields ?? []).contains { row in
            let names = Set(declaration.values[row.name]?.addresses ?? [])
            let held = previous.values[row.name]
            if row.effect == .replace, let wanted = wanted(row, declaration), !row.isSatisfied(by: held, wanted) {
                return true
            }
            guard row.pins || row.effect == .replace else { return false }
            return !names.isDisjoint(with: moved)
                || !gone.isDisjoint(with: MemoryResource.identifiers(in: held.map { [$0] } ?? []))
        }
    }

    private func tags(of declaration: Declaration) -> [String: String] {
        guard kinds[declaration.type]?.traits.carriesTags == true else { return [:] }
        return declaration.tags.merging([
            OwnershipTag.installation: MemoryProvider.installation, OwnershipTag.address: declaration.address.path,
        ]) { _, own in own }
    }
}

extension FieldRow {
    /// Whether a value is what is wanted; of some maps only the declared keys count.
    fileprivate func isSatisfied(by held: Value?, _ wanted: Value) -> Bool {
        guard comparison == .declaredKeys, case .map(let wanted) = wanted, case .map(let held)? = held else {
            return held == wanted
        }
        return wanted.allSatisfy { held[$0.key] == $0.value }
    }
}
