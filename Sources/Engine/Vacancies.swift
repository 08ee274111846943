import Model

/// Names and numbers that changes of a plan set free, for those that want them.
struct Vacancies {
    private var names: [String: [ResourceAddress]] = [:]
    private var numbers: [String: [ResourceAddress]] = [:]
    private let rows: [ResourceType: [FieldRow]]

    init(_ changes: [ResourceAddress: Change], _ kinds: [ResourceType: KindDescription]) {
        rows = kinds.mapValues { $0.fields.filter { $0.numberedWithin != nil } }.filter { !$0.value.isEmpty }
        for change in changes.values {
            guard let observed = change.observed else { continue }
            if change.action == .delete, let name = observed.name {
                names["\(change.type) \(name)", default: []].append(change.address)
            }
            for row in rows[change.type] ?? [] {
                guard change.action.removes || change.fields.contains(where: { $0.name == row.name }),
                    let number = observed.values[row.name],
                    let parent = row.numberedWithin.flatMap({ observed.values[$0] })
                else { continue }
                numbers[Self.key(change.type, row, parent, number), default: []].append(change.address)
            }
        }
    }

    var isUsed: Bool { !names.isEmpty || !numbers.isEmpty }

    /// The changes that have to be done before this one can have its name and numbers.
    func obstacles(
        of change: Change, _ lookup: (ResourceAddress, Output) -> String?
    ) -> [ResourceAddress] {
        guard let declaration = change.declaration else { return [] }
        var result: [ResourceAddress] = []
        if change.action == .create, let name = declaration.name {
            result += names["\(change.type) \(name)"] ?? []
        }
        for row in rows[change.type] ?? [] {
            let chosen = change.numbers[row.name].map { Value.int(Int64($0)) }
            guard let number = declaration.values[row.name] ?? chosen,
                let parent = row.numberedWithin.flatMap({ declaration.values[$0] })?.resolved(by: lookup)
            else { continue }
            result += numbers[Self.key(change.type, row, parent, number)] ?? []
        }
        return result.filter { $0 != change.address }
    }

    private static func key(_ type: ResourceType, _ row: FieldRow, _ parent: Value, _ number: Value) -> String {
        "\(type) \(row.name) \(parent) \(number)"
    }
}
