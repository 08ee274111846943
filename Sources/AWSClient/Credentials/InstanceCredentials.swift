/// The credentials of an EC2 instance's role, from its metadata service in version 2; version 1 is never asked.
struct InstanceCredentials: Sendable, Equatable {
    let endpoint: String
    /// For each of the three requests.
    var timeout: Duration = .seconds(1)

    /// Nil when the environment forbids it.
    init?(environment: [String: String]) {
        if environment["AWS_EC2_METADATA_DISABLED"]?.lowercased() == "true" { return nil }
        let usesIPv6 = environment["AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE"]?.lowercased() == "ipv6"
        let standard = usesIPv6 ? "http://[fd00:ec2::254]" : "http://169.254.169.254"
        let url = environment["AWS_EC2_METADATA_SERVICE_ENDPOINT"] ?? standard
        endpoint = url.hasSuffix("/") ? String(url.dropLast()) : url
    }

    /// Nil when there is no metadata service, or no role in it.
    func credentials(_ transport: HTTPTransport) async throws(AWSError) -> Credentials? {
        guard let token = await text(transport, "PUT", "api/token", ("X-aws-ec2-metadata-token-ttl-seconds", "21600"))
        else {
            return nil
        }
        let folder = "meta-data/iam/security-credentials/"
        let header = ("X-aws-ec2-metadata-token", token)
        guard let role = await text(transport, "GET", folder, header)?.split(whereSeparator: \.isNewline).first else {
            return nil
        }
        guard let body = await text(transport, "GET", folder + role, header),
            let credentials = MetadataCredentials.parse(Array(body.utf8))
        else {
            throw AWSError(
                code: AWSError.Codes.noCredentials,
                action: "sts:GetCallerIdentity",
                message:
                    "the instance metadata service at \(endpoint) names the role \(role) but gives no credentials for it"
            )
        }
        return credentials
    }

    private func text(
        _ transport: HTTPTransport,
        _ method: String,
        _ path: String,
        _ header: (String, String)
    ) async -> String? {
        let response = try? await transport.send(
            method: method,
            url: "\(endpoint)/latest/\(path)",
            headers: [header],
            body: [],
            deadline: timeout
        )
        guard let response, response.status == 200 else { return nil }
        return String(validating: response.body, as: UTF8.self)
    }
}
