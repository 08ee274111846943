import AWSClient

extension KindCatalog {
    /// What runs on EC2 itself, one line each.
    static let compute: [any AWSResourceKind] = [
        Instance()
    ]

    /// Every request that they send.
    static let computeRequests: [any AWSRequest.Type] = Instance.requests
}
