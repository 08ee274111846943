extension FieldChange {
    /// What differs within the field, for people to read: maps entry by entry and sets member by member, so that a long
    /// value does not hide the little that changes. The whole where nothing smaller tells it, and for secrets.
    ///
    /// Names are paths: `containers.acmeApp.image`, `command[1]`, and `ingress[]` for a member that comes or goes.
    public var parts: [FieldChange] {
        guard !isSecret, let before, let after, before != after else { return [self] }
        return Self.parts(name, before, after)
    }

    private static func parts(_ name: String, _ before: Value?, _ after: Value?) -> [FieldChange] {
        switch (before, after) {
        case _ where before == after: return []
        case (.map(let old), .map(let new)):
            return Set(old.keys).union(new.keys).sorted().flatMap { parts("\(name).\($0)", old[$0], new[$0]) }
        case (.list(let old), .list(let new)) where old.count == new.count:
            return old.indices.flatMap { parts("\(name)[\($0)]", old[$0], new[$0]) }
        // Of a single member the whole says more than that one went and one came.
        case (.set(let old), .set(let new)) where max(old.count, new.count) > 1:
            return old.subtracting(new).inOrder.map { FieldChange(name: "\(name)[]", before: $0, after: nil) }
                + new.subtracting(old).inOrder.map { FieldChange(name: "\(name)[]", before: nil, after: $0) }
        default: return [FieldChange(name: name, before: before, after: after)]
        }
    }
}

extension Set<Value> {
    fileprivate var inOrder: [Value] { sorted { $0.description < $1.description } }
}
