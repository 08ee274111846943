"""What AWS holds, told so that what two programs made can be compared: names stand for identifiers."""

import json
import re

from .emulated import Emulated

# What differs though the resources are the same: times and states that pass, identifiers that nothing else refers to,
# and defaults that AWS fills in and the emulator does not (`Order` of an only action, `hostPort` of a task with a
# network).
PASSING = frozenset(
    """
    State Status status Version revision events deployments taskSets runningCount pendingCount
    AvailableIpAddressCount storedBytes creationTime RoleLastUsed
    AssociationId RouteTableAssociationId CidrBlockAssociationSet DhcpOptionsId NetworkInterfaceId
    SecurityGroupArn SubnetArn RoleId roleArn arn OwnerId registeredBy createdBy VersionIdsToStages
    SecretVersionsToStages PublicIp PrivateIpAddress NatGatewayAddresses DNSName CanonicalHostedZoneId
    Order hostPort
    """.split()
)
MOMENT = re.compile(r"(Date|At|Time|On)$")
OURS = "plumbline:"
TAGS = {"Tags", "TagList", "tags"}


def holdings(emulated: Emulated) -> dict[str, list[str]]:
    """Every resource that has a name, by type, as sorted JSON texts."""
    found = {kind: list(items) for kind, items in everything(emulated).items()}
    identities = [identity(item) for items in found.values() for item in items]
    names = {identifier: f"«{name}»" for identifier, name in identities if identifier and name}
    # An identifier can begin with another one: the longest first.
    known = re.compile("|".join(map(re.escape, sorted(names, key=len, reverse=True))) or r"(?!)")

    def text(item: dict) -> str:
        plain = comparable(item, lambda text: known.sub(lambda match: names[match[0]], text))
        return json.dumps(plain, sort_keys=True)

    return {kind: sorted(text(item) for item in items) for kind, items in found.items()}


def identity(item: dict) -> tuple[str | None, str | None]:
    keys = (
        "RuleArn", "ListenerArn", "TargetGroupArn", "LoadBalancerArn", "ARN", "serviceArn", "taskDefinitionArn",
        "clusterArn",
        "AllocationId", "NatGatewayId", "RouteTableId", "InternetGatewayId", "SubnetId", "GroupId", "VpcId")
    return next((item[key] for key in keys if key in item), None), tags(item).get("Name")


def tags(item: dict) -> dict[str, str]:
    pairs = item.get("Tags") or item.get("TagList") or item.get("tags") or []
    if isinstance(pairs, dict):
        return pairs
    return {(one.get("Key") or one.get("key")): one.get("Value", one.get("value")) for one in pairs}


def comparable(value, named):
    """Without what passes, with names for identifiers, and with lists whose order means nothing in one order."""
    if isinstance(value, dict):
        kept = {key: comparable(part, named) for key, part in value.items() if key not in PASSING and not MOMENT.search(key)}
        for key in TAGS & kept.keys():
            kept[key] = {name: text for name, text in tags(value).items() if not name.startswith(OURS)}
        return {key: part for key, part in kept.items() if part not in (None, [], {}, "")}
    if isinstance(value, list):
        items = [comparable(one, named) for one in value]
        return sorted(items, key=lambda one: json.dumps(one, sort_keys=True))
    if isinstance(value, str):
        # Documents are compared by what they say.
        return comparable(json.loads(value), named) if value.startswith("{") else named(value)
    return value if isinstance(value, (bool, int, float)) else value and str(value)


def everything(emulated: Emulated):
    def pages(service: str, operation: str, answer: str, **arguments) -> list[dict]:
        client = emulated.client(service)
        if not client.can_paginate(operation):
            return getattr(client, operation)(**arguments)[answer]
        return [item for page in client.get_paginator(operation).paginate(**arguments) for item in page[answer]]

    def named(*arguments, **more) -> list[dict]:
        return [item for item in pages(*arguments, **more) if "Name" in tags(item)]

    return {
        "AWS::EC2::VPC": [vpc | vpc_switches(emulated, vpc["VpcId"]) for vpc in named("ec2", "describe_vpcs", "Vpcs")],
        "AWS::EC2::Subnet": named("ec2", "describe_subnets", "Subnets"),
        "AWS::EC2::InternetGateway": named("ec2", "describe_internet_gateways", "InternetGateways"),
        "AWS::EC2::EIP": named("ec2", "describe_addresses", "Addresses"),
        "AWS::EC2::NatGateway": [
            gateway | {"Allocations": [address["AllocationId"] for address in gateway["NatGatewayAddresses"]]}
            for gateway in named("ec2", "describe_nat_gateways", "NatGateways")
            if gateway["State"] != "deleted"
        ],
        "AWS::EC2::RouteTable": named("ec2", "describe_route_tables", "RouteTables"),
        "AWS::EC2::SecurityGroup": [
            without(group, "IpPermissions", "IpPermissionsEgress")
            for group in named("ec2", "describe_security_groups", "SecurityGroups")
        ],
        "AWS::EC2::SecurityGroupRule": security_rules(named("ec2", "describe_security_groups", "SecurityGroups")),
        "AWS::RDS::DBSubnetGroup": pages("rds", "describe_db_subnet_groups", "DBSubnetGroups"),
        "AWS::ElastiCache::SubnetGroup": pages("elasticache", "describe_cache_subnet_groups", "CacheSubnetGroups"),
        "AWS::ElasticLoadBalancingV2::LoadBalancer": with_tags(
            emulated,
            [{"Scheme": "internet-facing"} | one for one in pages("elbv2", "describe_load_balancers", "LoadBalancers")],
            "LoadBalancerArn"),
        "AWS::ElasticLoadBalancingV2::TargetGroup": [
            group | {"Delay": deregistration_delay(emulated, group["TargetGroupArn"])}
            for group in with_tags(emulated, pages("elbv2", "describe_target_groups", "TargetGroups"), "TargetGroupArn")
        ],
        "AWS::ElasticLoadBalancingV2::Listener": listeners(emulated),
        "AWS::ElasticLoadBalancingV2::ListenerRule": [
            rule
            for listener in listeners(emulated)
            for rule in with_tags(
                emulated, pages("elbv2", "describe_rules", "Rules", ListenerArn=listener["ListenerArn"]), "RuleArn")
            if not rule["IsDefault"]
        ],
        "AWS::ECS::Cluster": emulated.client("ecs").describe_clusters(
            clusters=pages("ecs", "list_clusters", "clusterArns"), include=["TAGS", "SETTINGS"])["clusters"],
        "AWS::ECS::TaskDefinition": [
            task_definition(emulated, arn) for arn in pages("ecs", "list_task_definitions", "taskDefinitionArns")
        ],
        "AWS::ECS::Service": services(emulated, pages("ecs", "list_clusters", "clusterArns")),
        "AWS::ECR::Repository": repositories(emulated),
        "AWS::Logs::LogGroup": [
            group | {"tags": emulated.client("logs").list_tags_log_group(logGroupName=group["logGroupName"])["tags"]}
            for group in pages("logs", "describe_log_groups", "logGroups")
        ],
        "AWS::SecretsManager::Secret": pages("secretsmanager", "list_secrets", "SecretList"),
        "AWS::SSM::Parameter": [
            parameter | {"tags": parameter_tags(emulated, parameter["Name"])}
            for parameter in pages("ssm", "describe_parameters", "Parameters")
        ],
        "AWS::IAM::Role": [
            role
            for role in emulated.client("iam").get_account_authorization_details(Filter=["Role"])["RoleDetailList"]
            if "ECSTask" in role["RoleName"]
        ],
    }


def without(item: dict, *keys: str) -> dict:
    return {key: value for key, value in item.items() if key not in keys}


def vpc_switches(emulated: Emulated, identifier: str) -> dict:
    ec2 = emulated.client("ec2")
    return {
        name: ec2.describe_vpc_attribute(VpcId=identifier, Attribute=name)[name[0].upper() + name[1:]]
        for name in ("enableDnsSupport", "enableDnsHostnames")
    }


def security_rules(groups: list[dict]) -> list[dict]:
    """A rule of one source each, whichever way they were made. Only rules that stand alone have tags of their own."""
    rules = []
    for group in groups:
        for direction in ("IpPermissions", "IpPermissionsEgress"):
            for permission in group[direction]:
                ports = {key: permission.get(key) for key in ("IpProtocol", "FromPort", "ToPort")}
                # Where every protocol is meant, ports say nothing.
                ports = ports if ports["IpProtocol"] != "-1" else {"IpProtocol": "-1"}
                sources = [one["CidrIp"] for one in permission["IpRanges"]]
                sources += [one["GroupId"] for one in permission["UserIdGroupPairs"]]
                rules += [{"Of": group["GroupId"], direction: ports, "Source": source} for source in sources]
    return rules


def with_tags(emulated: Emulated, items: list[dict], key: str) -> list[dict]:
    client, result = emulated.client("elbv2"), []
    for first in range(0, len(items), 20):
        some = items[first : first + 20]
        told = client.describe_tags(ResourceArns=[item[key] for item in some])["TagDescriptions"]
        by_arn = {one["ResourceArn"]: one["Tags"] for one in told}
        result += [item | {"Tags": by_arn.get(item[key], [])} for item in some]
    return result


def listeners(emulated: Emulated) -> list[dict]:
    client = emulated.client("elbv2")
    return [
        listener
        for balancer in client.get_paginator("describe_load_balancers").paginate().search("LoadBalancers[]")
        for listener in with_tags(
            emulated, client.describe_listeners(LoadBalancerArn=balancer["LoadBalancerArn"])["Listeners"],
            "ListenerArn")
    ]


def deregistration_delay(emulated: Emulated, arn: str) -> str:
    attributes = emulated.client("elbv2").describe_target_group_attributes(TargetGroupArn=arn)["Attributes"]
    return next(one["Value"] for one in attributes if one["Key"] == "deregistration_delay.timeout_seconds")


def task_definition(emulated: Emulated, arn: str) -> dict:
    answer = emulated.client("ecs").describe_task_definition(taskDefinition=arn, include=["TAGS"])
    return answer["taskDefinition"] | {"tags": answer.get("tags", [])}


def services(emulated: Emulated, clusters: list[str]) -> list[dict]:
    client, result = emulated.client("ecs"), []
    for cluster in clusters:
        pages = client.get_paginator("list_services").paginate(cluster=cluster)
        arns = [arn for page in pages for arn in page["serviceArns"]]
        for first in range(0, len(arns), 10):
            some = arns[first : first + 10]
            result += client.describe_services(cluster=cluster, services=some, include=["TAGS"])["services"]
    return result


def repositories(emulated: Emulated) -> list[dict]:
    client, result = emulated.client("ecr"), []
    for repository in client.describe_repositories()["repositories"]:
        name = repository["repositoryName"]
        rules = client.get_lifecycle_policy(repositoryName=name)["lifecyclePolicyText"]
        told = client.list_tags_for_resource(resourceArn=repository["repositoryArn"])["tags"]
        result.append(without(repository, "repositoryArn") | {"lifecycle": rules, "tags": told})
    return result


def parameter_tags(emulated: Emulated, name: str) -> list[dict]:
    return emulated.client("ssm").list_tags_for_resource(ResourceType="Parameter", ResourceId=name)["TagList"]
