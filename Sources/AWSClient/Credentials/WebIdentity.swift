import Foundation

/// A role that a token in a file stands for, as Kubernetes gives it to a pod.
struct WebIdentity: Sendable, Equatable {
    let tokenFile: String
    let roleARN: String
    let sessionName: String

    /// New credentials of the role. The file is read each time, since its token changes.
    func credentials(using client: AWSClient) async throws(AWSError) -> Credentials {
        guard let data = FileManager.default.contents(atPath: tokenFile),
            let token = String(validating: data, as: UTF8.self)?.trimmingCharacters(in: .whitespacesAndNewlines),
            !token.isEmpty
        else {
            throw AWSError(
                code: AWSError.Codes.noCredentials,
                action: AssumeRoleWithWebIdentity.action,
                message: "the web identity token file \(tokenFile) cannot be read or is empty"
            )
        }
        let request = AssumeRoleWithWebIdentity(
            roleArn: roleARN,
            roleSessionName: sessionName,
            webIdentityToken: token
        )
        var call = try WireCall(request)
        call.isSigned = false
        let answer = try await client.perform(call)
        let response = try answer.decoded(as: AssumeRoleWithWebIdentity.Response.self, of: call.action)
        return response.credentials.credentials
    }
}

/// Exchanges a token of an identity provider for a session of a role.
struct AssumeRoleWithWebIdentity: AWSRequest {
    static let action: AWSAction = "sts:AssumeRoleWithWebIdentity"
    var roleArn: String
    var roleSessionName: String
    var webIdentityToken: String

    struct Response: Codable, Sendable {
        var credentials: SessionCredentials
    }
}
