import AWSClient

extension KindCatalog {
    /// The network's kinds, one line each.
    static let network: [any AWSResourceKind] = [
        VPC(),
        Subnet(),
        InternetGateway(),
        ElasticIP(),
        NatGateway(),
        RouteTable(),
        SecurityGroup(),
        SecurityGroupIngress(),
        DBSubnetGroup(),
        CacheSubnetGroup(),
    ]

    /// Every call that these kinds make.
    static let networkRequests: [any AWSRequest.Type] =
        [CreateTags.self, GetResources.self] + VPC.requests + Subnet.requests + InternetGateway.requests
        + ElasticIP.requests
        + NatGateway.requests + RouteTable.requests + SecurityGroup.requests + SecurityGroupIngress.requests
        + DBSubnetGroup.requests + CacheSubnetGroup.requests
}
