import Model

/// Gives numbers to resources whose manifests leave them out, such as the priority of a listener rule.
///
/// The lowest from 1 that nothing else within the same parent has, be it ours or not, and be it about to go. A resource
/// that is there keeps its number: in place because a field that the manifest leaves out is not compared, and when it is
/// made anew because it is the first to choose.
struct Numbering {
    private var rows: [ResourceType: [FieldRow]] = [:]
    /// Taken numbers by kind, field and parent.
    private var taken: [String: Set<Int>] = [:]
    /// What resources that are there have, unless a declared sibling asks for it, with the parent that they have it in.
    private var kept: [ResourceAddress: [String: (number: Int, parent: Value)]] = [:]

    init() {}

    init(
        _ declarations: [Declaration], _ state: ObservedState, _ kinds: [ResourceType: KindDescription],
        owned: AddressTable<ObservedResource>
    ) {
        rows = kinds.mapValues { $0.fields.filter { $0.numberedWithin != nil } }.filter { !$0.value.isEmpty }
        for type in rows.keys {
            for resource in state.resources[type] ?? [] { take(type, resource.values) }
        }
        let numbered = declarations.filter { rows[$0.type] != nil }
        for declaration in numbered { take(declaration.type, declaration.values) }
        for declaration in numbered.sorted(by: { $0.address < $1.address }) {
            if let observed = owned[declaration.address] { keep(declaration, observed) }
        }
    }

    /// Numbers for the fields that the declaration leaves out.
    mutating func assign(
        _ declaration: Declaration, _ lookup: (ResourceAddress, Output) -> String?
    ) -> [String: Int] {
        var result: [String: Int] = [:]
        for row in rows[declaration.type] ?? [] where declaration.values[row.name] == nil {
            guard let parent = row.numberedWithin.flatMap({ declaration.values[$0] }) else { continue }
            // Declared siblings name the parent by its address, observed ones by its identifier.
            let resolved = parent.resolved(by: lookup)
            let keys = Set([parent, resolved].map { key(declaration.type, row, $0) })
            if let own = kept[declaration.address]?[row.name],
                own.parent == resolved || parent == resolved
                    || taken[key(declaration.type, row, resolved)]?.contains(own.number) != true
            {
                result[row.name] = own.number
                continue
            }
            var number = 1
            while keys.contains(where: { taken[$0]?.contains(number) == true }) { number += 1 }
            for key in keys { taken[key, default: []].insert(number) }
            result[row.name] = number
        }
        return result
    }

    private mutating func take(_ type: ResourceType, _ values: [String: Value]) {
        for row in rows[type] ?? [] {
            guard case .int(let number)? = values[row.name], let parent = row.numberedWithin.flatMap({ values[$0] })
            else { continue }
            taken[key(type, row, parent), default: []].insert(Int(number))
        }
    }

    private mutating func keep(_ declaration: Declaration, _ observed: ObservedResource) {
        for row in rows[declaration.type] ?? [] where declaration.values[row.name] == nil {
            guard let field = row.numberedWithin, let parent = declaration.values[field],
                let place = observed.values[field], case .int(let number)? = observed.values[row.name]
            else { continue }
            let key = key(declaration.type, row, parent)
            // A parent that is declared as a text is the observed one itself, where the number is its own.
            guard parent == place || taken[key, default: []].insert(Int(number)).inserted else { continue }
            kept[declaration.address, default: [:]][row.name] = (Int(number), place)
        }
    }

    private func key(_ type: ResourceType, _ row: FieldRow, _ parent: Value) -> String {
        "\(type) \(row.name) \(parent)"
    }
}
