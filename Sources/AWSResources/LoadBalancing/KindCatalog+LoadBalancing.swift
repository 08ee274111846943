import AWSClient

extension KindCatalog {
    /// The kinds of Elastic Load Balancing, one line each.
    static let loadBalancing: [any AWSResourceKind] = [
        LoadBalancer(),
        TargetGroup(),
        Listener(),
        ListenerRule(),
    ]

    /// Every request that they send.
    static let loadBalancingRequests: [any AWSRequest.Type] =
        LoadBalancing.requests + LoadBalancer.requests + TargetGroup.requests + Listener.requests
        + ListenerRule.requests
}
