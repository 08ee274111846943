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

    var outputs: [Output: String] { [.id: identifier, .dnsName: "dns-\(identifier)"] }

    var address: ResourceAddress? { tags[OwnershipTag.address].map { ResourceAddress($0) } }

    var observed: ObservedResource {
        ObservedResource(
            type: type, identifier: identifier, name: name, values: values, outputs: outputs, tags: tags,
            status: looksLeft > 0 ? .pending("\(looksLeft) looks left") : .active, typed: ())
    }

    /// The identifiers of other things that its fields hold.
    var heldIdentifiers: Set<String> {
        var result: Set<String> = []
        for value in values.values {
            value.forEachText { if $0.hasPrefix("id-") { result.insert($0) } }
        }
        return result
    }
}
