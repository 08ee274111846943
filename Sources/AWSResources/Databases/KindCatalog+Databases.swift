import AWSClient

extension KindCatalog {
    /// The kinds that keep an application's data, one line each.
    static let databases: [any AWSResourceKind] = [
        DBCluster(),
        DBInstance(),
        ReplicationGroup(),
    ]

    /// Every call that these kinds make.
    static let databaseRequests: [any AWSRequest.Type] =
        DBCluster.requests + DBInstance.requests + ReplicationGroup.requests
}
