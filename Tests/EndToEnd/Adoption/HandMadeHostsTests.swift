import EmulatorSupport
import Foundation
import Testing

/// moto's CloudFormation makes no IAM groups, and gives instances no security group of their stack: both are done by hand.
@Suite("An environment on EC2 hosts that was made by hand", .inTurn)
struct HandMadeHostsTests {
    @Test("is taken over by tagging, with its launch configuration and jump boxes")
    func takesOver() async throws {
        let made = try await HandMade.openWithHosts()
        let world = made.world
        let adopted = try await made.adopt()
        try #require(adopted.code == 0, "\(adopted.said)")
        let environment = try made.files()["environments/dev.yaml"] ?? ""
        for line in [
            "instanceType: t3.small", "max: 2", "publicKey: ssh-ed25519 AAAA", "count: 2", "instanceType: t2.nano",
            "allowFrom: [203.0.113.0/24]", "omit: [LaunchTemplate, CapacityProvider]",
        ] {
            #expect(environment.contains(line), "\(line) is not in:\n\(environment)")
        }
        let node = try made.files()["nodes/dev/acme.yaml"] ?? ""
        #expect(node.contains("launchType: EC2"), "\(node)")
        let report = try made.files()["ADOPTION.md"] ?? ""
        #expect(report.contains("AWS::AutoScaling::LaunchConfiguration"), "\(report)")

        try await made.commit()
        let plan = try await world.report("plan", "--detailed-exitcode", expect: 2)
        #expect(plan.errors == [])
        #expect(plan.lines.filter { !$0.hasPrefix("adopt ") } == [])
        let others = plan.changes.flatMap { change in
            change.fields.filter { !$0.name.hasPrefix("tags.") || "\($0.before)" != "(none)" }
                .map { "\(change.address) \($0)" }
        }
        #expect(others == [])
        let taken = Set(plan.changes.map(\.address))
        #expect(
            taken.isSuperset(of: [
                "dev/AutoScalingGroup", "dev/InstanceProfile", "dev/HostRole", "dev/KeyPair", "dev/DeveloperUserGroup",
                "dev/JumpBoxInstance1", "dev/JumpBoxInstance2", "dev/JumpBoxSecurityGroup", "dev/acme/HostPortsIngress",
                "dev/acme/Service", "dev/acme/api2/Service",
            ]), "\(taken.sorted())")

        let before = try await world.aws.counts()
        try await world.converge()
        let after = try await world.aws.counts()
        // A group of people carries its owner in its path.
        #expect(HandMade.changes(before.actions, after.actions) == ["iam:UpdateGroup": 1])
        try await world.expectNoChanges()
    }
}
