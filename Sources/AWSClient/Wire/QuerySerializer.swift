/// Writes requests of the query protocol and of its EC2 variant: a form of flat, dotted names.
struct QuerySerializer {
    private let table: ServiceTable
    private var pairs: [(name: String, value: String)] = []

    private init(table: ServiceTable) {
        self.table = table
    }

    private var isEC2: Bool { table.wireProtocol == .ec2 }

    static func serialize(
        _ value: WireValue,
        _ operation: ServiceTable.Operation,
        _ table: ServiceTable
    ) throws(WireProblem) -> WireRequest {
        var serializer = QuerySerializer(table: table)
        serializer.pairs = [("Action", operation.name), ("Version", table.apiVersion)]
        try serializer.writeStructure(value, table.members(of: operation.input), prefix: "")
        let form = serializer.pairs.map { pair in
            "\(PercentEncoding.encode(pair.name))=\(PercentEncoding.encode(pair.value))"
        }
        return WireRequest(
            headers: [("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")],
            body: Array(form.joined(separator: "&").utf8)
        )
    }

    private mutating func write(_ value: WireValue, _ reference: ShapeReference, prefix: String) throws(WireProblem) {
        switch table.shape(of: reference) {
        case .structure(let members)?: try writeStructure(value, members, prefix: prefix)
        case .list(let item, let flattened)?:
            let isFlat = flattened || reference.isFlattened || isEC2
            try writeList(value, item, isFlat: isFlat, prefix: prefix)
        case .map(let key, let item, let flattened)?:
            try writeMap(value, key, item, isFlat: flattened || reference.isFlattened, prefix: prefix)
        case nil: pairs.append((prefix, try value.text(reference, .iso8601, at: prefix)))
        }
    }

    private mutating func writeStructure(
        _ value: WireValue,
        _ members: [Shape.Member],
        prefix: String
    ) throws(WireProblem) {
        guard case .record(let fields) = value else { throw WireProblem(description: "\(prefix) must be a structure") }
        for field in fields where field.value != .null {
            let lowercased = field.name.lowercased()
            guard let member = members.first(where: { $0.lowercasedName == lowercased }) else {
                throw WireProblem(description: "\(prefix.isEmpty ? "the request" : prefix) has no member \(field.name)")
            }
            let name = wireName(member)
            try write(field.value, member.reference, prefix: prefix.isEmpty ? name : "\(prefix).\(name)")
        }
    }

    private func wireName(_ member: Shape.Member) -> String {
        let reference = member.reference
        guard isEC2 else { return reference.locationName ?? member.name }
        if let queryName = reference.queryName { return queryName }
        let name = reference.locationName ?? member.name
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    private mutating func writeList(
        _ value: WireValue,
        _ item: ShapeReference,
        isFlat: Bool,
        prefix: String
    ) throws(WireProblem) {
        guard case .list(let items) = value else { throw WireProblem(description: "\(prefix) must be a list") }
        // The query protocol says that a list is empty; EC2 has no form for that.
        if items.isEmpty, !isEC2 { pairs.append((prefix, "")) }
        let start = isFlat ? prefix : "\(prefix).\(item.locationName ?? "member")"
        for (index, element) in items.enumerated() {
            try write(element, item, prefix: "\(start).\(index + 1)")
        }
    }

    private mutating func writeMap(
        _ value: WireValue,
        _ key: ShapeReference,
        _ item: ShapeReference,
        isFlat: Bool,
        prefix: String
    ) throws(WireProblem) {
        guard case .record(let fields) = value else { throw WireProblem(description: "\(prefix) must be a map") }
        for (index, field) in fields.enumerated() {
            let entry = isFlat ? "\(prefix).\(index + 1)" : "\(prefix).entry.\(index + 1)"
            pairs.append(("\(entry).\(key.locationName ?? "key")", field.name))
            try write(field.value, item, prefix: "\(entry).\(item.locationName ?? "value")")
        }
    }
}
