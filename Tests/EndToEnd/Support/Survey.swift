import EmulatorSupport
import Foundation

/// What boto3 sees in a region: the names of everything that is not AWS's own, by kind. A thing that is there twice
/// stands there twice.
struct Survey: Equatable, CustomStringConvertible {
    var names: [String: [String]]

    init(_ names: [String: [String]]) { self.names = names.filter { !$0.value.isEmpty }.mapValues { $0.sorted() } }

    var isEmpty: Bool { names.isEmpty }

    var description: String {
        names.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.joined(separator: ", "))" }
            .joined(separator: "\n")
    }

    /// Without some kinds.
    func without(_ kinds: String...) -> Survey { Survey(names.filter { !kinds.contains($0.key) }) }

    /// The names that are not unique, with their kind.
    var duplicates: [String] {
        names.flatMap { kind, names in
            Dictionary(grouping: names) { $0 }.filter { $0.value.count > 1 }.keys.map { "\(kind) \($0)" }
        }.sorted()
    }

    /// Looks at the world's region; roles have none, so only those of the named environments count.
    static func take(_ world: World, environments: [String] = ["dev"]) async throws -> Survey {
        let answer = try await world.boto3(script, ["ENVIRONMENTS": environments.joined(separator: " ")])
        return Survey(try JSONDecoder().decode([String: [String]].self, from: Data(answer.utf8)))
    }

    private static let script = #"""
        ec2, elb, ecs, found = client("ec2"), client("elbv2"), client("ecs"), {}

        def name(thing):
            return next((tag["Value"] for tag in thing.get("Tags", []) if tag["Key"] == "Name"), "without a name")

        def note(kind, names):
            found[kind] = list(names)

        own = {v["VpcId"] for v in ec2.describe_vpcs()["Vpcs"] if v["IsDefault"]}
        def ours(things): return [thing for thing in things if thing.get("VpcId") not in own]

        note("vpc", map(name, ours(ec2.describe_vpcs()["Vpcs"])))
        note("subnet", map(name, ours(ec2.describe_subnets()["Subnets"])))
        note("gateway", (name(g) for g in ec2.describe_internet_gateways()["InternetGateways"]
            if not {a["VpcId"] for a in g["Attachments"]} & own))
        note("address", map(name, ec2.describe_addresses()["Addresses"]))
        note("nat", (name(n) for n in ec2.describe_nat_gateways()["NatGateways"] if n["State"] != "deleted"))
        note("routes", (name(t) for t in ours(ec2.describe_route_tables()["RouteTables"])
            if not any(a["Main"] for a in t["Associations"])))
        groups = [g for g in ours(ec2.describe_security_groups()["SecurityGroups"]) if g["GroupName"] != "default"]
        note("group", (g["GroupName"] for g in groups))
        for balancer in elb.describe_load_balancers()["LoadBalancers"]:
            title = balancer["LoadBalancerName"]
            found.setdefault("balancer", []).append(title)
            for listener in elb.describe_listeners(LoadBalancerArn=balancer["LoadBalancerArn"])["Listeners"]:
                found.setdefault("listener", []).append(f"{title}:{listener['Port']}")
                for rule in elb.describe_rules(ListenerArn=listener["ListenerArn"])["Rules"]:
                    if not rule["IsDefault"]:
                        paths = [c["PathPatternConfig"]["Values"][0] if "PathPatternConfig" in c else c["Values"][0]
                            for c in rule["Conditions"]]
                        found.setdefault("rule", []).append(f"{title}:{listener['Port']} {rule['Priority']} {paths[0]}")
        note("target", (t["TargetGroupName"] for t in elb.describe_target_groups()["TargetGroups"]))
        for cluster in ecs.describe_clusters(clusters=ecs.list_clusters()["clusterArns"])["clusters"]:
            if cluster["status"] != "ACTIVE": continue
            found.setdefault("cluster", []).append(cluster["clusterName"])
            for arn in ecs.list_services(cluster=cluster["clusterName"])["serviceArns"]:
                service = ecs.describe_services(cluster=cluster["clusterName"], services=[arn])["services"][0]
                if service["status"] == "ACTIVE":
                    found.setdefault("service", []).append(service["serviceName"])
        note("task definition", (a.split("/")[-1] for a in ecs.list_task_definitions()["taskDefinitionArns"]))
        roles = client("iam").list_roles()["Roles"]
        prefixes = tuple(f"x-{e}-" for e in os.environ["ENVIRONMENTS"].split())
        note("role", (r["RoleName"] for r in roles if r["RoleName"].startswith(prefixes)))
        note("repository", (r["repositoryName"] for r in client("ecr").describe_repositories()["repositories"]))
        note("log group", (g["logGroupName"] for g in client("logs").describe_log_groups()["logGroups"]))
        note("secret", (s["Name"] for s in client("secretsmanager").list_secrets(MaxResults=100)["SecretList"]))
        pages = client("ssm").get_paginator("describe_parameters").paginate()
        # Once a public one was asked for, the emulator lists all of them, which AWS never does.
        note("parameter", (p["Name"] for page in pages for p in page["Parameters"] if not p["Name"].startswith("/aws/")))
        note("db subnets", (g["DBSubnetGroupName"] for g in client("rds").describe_db_subnet_groups()["DBSubnetGroups"]))
        caches = client("elasticache").describe_cache_subnet_groups()["CacheSubnetGroups"]
        note("cache subnets", (g["CacheSubnetGroupName"] for g in caches if g["CacheSubnetGroupName"] != "default"))
        note("profile", (p["InstanceProfileName"] for p in client("iam").list_instance_profiles()["InstanceProfiles"]))
        note("people", (g["GroupName"] for g in client("iam").list_groups()["Groups"]))
        note("key pair", (k["KeyName"] for k in ec2.describe_key_pairs()["KeyPairs"]))
        note("launch template", (t["LaunchTemplateName"] for t in ec2.describe_launch_templates()["LaunchTemplates"]))
        scaling = client("autoscaling").describe_auto_scaling_groups()["AutoScalingGroups"]
        note("scaling group", (g["AutoScalingGroupName"] for g in scaling))
        machines = [i for r in ec2.describe_instances()["Reservations"] for i in r["Instances"]]
        note("machine", map(name, (i for i in machines if i["State"]["Name"] != "terminated")))
        hosts = [f"x-{e}-ec2" for e in os.environ["ENVIRONMENTS"].split()]
        note("provider", (p["name"] for p in ecs.describe_capacity_providers(capacityProviders=hosts)["capacityProviders"]))
        print(json.dumps(found))
        """#
}
