import AWSResources
import Manifests
import Model
import Testing

@testable import Blueprints

@Suite("EC2 hosts and services on them")
struct HostBlueprintTests {
    private static func hosts(
        _ type: String = "t3.small", _ change: (inout Environment.Cluster.EC2Capacity) -> Void = { _ in }
    ) throws -> Environment.Cluster.EC2Capacity {
        var hosts = Environment.Cluster.EC2Capacity(
            instanceType: try #require(InstanceType(type)), size: .init(min: 1, max: 4, desired: 2))
        change(&hosts)
        return hosts
    }

    private static func declared(
        _ hosts: Environment.Cluster.EC2Capacity, fargate: Bool = true, nodeOn capacity: ServiceSettings.Capacity? = nil
    ) -> Declared {
        let environment = Examples.environment {
            $0.cluster.ec2 = hosts
            $0.cluster.capacity = fargate ? .fargate : nil
        }
        return Declared(
            Examples.set(environment: environment, node: Examples.node { $0.service.capacity = capacity }))
    }

    @Test("stand under the seed's names, each after what it needs")
    func names() throws {
        let declared = Self.declared(try Self.hosts { $0.publicKey = "ssh-ed25519 AAAA me" })
        let expected: [ResourceAddress: String] = [
            "dev/HostRole": "x-dev-ECSRole", "dev/InstanceProfile": "x-dev-instanceprofile",
            "dev/KeyPair": "x-dev-ap-southeast-1", "dev/LaunchTemplate": "x-dev-LaunchTemplate",
            "dev/AutoScalingGroup": "x-dev-AutoScalingGroup", "dev/CapacityProvider": "x-dev-ec2",
            "dev/DeveloperUserGroup": "x-dev-developers",
        ]
        for (address, name) in expected { #expect(declared[address]?.name == name) }
        #expect(
            Set(declared["dev/LaunchTemplate"]?.dependencies ?? [])
                == ["dev/Cluster", "dev/InstanceProfile", "dev/ApplicationSecurityGroup", "dev/KeyPair"])
        #expect(
            Set(declared["dev/AutoScalingGroup"]?.dependencies ?? []) == [
                "dev/LaunchTemplate", "dev/Cluster", "dev/PrivateSubnet1", "dev/PrivateSubnet2",
                "dev/PrivateRouteTable1", "dev/PrivateRouteTable2",
            ])
        #expect(
            Set(declared["dev/CapacityProvider"]?.dependencies ?? []) == ["dev/AutoScalingGroup", "dev/Cluster"])
        #expect(declared["dev/Cluster"]?.dependencies == [])
    }

    @Test("have the seed's four managed policies, IMDSv2 only, and join the cluster")
    func machines() throws {
        let declared = Self.declared(try Self.hosts { $0.spot = true })
        let policies = try #require(declared.value("dev/HostRole", "managedPolicies")).description
        for policy in [
            "service-role/AmazonEC2RoleforSSM", "AmazonSSMManagedInstanceCore", "CloudWatchAgentServerPolicy",
            "service-role/AmazonEC2ContainerServiceforEC2Role",
        ] {
            #expect(policies.contains("arn:aws:iam::aws:policy/\(policy)\""))
        }
        #expect(declared.value("dev/HostRole", "trustPolicy")?.description.contains("ec2.amazonaws.com") == true)
        #expect(declared.value("dev/LaunchTemplate", "httpTokens") == "required")
        #expect(declared.value("dev/LaunchTemplate", "hopLimit") == 1)
        #expect(declared.value("dev/LaunchTemplate", "spot") == true)
        #expect(declared.value("dev/LaunchTemplate", "keyName") == "")
        #expect(declared["dev/KeyPair"] == nil)
        let script = try #require(declared.value("dev/LaunchTemplate", "userData")).description
        #expect(script.contains("ECS_CLUSTER=${dev/Cluster.id}\\n"))
    }

    @Test("keep the image that was current at first, unless the manifest wants the latest; it fits the processor")
    func image() throws {
        let pinned = Self.declared(try Self.hosts())
        #expect(pinned.value("dev/LaunchTemplate", "image") == nil)
        #expect(
            pinned.value("dev/LaunchTemplate", "imageParameter")
                == "/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id")
        let latest = Self.declared(try Self.hosts("m7g.large") { $0.amiUpdates = .latest })
        #expect(latest.value("dev/LaunchTemplate", "image") == "latest")
        #expect(
            latest.value("dev/LaunchTemplate", "imageParameter")
                == "/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended/image_id")
    }

    @Test("are as many as the sizes say, and give their tags to the machines")
    func group() throws {
        let declared = Self.declared(try Self.hosts())
        let group = try #require(declared["dev/AutoScalingGroup"])
        #expect(group.values["minSize"] == 1 && group.values["maxSize"] == 4 && group.values["initialSize"] == 2)
        #expect(group.tags["Name"] == "x-dev-ecs-host" && group.tags["AmazonECSManaged"] == "")
        #expect(
            group.values["propagatesTags"]
                == .map([
                    "Name": true, "AmazonECSManaged": true, "Environment": true, "CostCode": true, "ContactEmail": true,
                ]))
    }

    @Test("a cluster has Fargate's providers where the manifest asks for Fargate, and none besides hosts only")
    func cluster() throws {
        let hosts = try Self.hosts()
        #expect(
            Self.declared(hosts).value("dev/Cluster", "capacityProviders") == .set(["FARGATE", "FARGATE_SPOT"]))
        #expect(Self.declared(hosts, fargate: false).value("dev/Cluster", "capacityProviders") == .set([]))
    }

    @Test("a service on hosts has a bridge network, ports that ECS chooses, and instances as targets")
    func service() throws {
        let declared = Self.declared(try Self.hosts(), nodeOn: .ec2)
        #expect(declared.value("dev/acme/TaskDefinition", "networkMode") == "bridge")
        #expect(declared.value("dev/acme/TaskDefinition", "requiresCompatibilities") == .set(["EC2"]))
        #expect(declared.value("dev/acme/TargetGroup", "targetType") == "instance")
        let service = try #require(declared["dev/acme/Service"])
        #expect(service.values["launchType"] == nil)
        #expect(service.values["capacityProvider"] == .reference(.id("dev/CapacityProvider")))
        #expect(service.values["subnets"] == .set([]) && service.values["securityGroups"] == .set([]))
        #expect(service.dependencies.contains("dev/acme/HostPortsIngress"))
        let rule = try #require(declared["dev/acme/HostPortsIngress"])
        #expect(rule.values["fromPort"] == 32768 && rule.values["toPort"] == 65535)
        // The extra is on Fargate, and has a rule of its own.
        #expect(declared.value("dev/acme/api2/TaskDefinition", "networkMode") == "awsvpc")
        #expect(declared.value("dev/acme/api2/TargetGroup", "targetType") == "ip")
        #expect(declared.value("dev/acme/api2/Service", "launchType") == "FARGATE")
        #expect(declared["dev/acme/Port4000Ingress"] != nil)
    }

    @Test("a service that says nothing takes Fargate where there is any, else the hosts")
    func defaults() throws {
        let hosts = try Self.hosts()
        #expect(Self.declared(hosts).value("dev/acme/Service", "launchType") == "FARGATE")
        #expect(Self.declared(hosts, fargate: false).value("dev/acme/Service", "launchType") == nil)
        #expect(Self.declared(hosts, fargate: false)["dev/acme/Port4000Ingress"] == nil)
    }

    @Test("developers may use the environment's hosts, containers and logs, and may change nothing")
    func developers() throws {
        let declared = Self.declared(try Self.hosts())
        let policy = try #require(declared.value("dev/DeveloperUserGroup", "inlinePolicies")).description
        for part in [
            "ssm:StartSession", "ssm:resourceTag/Name", "x-dev-*", "cluster/${dev/Cluster.id}", "log-group:x-dev-*",
        ] {
            #expect(policy.contains(part), "\(part)")
        }
        for verb in [
            "Create", "Update", "Delete", "Put", "Modify", #""ssm:*""#, #""ecs:*""#, #""logs:*""#, "GetSecretValue",
            "GetParameter",
        ] {
            #expect(!policy.contains(verb), "\(verb)")
        }
        #expect(declared.value("dev/DeveloperUserGroup", "managedPolicies") == .set([]))
        #expect(declared["dev/DeveloperUserGroup"]?.tags == [:])
    }
}
