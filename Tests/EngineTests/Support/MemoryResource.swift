import Model

/// One thing in the account in memory.
struct MemoryResource: Sendable {
    var type: ResourceType
    var identifier: String
    var name: String?
    var values: [String: Value]
    var tags: [String: String]
    /// How many looks it takes until it has settled.
    var looksLeft = 0
    /// Outputs besides identifier and host name.
    var furtherOutputs: [Output: String] = [:]

    var outputs: [Output: String] {
        furtherOutputs.merging([.id: identifier, .dnsName: "dns-\(identifier)"]) { _, own in own }
    }

    /// The address that its tags give it in the tests' own installation.
    var address: ResourceAddress? {
        guard tags[OwnershipTag.installation] == World.installation else { return nil }
        return tags[OwnershipTag.address].map { ResourceAddress($0) }
    }

    var observed: ObservedResource {
        ObservedResource(
            type: type, identifier: identifier, name: name, values: values, outputs: outputs, tags: tags,
            status: looksLeft > 0 ? .pending("\(looksLeft) looks left") : .active, typed: ())
    }

    /// The identifiers of other things that its fields hold.
    var heldIdentifiers: Set<String> { Self.identifiers(in: values.values) }

    /// Of these, those that cannot be deleted as long as this one holds them.
    var pinnedIdentifiers: Set<String> {
        let rows = (Kinds.all[type]?.fields ?? []).filter { $0.pins || $0.effect == .replace }
        return Self.identifiers(in: rows.compactMap { values[$0.name] })
    }

    private static func identifiers(in values: some Sequence<Value>) -> Set<String> {
        var result: Set<String> = []
        for value in values {
            value.forEachText { if $0.hasPrefix("id-") { result.insert($0) } }
        }
        return result
    }
}
