import AWSClient

extension KindCatalog {
    /// What brings a project's code to an image and its tag to git, one line each.
    static let delivery: [any AWSResourceKind] = [
        Bucket(),
        BuildProject(),
        DeliveryPipeline(),
    ]

    /// Every request that they send.
    static let deliveryRequests: [any AWSRequest.Type] =
        Bucket.requests + BuildProject.requests + DeliveryPipeline.requests
}
