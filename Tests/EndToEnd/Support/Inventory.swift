import EmulatorSupport
import Foundation

/// Every single resource of a region and of the account's IAM, told by boto3: what is there after something was taken
/// down that was not there before it, was left behind.
struct Inventory {
    struct Item: Hashable, Comparable, Decodable, CustomStringConvertible {
        let kind: String
        /// AWS's id or name, and what people call it.
        let name: String

        init(from decoder: any Decoder) throws {
            var container = try decoder.unkeyedContainer()
            kind = try container.decode(String.self)
            name = try container.decode(String.self)
        }

        var description: String { "\(kind) \(name)" }
        static func < (a: Item, b: Item) -> Bool { (a.kind, a.name) < (b.kind, b.name) }
    }

    static func take(_ world: World) async throws -> Set<Item> {
        let answer = try await world.boto3(script)
        return Set(try JSONDecoder().decode([Item].self, from: Data(answer.utf8)))
    }

    private static let script = #"""
        found = []
        def note(kind, names): found.extend([kind, str(n)] for n in names)
        ec2, elb, ecs, rds, iam = (client(n) for n in ("ec2", "elbv2", "ecs", "rds", "iam"))
        def label(t, key):
            return t[key] + " " + next((g["Value"] for g in t.get("Tags", []) if g["Key"] == "Name"), "")
        note("vpc", (label(t, "VpcId") for t in ec2.describe_vpcs()["Vpcs"]))
        note("subnet", (label(t, "SubnetId") for t in ec2.describe_subnets()["Subnets"]))
        note("gateway", (label(t, "InternetGatewayId") for t in ec2.describe_internet_gateways()["InternetGateways"]))
        note("nat", (label(t, "NatGatewayId") for t in ec2.describe_nat_gateways()["NatGateways"]
                     if t["State"] != "deleted"))
        note("address", (label(t, "AllocationId") for t in ec2.describe_addresses()["Addresses"]))
        note("route table", (label(t, "RouteTableId") for t in ec2.describe_route_tables()["RouteTables"]))
        note("security group", (t["GroupId"] + " " + t["GroupName"] for t in ec2.describe_security_groups()["SecurityGroups"]))
        note("security group rule", (t["SecurityGroupRuleId"]
                                     for t in ec2.describe_security_group_rules()["SecurityGroupRules"]))
        note("instance", (label(i, "InstanceId") for r in ec2.describe_instances()["Reservations"]
                          for i in r["Instances"] if i["State"]["Name"] != "terminated"))
        note("volume", (t["VolumeId"] for t in ec2.describe_volumes()["Volumes"]))
        note("key pair", (t["KeyName"] for t in ec2.describe_key_pairs()["KeyPairs"]))
        note("launch template", (t["LaunchTemplateName"] for t in ec2.describe_launch_templates()["LaunchTemplates"]))
        note("auto scaling group", (t["AutoScalingGroupName"]
                                    for t in client("autoscaling").describe_auto_scaling_groups()["AutoScalingGroups"]))
        for b in elb.describe_load_balancers()["LoadBalancers"]:
            found.append(["load balancer", b["LoadBalancerArn"]])
            for listener in elb.describe_listeners(LoadBalancerArn=b["LoadBalancerArn"])["Listeners"]:
                found.append(["listener", listener["ListenerArn"]])
                rules = elb.describe_rules(ListenerArn=listener["ListenerArn"])["Rules"]
                note("rule", (r["RuleArn"] for r in rules if not r["IsDefault"]))
        note("target group", (t["TargetGroupArn"] for t in elb.describe_target_groups()["TargetGroups"]))
        for c in ecs.describe_clusters(clusters=ecs.list_clusters()["clusterArns"])["clusters"]:
            if c["status"] != "ACTIVE": continue
            found.append(["cluster", c["clusterArn"]])
            for arn in ecs.list_services(cluster=c["clusterArn"])["serviceArns"]:
                s = ecs.describe_services(cluster=c["clusterArn"], services=[arn])["services"][0]
                if s["status"] != "INACTIVE": found.append(["service", arn])
        note("task definition", ecs.list_task_definitions()["taskDefinitionArns"])
        note("scalable target", (t["ResourceId"] for t in client("application-autoscaling")
             .describe_scalable_targets(ServiceNamespace="ecs")["ScalableTargets"]))
        note("role", (t["RoleName"] for t in iam.list_roles()["Roles"] if not t["Path"].startswith("/aws-")))
        note("instance profile", (t["InstanceProfileName"] for t in iam.list_instance_profiles()["InstanceProfiles"]))
        note("group", (t["GroupName"] for t in iam.list_groups()["Groups"]))
        note("repository", (t["repositoryName"] for t in client("ecr").describe_repositories()["repositories"]))
        note("log group", (t["logGroupName"] for t in client("logs").describe_log_groups()["logGroups"]))
        note("secret", (t["Name"] for t in client("secretsmanager").list_secrets(MaxResults=100)["SecretList"]))
        pages = client("ssm").get_paginator("describe_parameters").paginate()
        parameters = [parameter for page in pages for parameter in page["Parameters"]]
        # AWS's own, which the emulator lists once somebody has read one.
        note("parameter", (t["Name"] for t in parameters if not t["Name"].startswith("/aws/")))
        note("db subnet group", (t["DBSubnetGroupName"] for t in rds.describe_db_subnet_groups()["DBSubnetGroups"]))
        note("db instance", (t["DBInstanceIdentifier"] for t in rds.describe_db_instances()["DBInstances"]))
        note("db cluster", (t["DBClusterIdentifier"] for t in rds.describe_db_clusters()["DBClusters"]))
        note("db snapshot", (t["DBSnapshotIdentifier"] for t in rds.describe_db_snapshots()["DBSnapshots"]))
        note("db snapshot", (t["DBClusterSnapshotIdentifier"]
                             for t in rds.describe_db_cluster_snapshots()["DBClusterSnapshots"]))
        caches = client("elasticache")
        note("cache subnet group", (t["CacheSubnetGroupName"]
                                    for t in caches.describe_cache_subnet_groups()["CacheSubnetGroups"]))
        note("replication group", (t["ReplicationGroupId"]
                                   for t in caches.describe_replication_groups()["ReplicationGroups"]))
        print(json.dumps(found))
        """#
}
