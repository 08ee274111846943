/// A role that another identity assumes for a session.
struct AssumedRole: Sendable, Equatable {
    let roleARN: String
    let sessionName: String
    var externalID: String?
    /// In seconds; nil takes AWS's default of an hour.
    var duration: Int?
    /// Of the session: what `aws:PrincipalTag` in policies and CloudTrail see. The role's trust policy has to allow
    /// `sts:TagSession`.
    var tags: [String: String] = [:]

    /// New credentials of the role, asked for by a client that may assume it.
    func credentials(using client: AWSClient) async throws(AWSError) -> Credentials {
        let request = AssumeRole(
            roleArn: roleARN,
            roleSessionName: sessionName,
            externalId: externalID,
            durationSeconds: duration,
            tags: tags.isEmpty
                ? nil : tags.sorted { $0.key < $1.key }.map { AssumeRole.Tag(key: $0.key, value: $0.value) }
        )
        return try await client.send(request).credentials.credentials
    }
}

/// Exchanges an identity for a session of a role.
struct AssumeRole: AWSRequest {
    static let action: AWSAction = "sts:AssumeRole"
    var roleArn: String
    var roleSessionName: String
    var externalId: String?
    var durationSeconds: Int?
    var tags: [Tag]?

    struct Tag: Codable, Sendable {
        var key: String
        var value: String
    }

    struct Response: Codable, Sendable {
        var credentials: SessionCredentials
    }
}
