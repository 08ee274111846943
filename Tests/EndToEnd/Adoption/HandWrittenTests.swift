import EmulatorSupport
import Foundation
import Testing

/// Manifests that a team wrote by hand, for two environments whose load balancers, target groups, security groups, roles
/// and services have names that CloudFormation made up.
@Suite("Hand-written manifests of what is there", .inTurn)
struct HandWrittenTests {
    /// What no stack made: the second role of a node, which the seed does not have, and its parameter.
    private static let new = ["dev", "test"].flatMap { ["\($0)/acme/Parameter", "\($0)/acme/TaskRole"] }

    /// The identifiers of everything that was there, by kind.
    private func identifiers(_ world: World) async throws -> Set<String> {
        let text = try await world.boto3(
            """
            ec2, elb, ecs, iam = client("ec2"), client("elbv2"), client("ecs"), client("iam")
            ids = [v["VpcId"] for v in ec2.describe_vpcs()["Vpcs"]]
            ids += [s["SubnetId"] for s in ec2.describe_subnets()["Subnets"]]
            ids += [g["InternetGatewayId"] for g in ec2.describe_internet_gateways()["InternetGateways"]]
            ids += [a["AllocationId"] for a in ec2.describe_addresses()["Addresses"]]
            ids += [n["NatGatewayId"] for n in ec2.describe_nat_gateways()["NatGateways"]]
            ids += [t["RouteTableId"] for t in ec2.describe_route_tables()["RouteTables"]]
            ids += [g["GroupId"] for g in ec2.describe_security_groups()["SecurityGroups"]]
            for balancer in elb.describe_load_balancers()["LoadBalancers"]:
                ids.append(balancer["LoadBalancerArn"])
                for listener in elb.describe_listeners(LoadBalancerArn=balancer["LoadBalancerArn"])["Listeners"]:
                    ids.append(listener["ListenerArn"])
                    ids += [r["RuleArn"] for r in elb.describe_rules(ListenerArn=listener["ListenerArn"])["Rules"]]
            ids += [t["TargetGroupArn"] for t in elb.describe_target_groups()["TargetGroups"]]
            for cluster in ecs.list_clusters()["clusterArns"]:
                ids += [cluster] + ecs.list_services(cluster=cluster)["serviceArns"]
            ids += ["role " + r["RoleName"] for r in iam.list_roles()["Roles"]]
            ids += [g["arn"] for g in client("logs").describe_log_groups()["logGroups"]]
            ids += [s["ARN"] for s in client("secretsmanager").list_secrets()["SecretList"]]
            ids += [g["DBSubnetGroupArn"] for g in client("rds").describe_db_subnet_groups()["DBSubnetGroups"]]
            ids += [g["CacheSubnetGroupName"] for g in client("elasticache").describe_cache_subnet_groups()["CacheSubnetGroups"]]
            print(json.dumps(ids))
            """)
        return Set(try JSONDecoder().decode([String].self, from: Data(text.utf8)))
    }

    /// Everything that the stacks made is an adoption, and nothing of it is called or made anew.
    private func expectAdoptions(_ plan: PlanReport) {
        #expect(plan.errors == [])
        #expect(plan.changes.filter { $0.action != "adopt" }.map(\.address).sorted() == Self.new)
        #expect(plan.changes.filter { $0.action != "adopt" }.allSatisfy { $0.action == "create" })
        for environment in ["dev", "test"] {
            for name in [
                "VPC", "ApplicationSecurityGroup", "DatabaseSecurityGroup", "CacheSecurityGroup", "NatElasticIP2",
                "NatGateway1", "Cluster", "DBSubnetGroup", "CacheSubnetGroup", "acme/LoadBalancer",
                "acme/LoadBalancerSecurityGroup", "acme/TargetGroup", "acme/Listener", "acme/ExecutionRole",
                "acme/TaskDefinition", "acme/Service", "acme/Secret", "acme/LogGroup", "acme/Port4000Ingress",
                "acme/api2/Service", "acme/api2/ListenerRule", "acme/api2/TargetGroup", "acme/api2/TaskDefinition",
            ] {
                #expect(plan.change("\(environment)/\(name)")?.action == "adopt", "\(environment)/\(name)")
            }
        }
        // What differs is told as it is.
        let target = plan.change("dev/acme/TargetGroup")?.fields.map(\.description) ?? []
        #expect(target.contains("healthCheckIntervalSeconds: 20 -> 30"), "\(target)")
        #expect(target.contains("tags.plumbline:adopted: (none) -> targetGroupName"), "\(target)")
        #expect(!target.contains { $0.hasPrefix("targetGroupName") })
        #expect(plan.change("dev/acme/Service")?.identifier?.contains("dev-acme-service") == true)
    }

    @Test("take it over by tagging, whatever CloudFormation called it, and go on without `adopt` and without a record")
    func takesOver() async throws {
        let made = try await HandMade.open(stores: false)
        let world = made.world
        try await world.repository.commit(HandWritten.both(adopt: true), "Describe what is there")
        let before = try await identifiers(world)
        let plan = try await world.report("plan", "--detailed-exitcode", expect: 2)
        expectAdoptions(plan)
        // The stacks are read for it.
        #expect((plan.apiCalls["cloudformation:ListStacks"] ?? 0) > 0)

        try await world.converge()
        let after = try await identifiers(world)
        #expect(before.subtracting(after) == [])
        #expect(
            after.subtracting(before) == ["role x-dev-acme-ECSTaskRole", "role y-test-acme-ECSTaskRole"],
            "\(after.subtracting(before))")
        try await expectQuiet(world)
        try await made.expectStacksUntouched()
        // Other verbs know the service by its tags, too.
        let command = try await world.plumbline("exec", "dev/acme", "--print")
        #expect(command.code == 1 && command.errors.contains("dev-acme-service"), "\(command.said)")

        try await world.repository.commit(HandWritten.both(adopt: false), "What is ours need not be adopted")
        try await world.repository.git("update-ref", "-d", "refs/heads/plumbline/status")
        try await expectQuiet(world)
    }

    @Test("may leave it to `--adopt`, once")
    func byFlag() async throws {
        let made = try await HandMade.open(stores: false)
        let world = made.world
        try await world.repository.commit(HandWritten.both(adopt: false), "Describe what is there")
        let before = try await identifiers(world)
        let refused = try await world.report("plan", expect: 1)
        #expect(refused.errors.contains { $0.contains("set `adopt: true`") })
        #expect(refused.apiCalls["cloudformation:ListStacks"] == nil)
        expectAdoptions(try await world.report("plan", "--adopt", expect: 0))
        try await world.converge("--adopt")
        #expect(before.subtracting(try await identifiers(world)) == [])
        try await expectQuiet(world)
        try await world.repository.git("update-ref", "-d", "refs/heads/plumbline/status")
        try await expectQuiet(world)
    }

    @Test("take nothing where two could be meant, and name both")
    func ambiguous() async throws {
        let made = try await HandMade.open(stores: false)
        let world = made.world
        let ids = try await world.boto3(
            """
            ec2 = client("ec2")
            vpc = ec2.describe_vpcs(Filters=[{"Name": "tag:Name", "Values": ["x-dev-vpc"]}])["Vpcs"][0]["VpcId"]
            new = ec2.create_security_group(GroupName="old", Description="Access to the REDIS cache", VpcId=vpc)["GroupId"]
            held = [g["GroupId"] for g in ec2.describe_security_groups()["SecurityGroups"]
                    if g["VpcId"] == vpc and g["Description"] == "Access to the REDIS cache"]
            print(*sorted({new, *held}))
            """)
        #expect(ids.split(separator: " ").count == 2)
        try await world.repository.commit(
            HandWritten.files("dev", prefix: "x-", network: "10.192", adopt: true), "Describe what is there")
        let plan = try await world.report("plan", expect: 1)
        let told = try #require(plan.diagnostics.first { $0.message.contains("dev/CacheSecurityGroup, so none") })
        for id in ids.split(separator: " ") { #expect(told.message.contains(id)) }
        #expect(told.file == "dev.yaml" && told.line != nil)
        #expect(plan.errors.count == 1)
        #expect(plan.change("dev/CacheSecurityGroup") == nil)
        #expect(plan.change("dev/DatabaseSecurityGroup")?.action == "adopt")
        // One line says which it is.
        let right = ids.split(separator: " ")[0]
        let text = try #require(HandWritten.files("dev", prefix: "x-", network: "10.192", adopt: true)["dev.yaml"])
        let said = text.replacing(
            "cluster: { capacity: fargate }",
            with: "cluster: { capacity: fargate }\n  overrides: { CacheSecurityGroup: { identifier: \(right) } }",
            maxReplacements: 1)
        try await world.repository.commit(["dev.yaml": said])
        let chosen = try await world.report("plan", expect: 0)
        #expect(chosen.change("dev/CacheSecurityGroup")?.identifier == String(right))
    }

    @Test("look on where the stacks may not be listed, and say so")
    func withoutStacks() async throws {
        let made = try await HandMade.open(stores: false)
        let world = made.world
        try await world.repository.commit(
            HandWritten.files("dev", prefix: "x-", network: "10.192", adopt: true), "Describe what is there")
        let denied = Fault.Kind.error(status: 400, code: "AccessDenied", message: "not allowed")
        try await world.aws.inject(Fault(denied, action: "ListStacks", count: -1))
        let plan = try await world.report("plan", expect: 0)
        let told = plan.diagnostics.filter { $0.message.contains("was looked for in part only") }
        #expect(told.count == 1 && told.first?.severity == "warning")
        // Services and their neighbours tell the rest.
        #expect(plan.change("dev/acme/LoadBalancer")?.action == "adopt")
    }

    @Test("keep hosts and jump boxes under the names that they have; the launch template is new")
    func hosts() async throws {
        let made = try await HandMade.openWithHosts()
        let world = made.world
        try await world.repository.commit(HandWritten.onHosts(adopt: true), "Describe what is there")
        let plan = try await world.report("plan", "--detailed-exitcode", expect: 2)
        #expect(plan.errors == [])
        #expect(
            plan.changes.filter { $0.action != "adopt" }.map(\.address).sorted() == [
                "dev/CapacityProvider", "dev/LaunchTemplate", "dev/acme/Parameter", "dev/acme/TaskRole",
            ])
        for (address, name) in [
            ("dev/AutoScalingGroup", "dev-cluster-AutoScalingGroup"),
            ("dev/InstanceProfile", "dev-cluster-InstanceProfile"),
            ("dev/HostRole", "dev-cluster-EC2Role"),
        ] {
            let change = plan.change(address)
            #expect(change?.action == "adopt" && change?.identifier?.hasPrefix(name) == true, "\(address)")
        }
        #expect(plan.change("dev/JumpBoxInstance2")?.action == "adopt")
        let group = plan.change("dev/AutoScalingGroup")?.fields.first { $0.name == "launchTemplate" }
        #expect(group?.before.description.hasPrefix("launch configuration ") == true)
        try await world.converge()
        try await expectQuiet(world)
        try await world.repository.commit(HandWritten.onHosts(adopt: false), "What is ours need not be adopted")
        try await world.repository.git("update-ref", "-d", "refs/heads/plumbline/status")
        try await expectQuiet(world)
    }

    /// The next plan has nothing to do, and does not look any further.
    private func expectQuiet(_ world: World, sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let plan = try await world.report("plan", "--detailed-exitcode", expect: 0, sourceLocation: sourceLocation)
        #expect(plan.lines == [], sourceLocation: sourceLocation)
        #expect(plan.errors == [], sourceLocation: sourceLocation)
        #expect(plan.apiCalls["cloudformation:ListStacks"] == nil, sourceLocation: sourceLocation)
    }
}
