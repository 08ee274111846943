extension DriftCase {
    static let network = [
        DriftCase(
            "a tag of the VPC is changed",
            """
            ec2.create_tags(Resources=[vpc()], Tags=[{"Key": "CostCode", "Value": "9999"}])
            """,
            shows: ["update dev/VPC (drift) tags.CostCode: 9999 -> 0042"]),
        DriftCase(
            "a tag of a subnet is removed",
            """
            ec2.delete_tags(Resources=[subnet("x-dev Private Subnet (AZ1)")], Tags=[{"Key": "ContactEmail"}])
            """,
            shows: ["update dev/PrivateSubnet1 (drift) tags.ContactEmail: (none) -> ops@example.com"]),
        DriftCase(
            "DNS hostnames of the VPC are turned off",
            """
            ec2.modify_vpc_attribute(VpcId=vpc(), EnableDnsHostnames={"Value": False})
            """,
            shows: ["update dev/VPC (drift) enableDnsHostnames: false -> true"]),
        DriftCase(
            "public addresses on launch are turned off for a public subnet",
            """
            ec2.modify_subnet_attribute(
                SubnetId=subnet("x-dev Public Subnet (AZ2)"), MapPublicIpOnLaunch={"Value": False})
            """,
            shows: ["update dev/PublicSubnet2 (drift) mapPublicIpOnLaunch: false -> true"]),
        DriftCase(
            "the route to the internet is deleted",
            """
            ec2.delete_route(RouteTableId=table("x-dev Public Routes"), DestinationCidrBlock="0.0.0.0/0")
            """,
            shows: [
                "update dev/PublicRouteTable (drift) routes: [] -> [{destination: 0.0.0.0/0, target: igw-#}]"
            ]),
        DriftCase(
            "a route is led past the NAT gateway",
            """
            attached = [{"Name": "attachment.vpc-id", "Values": [vpc()]}]
            gateway = ec2.describe_internet_gateways(Filters=attached)["InternetGateways"][0]
            ec2.replace_route(RouteTableId=table("x-dev Private Routes (AZ1)"), DestinationCidrBlock="0.0.0.0/0",
                GatewayId=gateway["InternetGatewayId"])
            """,
            shows: [
                """
                update dev/PrivateRouteTable1 (drift) routes: [{destination: 0.0.0.0/0, target: igw-#}] -> \
                [{destination: 0.0.0.0/0, target: nat-#}]
                """
            ]),
        DriftCase(
            "a route is added",
            """
            nat = ec2.describe_nat_gateways(Filters=[{"Name": "vpc-id", "Values": [vpc()]}])["NatGateways"][0]
            ec2.create_route(RouteTableId=table("x-dev Private Routes (AZ2)"), DestinationCidrBlock="192.0.2.0/24",
                NatGatewayId=nat["NatGatewayId"])
            """,
            shows: [
                """
                update dev/PrivateRouteTable2 (drift) routes: [{destination: 0.0.0.0/0, target: nat-#}, \
                {destination: 192.0.2.0/24, target: nat-#}] -> [{destination: 0.0.0.0/0, target: nat-#}]
                """
            ]),
        DriftCase(
            "a rule is added to a security group",
            """
            ec2.authorize_security_group_ingress(GroupId=group("x-dev-acme-alb"), IpPermissions=[
                {"IpProtocol": "tcp", "FromPort": 22, "ToPort": 22, "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}])
            """,
            shows: [
                """
                update dev/acme/LoadBalancerSecurityGroup (drift) ingress: [{cidr: 0.0.0.0/0, fromPort: 22, \
                protocol: tcp, toPort: 22}, {cidr: 10.0.0.0/8, fromPort: 80, protocol: tcp, toPort: 80}] -> \
                [{cidr: 10.0.0.0/8, fromPort: 80, protocol: tcp, toPort: 80}]
                """
            ]),
        DriftCase(
            "a rule of a security group is revoked",
            """
            ec2.revoke_security_group_ingress(GroupId=group("x-dev-acme-alb"), IpPermissions=[
                {"IpProtocol": "tcp", "FromPort": 80, "ToPort": 80, "IpRanges": [{"CidrIp": "10.0.0.0/8"}]}])
            """,
            shows: [
                """
                update dev/acme/LoadBalancerSecurityGroup (drift) ingress: [] -> [{cidr: 10.0.0.0/8, fromPort: \
                80, protocol: tcp, toPort: 80}]
                """
            ]),
        DriftCase(
            "the way out of a security group is closed",
            """
            ec2.revoke_security_group_egress(GroupId=group("x-dev-application"), IpPermissions=[
                {"IpProtocol": "-1", "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}])
            """,
            shows: [
                "update dev/ApplicationSecurityGroup (drift) egress: [] -> [{cidr: 0.0.0.0/0, protocol: -1}]"
            ]),
        DriftCase(
            "the load balancer's way to the containers is revoked",
            """
            to = group("x-dev-application")
            rules = ec2.describe_security_group_rules(Filters=[{"Name": "group-id", "Values": [to]}])
            ec2.revoke_security_group_ingress(GroupId=to, SecurityGroupRuleIds=[
                rule["SecurityGroupRuleId"] for rule in rules["SecurityGroupRules"] if not rule["IsEgress"]])
            """,
            shows: ["create dev/acme/Port4000Ingress (drift)"]),
    ]
}
