import AWSResources
import Manifests
import Model
import Testing

@testable import Discovery

@Suite("The description of an environment with machines of its own")
struct HostDiscoveryTests {
    private static let key =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEsIOjowkKx/sks2HK31BOwDguIXXSCPLBSZUAXVRZq+"

    private static func environment(fargate: Bool) -> Environment {
        Samples.environment {
            guard let type = InstanceType("t3.small") else { return }
            $0.cluster.capacity = fargate ? .fargate : nil
            $0.cluster.ec2 = .init(instanceType: type, size: .init(min: 1, max: 4))
            $0.cluster.ec2?.publicKey = key
            $0.cluster.ec2?.spot = true
            $0.jumpBoxes = .init(count: 3)
            $0.jumpBoxes?.running = true
            $0.jumpBoxes?.allowFrom = [.cidr(CIDRBlock(10, 0, 0, 0, prefixLength: 8))]
        }
    }

    /// The node runs on hosts; its extra on Fargate where there is any.
    private static func set(fargate: Bool) -> ManifestSet {
        let node = Samples.node {
            $0.service.capacity = fargate ? .ec2 : nil
            ($0.service.cpu, $0.service.memory) = (128, 300)
        }
        return ManifestSet(
            environments: [environment(fargate: fargate)], nodes: [node], extras: [Samples.extra()])
    }

    @Test("that was made by the blueprints is the manifests themselves", arguments: [true, false])
    func inverse(fargate: Bool) throws {
        let set = Self.set(fargate: fargate)
        let discovered = try Samples.describe(FabricatedRegion(set))
        #expect(discovered.manifests.environments == set.environments)
        #expect(discovered.manifests.nodes == set.nodes)
        #expect(discovered.manifests.extras == set.extras)
        #expect(discovered.leftovers == [])
        #expect(discovered.remarks == [])
    }

    @Test("omits what the seed's hosts do without, and keeps their launch configuration")
    func launchConfiguration() throws {
        var region = FabricatedRegion(Self.set(fargate: false))
        region.remove(LaunchTemplate()) { _ in true }
        region.remove(CapacityProvider()) { _ in true }
        region.remove(UserGroup()) { _ in true }
        region.change(AutoScalingGroup()) {
            $0.attributes.launchTemplate = "launch configuration old"
            $0.attributes.propagatesTags = ["Name": true]
            $0.attributes.protectsNewInstances = false
        }
        region.change(Service()) {
            $0.attributes.capacityProvider = ""
            $0.attributes.launchType = "EC2"
        }
        let application = "sg-dev-ApplicationSecurityGroup"
        let old = LaunchConfiguration(
            name: "old", instanceType: "m5.large", instanceProfile: "x-dev-instanceprofile",
            securityGroups: [application])
        let discovered = try Samples.describe(region, configurations: [old])
        let environment = discovered.manifests.environments[0]
        let node = discovered.manifests.nodes[0]
        #expect(environment.omit.sorted() == ["CapacityProvider", "DeveloperUserGroup", "LaunchTemplate"])
        #expect("\(try #require(environment.cluster.ec2).instanceType)" == "m5.large")
        #expect(environment.cluster.ec2?.spot == false)
        #expect(
            environment.overrides["AutoScalingGroup"]?.properties["launchTemplate"]
                == .replace("launch configuration old"))
        #expect(node.overrides["Service"]?.properties == ["capacityProvider": .remove, "launchType": .replace("EC2")])
        let kept = discovered.leftovers.filter { $0.type == "AWS::AutoScaling::LaunchConfiguration" }
        #expect(kept.map(\.identifier) == ["old"])
        #expect(kept.first?.reason.contains("stays as it is until") == true)
        let text = discovered.files.first?.text ?? ""
        #expect(text.contains("instanceType: m5.large") && text.contains("jumpBoxes:"), "\(text)")
    }

    @Test("warns of the script that hosts begin with, and does not repeat it")
    func script() throws {
        var region = FabricatedRegion(Self.set(fargate: false))
        region.change(LaunchTemplate()) { $0.attributes.userData = "#!/bin/bash\nexport PASSWORD=hunter2\n" }
        let discovered = try Samples.describe(region)
        #expect(discovered.remarks.count == 1)
        #expect(discovered.remarks.first?.contains("first-start script") == true)
        #expect(!discovered.remarks.joined().contains("hunter2"))
    }

    @Test("lists a group whose machines are of no one type, and says of services how they run")
    func mixedTypes() throws {
        var region = FabricatedRegion(Self.set(fargate: false))
        region.change(AutoScalingGroup()) { $0.attributes.launchTemplate = "" }
        region.remove(CapacityProvider()) { _ in true }
        region.change(Service()) {
            $0.attributes.capacityProvider = ""
            $0.attributes.launchType = "EC2"
        }
        let discovered = try Samples.describe(region)
        #expect(discovered.manifests.environments[0].cluster.ec2 == nil)
        #expect(discovered.leftovers.contains { $0.identifier == "x-dev-AutoScalingGroup" })
        #expect(
            discovered.manifests.nodes[0].overrides["Service"]?.properties["launchType"] == .replace("EC2"))
    }

    @Test("finds a jump box without a name by its stack, and names it by its id")
    func jumpBoxByStack() throws {
        var region = FabricatedRegion(Self.set(fargate: false))
        region.change(Instance()) { box in
            if box.identifier.hasSuffix("Instance3") { box.tags["Name"] = nil }
            box.attributes.httpTokens = "optional"
        }
        let stack = StackResource(
            stack: "dev-jumpboxes", logicalId: "Box3", physicalId: "i-dev-JumpBoxInstance3", type: "AWS::EC2::Instance")
        let environment = try Samples.describe(region, stacks: [stack]).manifests.environments[0]
        #expect(environment.jumpBoxes?.count == 3)
        #expect(environment.overrides["JumpBoxInstance3"]?.identifier == "i-dev-JumpBoxInstance3")
        #expect(environment.overrides["JumpBoxInstance1"]?.properties == ["httpTokens": .replace("optional")])
    }

    @Test("refers to secrets and parameters that containers get, and takes none of them over")
    func secrets() throws {
        let secret = "arn:aws:secretsmanager:ap-southeast-1:123456789012:secret:mail-AbCdEf"
        let node = Samples.node {
            $0.config.valueFrom = SecretReference(valueFrom: "config")
            $0.service.secrets = [
                "MAIL": SecretReference(.secretArn(secret), jsonKey: "password"),
                "LEVEL": SecretReference(.parameter("/dev/level")),
                "ELSEWHERE": SecretReference(
                    .parameterArn("arn:aws:ssm:eu-west-1:999999999999:parameter/shared/level")),
            ]
        }
        let set = ManifestSet(environments: [Samples.environment()], nodes: [node])
        let discovered = try Samples.describe(FabricatedRegion(set))
        #expect(discovered.manifests.nodes == [node])
        #expect(!discovered.resources.keys.contains { $0.resource.contains("Existing") })
        let text = discovered.files.first { $0.path == "nodes/dev/acme.yaml" }?.text ?? ""
        #expect(
            text.contains("MAIL: \"\(secret):password::\"") || text.contains("MAIL: \(secret):password::"), "\(text)")
        #expect(text.contains("LEVEL: parameter//dev/level"), "\(text)")
        #expect(text.contains("valueFrom: parameter/config"), "\(text)")
    }
}
