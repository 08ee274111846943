import AWSClient

extension KindCatalog {
    /// Roles, secrets and parameters, one line each.
    static let access: [any AWSResourceKind] = [
        Role(),
        Secret(),
        Parameter(),
        ExistingSecret(),
        ExistingParameter(),
    ]

    /// Every request that they send.
    static let accessRequests: [any AWSRequest.Type] =
        Role.requests + Secret.requests + Parameter.requests + ExistingSecret.requests + ExistingParameter.requests
}
