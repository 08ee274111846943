import Model

/// One thing in the account in memory.
struct MemoryResource: Hashable, Sendable {
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
        guard tags[OwnershipTag.installation] == MemoryProvider.installation else { return nil }
        return tags[OwnershipTag.address].map { ResourceAddress($0) }
    }

    var observed: ObservedResource {
        ObservedResource(
            type: type, identifier: identifier, name: name, values: values, outputs: outputs, tags: tags,
            status: looksLeft > 0 ? .pending("\(looksLeft) looks left") : .active, typed: ())
    }

    /// The identifiers of other things that its fields hold.
    var heldIdentifiers: Set<String> { Self.identifiers(in: values.values) }

    static func identifiers(in values: some Sequence<Value>) -> Set<String> {
        var result: Set<String> = []
        for value in values {
            value.forEachText { text in if let identifier = identifier(in: text) { result.insert(identifier) } }
        }
        return result
    }

    /// The identifier that a text is, or whose ARN it is; any other text only mentions it.
    private static func identifier(in text: String) -> String? {
        let own = text.hasPrefix("arn:id-") ? text.dropFirst(4) : text[...]
        let parts = own.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "id", Int(parts[2]) != nil else { return nil }
        return String(own)
    }
}
