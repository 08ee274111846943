import Model

extension SecurityRule {
    public init?(fieldValue: Value?) {
        guard case .map(let entries)? = fieldValue, let name = String(fieldValue: entries["protocol"]),
            let fromPort = Int?(fieldValue: entries["fromPort"]), let toPort = Int?(fieldValue: entries["toPort"]),
            let description = String?(fieldValue: entries["description"]), let source = Self.source(entries)
        else { return nil }
        self.init(protocol: name, fromPort: fromPort, toPort: toPort, source: source, description: description)
    }

    /// Exactly one of them tells where it comes from.
    private static func source(_ entries: [String: Value]) -> Source? {
        let sources: [Source?] = [
            String(fieldValue: entries["cidr"]).map(Source.cidr),
            String(fieldValue: entries["cidrV6"]).map(Source.cidrV6),
            Reference(fieldValue: entries["group"]).map(Source.group),
            String(fieldValue: entries["prefixList"]).map(Source.prefixList),
        ]
        let given = sources.compactMap(\.self)
        return given.count == 1 ? given[0] : nil
    }
}
