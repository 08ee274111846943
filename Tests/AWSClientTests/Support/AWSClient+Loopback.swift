@testable import AWSClient

extension AWSClient {
    /// A client with keys that talks to a loopback server and reads no file of this machine.
    static func loopback(
        _ url: String,
        clock: ClientClock,
        environment more: [String: String] = [:],
        requestTimeout: Duration = .seconds(20)
    ) throws -> AWSClient {
        let environment = [
            "AWS_ACCESS_KEY_ID": "AKID", "AWS_SECRET_ACCESS_KEY": "hush", "AWS_REGION": "eu-west-1",
            "AWS_ENDPOINT_URL": url, "AWS_CONFIG_FILE": "/nonexistent", "AWS_SHARED_CREDENTIALS_FILE": "/nonexistent",
            "AWS_EC2_METADATA_DISABLED": "true",
        ].merging(more) { $1 }
        var configuration = try AWSConfiguration.standard(environment: environment)
        configuration.requestTimeout = requestTimeout
        return try AWSClient(configuration: configuration, clock: clock)
    }
}
