extension AWSClient {
    /// Who this client acts as, from `sts:GetCallerIdentity`, which every identity may call.
    /// - Returns: the account's twelve digits, the identity's ARN and the partition of that ARN, such as `aws`.
    public func callerAccount() async throws(AWSError) -> (account: String, arn: String, partition: String) {
        let identity = try await send(GetCallerIdentity())
        let parts = identity.arn.split(separator: ":", omittingEmptySubsequences: false)
        let partition = parts.count > 1 ? String(parts[1]) : Partition.containing(region: region).id
        return (identity.account, identity.arn, partition)
    }
}

/// Asks AWS who signs the request.
struct GetCallerIdentity: AWSRequest {
    static let action: AWSAction = "sts:GetCallerIdentity"

    struct Response: Codable, Sendable {
        var account: String
        var arn: String
    }
}
