import Foundation
import Synchronization
import Testing

@testable import AWSClient

@Suite("Calls", .timeLimit(.minutes(1)))
struct AWSClientCallTests {
    struct ListClusters: AWSRequest {
        static let action: AWSAction = "ecs:ListClusters"
        var maxResults: Int?
        struct Response: Codable, Sendable { var clusterArns: [String]? }
    }

    struct DeleteLoadBalancer: AWSRequest {
        static let action: AWSAction = "elbv2:DeleteLoadBalancer"
        var loadBalancerArn: String
        typealias Response = EmptyResponse
    }

    struct DeleteLogGroup: AWSRequest {
        static let action: AWSAction = "logs:DeleteLogGroup"
        var logGroupName: String
        typealias Response = EmptyResponse
    }

    struct DescribeVpcs: AWSRequest {
        static let action: AWSAction = "ec2:DescribeVpcs"
        var vpcIds: [String]?
        struct Response: Codable, Sendable {
            struct Vpc: Codable, Sendable { var vpcId: String }
            var vpcs: [Vpc]?
        }
    }

    struct CreateNatGateway: AWSRequest {
        static let action: AWSAction = "ec2:CreateNatGateway"
        var subnetId: String
        var clientToken: String?
        typealias Response = EmptyResponse
    }

    struct Misfit: AWSRequest {
        static let action: AWSAction = "ecs:ListClusters"
        var nonesuch = 1
        typealias Response = EmptyResponse
    }

    private static let fine = #"{"clusterArns":["a"]}"#
    private static let throttle = #"{"__type":"ThrottlingException","message":"slow down"}"#

    @Test("a request carries its signature, its target and its counted call")
    func success() async throws {
        let server = try LoopbackServer { _, _ in .http(200, Self.fine) }
        defer { server.stop() }
        let client = try AWSClient.loopback(server.url, clock: FakeClock().clock)
        #expect(try await client.send(ListClusters()).clusterArns == ["a"])
        let request = try #require(server.requests.first)
        #expect(request.headers["x-amz-target"] == "AmazonEC2ContainerServiceV20141113.ListClusters")
        #expect(
            request.headers["authorization"]?.contains("Credential=AKID/20231114/eu-west-1/ecs/aws4_request") == true
        )
        #expect(client.calls.snapshot() == ["ecs:ListClusters": 1])
        await client.shutdown()
    }

    @Test("a failing server is tried three times, with growing waits; the counter counts each")
    func transient() async throws {
        let server = try LoopbackServer { _, index in index < 2 ? .http(503, "") : .http(200, Self.fine) }
        defer { server.stop() }
        let clock = FakeClock()
        let client = try AWSClient.loopback(server.url, clock: clock.clock)
        _ = try await client.send(ListClusters())
        #expect(clock.sleeps == [.milliseconds(50), .milliseconds(100)])
        #expect(client.calls.snapshot() == ["ecs:ListClusters": 3])
        await client.shutdown()
    }

    @Test("nothing is sent by a task that may not call any more, also no repetition; others may")
    func permit() async throws {
        let server = try LoopbackServer { _, _ in .http(503, "") }
        defer { server.stop() }
        let client = try AWSClient.loopback(server.url, clock: FakeClock().clock)
        let error = await #expect(throws: AWSError.self) {
            _ = try await AWSClient.$permit.withValue(CallPermit { server.requests.isEmpty }) {
                try await client.send(ListClusters())
            }
        }
        #expect(error?.code == "Cancelled")
        #expect(server.requests.count == 1)
        _ = try? await client.send(ListClusters())
        #expect(server.requests.count == 4)
        await client.shutdown()
    }

    @Test("a wait for a turn among AWS's limits can be given up; then nothing is sent")
    func givenUp() async throws {
        let server = try LoopbackServer { _, index in index == 0 ? .http(400, Self.throttle) : .http(200, Self.fine) }
        defer { server.stop() }
        let client = try AWSClient.loopback(server.url, clock: FakeClock().clock)
        let impatient = CallPermit {
            true
        } waiting: { _ in
            throw CancellationError()
        }
        let error = await #expect(throws: AWSError.self) {
            _ = try await AWSClient.$permit.withValue(impatient) { try await client.send(ListClusters()) }
        }
        #expect(error?.code == "Cancelled")
        #expect(server.requests.count == 1)
        await client.shutdown()
    }

    @Test("whether a call may be sent is asked when its turn comes, not before it waits for a connection")
    func turn() async throws {
        let server = try LoopbackServer { _, _ in .silence }
        let client = try AWSClient.loopback(server.url, clock: FakeClock().clock)
        let asked = Atomic(0)
        let isGiven = Mutex(true)
        let permit = CallPermit {
            asked.add(1, ordering: .relaxed)
            return isGiven.withLock { $0 }
        }
        let calls = (0..<HTTPTransport.connections + 6).map { _ in
            Task {
                try await AWSClient.$permit.withValue(permit) { _ = try await client.send(ListClusters()) }
            }
        }
        while server.requests.count < HTTPTransport.connections { await Task.yield() }
        for _ in 0..<50 { await Task.yield() }
        #expect(asked.load(ordering: .relaxed) == HTTPTransport.connections)
        isGiven.withLock { $0 = false }
        server.stop()
        for call in calls { await #expect(throws: AWSError.self) { try await call.value } }
        #expect(server.requests.count == HTTPTransport.connections)
        await client.shutdown()
    }

    @Test("an endpoint that answers with a page instead of AWS's form is unsupported after two tries")
    func unsupported() async throws {
        let server = try LoopbackServer { _, _ in .http(500, "<!doctype html><html><title>500</title></html>") }
        defer { server.stop() }
        let client = try AWSClient.loopback(server.url, clock: FakeClock().clock)
        let error = await #expect(throws: AWSError.self) { try await client.send(ListClusters()) }
        #expect(error?.code == "UnsupportedOperation")
        #expect(server.requests.count == 2)
        await client.shutdown()
    }

    @Test("throttling slows down and does not fail, and Retry-After is kept")
    func throttling() async throws {
        let server = try LoopbackServer { _, index in
            index < 6
                ? .http(400, Self.throttle, headers: ["Retry-After": index == 0 ? "30" : "0"]) : .http(200, Self.fine)
        }
        defer { server.stop() }
        let clock = FakeClock()
        let client = try AWSClient.loopback(server.url, clock: clock.clock)
        _ = try await client.send(ListClusters())
        #expect(server.requests.count == 7)
        #expect(clock.sleeps.first == .seconds(30))
        await client.shutdown()
    }

    @Test("throttling without end ends after ten tries as throttling")
    func endlessThrottling() async throws {
        let server = try LoopbackServer { _, _ in .http(400, Self.throttle) }
        defer { server.stop() }
        let client = try AWSClient.loopback(server.url, clock: FakeClock().clock)
        let error = await #expect(throws: AWSError.self) { try await client.send(ListClusters()) }
        #expect(error?.isThrottling == true)
        #expect(server.requests.count == 10)
        await client.shutdown()
    }

    @Test("a connection that breaks, or an answer that breaks off, is tried again and never read as an empty list")
    func brokenConnections() async throws {
        let server = try LoopbackServer { _, index in
            switch index {
            case 0: .hangUp
            case 1: .truncated(#"{"clusterArns":[]}"#)
            default: .http(200, Self.fine)
            }
        }
        defer { server.stop() }
        let client = try AWSClient.loopback(server.url, clock: FakeClock().clock)
        #expect(try await client.send(ListClusters()).clusterArns == ["a"])
        await client.shutdown()
    }

    @Test(
        "a 200 that is no AWS answer is an error, never absence",
        arguments: ["", "<html><body>welcome</body></html>", "<DescribeVpcsResponse><vpcSet>", "{}"]
    )
    func falseSuccess(body: String) async throws {
        let server = try LoopbackServer { _, _ in .http(200, body) }
        defer { server.stop() }
        let client = try AWSClient.loopback(server.url, clock: FakeClock().clock)
        let error = await #expect(throws: AWSError.self) { try await client.send(DescribeVpcs()) }
        #expect(error?.code == "UnparsableResponse")
        await client.shutdown()
    }

    @Test("a page of something in between is no success, also where AWS has nothing to tell")
    func falseEmptiness() async throws {
        let server = try LoopbackServer { _, _ in .http(200, "<html><body>welcome</body></html>") }
        defer { server.stop() }
        let client = try AWSClient.loopback(server.url, clock: FakeClock().clock)
        var errors = [
            await #expect(throws: AWSError.self) { try await client.send(DeleteLoadBalancer(loadBalancerArn: "a")) }
        ]
        errors.append(await #expect(throws: AWSError.self) { try await client.send(DeleteLogGroup(logGroupName: "a")) })
        #expect(errors.map { $0?.code } == ["UnparsableResponse", "UnparsableResponse"])
        await client.shutdown()
    }

    @Test("an endpoint that is down is named, with what to check, after three tries")
    func refused() async throws {
        let server = try LoopbackServer { _, _ in .hangUp }
        server.stop()
        let client = try AWSClient.loopback(server.url, clock: FakeClock().clock)
        let error = await #expect(throws: AWSError.self) { try await client.send(ListClusters()) }
        #expect(error?.code == "ConnectionFailed")
        #expect(error?.message.contains(server.url) == true)
        #expect(error?.message.contains("refused") == true)
        #expect(client.calls.total == 3)
        await client.shutdown()
    }

    @Test("a server that says nothing ends in Timeout")
    func silence() async throws {
        let server = try LoopbackServer { _, _ in .silence }
        defer { server.stop() }
        let client = try AWSClient.loopback(server.url, clock: FakeClock().clock, requestTimeout: .milliseconds(200))
        let error = await #expect(throws: AWSError.self) { try await client.send(ListClusters()) }
        #expect(error?.code == "Timeout")
        await client.shutdown()
    }

    @Test("a cancelled task stops waiting for the answer")
    func cancellation() async throws {
        let (reached, signal) = AsyncStream.makeStream(of: Void.self)
        let server = try LoopbackServer { _, _ in
            signal.yield()
            return .silence
        }
        defer { server.stop() }
        let client = try AWSClient.loopback(server.url, clock: FakeClock().clock)
        let task = Task { try await client.send(ListClusters()) }
        for await _ in reached { break }
        task.cancel()
        let result = await task.result
        #expect(throws: AWSError.self) { try result.get() }
        if case .failure(let error as AWSError) = result { #expect(error.code == "Cancelled") }
        await client.shutdown()
    }

    @Test("an idempotency token is made up once and is the same in every retry; a given one is kept")
    func tokens() async throws {
        let server = try LoopbackServer { _, index in
            index == 0 ? .http(503, "") : .http(200, "<CreateNatGatewayResponse/>")
        }
        defer { server.stop() }
        let client = try AWSClient.loopback(server.url, clock: FakeClock().clock)
        _ = try await client.send(CreateNatGateway(subnetId: "subnet-1"))
        _ = try await client.send(CreateNatGateway(subnetId: "subnet-1", clientToken: "mine"))
        let tokens = server.requests.map { $0.form["ClientToken"] ?? "" }
        #expect(tokens[0] == tokens[1] && tokens[0].count == 36)
        #expect(tokens[2] == "mine")
        await client.shutdown()
    }

    @Test("a clock that is off is set by the server's and the request sent again")
    func clockSkew() async throws {
        let server = try LoopbackServer { _, index in
            let date = ["Date": "Tue, 14 Nov 2023 23:13:20 GMT"]
            let refusal = #"{"__type":"InvalidSignatureException","message":"Signature not yet current"}"#
            return index == 0 ? .http(400, refusal, headers: date) : .http(200, Self.fine, headers: date)
        }
        defer { server.stop() }
        let client = try AWSClient.loopback(server.url, clock: FakeClock(now: 1_700_000_000).clock)
        _ = try await client.send(ListClusters())
        #expect(server.requests.map { $0.headers["x-amz-date"] ?? "" } == ["20231114T221320Z", "20231114T231320Z"])
        await client.shutdown()
    }

    @Test("AWS's error arrives with its code, message and request id, and is not tried again")
    func modelledError() async throws {
        let body = """
            <?xml version="1.0"?><Response><Errors><Error><Code>InvalidVpcID.NotFound</Code>\
            <Message>The vpc ID 'vpc-1' does not exist</Message></Error></Errors><RequestID>r-7</RequestID></Response>
            """
        let server = try LoopbackServer { _, _ in .http(400, body) }
        defer { server.stop() }
        let client = try AWSClient.loopback(server.url, clock: FakeClock().clock)
        let error = await #expect(throws: AWSError.self) { try await client.send(DescribeVpcs(vpcIds: ["vpc-1"])) }
        #expect(error?.code == "InvalidVpcID.NotFound")
        #expect(error?.requestID == "r-7")
        #expect(server.requests.map { $0.form["VpcId.1"] } == ["vpc-1"])
        await client.shutdown()
    }

    @Test("a struct that does not fit the table is never sent")
    func misfit() async throws {
        let server = try LoopbackServer { _, _ in .http(200, Self.fine) }
        defer { server.stop() }
        let client = try AWSClient.loopback(server.url, clock: FakeClock().clock)
        let error = await #expect(throws: AWSError.self) { try await client.send(Misfit()) }
        #expect(error?.code == "InvalidRequest")
        #expect(server.requests.isEmpty)
        await client.shutdown()
    }

    @Test("pages are followed to the end, with the largest page asked for")
    func pages() async throws {
        let server = try LoopbackServer { request, _ in
            let next = request.form["NextToken"]
            let vpc = next == nil ? "vpc-1" : "vpc-2"
            let token = next == nil ? "<nextToken>t+1=</nextToken>" : ""
            let body = "<vpcSet><item><vpcId>\(vpc)</vpcId></item></vpcSet>\(token)"
            return .http(200, "<DescribeVpcsResponse>\(body)</DescribeVpcsResponse>")
        }
        defer { server.stop() }
        let client = try AWSClient.loopback(server.url, clock: FakeClock().clock)
        #expect(try await client.collect(DescribeVpcs(), \.vpcs).map(\.vpcId) == ["vpc-1", "vpc-2"])
        #expect(server.requests.map { $0.form["MaxResults"] } == ["1000", "1000"])
        #expect(server.requests.last?.form["NextToken"] == "t+1=")
        _ = try await client.collect(DescribeVpcs(vpcIds: ["vpc-1"]), \.vpcs)
        #expect(server.requests.last?.form["MaxResults"] == nil)
        await client.shutdown()
    }

    @Test("a token that comes back twice, or a page that fails, gives an error and no half list")
    func incompletePages() async throws {
        let page = "<DescribeVpcsResponse><vpcSet/><nextToken>same</nextToken></DescribeVpcsResponse>"
        let looping = try LoopbackServer { _, _ in .http(200, page) }
        defer { looping.stop() }
        let client = try AWSClient.loopback(looping.url, clock: FakeClock().clock)
        let error = await #expect(throws: AWSError.self) { try await client.collect(DescribeVpcs(), \.vpcs) }
        #expect(error?.code == "IncompletePages")
        await client.shutdown()
        let failing = try LoopbackServer { _, index in index == 0 ? .http(200, page) : .http(500, "") }
        defer { failing.stop() }
        let other = try AWSClient.loopback(failing.url, clock: FakeClock().clock)
        await #expect(throws: AWSError.self) { try await other.collect(DescribeVpcs(), \.vpcs) }
        await other.shutdown()
    }
}
