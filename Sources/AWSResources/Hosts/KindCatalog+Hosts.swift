import AWSClient

extension KindCatalog {
    /// The kinds that make EC2 hosts for containers, one line each.
    static let hosts: [any AWSResourceKind] = [
        InstanceProfile(),
        KeyPair(),
        LaunchTemplate(),
        AutoScalingGroup(),
        CapacityProvider(),
        UserGroup(),
    ]

    /// Every request that they send.
    static let hostRequests: [any AWSRequest.Type] =
        InstanceProfile.requests + KeyPair.requests + LaunchTemplate.requests + AutoScalingGroup.requests
        + CapacityProvider.requests + UserGroup.requests
}
