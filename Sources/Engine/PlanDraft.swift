import Model

/// A plan in the making. Its functions are called once each, in the order in which they stand in `Planner.plan`.
struct PlanDraft {
    let basis: PlanBasis
    let state: ObservedState
    let ownership: Ownership
    let kinds: [ResourceType: KindDescription]
    let declarations: AddressTable<Declaration>
    /// What each declaration waits for.
    let needs: AddressTable<[ResourceAddress]>
    let sorted: DependencyOrder<ResourceAddress>
    let known: KnownOutputs

    var changes: [ResourceAddress: Change] = [:]
    var unchanged = 0
    var settling: [ResourceAddress: Made] = [:]
    var diagnostics: [Diagnostic] = []
    var declared: AddressTable<PlannedResource> = [:]
    /// What is ours, in the planned scopes and no longer declared, and what becomes of it.
    var leftover: [ResourceAddress: Leftover] = [:]
    /// Declared addresses of which nothing is planned, because of something told for them or for what they need.
    var blocked: Set<ResourceAddress> = []
    /// What nobody owns and is taken over, and the identifiers of all of it.
    var adoptions: [ResourceAddress: ObservedResource] = [:]
    var adopted: Set<String> = []
    /// What may take something over and has found nothing to.
    var unmatched: Set<ResourceAddress> = []
    /// What may not be taken away, because something that stays as it is may use it: told for that.
    var held: [ResourceAddress: ResourceAddress] = [:]
    /// Drift that is left as it is and told.
    var leftDrift: [ResourceAddress: Change] = [:]
    /// Environments of which nothing is recorded though all that is declared is there, as when the status branch was
    /// deleted: a difference may be the manifests' or somebody's, and where drift is left, it is left.
    let unrecorded: Set<String>
    /// Those where something was left for that.
    var leftUnrecorded: Set<String> = []
    /// Resources that would be made anew, were they not held.
    var notReplaced: [ResourceAddress] = []
    /// Resources that could be changed in place, were they not in the way of a removal that has to come before.
    var inTheWay: Set<ResourceAddress> = []
    private let replacing: Set<ResourceAddress>
    private var replaced: Set<ResourceAddress> = []
    private var numbering = Numbering()

    /// - Parameter replacing: what was found in the way in an earlier draft, and is made anew for that.
    init(
        basis: PlanBasis, state: ObservedState, ownership: Ownership, kinds: [ResourceType: KindDescription],
        replacing: Set<ResourceAddress>
    ) {
        self.replacing = replacing
        self.basis = basis
        self.state = state
        self.ownership = ownership
        self.kinds = kinds
        known = KnownOutputs(ownership.owned)
        // One address declared twice is told later; which of the two is kept must not depend on their order.
        declarations = AddressTable(basis.declarations.lazy.map { ($0.address, $0) }) { a, b in
            a.contentHash <= b.contentHash ? a : b
        }
        needs = declarations.mapValues(\.dependencies)
        sorted = Self.order(needs)
        unrecorded = Self.unrecorded(ownership, kinds, basis)
    }

    private static func order(_ needs: AddressTable<[ResourceAddress]>) -> DependencyOrder<ResourceAddress> {
        let addresses = needs.sortedKeys
        let numbers = AddressTable(zip(addresses, addresses.indices)) { first, _ in first }
        return DependencyOrder(addresses, needs: addresses.map { (needs[$0] ?? []).compactMap { numbers[$0] } })
    }

    private static func unrecorded(
        _ ownership: Ownership, _ kinds: [ResourceType: KindDescription], _ basis: PlanBasis
    ) -> Set<String> {
        let recorded = Set(basis.recorded.keys.map(\.scope))
        let found = Set(basis.declarations.map(\.address.scope)).subtracting(recorded)
        if found.isEmpty { return [] }
        let missing = basis.declarations.filter { declaration in
            ownership.owned[declaration.address] == nil && kinds[declaration.type]?.traits.isOnlyRead != true
        }
        return found.subtracting(missing.map(\.address.scope))
    }

    /// The outputs of what exists and stays what it is.
    var lookup: (ResourceAddress, Output) -> String? {
        let known = known
        return { address, output in known.output(address, output) }
    }

    // MARK: What is declared

    /// Plans every declaration that nothing keeps back, each after what it needs.
    mutating func declare() {
        numbering = Numbering(basis.declarations, state, kinds, owned: ownership.owned)
        for address in sorted.order where !blocked.contains(address) {
            guard let declaration = declarations[address], let kind = kinds[declaration.type] else { continue }
            if (needs[address] ?? []).contains(where: blocked.contains) {
                blocked.insert(address)
            } else if let observed = ownership.owned[address] {
                compare(declaration, kind, observed)
            } else if let found = adoptions[address] {
                adopt(declaration, kind, found)
            } else {
                create(declaration, kind)
            }
        }
    }

    private mutating func compare(_ declaration: Declaration, _ kind: KindDescription, _ observed: ObservedResource) {
        if kind.traits.isOnlyRead { return }
        let address = declaration.address
        let kept = observed.fieldsKept(by: kind)
        var found = comparison(kind).differences(declaration.values, values(of: observed)).filter {
            !kept.contains($0.row.name)
        }
        if found.isEmpty {
            found = retried(declaration, kind, observed)
            if !found.isEmpty { note(observed, of: declaration) }
        }
        let (differences, tags) = managed(
            found, Comparison.tags(wantedTags(declaration, observed), observed.tags), of: declaration, observed)
        let fields = differences.map(\.change) + tags
        guard !fields.isEmpty else {
            unchanged += 1
            note(observed, of: declaration)
            return
        }
        let replaces = replacing.contains(address) || differences.contains { isReplacing($0.row, declaration) }
        guard !replaces || held[address] == nil else {
            notReplaced.append(address)
            return
        }
        let reason = reason(declaration, fields)
        if replaces || kind.traits.isRevised && !differences.isEmpty { known.unsettle(address) }
        if replaces { replaced.insert(address) }
        let numbers = replaces ? numbering.assign(declaration, lookup) : [:]
        changes[address] = Change(
            address: address, type: declaration.type, action: replaces ? .replace : .update, reason: reason,
            fields: fields, numbers: numbers, losesData: replaces && kind.traits.isStateful, declaration: declaration,
            observed: observed)
    }

    /// Whether a difference in this field can only be had by making the resource anew.
    private func isReplacing(_ row: FieldRow, _ declaration: Declaration) -> Bool {
        row.effect == .replace
            || row.pins && declaration.values[row.name]?.addresses.contains(where: replaced.contains) == true
    }

    /// What nobody owns is taken over as it stands, or not at all: it is never made anew.
    ///
    /// A name that CloudFormation made up is no difference: the resource keeps it, and a tag says so to every later plan,
    /// since nothing else remembers what was taken over.
    private mutating func adopt(_ declaration: Declaration, _ kind: KindDescription, _ namesake: ObservedResource) {
        let address = declaration.address
        let differences = comparison(kind).differences(declaration.values, values(of: namesake))
        let called = differences.filter { $0.row.staysWhenAdopted && kind.traits.carriesTags }.map(\.row.name)
        let fixed = differences.filter { isReplacing($0.row, declaration) && !called.contains($0.row.name) }
        guard fixed.isEmpty else {
            blocked.insert(address)
            let names = fixed.map { "\($0.change.name) (\($0.change.before?.description ?? "nothing"))" }
            diagnostics.append(
                Diagnostic(
                    .error,
                    "\(namesake.identifier) cannot be taken over: its \(names.joined(separator: ", ")) cannot be changed "
                        + "in place; declare it as it is (under `overrides` where the manifest has no key for it), or remove it "
                        + "or its name", at: declaration.location,
                    address: address))
            return
        }
        var declaration = declaration
        if !called.isEmpty { declaration.tags[OwnershipTag.adopted] = called.sorted().joined(separator: " ") }
        let changed = differences.filter { !called.contains($0.row.name) }
        if kind.traits.isRevised && !changed.isEmpty { known.unsettle(address) }
        let tags = Comparison.tags(wantedTags(declaration, namesake), namesake.tags)
        changes[address] = Change(
            address: address, type: declaration.type, action: .adopt, reason: .adoption,
            fields: changed.map(\.change) + tags, declaration: declaration, observed: namesake)
    }

    private mutating func create(_ declaration: Declaration, _ kind: KindDescription) {
        var wanted = declaration.values
        let numbers = numbering.assign(declaration, lookup)
        for (field, number) in numbers { wanted[field] = .int(Int64(number)) }
        let fields = comparison(kind).differences(wanted, nil).map(\.change)
        let tags = Comparison.tags(wantedTags(declaration, nil), [:])
        known.unsettle(declaration.address)
        let wasMade = basis.recorded[declaration.address]?.identifier != nil
        let change = Change(
            address: declaration.address, type: declaration.type, action: .create,
            reason: wasMade && isAsRecorded(declaration) ? .drift : .new, fields: fields + tags, numbers: numbers,
            declaration: declaration)
        if isLeft(change) { leave(missing: change) } else { changes[declaration.address] = change }
    }

    /// A resource that needs no change may still be on its way, or have failed.
    private mutating func note(_ observed: ObservedResource, of declaration: Declaration) {
        switch observed.status {
        case .active: break
        case .pending:
            settling[declaration.address] = Made(observed.identifier, outputs: observed.outputs)
        case .failed(let why):
            diagnostics.append(
                Diagnostic(.warning, "\(observed.identifier): \(why)", address: declaration.address))
        }
    }

    func reason(_ declaration: Declaration, _ fields: [FieldChange]) -> ChangeReason {
        let isCarried = fields.allSatisfy { field in
            field.after?.addresses.contains(where: known.unstable.contains) ?? false
        }
        if isAsRecorded(declaration) { return isCarried ? .dependency : .drift }
        return isCarried && basis.recorded[declaration.address] == nil ? .dependency : .manifest
    }

    /// Whether the manifests say the same as at the last apply.
    private func isAsRecorded(_ declaration: Declaration) -> Bool {
        guard let hash = declared[declaration.address]?.declaredHash else { return false }
        return basis.recorded[declaration.address]?.declaredHash == hash
    }

    private func wantedTags(_ declaration: Declaration, _ observed: ObservedResource?) -> [String: String] {
        guard kinds[declaration.type]?.traits.carriesTags == true else { return [:] }
        return declaration.allTags(installation: basis.installation, observed: observed?.tags ?? [:])
    }

    private func comparison(_ kind: KindDescription) -> Comparison {
        Comparison(rows: kind.fields, lookup: lookup)
    }
}
