import AWSClient

extension KindCatalog {
    /// The kinds of Application Auto Scaling, one line each.
    static let scaling: [any AWSResourceKind] = [
        ScalableTarget()
    ]

    /// Every request that they send.
    static let scalingRequests: [any AWSRequest.Type] = ScalableTarget.requests
}
