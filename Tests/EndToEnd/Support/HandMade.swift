import EmulatorSupport
import Foundation
import Testing

/// An AWS with environments that were made as the seed tells: stack by stack, and some things by hand.
struct HandMade {
    let world: World
    /// Where `plumbline adopt` writes.
    let folder: Folder

    var directory: URL { folder.url("config") }

    /// Two environments beside each other, each with a node and an extra: `dev` with the prefix `x-`, with a database and
    /// a cache unless told otherwise, and `test` with `y-`.
    static func open(stores: Bool = true) async throws -> HandMade {
        let made = HandMade(world: try await World.open(nil), folder: try Folder())
        if stores {
            try await made.seed("dev", "x-", "10.192", "stores")
        } else {
            try await made.seed("dev", "x-", "10.192")
        }
        try await made.seed("test", "y-", "10.193")
        return made
    }

    /// The environment `dev` on EC2 hosts with a launch configuration, and with jump boxes.
    static func openWithHosts() async throws -> HandMade {
        let made = HandMade(world: try await World.open(nil), folder: try Folder())
        try await made.seed("dev", "x-", "10.192", "hosts")
        return made
    }

    private func seed(_ arguments: String...) async throws {
        let script = TestPython.root.appendingPathComponent("Tests/Emulator/cloudformation/seed.py").path
        let words = (["seed.py"] + arguments).map { "\"\($0)\"" }.joined(separator: ", ")
        try await world.boto3(
            """
            import runpy, sys
            sys.argv = [\(words)]
            runpy.run_path("\(script)", run_name="__main__")
            """)
    }

    /// Runs `plumbline adopt` for an environment.
    func adopt(_ environment: String = "dev", prefix: String = "x-", _ options: String...) async throws -> Finished {
        try await Program.run(
            Program.plumbline,
            [
                "adopt", "--environment", environment, "--region", world.region, "--prefix", prefix, "--directory",
                directory.path,
            ] + options, environment: world.environment)
    }

    /// What was written, by path below the directory.
    func files() throws -> [String: String] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: directory.path)
        var files: [String: String] = [:]
        for path in paths where path.hasSuffix(".yaml") || path.hasSuffix(".md") {
            files[path] = try String(contentsOf: directory.appendingPathComponent(path), encoding: .utf8)
        }
        return files
    }

    /// Commits what was written.
    func commit() async throws {
        try await world.repository.commit(try files(), "Describe what is there")
    }
}

extension HandMade {
    /// The calls by which something was made, changed or deleted, apart from tags.
    static func changes(_ before: [String: Int], _ after: [String: Int]) -> [String: Int] {
        let harmless = ["Describe", "List", "Get", "BatchGet", "Assume"]
        return after.filter { action, count in
            let name = action.split(separator: ":").last.map(String.init) ?? ""
            guard count != before[action], !name.contains("Tag") else { return false }
            return !harmless.contains(where: name.hasPrefix)
        }
    }

    /// CloudFormation's tags and stacks are as they were made.
    func expectStacksUntouched(sourceLocation: SourceLocation = #_sourceLocation) async throws {
        let said = try await world.boto3(
            """
            stacks = client("cloudformation").list_stacks()["StackSummaries"]
            tagged = client("ec2").describe_tags(Filters=[{"Name": "key", "Values": ["aws:cloudformation:stack-name"]}])
            print({s["StackStatus"] for s in stacks}, len(stacks), len(tagged["Tags"]) > 10)
            """)
        #expect(said == "{'CREATE_COMPLETE'} 11 True", sourceLocation: sourceLocation)
    }

    /// Everything of the environment `test`, tags included, as text.
    func surroundings() async throws -> String {
        try await world.boto3(
            """
            ec2, elb, ecs = client("ec2"), client("elbv2"), client("ecs")
            vpc = ec2.describe_vpcs(Filters=[{"Name": "tag:Name", "Values": ["y-test-vpc"]}])["Vpcs"][0]
            inside = [{"Name": "vpc-id", "Values": [vpc["VpcId"]]}]
            seen = [vpc, ec2.describe_subnets(Filters=inside)["Subnets"], ec2.describe_route_tables(Filters=inside)["RouteTables"],
                    ec2.describe_security_groups(Filters=inside)["SecurityGroups"],
                    ec2.describe_nat_gateways(Filter=inside)["NatGateways"]]
            for balancer in elb.describe_load_balancers()["LoadBalancers"]:
                if balancer["VpcId"] != vpc["VpcId"]: continue
                arn = balancer["LoadBalancerArn"]
                listeners = elb.describe_listeners(LoadBalancerArn=arn)["Listeners"]
                groups = elb.describe_target_groups(LoadBalancerArn=arn)["TargetGroups"]
                arns = [arn] + [l["ListenerArn"] for l in listeners] + [g["TargetGroupArn"] for g in groups]
                seen += [balancer, listeners, groups, elb.describe_tags(ResourceArns=arns)["TagDescriptions"]]
                seen += [elb.describe_rules(ListenerArn=l["ListenerArn"])["Rules"] for l in listeners]
            services = ecs.list_services(cluster="y-test")["serviceArns"]
            seen += [ecs.describe_clusters(clusters=["y-test"], include=["TAGS", "SETTINGS"])["clusters"]]
            seen += [ecs.describe_services(cluster="y-test", services=services, include=["TAGS"])["services"]]
            for family in ["test-acme", "test-acme-api2"]:
                task = ecs.describe_task_definition(taskDefinition=family, include=["TAGS"])
                seen += [task["taskDefinition"], task.get("tags")]
            iam = client("iam")
            roles = [r["RoleName"] for r in iam.list_roles()["Roles"] if r["RoleName"].startswith("test-")]
            seen += [iam.list_role_tags(RoleName=r)["Tags"] for r in roles]
            print(json.dumps(seen, default=str, sort_keys=True))
            """)
    }
}
