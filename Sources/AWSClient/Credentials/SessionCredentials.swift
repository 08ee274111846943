import Foundation

/// Temporary credentials as STS answers them.
struct SessionCredentials: Codable, Sendable {
    var accessKeyId: String
    var secretAccessKey: String
    var sessionToken: String
    var expiration: Date

    var credentials: Credentials {
        Credentials(
            accessKeyID: accessKeyId,
            secretAccessKey: Secret(secretAccessKey),
            sessionToken: Secret(sessionToken),
            expiration: expiration.timeIntervalSince1970
        )
    }
}
