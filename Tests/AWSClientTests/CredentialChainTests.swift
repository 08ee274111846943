import Foundation
import Testing

@testable import AWSClient

@Suite("The credential chain", .timeLimit(.minutes(1)))
struct CredentialChainTests {
    private static func session(_ operation: String, _ key: String) -> String {
        """
        <\(operation)Response><\(operation)Result><Credentials><AccessKeyId>\(key)</AccessKeyId>\
        <SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2030-01-01T00:00:00Z</Expiration>\
        </Credentials></\(operation)Result></\(operation)Response>
        """
    }

    private static let metadata =
        #"{"AccessKeyId":"META","SecretAccessKey":"s","Token":"t","Expiration":"2030-01-01T00:00:00Z"}"#

    /// What the chain finds in an environment without the files of this machine.
    private func load(_ environment: [String: String], profile: String? = nil) async throws -> Credentials {
        let base = [
            "AWS_CONFIG_FILE": "/nonexistent", "AWS_SHARED_CREDENTIALS_FILE": "/nonexistent", "AWS_REGION": "eu-west-1",
            "AWS_EC2_METADATA_DISABLED": "true",
        ]
        let configuration = try AWSConfiguration.standard(
            environment: base.merging(environment) { $1 },
            profile: profile
        )
        let runtime = try AWSRuntime(configuration: configuration, clock: FakeClock().clock)
        defer { withExtendedLifetime(runtime) {} }
        return try await CredentialChain(configuration: configuration, region: "eu-west-1", runtime: runtime).load()
    }

    @Test("keys in the environment come first")
    func environment() async throws {
        let keys = ["AWS_ACCESS_KEY_ID": "ENV", "AWS_SECRET_ACCESS_KEY": "s", "AWS_SESSION_TOKEN": "t"]
        let credentials = try await load(keys)
        #expect(credentials.accessKeyID == "ENV")
        #expect(credentials.sessionToken?.revealed == "t")
        await #expect(throws: AWSError.self) { try await load(["AWS_ACCESS_KEY_ID": "ENV"]) }
    }

    @Test(
        "a profile's keys are read from either file, the credentials file first; a named profile goes before the environment"
    )
    func profiles() async throws {
        let folder = try TemporaryFolder()
        let files = [
            "AWS_CONFIG_FILE": try folder.write(
                "config",
                "[default]\naws_access_key_id = CONF\naws_secret_access_key = s\n[profile dev]\nregion=us-east-2\n"
            ),
            "AWS_SHARED_CREDENTIALS_FILE": try folder.write(
                "credentials",
                "# comment\n[default]\naws_access_key_id=CRED\naws_secret_access_key=s\n"
                    + "[dev]\naws_access_key_id=DEV\naws_secret_access_key=s\n"
            ),
        ]
        #expect(try await load(files).accessKeyID == "CRED")
        #expect(try await load(files.merging(["AWS_PROFILE": "dev"]) { $1 }).accessKeyID == "DEV")
        let both = files.merging(["AWS_ACCESS_KEY_ID": "ENV", "AWS_SECRET_ACCESS_KEY": "s"]) { $1 }
        #expect(try await load(both, profile: "dev").accessKeyID == "DEV")
        #expect(try AWSConfiguration.standard(environment: files, profile: "dev").region == "us-east-2")
        let error = await #expect(throws: AWSError.self) { try await load(files, profile: "nonesuch") }
        #expect(error?.code == "InvalidConfiguration" && error?.message.contains("nonesuch") == true)
    }

    @Test("a profile assumes its role with its source profile's keys and the external id, also through two roles")
    func roles() async throws {
        let server = try LoopbackServer { request, _ in
            .http(
                200,
                Self.session("AssumeRole", request.form["RoleArn"]?.hasSuffix("outer") == true ? "OUTER" : "INNER")
            )
        }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        let config = try folder.write(
            "config",
            """
            [profile outer]
            role_arn = arn:aws:iam::1:role/outer
            source_profile = inner
            external_id = shared
            role_session_name = me
            [profile inner]
            role_arn = arn:aws:iam::1:role/inner
            source_profile = keys
            [profile keys]
            aws_access_key_id = KEYS
            aws_secret_access_key = s
            [profile circle]
            role_arn = arn:aws:iam::1:role/a
            source_profile = back
            [profile back]
            role_arn = arn:aws:iam::1:role/b
            source_profile = circle
            """
        )
        let environment = ["AWS_CONFIG_FILE": config, "AWS_ENDPOINT_URL_STS": server.url]
        let credentials = try await load(environment.merging(["AWS_PROFILE": "outer"]) { $1 })
        #expect(credentials.accessKeyID == "OUTER")
        #expect(credentials.expiration == 1_893_456_000)
        #expect(server.requests.map { $0.form["RoleArn"]?.suffix(5) } == ["inner", "outer"])
        #expect(server.requests[0].headers["authorization"]?.contains("Credential=KEYS/") == true)
        #expect(server.requests[1].headers["authorization"]?.contains("Credential=INNER/") == true)
        #expect(server.requests[1].form["ExternalId"] == "shared")
        #expect(server.requests[1].form["RoleSessionName"] == "me")
        let error = await #expect(throws: AWSError.self) { try await load(environment, profile: "circle") }
        #expect(error?.message.contains("circle") == true)
    }

    @Test("a web identity token is exchanged without a signature")
    func webIdentity() async throws {
        let server = try LoopbackServer { _, _ in .http(200, Self.session("AssumeRoleWithWebIdentity", "WEB")) }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        let credentials = try await load([
            "AWS_WEB_IDENTITY_TOKEN_FILE": try folder.write("token", "jwt\n"),
            "AWS_ROLE_ARN": "arn:aws:iam::1:role/web", "AWS_ENDPOINT_URL": server.url,
        ])
        #expect(credentials.accessKeyID == "WEB")
        #expect(server.requests.first?.form["WebIdentityToken"] == "jwt")
        #expect(server.requests.first?.headers["authorization"] == nil)
    }

    @Test("a container's endpoint is asked with the token from its file")
    func container() async throws {
        let server = try LoopbackServer { _, _ in .http(200, Self.metadata) }
        defer { server.stop() }
        let folder = try TemporaryFolder()
        let credentials = try await load([
            "AWS_CONTAINER_CREDENTIALS_FULL_URI": server.url + "/creds",
            "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": try folder.write("token", "let-me-in\n"),
        ])
        #expect(credentials.accessKeyID == "META")
        #expect(server.requests.first?.path == "/creds")
        #expect(server.requests.first?.headers["authorization"] == "let-me-in")
    }

    @Test("a container's endpoint is never asked in the clear beyond this host")
    func containerHosts() throws {
        for url in ["http://example.com/x", "http://127.0.0.1.example.com/", "ftp://127.0.0.1/", "http://10.0.0.1/"] {
            #expect(throws: AWSError.self) {
                try ContainerCredentials(environment: ["AWS_CONTAINER_CREDENTIALS_FULL_URI": url])
            }
        }
        let relative = try ContainerCredentials(environment: ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/v2/x"])
        #expect(relative?.url == "http://169.254.170.2/v2/x")
        let pod = ["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://[fd00:ec2::23]/v1/credentials"]
        #expect(try ContainerCredentials(environment: pod) != nil)
    }

    @Test("the instance's metadata service is asked in version 2 only")
    func instance() async throws {
        let server = try LoopbackServer { request, _ in
            switch (request.method, request.path) {
            case ("PUT", "/latest/api/token"): .http(200, "token")
            case (_, _) where request.headers["x-aws-ec2-metadata-token"] != "token": .http(401, "")
            case (_, "/latest/meta-data/iam/security-credentials/"): .http(200, "my-role")
            case (_, "/latest/meta-data/iam/security-credentials/my-role"): .http(200, Self.metadata)
            default: .http(404, "")
            }
        }
        defer { server.stop() }
        let environment = ["AWS_EC2_METADATA_SERVICE_ENDPOINT": server.url, "AWS_EC2_METADATA_DISABLED": "false"]
        #expect(try await load(environment).accessKeyID == "META")

        let old = try LoopbackServer { request, _ in
            request.method == "PUT" ? .http(404, "") : .http(200, Self.metadata)
        }
        defer { old.stop() }
        let oldEnvironment = ["AWS_EC2_METADATA_SERVICE_ENDPOINT": old.url, "AWS_EC2_METADATA_DISABLED": "false"]
        await #expect(throws: AWSError.self) { try await load(oldEnvironment) }
        #expect(old.requests.allSatisfy { $0.method == "PUT" })
    }

    @Test("with no source at all the error says what to set")
    func nothing() async {
        let error = await #expect(throws: AWSError.self) { try await load([:]) }
        #expect(error?.code == "NoCredentials")
        #expect(error?.message.contains("AWS_ACCESS_KEY_ID") == true)
    }

    @Test("without a region the error says what to set")
    func noRegion() {
        let files = ["AWS_CONFIG_FILE": "/nonexistent", "AWS_SHARED_CREDENTIALS_FILE": "/nonexistent"]
        let error = #expect(throws: AWSError.self) { try AWSClient.standard(environment: files) }
        #expect(error?.code == "NoRegion")
    }
}
