"""Makes an environment as a team that followed the seed by hand did: stack by stack, and by hand what moto's
CloudFormation leaves out (secrets, cache subnet groups, and the properties that `complete` sets).

    python seed.py ENVIRONMENT PREFIX NETWORK [stores] [hosts]

With `stores` it has a database and a cache too, which the seed leaves to a person; with `hosts` it runs on EC2 hosts and
has jump boxes. AWS comes from the variables of the process. Prints what a test wants to know, as JSON.
"""

import json
import sys
from pathlib import Path

import boto3

HERE = Path(__file__).parent
cloudformation, ec2 = boto3.client("cloudformation"), boto3.client("ec2")
ACCOUNT = boto3.client("sts").get_caller_identity()["Account"]
REGION = boto3.session.Session().region_name


def stack(name, template, **parameters):
    """Makes a stack and returns its outputs and resources by logical id."""
    cloudformation.create_stack(
        StackName=name, TemplateBody=(HERE / f"{template}.yaml").read_text(), Capabilities=["CAPABILITY_IAM"],
        Parameters=[{"ParameterKey": k, "ParameterValue": str(v)} for k, v in parameters.items()])
    outputs = cloudformation.describe_stacks(StackName=name)["Stacks"][0].get("Outputs", [])
    resources = cloudformation.describe_stack_resources(StackName=name)["StackResources"]
    return ({o["OutputKey"]: o["OutputValue"] for o in outputs},
            {r["LogicalResourceId"]: r.get("PhysicalResourceId") for r in resources})


def complete(net, balancer, role):
    """What the templates say and moto's CloudFormation drops."""
    ec2.modify_vpc_attribute(VpcId=net["VPC"], EnableDnsHostnames={"Value": True})
    for number in (1, 2):
        public = net[f"PublicSubnet{number}"]
        ec2.modify_subnet_attribute(SubnetId=public, MapPublicIpOnLaunch={"Value": True})
        ec2.associate_route_table(SubnetId=public, RouteTableId=net["PublicRouteTable"])
        ec2.associate_route_table(
            SubnetId=net[f"PrivateSubnet{number}"], RouteTableId=net[f"PrivateRouteTable{number}"])
    elb = boto3.client("elbv2")
    elb.modify_load_balancer_attributes(
        LoadBalancerArn=balancer["LoadBalancer"], Attributes=[{"Key": "idle_timeout.timeout_seconds", "Value": "120"}])
    elb.modify_target_group_attributes(
        TargetGroupArn=balancer["TargetGroup"],
        Attributes=[{"Key": "deregistration_delay.timeout_seconds", "Value": "60"}])
    elb.modify_target_group_attributes(
        TargetGroupArn=elb.describe_rules(ListenerArn=balancer["Listener"])["Rules"][0]["Actions"][0]["TargetGroupArn"],
        Attributes=[{"Key": "deregistration_delay.timeout_seconds", "Value": "30"}])
    boto3.client("iam").attach_role_policy(
        RoleName=role, PolicyArn="arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy")


def stores(full, net):
    """The seed's step 2."""
    boto3.client("rds").create_db_instance(
        DBInstanceIdentifier=f"{full}-main", Engine="mysql", EngineVersion="8.0.35", DBInstanceClass="db.t3.micro",
        AllocatedStorage=50, StorageType="gp2", MasterUsername="root", MasterUserPassword="only-for-a-test",
        DBSubnetGroupName=f"{full}-db", VpcSecurityGroupIds=[net["DatabaseSecurityGroup"]], MultiAZ=False,
        BackupRetentionPeriod=3, StorageEncrypted=True, DeletionProtection=False, PubliclyAccessible=False)
    boto3.client("elasticache").create_replication_group(
        ReplicationGroupId=f"{full}-sessions", ReplicationGroupDescription="Sessions", Engine="redis",
        CacheNodeType="cache.t3.micro", NumCacheClusters=2, AutomaticFailoverEnabled=True, MultiAZEnabled=True,
        CacheSubnetGroupName=f"{full}-cache", SecurityGroupIds=[net["CacheSecurityGroup"]],
        AtRestEncryptionEnabled=True, TransitEncryptionEnabled=False, SnapshotRetentionLimit=1)


PUBLIC_KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIEsIOjowkKx/sks2HK31BOwDguIXXSCPLBSZUAXVRZq+"


def hosts(environment, full, net, common):
    """The seed's steps 1.2 and 1.3 with EC2, and the group of people that moto's CloudFormation leaves out."""
    iam, vpc = boto3.client("iam"), net["VPC"]
    ec2.import_key_pair(KeyName=f"{full}-{REGION}", PublicKeyMaterial=PUBLIC_KEY.encode())
    _, made = stack(
        f"{environment}-cluster", "hosts", ClusterSize=2, InstanceType="t3.small",
        Subnets=f"{net['PrivateSubnet1']},{net['PrivateSubnet2']}", SecurityGroup=net["ApplicationSecurityGroup"],
        **common)
    iam.attach_role_policy(
        RoleName=made["EC2Role"],
        PolicyArn="arn:aws:iam::aws:policy/service-role/AmazonEC2ContainerServiceforEC2Role")
    iam.create_group(GroupName=f"{full}-developers")
    iam.attach_group_policy(
        GroupName=f"{full}-developers", PolicyArn="arn:aws:iam::aws:policy/AmazonSSMReadOnlyAccess")
    _, boxes = stack(
        f"{environment}-jumpboxes", "jumpboxes", InstanceType="t2.nano", Subnet1=net["PublicSubnet1"],
        Subnet2=net["PublicSubnet2"], **common)
    group = ec2.create_security_group(GroupName=f"{environment}-ssh", Description="Jump boxes", VpcId=vpc)["GroupId"]
    ec2.authorize_security_group_ingress(
        GroupId=group, IpProtocol="tcp", FromPort=22, ToPort=22, CidrIp="203.0.113.0/24")
    for box in ("JumpBox1", "JumpBox2"):
        ec2.modify_instance_attribute(InstanceId=boxes[box], Groups=[group])
    ec2.stop_instances(InstanceIds=[boxes["JumpBox1"], boxes["JumpBox2"]])
    # Containers in bridge networks listen on whatever port ECS chooses.
    ec2.authorize_security_group_ingress(GroupId=net["ApplicationSecurityGroup"], IpPermissions=[{
        "IpProtocol": "tcp", "FromPort": 32768, "ToPort": 65535,
        "UserIdGroupPairs": [{"GroupId": net["LoadBalancerSecurityGroup"]}]}])


def main(environment, prefix, network, *further):
    full = f"{prefix}{environment}"
    common = {"EnvironmentName": environment, "Prefix": prefix}
    _, net = stack(f"{environment}-network", "network", ContactEmail="ops@example.com", CostCode="0042",
                   Network=network, **common)
    if "hosts" in further:
        hosts(environment, full, net, common)
    else:
        stack(f"{environment}-cluster", "cluster", **common)
    launch = {"LaunchType": "EC2" if "hosts" in further else "FARGATE"}
    repositories = [r["repositoryName"] for r in boto3.client("ecr").describe_repositories()["repositories"]]
    if "tooltwist-acme" not in repositories:
        stack("ecr-tooltwist-acme", "repository", RepositoryName="tooltwist-acme")
    public = f"{net['PublicSubnet1']},{net['PublicSubnet2']}"
    private = f"{net['PrivateSubnet1']},{net['PrivateSubnet2']}"
    image = f"{ACCOUNT}.dkr.ecr.{REGION}.amazonaws.com/tooltwist-acme:initial"
    balancer, _ = stack(
        f"{environment}-acme-loadbalancer", "loadbalancer", ApplicationName="acme", CostCode="0042",
        HealthcheckPath="/api/healthcheck", Vpc=net["VPC"], Subnets=public,
        SecurityGroup=net["LoadBalancerSecurityGroup"], **launch, **common)
    running = {"Image": image, "Memory": "512", "Port": 4000, "DesiredCount": 1, "Subnets": private,
               "SecurityGroup": net["ApplicationSecurityGroup"], "LogGroup": balancer["LogGroup"], **launch}
    service, _ = stack(
        f"{environment}-acme-service", "service", ApplicationName="acme", TargetGroup=balancer["TargetGroup"],
        **running, **common)
    stack(
        f"{environment}-acme-api2", "extra", ApplicationName="acme", Suffix="api2", RuleNumber=1, Path="/api2",
        HealthcheckPath="/api2/healthcheck", VariableName="IS_API2_SERVER", Vpc=net["VPC"],
        Listener=balancer["Listener"], Role=service["Role"], **running, **common)
    # What moto's CloudFormation skips.
    secrets, cache = boto3.client("secretsmanager"), boto3.client("elasticache")
    secrets.create_secret(Name=f"{full}-acme", SecretString='{"database":"somewhere"}')
    cache.create_cache_subnet_group(
        CacheSubnetGroupName=f"{full}-cache", CacheSubnetGroupDescription="Subnets available for REDIS",
        SubnetIds=private.split(","))
    complete(net, balancer, service["Role"].split("/")[-1])
    if "stores" in further:
        stores(full, net)
    # The step that the seed leaves to a person.
    boto3.client("iam").put_role_policy(
        RoleName=service["Role"].split("/")[-1], PolicyName="access-config",
        PolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [{
            "Effect": "Allow", "Action": "secretsmanager:GetSecretValue",
            "Resource": secrets.describe_secret(SecretId=f"{full}-acme")["ARN"]}]}))
    print(json.dumps({"network": net, "loadBalancer": balancer}))


if __name__ == "__main__":
    main(*sys.argv[1:])
