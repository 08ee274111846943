import Model

extension ObservationScope {
    /// Whether a resource is ours and asked about, or stands where a declaration wants to be: only for those are details
    /// read.
    func isInterested(in name: String?, _ tags: [String: String]) -> Bool {
        isAskedAbout(tags) || name.map(declaredNames.contains) ?? false
    }

    /// Whether tags say that a resource is ours and not of a scope that nobody asks about.
    func isAskedAbout(_ tags: [String: String]) -> Bool {
        tags[OwnershipTag.installation] == installation && !isAnothers(tags)
    }

    /// Whether tags say that a resource belongs to a scope that nobody asks about.
    func isAnothers(_ tags: [String: String]) -> Bool {
        guard let scopes, let address = tags[OwnershipTag.address] else { return false }
        return !scopes.contains(ResourceAddress(address).scope)
    }

    /// The identifiers that the last apply recorded for a kind.
    func recorded(_ type: ResourceType) -> Set<String> { Set(recordedIdentifiers[type] ?? []) }
}
