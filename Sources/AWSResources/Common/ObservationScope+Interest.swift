import Model

extension ObservationScope {
    /// Whether a resource is ours or stands where a declaration wants to be: only for those are details read.
    func isInterested(in name: String?, _ tags: [String: String]) -> Bool {
        tags[OwnershipTag.installation] == installation || name.map(declaredNames.contains) ?? false
    }

    /// The identifiers that the last apply recorded for a kind.
    func recorded(_ type: ResourceType) -> Set<String> { Set(recordedIdentifiers[type] ?? []) }
}
