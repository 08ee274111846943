import Testing

@testable import AWSClient

@Suite("Calls of S3")
struct S3CallTests {
    private struct GetTagging: AWSRequest {
        static let action: AWSAction = "s3:GetBucketTagging"
        var bucket: String

        struct Tag: Codable, Sendable {
            var key: String
            var value: String
        }
        struct Response: Codable, Sendable { var tagSet: [Tag] }
    }

    private struct ListBuckets: AWSRequest {
        static let action: AWSAction = "s3:ListBuckets"

        struct Bucket: Codable, Sendable { var name: String }
        struct Response: Codable, Sendable { var buckets: [Bucket]? }
    }

    private struct PutTagging: AWSRequest {
        static let action: AWSAction = "s3:PutBucketTagging"
        var bucket: String
        var tagging: Tagging

        struct Tagging: Codable, Sendable { var tagSet: [GetTagging.Tag] }
        typealias Response = EmptyResponse
    }

    private struct DeleteBucket: AWSRequest {
        static let action: AWSAction = "s3:DeleteBucket"
        var bucket: String
        typealias Response = EmptyResponse
    }

    private struct GetPolicy: AWSRequest {
        static let action: AWSAction = "s3:GetBucketPolicy"
        var bucket: String

        struct Response: Codable, Sendable { var policy: String? }
    }

    private static let tags = "<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>"

    @Test("have their method, path and query, a signed hash, and a checksum where S3 asks for one")
    func form() async throws {
        let server = try LoopbackServer { _, _ in .http(200, "") }
        defer { server.stop() }
        let client = try AWSClient.loopback(server.url, clock: FakeClock().clock)
        _ = try await client.send(PutTagging(bucket: "x-dev", tagging: .init(tagSet: [.init(key: "k", value: "<&>")])))
        let request = try #require(server.requests.first)
        #expect(request.method == "PUT" && request.path == "/x-dev?tagging")
        #expect(
            request.body == "<Tagging xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><TagSet><Tag><Key>k</Key>"
                + "<Value>&lt;&amp;&gt;</Value></Tag></TagSet></Tagging>")
        #expect(request.headers["x-amz-content-sha256"]?.count == 64)
        #expect(request.headers["x-amz-sdk-checksum-algorithm"] == "SHA256")
        #expect(request.headers["x-amz-checksum-sha256"]?.count == 44)
        let signed = request.headers["authorization"] ?? ""
        #expect(signed.contains("x-amz-content-sha256") && signed.contains("/eu-west-1/s3/aws4_request"))
    }

    @Test("go once more to the region in which the bucket is")
    func redirect() async throws {
        let server = try LoopbackServer { request, _ in
            request.headers["authorization"]?.contains("/us-west-2/s3/") == true
                ? .http(200, Self.tags)
                : .http(
                    301, "<Error><Code>PermanentRedirect</Code></Error>", headers: ["x-amz-bucket-region": "us-west-2"])
        }
        defer { server.stop() }
        let client = try AWSClient.loopback(server.url, clock: FakeClock().clock)
        #expect(try await client.send(GetTagging(bucket: "x-dev")).tagSet.map(\.key) == ["a"])
        #expect(server.requests.count == 2)
    }

    @Test("give S3's own code where S3 refuses, and never take an empty or a foreign answer for an empty list")
    func refusals() async throws {
        let bodies = [
            "", "<html><body>Sign in</body></html>", "<Error><Code>InternalError</Code><Message>oops</Message></Error>",
        ]
        for body in bodies {
            let server = try LoopbackServer { _, _ in .http(200, body) }
            defer { server.stop() }
            let client = try AWSClient.loopback(server.url, clock: FakeClock().clock)
            let error = await #expect(throws: AWSError.self, "\(body)") { try await client.send(ListBuckets()) }
            #expect(error?.code == AWSError.Codes.unparsableResponse)
        }
        // Where S3 says nothing, or a text, such a page is no success and no text.
        for body in ["<html><body>Sign in</body></html>", "\n<!DOCTYPE html><html></html>"] {
            let server = try LoopbackServer { _, _ in .http(200, body) }
            defer { server.stop() }
            let client = try AWSClient.loopback(server.url, clock: FakeClock().clock)
            var errors = [await #expect(throws: AWSError.self) { try await client.send(DeleteBucket(bucket: "x-dev")) }]
            errors.append(await #expect(throws: AWSError.self) { try await client.send(GetPolicy(bucket: "x-dev")) })
            #expect(errors.map { $0?.code } == [AWSError.Codes.unparsableResponse, AWSError.Codes.unparsableResponse])
        }
        let server = try LoopbackServer { _, _ in
            .http(
                404, "<Error><Code>NoSuchBucket</Code><Message>none</Message><RequestId>R1</RequestId></Error>")
        }
        defer { server.stop() }
        let client = try AWSClient.loopback(server.url, clock: FakeClock().clock)
        let error = await #expect(throws: AWSError.self) { try await client.send(GetTagging(bucket: "gone")) }
        #expect(error?.code == "NoSuchBucket" && error?.requestID == "R1" && error?.httpStatus == 404)
    }

    @Test("are refused here when a bucket's name is missing: without it they would mean all buckets")
    func noBucket() async throws {
        let server = try LoopbackServer { _, _ in .http(200, Self.tags) }
        defer { server.stop() }
        let client = try AWSClient.loopback(server.url, clock: FakeClock().clock)
        let error = await #expect(throws: AWSError.self) { try await client.send(GetTagging(bucket: "")) }
        #expect(error?.code == AWSError.Codes.invalidRequest)
        #expect(server.requests.isEmpty)
    }
}
