import Model

extension PolicyDocument {
    public init?(fieldValue: Value?) {
        guard case .map(let entries)? = fieldValue, let version = String?(fieldValue: entries["Version"]) else {
            return nil
        }
        let items: [Value]
        switch entries["Statement"] {
        case .set(let members)?: items = members.sorted { $0.description < $1.description }
        case .list(let members)?: items = members
        default: return nil
        }
        let statements = items.compactMap { PolicyStatement($0) }
        guard statements.count == items.count else { return nil }
        self.init(version: version ?? Self.currentVersion, statements: statements)
    }
}
