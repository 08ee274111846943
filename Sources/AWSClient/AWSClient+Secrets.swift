extension AWSClient {
    /// The text of a secret in AWS Secrets Manager, its current version.
    ///
    /// For settings of this program only; no resource kind reads a secret.
    /// - Parameter name: the secret's name or ARN.
    /// - Returns: nil when the secret holds bytes and no text.
    public func secretText(_ name: String) async throws(AWSError) -> String? {
        try await send(GetSecretValue(secretId: name)).secretString
    }
}

/// Reads a secret's current version.
struct GetSecretValue: AWSRequest {
    static let action: AWSAction = "secretsmanager:GetSecretValue"

    var secretId: String

    struct Response: Codable, Sendable {
        var secretString: String?
    }
}
