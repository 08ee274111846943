import Model

/// A tag in the spelling of most services (`Key`, `Value`); the wire ignores case.
struct Tag: Codable, Sendable, Hashable {
    var key: String?
    var value: String?
}

extension Dictionary where Key == String, Value == String {
    /// As a list, sorted by key, so that equal requests are equal.
    var tagList: [Tag] { sorted { $0.key < $1.key }.map { Tag(key: $0.key, value: $0.value) } }

    init(_ tags: [Tag]?) {
        self.init((tags ?? []).compactMap { tag in tag.key.map { ($0, tag.value ?? "") } }) { _, last in last }
    }
}

extension Dictionary where Key == String, Value == String {
    /// Whether these are the tags of the resource that `tags` describes, on the same installation.
    func claimsSame(as tags: [String: String]) -> Bool {
        self[OwnershipTag.address] != nil && self[OwnershipTag.address] == tags[OwnershipTag.address]
            && self[OwnershipTag.installation] == tags[OwnershipTag.installation]
    }
}
