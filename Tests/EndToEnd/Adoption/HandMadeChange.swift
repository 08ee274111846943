/// Something that somebody changes behind Plumbline's back in an environment that was taken over.
struct HandMadeChange {
    let name: String
    /// boto3, after `prelude`.
    let script: String
    /// The one resource that the plan has to change, and the one field.
    let address: String
    let field: String

    init(_ name: String, _ script: String, _ address: String, _ field: String) {
        (self.name, self.script, self.address, self.field) = (name, script, address, field)
    }

    static let prelude = """
        ec2, elb, iam, ecs, logs = client("ec2"), client("elbv2"), client("iam"), client("ecs"), client("logs")
        def named(name): return [{"Name": "tag:Name", "Values": [name]}]
        def vpc(): return ec2.describe_vpcs(Filters=named("x-dev-vpc"))["Vpcs"][0]["VpcId"]
        def subnet(name): return ec2.describe_subnets(Filters=named(name))["Subnets"][0]["SubnetId"]
        def table(name): return ec2.describe_route_tables(Filters=named(name))["RouteTables"][0]["RouteTableId"]
        def group(word):
            return [g["GroupId"] for g in ec2.describe_security_groups()["SecurityGroups"]
                    if g["GroupName"].startswith("dev-network-" + word)][0]
        def balancer():
            return [b["LoadBalancerArn"] for b in elb.describe_load_balancers()["LoadBalancers"]
                    if b["LoadBalancerName"].startswith("dev-acme")][0]
        def targets(): return elb.describe_target_groups(LoadBalancerArn=balancer())["TargetGroups"]
        def target():
            return [t["TargetGroupArn"] for t in targets() if t["TargetGroupName"].startswith("dev-acme-load")][0]
        def extra_target(): return elb.describe_target_groups(Names=["dev-acme-api2"])["TargetGroups"][0]["TargetGroupArn"]
        def listener(): return elb.describe_listeners(LoadBalancerArn=balancer())["Listeners"][0]["ListenerArn"]
        def rule():
            return [r["RuleArn"] for r in elb.describe_rules(ListenerArn=listener())["Rules"] if not r["IsDefault"]][0]
        def role():
            return [r["RoleName"] for r in iam.list_roles()["Roles"] if r["RoleName"].startswith("dev-acme-service")][0]
        def service(word):
            return [s for s in ecs.list_services(cluster="x-dev")["serviceArns"] if word in s][0]

        """

    static let all = [
        HandMadeChange(
            "DNS host names of the VPC",
            "ec2.modify_vpc_attribute(VpcId=vpc(), EnableDnsHostnames={\"Value\": False})", "dev/VPC",
            "enableDnsHostnames"),
        HandMadeChange(
            "public addresses of a subnet",
            """
            ec2.modify_subnet_attribute(
                SubnetId=subnet("x-dev Private Subnet (AZ1)"), MapPublicIpOnLaunch={"Value": True})
            """, "dev/PrivateSubnet1", "mapPublicIpOnLaunch"),
        HandMadeChange(
            "a way out",
            "ec2.delete_route(RouteTableId=table(\"x-dev Private Routes (AZ2)\"), DestinationCidrBlock=\"0.0.0.0/0\")",
            "dev/PrivateRouteTable2", "routes"),
        HandMadeChange(
            "a route more",
            """
            ec2.create_route(
                RouteTableId=table("x-dev Public Routes"), DestinationCidrBlock="192.0.2.0/24",
                GatewayId=ec2.describe_internet_gateways(Filters=named("x-dev-gw"))["InternetGateways"][0]["InternetGatewayId"])
            """, "dev/PublicRouteTable", "routes"),
        HandMadeChange(
            "the databases' door",
            """
            ec2.authorize_security_group_ingress(
                GroupId=group("Database"), IpProtocol="tcp", FromPort=22, ToPort=22, CidrIp="192.0.2.0/24")
            """, "dev/DatabaseSecurityGroup", "ingress"),
        HandMadeChange(
            "the caches' door",
            """
            ec2.authorize_security_group_ingress(
                GroupId=group("Cache"), IpProtocol="tcp", FromPort=22, ToPort=22, CidrIp="192.0.2.0/24")
            """, "dev/CacheSecurityGroup", "ingress"),
        HandMadeChange(
            "the application's way out",
            """
            ec2.revoke_security_group_egress(
                GroupId=group("Application"), IpPermissions=[{"IpProtocol": "-1", "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}])
            """, "dev/ApplicationSecurityGroup", "egress"),
        HandMadeChange(
            "who may reach the load balancer",
            """
            ec2.authorize_security_group_ingress(
                GroupId=group("LoadBalancer"), IpProtocol="tcp", FromPort=80, ToPort=80, CidrIp="0.0.0.0/0")
            """, "dev/acme/LoadBalancerSecurityGroup", "ingress"),
        HandMadeChange(
            "the description of the databases' subnets",
            """
            rds = client("rds")
            held = rds.describe_db_subnet_groups(DBSubnetGroupName="x-dev-db")["DBSubnetGroups"][0]
            rds.modify_db_subnet_group(
                DBSubnetGroupName="x-dev-db", DBSubnetGroupDescription="Else",
                SubnetIds=[s["SubnetIdentifier"] for s in held["Subnets"]])
            """, "dev/DBSubnetGroup", "groupDescription"),
        HandMadeChange(
            "container insights",
            """
            ecs.update_cluster(cluster="x-dev", settings=[{"name": "containerInsights", "value": "enabled"}])
            """, "dev/Cluster", "containerInsights"),
        HandMadeChange(
            "the retention of the logs",
            "logs.put_retention_policy(logGroupName=\"x-dev-acme-logs\", retentionInDays=365)", "dev/acme/LogGroup",
            "retentionInDays"),
        HandMadeChange(
            "the idle timeout",
            """
            elb.modify_load_balancer_attributes(
                LoadBalancerArn=balancer(), Attributes=[{"Key": "idle_timeout.timeout_seconds", "Value": "30"}])
            """, "dev/acme/LoadBalancer", "attributes.idle_timeout.timeout_seconds"),
        HandMadeChange(
            "the interval of a health check",
            "elb.modify_target_group(TargetGroupArn=target(), HealthCheckIntervalSeconds=60)", "dev/acme/TargetGroup",
            "healthCheckIntervalSeconds"),
        HandMadeChange(
            "the matcher of a health check",
            "elb.modify_target_group(TargetGroupArn=target(), Matcher={\"HttpCode\": \"200-499\"})",
            "dev/acme/TargetGroup", "matcher"),
        HandMadeChange(
            "the deregistration delay",
            """
            elb.modify_target_group_attributes(
                TargetGroupArn=target(), Attributes=[{"Key": "deregistration_delay.timeout_seconds", "Value": "5"}])
            """, "dev/acme/TargetGroup", "attributes.deregistration_delay.timeout_seconds"),
        HandMadeChange(
            "the path of an extra's health check",
            "elb.modify_target_group(TargetGroupArn=extra_target(), HealthCheckPath=\"/\")",
            "dev/acme/api2/TargetGroup",
            "healthCheckPath"),
        HandMadeChange(
            "the path of an extra",
            "elb.modify_rule(RuleArn=rule(), Conditions=[{\"Field\": \"path-pattern\", \"Values\": [\"/else\"]}])",
            "dev/acme/api2/ListenerRule", "pathPatterns"),
        HandMadeChange(
            "what the role may do",
            """
            iam.attach_role_policy(RoleName=role(), PolicyArn="arn:aws:iam::aws:policy/AdministratorAccess")
            """, "dev/acme/ExecutionRole", "managedPolicies"),
        HandMadeChange(
            "the number of tasks",
            "ecs.update_service(cluster=\"x-dev\", service=service(\"dev-acme-service\"), desiredCount=3)",
            "dev/acme/Service", "desiredCount"),
        HandMadeChange(
            "the class of the database",
            """
            client("rds").modify_db_instance(
                DBInstanceIdentifier="x-dev-main", DBInstanceClass="db.m5.large", ApplyImmediately=True)
            """, "dev/main/DBInstance", "instanceClass"),
    ]
}
