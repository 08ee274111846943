import Testing

@testable import AWSClient

@Suite("Assumed roles", .timeLimit(.minutes(1)))
struct AssumedRoleTests {
    @Test("a client that assumes a role acts as it, in the account that AWS names, and shares the counter")
    func assuming() async throws {
        let server = try LoopbackServer { request, _ in
            if request.form["Action"] == "AssumeRole" {
                return .http(
                    200,
                    """
                    <AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ROLE</AccessKeyId>\
                    <SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>\
                    <Expiration>2030-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>
                    """
                )
            }
            let isRole = request.headers["authorization"]?.contains("Credential=ROLE/") == true
            return .http(
                200,
                """
                <GetCallerIdentityResponse><GetCallerIdentityResult><Account>\(isRole ? "2" : "1")</Account>\
                <Arn>arn:aws-cn:sts::1:assumed-role/r/s</Arn></GetCallerIdentityResult></GetCallerIdentityResponse>
                """
            )
        }
        defer { server.stop() }
        let client = try AWSClient.loopback(server.url, clock: FakeClock().clock)
        let role = client.assuming(
            roleARN: "arn:aws:iam::2:role/r", sessionName: "plumbline", externalID: "x/7",
            tags: ["team": "platform", "Cost Code": "0042"])
        #expect(try await client.callerAccount().account == "1")
        let identity = try await role.with(region: "us-east-1").callerAccount()
        #expect(identity.account == "2")
        #expect(identity.partition == "aws-cn")
        _ = try await role.callerAccount()
        #expect(client.calls.snapshot() == ["sts:GetCallerIdentity": 3, "sts:AssumeRole": 1])
        #expect(server.requests.last?.headers["x-amz-security-token"] == "t")
        let asked = try #require(server.requests.first { $0.form["Action"] == "AssumeRole" }).form
        #expect(asked["RoleArn"] == "arn:aws:iam::2:role/r" && asked["RoleSessionName"] == "plumbline")
        #expect(asked["ExternalId"] == "x/7")
        #expect(asked["Tags.member.1.Key"] == "Cost Code" && asked["Tags.member.1.Value"] == "0042")
        #expect(asked["Tags.member.2.Key"] == "team" && asked["Tags.member.2.Value"] == "platform")
        await client.shutdown()
    }

    @Test("a role without external id and tags is asked for without either")
    func plain() async throws {
        let server = try LoopbackServer { _, _ in
            .http(403, "<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>")
        }
        defer { server.stop() }
        let client = try AWSClient.loopback(server.url, clock: FakeClock().clock)
        await #expect(throws: AWSError.self) {
            try await client.assuming(roleARN: "arn:aws:iam::2:role/r", sessionName: "plumbline").callerAccount()
        }
        let keys = try #require(server.requests.first).form.keys
        #expect(!keys.contains { $0.hasPrefix("Tags") || $0 == "ExternalId" }, "\(keys)")
        await client.shutdown()
    }
}
