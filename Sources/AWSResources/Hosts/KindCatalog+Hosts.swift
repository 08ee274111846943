import AWSClient

extension KindCatalog {
    /// The machines of EC2: hosts for containers and jump boxes, one line each.
    static let hosts: [any AWSResourceKind] = [
        InstanceProfile(),
        KeyPair(),
        LaunchTemplate(),
        AutoScalingGroup(),
        CapacityProvider(),
        UserGroup(),
        Instance(),
    ]

    /// Every request that they send.
    static let hostRequests: [any AWSRequest.Type] =
        InstanceProfile.requests + KeyPair.requests + LaunchTemplate.requests + AutoScalingGroup.requests
        + CapacityProvider.requests + UserGroup.requests + Instance.requests
}
