import EmulatorSupport
import Testing

@Suite("The emulator")
struct EmulatorTests {
    @Test("a change made with boto3 is seen in the request log")
    func changeFromOutside() async throws {
        let aws = try await Emulator.start()
        defer { aws.stop() }
        let identifier = try await aws.python(
            #"print(client("ec2").create_vpc(CidrBlock="10.9.0.0/16")["Vpc"]["VpcId"], end="")"#
        )
        #expect(identifier.hasPrefix("vpc-"))
        let request = try #require(try await aws.requests().first)
        #expect(request.service == "ec2")
        #expect(request.action == "CreateVpc")
        #expect(request.region == Emulator.region)
        #expect(request.account == Emulator.account)
        #expect(request.status == 200)
        #expect(request.mutating)
        try await aws.resetRequests()
        #expect(try await aws.counts().total == 0)
        try await aws.reset()
        let left = try await aws.python(
            #"""
            filters = [{"Name": "cidr", "Values": ["10.9.0.0/16"]}]
            print(len(client("ec2").describe_vpcs(Filters=filters)["Vpcs"]), end="")
            """#
        )
        #expect(left == "0")
    }

    @Test("a fault hits the call that it names, and the message of a failed script is told")
    func fault() async throws {
        let aws = try await Emulator.start()
        defer { aws.stop() }
        try await aws.configure(rolloutPolls: 0)
        let denied = Fault.Kind.error(status: 403, code: "UnauthorizedOperation", message: "not you")
        try await aws.inject(Fault(denied, service: "ec2", action: "DescribeVpcs"))
        let failure = await #expect(throws: EmulatorError.self) {
            try await aws.python(#"client("ec2").describe_vpcs()"#)
        }
        #expect(failure?.description.contains("UnauthorizedOperation") == true)
        try await aws.python(#"client("ec2").describe_vpcs()"#)
        #expect(try await aws.counts().actions == ["ec2:DescribeVpcs": 2])
    }

    @Test("plain moto has a request log and refuses faults")
    func plain() async throws {
        let aws = try await Emulator.start(.plain)
        defer { aws.stop() }
        await #expect(throws: EmulatorError.self) { try await aws.inject(Fault(.truncate)) }
        #expect(try await aws.requests().isEmpty)
    }

    @Test("all tests that ask for the shared emulator get one and the same")
    func shared() async throws {
        async let one = Emulator.shared()
        async let other = Emulator.shared()
        #expect(try await one.endpoint == other.endpoint)
    }
}
