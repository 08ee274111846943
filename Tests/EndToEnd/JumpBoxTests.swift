import EmulatorSupport
import Foundation
import Testing

@Suite("Jump boxes", .inTurn)
struct JumpBoxTests {
    private static func files(_ boxes: String?) -> [String: String] {
        var environment = Small.environment()
        if let boxes { environment += "  jumpBoxes: { \(boxes) }\n" }
        return ["environment.yaml": environment]
    }

    /// Every instance that is not terminated, by name, as `state type tokens subnet encrypted`.
    private func boxes(_ world: World) async throws -> [String: String] {
        let answer = try await world.boto3(
            #"""
            ec2, found = client("ec2"), {}
            def name(thing): return next(t["Value"] for t in thing["Tags"] if t["Key"] == "Name")
            subnets = {s["SubnetId"]: name(s) for s in ec2.describe_subnets()["Subnets"] if s.get("Tags")}
            for reservation in ec2.describe_instances()["Reservations"]:
                for box in reservation["Instances"]:
                    if box["State"]["Name"] == "terminated": continue
                    disk = box["BlockDeviceMappings"][0]["Ebs"]["VolumeId"]
                    encrypted = ec2.describe_volumes(VolumeIds=[disk])["Volumes"][0]["Encrypted"]
                    found[name(box)] = " ".join([box["State"]["Name"], box["InstanceType"],
                        box["MetadataOptions"]["HttpTokens"], subnets[box["SubnetId"]], str(encrypted)])
            print(json.dumps(found))
            """#)
        return try JSONDecoder().decode([String: String].self, from: Data(answer.utf8))
    }

    @Test("stand stopped in the zones, are kept as declared, start when asked to, and go without a trace")
    func life() async throws {
        let world = try await World.open(Self.files("count: 2, allowFrom: [192.0.2.0/24]"))
        try await world.converge()
        #expect(
            try await boxes(world) == [
                "x-dev-jumpbox-1": "stopped t3.nano required x-dev Public Subnet (AZ1) True",
                "x-dev-jumpbox-2": "stopped t3.nano required x-dev Public Subnet (AZ2) True",
            ])
        try await world.expectNoChanges()

        try await world.boto3(
            #"""
            ec2 = client("ec2")
            box = ec2.describe_instances(Filters=[{"Name": "tag:Name", "Values": ["x-dev-jumpbox-1"]}])
            box = box["Reservations"][0]["Instances"][0]["InstanceId"]
            ec2.start_instances(InstanceIds=[box])
            ec2.modify_instance_metadata_options(InstanceId=box, HttpTokens="optional")
            """#)
        let drift = try await world.report("plan", "--detailed-exitcode", expect: 2)
        #expect(
            drift.lines == [
                "update dev/JumpBoxInstance1 (drift) state: running -> stopped; httpTokens: optional -> required"
            ])
        try await world.converge()
        #expect(try await boxes(world)["x-dev-jumpbox-1"]?.hasPrefix("stopped t3.nano required") == true)

        try await world.repository.commit(Self.files("count: 1, running: true, instanceType: t3.micro"))
        let change = try await world.converge()
        #expect(change.summary["delete"] == 1 && change.summary["update"] == 2 && change.summary["replace"] == 0)
        #expect(
            try await boxes(world) == [
                "x-dev-jumpbox-1": "running t3.micro required x-dev Public Subnet (AZ1) True"
            ])
        try await world.expectNoChanges()

        try await world.repository.commit(Self.files(nil))
        try await world.converge()
        #expect(try await boxes(world).isEmpty)
        #expect(try await Survey.take(world).names["group"] == ["x-dev-application", "x-dev-cache", "x-dev-db"])
    }

    @Test("an instance type that AWS does not have is told at its place in the manifest")
    func unknownType() async throws {
        let world = try await World.open(Self.files("count: 1, instanceType: t9.nano"))
        let finished = try await world.plumbline("apply", "--auto-approve")
        finished.expectClear(1, "t9.nano", "environment.yaml:12:", "dev/JumpBoxInstance1")
        #expect(try await boxes(world).isEmpty)
    }
}
