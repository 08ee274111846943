import Model

/// Compares one declaration with what is observed, field by field.
struct Comparison {
    let rows: [FieldRow]
    let lookup: (ResourceAddress, Output) -> String?

    /// The fields that differ, in the order of the rows; fields that the declaration leaves out are not managed.
    func differences(_ desired: [String: Value], _ observed: [String: Value]?) -> [(row: FieldRow, change: FieldChange)]
    {
        var found: [(row: FieldRow, change: FieldChange)] = []
        for row in rows {
            if observed != nil, row.effect == .initial { continue }
            guard let wanted = desired[row.name]?.resolved(by: lookup) else { continue }
            let held = observed?[row.name]
            if wanted == held { continue }
            if row.comparison == .declaredKeys, observed != nil, case .map(let wanted) = wanted {
                found += keys(wanted, held, row)
            } else {
                let change = FieldChange(name: row.name, before: held, after: wanted, isSecret: row.isSecret)
                found.append((row, change))
            }
        }
        return found
    }

    private func keys(
        _ wanted: [String: Value], _ held: Value?, _ row: FieldRow
    ) -> [(row: FieldRow, change: FieldChange)] {
        var present: [String: Value] = [:]
        if case .map(let entries)? = held { present = entries }
        return wanted.keys.sorted().compactMap { key in
            guard wanted[key] != present[key] else { return nil }
            let change = FieldChange(
                name: "\(row.name).\(key)", before: present[key], after: wanted[key], isSecret: row.isSecret)
            return (row, change)
        }
    }

    /// The tags that differ; tags that nobody declares are left alone.
    static func tags(_ desired: [String: String], _ observed: [String: String]) -> [FieldChange] {
        desired.keys.filter { desired[$0] != observed[$0] }.sorted().map { key in
            FieldChange(
                name: "tags.\(key)", before: observed[key].map(Value.string), after: desired[key].map(Value.string))
        }
    }
}
