"""Lets moto read beforehand what it reads at the first use of each service: images, managed policies, its own parts.

That takes seconds, and a copy of an emulator that has done so (overlay/forks.py) need not do it again.
"""

import json

from werkzeug.test import Client

# One reading call of each service: the name that it is signed for, and the action, or the header that names the operation.
QUERIES = {
    "sts": "GetCallerIdentity",
    "ec2": "DescribeVpcs",
    "iam": "ListRoles",
    "elasticloadbalancing": "DescribeLoadBalancers",
    "autoscaling": "DescribeAutoScalingGroups",
    "rds": "DescribeDBInstances",
    "elasticache": "DescribeReplicationGroups",
    "cloudformation": "ListStacks",
}
TARGETS = {
    "ecs": "AmazonEC2ContainerServiceV20141113.ListClusters",
    "ecr": "AmazonEC2ContainerRegistry_V20150921.DescribeRepositories",
    "logs": "Logs_20140328.DescribeLogGroups",
    "secretsmanager": "secretsmanager.ListSecrets",
    "ssm": "AmazonSSM.DescribeParameters",
    "tagging": "ResourceGroupsTaggingAPI_20170126.GetResources",
    "application-autoscaling": "AnyScaleFrontendService.DescribeScalingPolicies",
    "codebuild": "CodeBuild_20161006.ListProjects",
    "codepipeline": "CodePipeline_20150709.ListPipelines",
    "dynamodb": "DynamoDB_20120810.ListTables",
    "servicediscovery": "Route53AutoNaming_v20170314.ListNamespaces",
    "wafv2": "AWSWAF_20190729.ListWebACLs",
}
REGION, KEY = "ap-southeast-1", "AKIAIOSFODNN7EXAMPLE"


def warm(emulated) -> None:
    """Makes the calls, within the process; they are in no log afterwards.

    Raises RuntimeError for one that is not answered: then it warms nothing.
    """
    client = Client(emulated)
    for service, action in QUERIES.items():
        # The version tells the two kinds of load balancers apart; the others have one only.
        ask(client, service, action, data={"Action": action, "Version": "2015-12-01"})
    for service, target in TARGETS.items():
        version = "1.0" if service == "dynamodb" else "1.1"
        headers = {"X-Amz-Target": target, "Content-Type": f"application/x-amz-json-{version}"}
        # What two of them have to be told; the others read no more of it than they know.
        ask(client, service, target, headers, data=json.dumps({"ServiceNamespace": "ecs", "Scope": "REGIONAL"}))
    ask(client, "s3", "ListBuckets", method="GET")
    client.post("/plumbline/requests/reset")


def ask(client: Client, service: str, name: str, headers: dict | None = None, method: str = "POST", **options) -> None:
    signature = f"AWS4-HMAC-SHA256 Credential={KEY}/20260101/{REGION}/{service}/aws4_request"
    answer = client.open("/", method=method, headers={"Authorization": signature, **(headers or {})}, **options)
    if answer.status_code != 200:
        raise RuntimeError(f"{service} answers {name} with {answer.status}: {answer.text[:300]}")
