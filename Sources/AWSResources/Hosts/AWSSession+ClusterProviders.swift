import AWSClient
import Model

extension AWSSession {
    /// Changes the capacity providers of a cluster, and keeps of its default strategy what still can be.
    ///
    /// Nothing is sent when they are so already. While ECS is at an earlier change of the cluster it is tried again, for
    /// two minutes at most.
    func changeProviders(of cluster: String, _ change: (Set<String>) -> Set<String>) async throws {
        let pauses: [Duration] =
            [.seconds(1), .seconds(2), .seconds(4), .seconds(8)]
            + Array(repeating: .seconds(15), count: 7)
        try await repeating(after: pauses, while: { $0.code == "UpdateInProgressException" }) {
            try await putProviders(of: cluster, change)
        }
    }

    private func putProviders(of name: String, _ change: (Set<String>) -> Set<String>) async throws {
        guard let cluster = try await describe(clusters: [name], including: []).first(where: \.isThere) else { return }
        let held = Set(cluster.capacityProviders ?? [])
        let wanted = change(held)
        guard wanted != held else { return }
        _ = try await client.send(
            PutClusterCapacityProviders(
                cluster: name,
                capacityProviders: wanted.sorted(),
                defaultCapacityProviderStrategy: (cluster.defaultCapacityProviderStrategy ?? []).filter {
                    wanted.contains($0.capacityProvider ?? "")
                }
            )
        )
    }
}
