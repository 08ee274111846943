import AWSClient

extension KindCatalog {
    /// The kinds that run containers, one line each.
    static let containers: [any AWSResourceKind] = [
        Cluster(),
        ECRRepository(),
        LogGroup(),
        TaskDefinition(),
        Service(),
    ]

    /// Every request that these kinds send, for the test that walks them against the service table.
    static let containerRequests: [any AWSRequest.Type] =
        Cluster.requests + ECRRepository.requests + LogGroup.requests + TaskDefinition.requests + Service.requests
        + [BatchGetImage.self]
}
