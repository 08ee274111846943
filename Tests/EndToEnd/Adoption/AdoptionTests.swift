import EmulatorSupport
import Foundation
import Testing

@Suite("Adoption", .inTurn)
struct AdoptionTests {
    /// Takes Plumbline's own tags off everything, so that it stands there as if it had been made by hand.
    private static let disown = """
        keys = ["plumbline:address", "plumbline:installation", "plumbline:deletionPolicy"]
        ec2, elb, ecs, rds, cache = client("ec2"), client("elbv2"), client("ecs"), client("rds"), client("elasticache")
        tagged = ec2.describe_tags(Filters=[{"Name": "key", "Values": keys}])["Tags"]
        for resource in {tag["ResourceId"] for tag in tagged}:
            ec2.delete_tags(Resources=[resource], Tags=[{"Key": key} for key in keys])
        rules = [r for r in ec2.describe_security_group_rules()["SecurityGroupRules"] if r.get("Tags")]
        for rule in rules:
            ec2.delete_tags(Resources=[rule["SecurityGroupRuleId"]], Tags=[{"Key": t["Key"]} for t in rule["Tags"]])
        arns = [g["TargetGroupArn"] for g in elb.describe_target_groups()["TargetGroups"]]
        for balancer in elb.describe_load_balancers()["LoadBalancers"]:
            arns.append(balancer["LoadBalancerArn"])
            for listener in elb.describe_listeners(LoadBalancerArn=balancer["LoadBalancerArn"])["Listeners"]:
                arns.append(listener["ListenerArn"])
                arns += [r["RuleArn"] for r in elb.describe_rules(ListenerArn=listener["ListenerArn"])["Rules"]
                         if not r["IsDefault"]]
        for arn in arns:
            elb.remove_tags(ResourceArns=[arn], TagKeys=keys)
        arns = ecs.list_task_definitions()["taskDefinitionArns"]
        for cluster in ecs.list_clusters()["clusterArns"]:
            arns += [cluster] + ecs.list_services(cluster=cluster)["serviceArns"]
        for arn in arns:
            ecs.untag_resource(resourceArn=arn, tagKeys=keys)
        for group in rds.describe_db_subnet_groups()["DBSubnetGroups"]:
            rds.remove_tags_from_resource(ResourceName=group["DBSubnetGroupArn"], TagKeys=keys)
        for group in cache.describe_cache_subnet_groups()["CacheSubnetGroups"]:
            if group.get("ARN"):
                cache.remove_tags_from_resource(ResourceName=group["ARN"], TagKeys=keys)
        logs, iam, secrets, ssm = client("logs"), client("iam"), client("secretsmanager"), client("ssm")
        for group in logs.describe_log_groups()["logGroups"]:
            logs.untag_resource(resourceArn=group["arn"].removesuffix(":*"), tagKeys=keys)
        for role in iam.list_roles()["Roles"]:
            iam.untag_role(RoleName=role["RoleName"], TagKeys=keys)
        for secret in secrets.list_secrets()["SecretList"]:
            secrets.untag_resource(SecretId=secret["ARN"], TagKeys=keys)
        for parameter in ssm.describe_parameters()["Parameters"]:
            ssm.remove_tags_from_resource(ResourceType="Parameter", ResourceId=parameter["Name"], TagKeys=keys)
        """

    /// Two environments side by side, with the same nodes.
    private static let files: [String: String] = Small.files().merging(
        [
            "test.yaml": Small.environment("test", cidr: "10.193.0.0/16"),
            "test-acme.yaml": Small.node(environment: "test"),
            "test-api2.yaml": Small.extra(environment: "test"),
        ]) { $1 }

    /// What somebody else made of the same manifests, seen by a team that begins with Plumbline.
    private func foundByNewcomers() async throws -> World {
        let makers = try await World.open(Self.files)
        try await makers.converge()
        try await makers.boto3(Self.disown)
        let newcomers = try await World.open(nil, aws: makers.aws)
        try await newcomers.repository.commit(Self.files, "Describe what is there")
        return newcomers
    }

    @Test("what is there under the seed's names is taken over by tagging, and nothing else changes")
    func takesOver() async throws {
        let world = try await foundByNewcomers()
        let refused = try await world.report("plan", expect: 1)
        #expect(refused.errors.contains { $0.contains("set `adopt: true`") })

        let plan = try await world.report("plan", "--adopt", expect: 0)
        #expect(plan.errors == [])
        #expect(plan.lines.filter { !$0.hasPrefix("adopt ") } == [])
        #expect(plan.changes.flatMap(\.fields).map(\.name).filter { !$0.hasPrefix("tags.") } == [])
        for address in [
            "dev/acme/Listener", "test/acme/Listener", "test/acme/api2/ListenerRule", "dev/acme/Port4000Ingress",
        ] {
            #expect(plan.change(address)?.action == "adopt", "\(address)")
        }
        let made = try await world.aws.counts()
        let applied = try await world.report("apply", "--adopt", "--auto-approve", expect: 0)
        #expect(applied.outcome == "converged", "\(applied.errors)")
        let creates = try await world.aws.counts().actions.filter { name, count in
            let verb = name.split(separator: ":").last ?? ""
            return ["Create", "Authorize", "Register", "Delete", "Revoke"].contains(where: verb.hasPrefix)
                && verb != "CreateTags" && count != made.actions[name]
        }
        #expect(creates == [:], "something was made or deleted")
        try await world.expectNoChanges()
    }

    @Test("two that have the name are both told, and neither is touched")
    func ambiguous() async throws {
        let world = try await World.open()
        let ids = try await world.boto3(
            """
            tags = [{"ResourceType": "vpc", "Tags": [{"Key": "Name", "Value": "x-dev-vpc"}]}]
            ec2 = client("ec2")
            ids = [ec2.create_vpc(CidrBlock=b, TagSpecifications=tags)["Vpc"]["VpcId"]
                   for b in ("10.192.0.0/16", "10.200.0.0/16")]
            print(*ids)
            """
        ).split(separator: " ").map(String.init)
        let plan = try await world.report("plan", "--adopt", expect: 1)
        let told = try #require(plan.errors.first { $0.contains("more than once") })
        for id in ids { #expect(told.contains(id)) }
        #expect(plan.change("dev/VPC") == nil)
    }
}
