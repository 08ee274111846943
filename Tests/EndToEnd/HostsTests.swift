import EmulatorSupport
import Foundation
import Testing

/// moto 5.2.1 has no instance refreshes and no scaling activities (DescribeScalingActivities is always empty), and moves no
/// IAM group to another path: the overlay's `hosts.py` adds all three.
@Suite("An environment with hosts and Fargate", .inTurn)
struct HostsTests {
    private static let key =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEsIOjowkKx/sks2HK31BOwDguIXXSCPLBSZUAXVRZq+ me@example.com"

    private static func environment(_ instanceType: String = "t3.small", max: Int = 3) -> String {
        Small.environment().replacing(
            "cluster: { capacity: fargate }",
            with: """
                cluster:
                    capacity: fargate
                    ec2: { instanceType: \(instanceType), size: { min: 1, max: \(max) }, publicKey: \(key) }
                """)
    }

    /// The node runs on hosts, its extra on Fargate.
    private static var files: [String: String] {
        var files = Small.files
        files["environment.yaml"] = environment()
        files["acme.yaml"] = Small.node().replacing(
            "cpu: 256, memory: 512", with: "capacity: ec2, cpu: 128, memory: 64")
        return files
    }

    private static var names: Survey {
        var names = SeedNames()
        names.environment("dev", gateways: 1)
        names.hosts("dev", region: Emulator.region)
        names.node("dev", "acme")
        names.extra("dev", "acme", "api2")
        return Survey(names.survey.names)
    }

    @Test("is made under the seed's names, follows the manifest, and is taken down to nothing")
    func life() async throws {
        let world = try await World.open(Self.files)
        let applied = try await world.converge()
        #expect(applied.changes.allSatisfy { $0.outcome == "succeeded" })
        #expect(try await Survey.take(world) == Self.names)
        try await world.expectNoChanges()

        try await world.aws.resetRequests()
        try await world.repository.commit(["environment.yaml": Self.environment("t3.large")])
        let changed = try await world.converge()
        #expect(
            changed.changes.map { "\($0.action) \($0.address) \($0.reason)" } == [
                "update dev/LaunchTemplate manifest", "update dev/AutoScalingGroup dependency",
            ])
        #expect(
            changed.change("dev/LaunchTemplate")?.fields.map(\.description) == ["instanceType: t3.small -> t3.large"])
        let actions = try await world.aws.counts().actions
        #expect(actions["autoscaling:StartInstanceRefresh"] == 1, "\(actions)")
        try await world.expectNoChanges()

        let plan = try await world.report("destroy", "--environment", "dev", expect: 3)
        #expect(plan.changes.allSatisfy { $0.action == "delete" })
        let digest = try #require(plan.digest)
        try await world.report("destroy", "--environment", "dev", "--approve", digest, expect: 0)
        #expect(try await Survey.take(world) == Survey([:]))
    }

    @Test("hosts that do not come up fail the apply clearly, and the next commit goes on")
    func badTemplate() async throws {
        let world = try await World.open(Self.files)
        try await world.converge()
        try await world.repository.commit(["environment.yaml": Self.environment("t3.fails-to-start")])
        let failed = try await world.plumbline("apply", "--auto-approve")
        failed.expectClear(1, "dev/AutoScalingGroup", "did not come up and the former ones are back")
        try await world.repository.commit(["environment.yaml": Self.environment("t3.medium")])
        try await world.converge()
        try await world.expectNoChanges()
    }

    @Test("hosts that AWS does not start are told at the line that asks for them")
    func quota() async throws {
        let world = try await World.open(["environment.yaml": Self.environment("t3.fails-to-start")])
        let failed = try await world.plumbline("apply", "--auto-approve")
        failed.expectClear(1, "environment.yaml:13:5: ", "dev/AutoScalingGroup", "vCPU limit", "quota")
    }

    @Test("a node moves from Fargate to hosts and back, each time by a service of the other kind")
    func moves() async throws {
        var files = Self.files
        files["acme.yaml"] = Small.node()
        let world = try await World.open(files)
        try await world.converge()
        let onHosts = try #require(Self.files["acme.yaml"])
        for manifest in [onHosts, Small.node()] {
            try await world.repository.commit(["acme.yaml": manifest])
            let moved = try await world.converge()
            #expect(moved.change("dev/acme/Service")?.action == "replace", "\(moved.lines)")
            #expect(moved.change("dev/acme/TargetGroup")?.action == "replace", "\(moved.lines)")
            // The extra's rule goes and comes with the listener; what it runs is left alone.
            let extra = moved.changes.map(\.address).filter { $0.hasPrefix("dev/acme/api2/") }
            #expect(extra == ["dev/acme/api2/ListenerRule"], "\(moved.lines)")
            try await world.expectNoChanges()
        }
        // The revisions that were replaced are no longer active.
        let revisions = "task definition"
        #expect(try await Survey.take(world).without(revisions) == Self.names.without(revisions))
    }

    @Test("what somebody changes on hosts shows as exactly that change, and is repaired")
    func drift() async throws {
        let world = try await World.open(Self.files)
        try await world.converge()
        // How many hosts there are is decided by ECS.
        try await world.boto3(
            Self.prelude + #"scaling.set_desired_capacity(AutoScalingGroupName=group, DesiredCapacity=2)"#)
        try await world.expectNoChanges()
        for change in Self.changes {
            try await world.boto3(Self.prelude + change.script)
            let plan = try await world.report("plan", "--detailed-exitcode", expect: 2)
            #expect(plan.changes.map(\.comparable) == change.shows, "\(change.name)")
            try await world.converge()
            try await world.expectNoChanges()
        }
        #expect(try await Survey.take(world).without("machine") == Self.names.without("machine"))
    }

    @Test("hosts of the seed are taken over; its launch configuration gives way to the template, and is kept")
    func adoption() async throws {
        var files = Self.files
        files["environment.yaml"] = Small.environment()
        files["acme.yaml"] = nil
        files["api2.yaml"] = nil
        let world = try await World.open(files)
        try await world.converge()
        try await world.boto3(
            Self.prelude + """
                trust = {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
                    "Principal": {"Service": "ec2.amazonaws.com"}}]}
                iam.create_role(RoleName="x-dev-ECSRole", AssumeRolePolicyDocument=json.dumps(trust))
                for policy in ("service-role/AmazonEC2RoleforSSM", "AmazonSSMManagedInstanceCore",
                        "CloudWatchAgentServerPolicy", "service-role/AmazonEC2ContainerServiceforEC2Role"):
                    iam.attach_role_policy(RoleName="x-dev-ECSRole", PolicyArn=f"arn:aws:iam::aws:policy/{policy}")
                iam.create_instance_profile(InstanceProfileName="x-dev-instanceprofile")
                iam.add_role_to_instance_profile(
                    InstanceProfileName="x-dev-instanceprofile", RoleName="x-dev-ECSRole")
                iam.create_group(GroupName="x-dev-developers")
                iam.attach_group_policy(
                    GroupName="x-dev-developers", PolicyArn="arn:aws:iam::aws:policy/ReadOnlyAccess")
                scaling.create_launch_configuration(LaunchConfigurationName="x-dev-LaunchConfiguration",
                    ImageId="ami-12c6146b", InstanceType="t3.small")
                names = [f"x-dev Private Subnet (AZ{zone})" for zone in (1, 2)]
                subnets = ec2.describe_subnets(Filters=[{"Name": "tag:Name", "Values": names}])["Subnets"]
                scaling.create_auto_scaling_group(AutoScalingGroupName=group, MinSize=1, MaxSize=1,
                    LaunchConfigurationName="x-dev-LaunchConfiguration",
                    VPCZoneIdentifier=",".join(subnet["SubnetId"] for subnet in subnets),
                    Tags=[{"Key": "Name", "Value": "x-dev-ecs-host", "PropagateAtLaunch": True}])
                """)
        try await world.repository.commit([
            "environment.yaml": Self.environment() + "  adopt: true\n"
        ])
        let plan = try await world.report("plan", expect: 0)
        #expect(plan.errors == [])
        #expect(
            Set(plan.changes.map { "\($0.action) \($0.address)" }) == [
                "adopt dev/HostRole", "adopt dev/InstanceProfile", "adopt dev/AutoScalingGroup",
                "adopt dev/DeveloperUserGroup", "create dev/LaunchTemplate", "create dev/CapacityProvider",
                "create dev/KeyPair",
            ])
        let role = plan.change("dev/HostRole")?.fields ?? []
        #expect(!role.isEmpty && role.allSatisfy { $0.name.hasPrefix("tags.") }, "\(role)")
        let group = plan.change("dev/AutoScalingGroup")?.fields.map(\.description) ?? []
        #expect(
            group.contains(
                "launchTemplate: launch configuration x-dev-LaunchConfiguration -> ${dev/LaunchTemplate.version}"),
            "\(group)")
        try await world.converge()
        try await world.expectNoChanges()
        let left = try await world.boto3(
            Self.prelude + """
                found = scaling.describe_launch_configurations()["LaunchConfigurations"]
                print(found[0]["LaunchConfigurationName"])
                """)
        #expect(left == "x-dev-LaunchConfiguration")
    }

    private static let prelude = """
        ec2, scaling, ecs, iam = client("ec2"), client("autoscaling"), client("ecs"), client("iam")
        group = "x-dev-AutoScalingGroup"

        """

    private static let changes = [
        DriftCase(
            "the group's size", #"scaling.update_auto_scaling_group(AutoScalingGroupName=group, MaxSize=9)"#,
            shows: ["update dev/AutoScalingGroup (drift) maxSize: 9 -> 3"]),
        DriftCase(
            "a tag that no longer reaches the machines",
            """
            scaling.create_or_update_tags(Tags=[{"ResourceId": group, "ResourceType": "auto-scaling-group",
                "Key": "CostCode", "Value": "0042", "PropagateAtLaunch": False}])
            """,
            shows: ["update dev/AutoScalingGroup (drift) propagatesTags.CostCode: false -> true"]),
        DriftCase(
            "IMDSv2 that is no longer required",
            """
            template = ec2.describe_launch_templates()["LaunchTemplates"][0]["LaunchTemplateId"]
            data = ec2.describe_launch_template_versions(LaunchTemplateId=template, Versions=["$Default"])
            data = data["LaunchTemplateVersions"][0]
            data["LaunchTemplateData"]["MetadataOptions"]["HttpTokens"] = "optional"
            made = ec2.create_launch_template_version(LaunchTemplateId=template,
                VersionDescription=data["VersionDescription"], LaunchTemplateData=data["LaunchTemplateData"])
            number = made["LaunchTemplateVersion"]["VersionNumber"]
            ec2.modify_launch_template(LaunchTemplateId=template, DefaultVersion=str(number))
            """,
            shows: [
                "update dev/LaunchTemplate (drift) httpTokens: optional -> required",
                "update dev/AutoScalingGroup (dependency) launchTemplate: lt-#:1 -> ${dev/LaunchTemplate.version}",
            ]),
        DriftCase(
            "a provider that scales no more",
            """
            ecs.update_capacity_provider(name="x-dev-ec2", autoScalingGroupProvider={
                "managedScaling": {"status": "DISABLED", "targetCapacity": 100},
                "managedTerminationProtection": "ENABLED"})
            """,
            shows: ["update dev/CapacityProvider (drift) managedScaling: false -> true"]),
        DriftCase(
            "a provider that the cluster lost",
            """
            ecs.put_cluster_capacity_providers(cluster="x-dev", capacityProviders=["FARGATE", "FARGATE_SPOT"],
                defaultCapacityProviderStrategy=[])
            """,
            shows: ["update dev/CapacityProvider (drift) cluster:  -> x-dev"]),
        DriftCase(
            "a profile without its role",
            """
            iam.remove_role_from_instance_profile(InstanceProfileName="x-dev-instanceprofile", RoleName="x-dev-ECSRole")
            """,
            shows: ["update dev/InstanceProfile (drift) role:  -> x-dev-ECSRole"]),
        DriftCase(
            "a right that developers should not have",
            """
            iam.attach_group_policy(GroupName="x-dev-developers", PolicyArn="arn:aws:iam::aws:policy/ReadOnlyAccess")
            """,
            shows: [
                "update dev/DeveloperUserGroup (drift) managedPolicies: [arn:aws:iam::aws:policy/ReadOnlyAccess] -> []"
            ]),
    ]
}
