/// A role that another identity assumes for a session.
struct AssumedRole: Sendable, Equatable {
    let roleARN: String
    let sessionName: String
    var externalID: String?
    /// In seconds; nil takes AWS's default of an hour.
    var duration: Int?

    /// New credentials of the role, asked for by a client that may assume it.
    func credentials(using client: AWSClient) async throws(AWSError) -> Credentials {
        let request = AssumeRole(
            roleArn: roleARN,
            roleSessionName: sessionName,
            externalId: externalID,
            durationSeconds: duration
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

    struct Response: Codable, Sendable {
        var credentials: SessionCredentials
    }
}
