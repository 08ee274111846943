"""Tests of the faults, each for itself, against a running emulator: `.venv/bin/python -m unittest -v test_faults`."""

import json
import subprocess
import sys
import time
import unittest
import urllib.error
import urllib.request
from collections import Counter

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError, ConnectionClosedError, IncompleteReadError, ReadTimeoutError
from botocore.exceptions import ConnectionError as BotoConnectionError
from botocore.parsers import ResponseParserError

from emulator_case import REGION, EmulatorCase

LOST = (ConnectionClosedError, BotoConnectionError)


class FaultTests(EmulatorCase):
    def test_an_error_is_in_each_protocol_what_the_sdk_reads(self):
        for service, action, call in [
            ("ec2", "DescribeVpcs", lambda client: client.describe_vpcs()),
            ("iam", "ListRoles", lambda client: client.list_roles()),
            ("ecs", "ListClusters", lambda client: client.list_clusters()),
        ]:
            with self.subTest(service):
                fault = {"kind": "error", "status": 400, "code": "Throttling", "message": "Rate <exceeded>"}
                self.post("faults", {"service": service, "action": action, **fault})
                with self.assertRaises(ClientError) as caught:
                    call(self.client(service))
                self.assertEqual(caught.exception.response["Error"]["Code"], "Throttling")
                self.assertEqual(caught.exception.response["Error"]["Message"], "Rate <exceeded>")
                call(self.client(service))

    def groups(self) -> list[str]:
        return [group["logGroupName"] for group in self.client("logs").describe_log_groups()["logGroups"]]

    def test_a_request_that_is_dropped_before_has_no_effect(self):
        self.post("faults", {"kind": "drop-before", "service": "logs", "action": "Create*"})
        with self.assertRaises(LOST):
            self.client("logs").create_log_group(logGroupName="x")
        self.assertEqual(self.groups(), [])
        self.assertIsNone(self.get("requests")[0]["status"])

    def test_a_request_that_is_dropped_after_has_its_effect(self):
        self.post("faults", {"kind": "drop-after", "service": "logs", "action": "CreateLogGroup"})
        with self.assertRaises(LOST):
            self.client("logs").create_log_group(logGroupName="x")
        self.assertEqual(self.groups(), ["x"])

    def test_a_truncated_answer_has_its_effect_and_cannot_be_read(self):
        self.post("faults", {"kind": "truncate", "action": "CreateVpc"})
        with self.assertRaises((*LOST, IncompleteReadError, ResponseParserError)):
            self.client("ec2").create_vpc(CidrBlock="10.0.0.0/16")
        vpcs = self.client("ec2").describe_vpcs(Filters=[{"Name": "cidr", "Values": ["10.0.0.0/16"]}])["Vpcs"]
        self.assertEqual(len(vpcs), 1)

    def test_a_page_of_html_comes_with_its_status(self):
        self.post("faults", {"kind": "html", "status": 503, "action": "ListClusters"})
        with self.assertRaises(Exception) as caught:
            self.client("ecs").list_clusters()
        self.assertIsInstance(caught.exception, (ClientError, ResponseParserError))
        self.assertEqual(self.get("requests")[0]["status"], 503)

    def test_a_silent_server_is_silent_for_that_long_and_lets_go_on_reset(self):
        self.post("faults", {"kind": "hang", "seconds": 600, "count": 1})
        began = time.monotonic()
        with self.assertRaises(ReadTimeoutError):
            self.client("ecs", read_timeout=0.5).list_clusters()
        self.assertGreaterEqual(time.monotonic() - began, 0.5)
        self.post("faults/reset")
        self.client("ecs").list_clusters()

    def test_a_fault_hits_as_often_as_it_says_and_only_what_it_names(self):
        self.post("faults", {"kind": "error", "status": 400, "code": "AccessDenied", "contains": "second", "count": 2})
        logs = self.client("logs")
        logs.create_log_group(logGroupName="first")
        for _ in range(2):
            with self.assertRaisesRegex(ClientError, "AccessDenied"):
                logs.create_log_group(logGroupName="second")
        logs.create_log_group(logGroupName="second")
        self.assertEqual(self.groups(), ["first", "second"])
        self.assertEqual(self.get("faults"), [])

    def test_a_fault_hits_only_the_regions_that_it_names(self):
        self.post("faults", {"kind": "error", "status": 400, "code": "AccessDenied", "region": "eu-*", "count": -1})
        self.client("logs").create_log_group(logGroupName="near")
        with self.assertRaisesRegex(ClientError, "AccessDenied"):
            self.client("logs", region="eu-west-1").create_log_group(logGroupName="far")
        self.assertEqual(self.groups(), ["near"])

    def test_a_fault_that_is_none_is_refused(self):
        for description in ({"kind": "earthquake"}, {"kind": "error", "colour": "red"}, {}):
            with self.assertRaises(urllib.error.HTTPError) as caught:
                self.post("faults", description)
            self.assertEqual(caught.exception.code, 400)
            caught.exception.close()


    def test_a_fault_lets_as_many_calls_through_as_it_says(self):
        self.post("faults", {"kind": "error", "action": "CreateLogGroup", "code": "First", "status": 400, "skip": 1})
        self.post("faults", {"kind": "error", "action": "CreateLogGroup", "code": "Second", "status": 400, "skip": 2})
        outcomes = []
        for name in ("a", "b", "c", "d"):
            try:
                self.client("logs").create_log_group(logGroupName=name)
                outcomes.append("made")
            except ClientError as problem:
                outcomes.append(problem.response["Error"]["Code"])
        self.assertEqual(outcomes, ["made", "First", "Second", "made"])
        self.assertEqual([entry["fault"] for entry in self.get("requests")], [None, "error", "error", None])

    def test_a_fault_can_be_for_writes_or_reads_only(self):
        self.post("faults", {"kind": "error", "code": "Write", "status": 400, "mutating": True})
        self.post("faults", {"kind": "error", "code": "Read", "status": 400, "mutating": False})
        with self.assertRaisesRegex(ClientError, "Read"):
            self.groups()
        with self.assertRaisesRegex(ClientError, "Write"):
            self.client("logs").create_log_group(logGroupName="x")
        self.assertEqual(self.groups(), [])

    def test_a_trickle_is_slow_and_complete(self):
        self.client("logs").create_log_group(logGroupName="x")
        self.post("faults", {"kind": "trickle", "action": "DescribeLogGroups", "seconds": 0.5})
        began = time.monotonic()
        self.assertEqual(self.groups(), ["x"])
        self.assertGreaterEqual(time.monotonic() - began, 0.4)

    def test_a_deployment_can_be_made_to_fail_whatever_its_image(self):
        ecs = self.client("ecs")
        ecs.create_cluster(clusterName="c")
        ecs.register_task_definition(family="f", containerDefinitions=[{"name": "a", "image": "a:1", "memory": 9}])
        breaker = {"deploymentCircuitBreaker": {"enable": True, "rollback": True}}
        arguments = {"cluster": "c", "taskDefinition": "f", "desiredCount": 1, "deploymentConfiguration": breaker}
        self.post("faults", {"kind": "fail-rollout", "action": "CreateService"})
        for name in ("bad", "good"):
            ecs.create_service(serviceName=name, **arguments)
        for _ in range(4):
            services = ecs.describe_services(cluster="c", services=["bad", "good"])["services"]
        self.assertEqual([service["deployments"][0]["rolloutState"] for service in services], ["FAILED", "COMPLETED"])


class PageTests(EmulatorCase):
    """Each protocol, with operations that moto pages and operations that it does not page."""

    def paged(self, service: str, operation: str, result: str, size: int, **arguments) -> tuple[list, int]:
        self.post("faults", {"kind": "pages", "size": size, "count": -1})
        self.post("requests/reset")
        pages = list(self.client(service).get_paginator(operation).paginate(**arguments))
        self.assertEqual(len(pages), self.get("counts")["total"])
        self.assertTrue(all(len(page[result]) <= size for page in pages))
        self.post("faults/reset")
        return [item for page in pages for item in page[result]], len(pages)

    def test_ec2_answers_in_pages(self):
        ec2 = self.client("ec2")
        made = [ec2.create_vpc(CidrBlock=f"10.{number}.0.0/16")["Vpc"]["VpcId"] for number in range(4)]
        for size, pages in [(1, 5), (2, 3), (5, 1), (100, 1)]:
            vpcs, seen = self.paged("ec2", "describe_vpcs", "Vpcs", size)
            self.assertEqual(seen, pages)
            self.assertEqual({vpc["VpcId"] for vpc in vpcs if not vpc["IsDefault"]}, set(made))

    def test_the_query_protocol_answers_in_pages(self):
        iam = self.client("iam")
        for name in "abc":
            iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps({"Version": "2012-10-17"}), Path="/x/")
        roles, pages = self.paged("iam", "list_roles", "Roles", 2, PathPrefix="/x/")
        self.assertEqual((sorted(role["RoleName"] for role in roles), pages), (["a", "b", "c"], 2))

    def test_several_lists_of_one_answer_follow_each_other(self):
        iam = self.client("iam")
        for name in "ab":
            iam.create_role(RoleName=name, AssumeRolePolicyDocument=json.dumps({"Version": "2012-10-17"}))
            iam.create_group(GroupName=name)
        self.post("faults", {"kind": "pages", "size": 1, "count": -1})
        paginator = iam.get_paginator("get_account_authorization_details")
        pages = list(paginator.paginate(Filter=["Role", "Group"]))
        self.assertEqual([role["RoleName"] for page in pages for role in page["RoleDetailList"]], ["a", "b"])
        self.assertEqual([group["GroupName"] for page in pages for group in page["GroupDetailList"]], ["a", "b"])
        self.assertEqual(len(pages), 4)

    def test_json_answers_in_pages_whether_moto_pages_itself_or_not(self):
        logs, ecs = self.client("logs"), self.client("ecs")
        # moto hands out log groups by fifty, and clusters all at once.
        for number in range(60):
            logs.create_log_group(logGroupName=f"group-{number:02}")
        groups, pages = self.paged("logs", "describe_log_groups", "logGroups", 7)
        self.assertEqual([group["logGroupName"] for group in groups], [f"group-{number:02}" for number in range(60)])
        self.assertEqual(pages, 8 + 2)
        for name in "abc":
            ecs.create_cluster(clusterName=name)
        clusters, pages = self.paged("ecs", "list_clusters", "clusterArns", 2)
        self.assertEqual((len(clusters), pages), (3, 2))

    def test_what_does_not_page_stays_as_it_is(self):
        self.post("faults", {"kind": "pages", "size": 1, "count": -1})
        zones = self.client("ec2").describe_availability_zones()["AvailabilityZones"]
        self.assertGreater(len(zones), 1)

    def test_a_page_of_nothing_is_refused(self):
        with self.assertRaises(urllib.error.HTTPError) as caught:
            self.post("faults", {"kind": "pages", "size": 0})
        caught.exception.close()


class StaleTests(EmulatorCase):
    def vpcs(self) -> list[str]:
        vpcs = self.client("ec2").describe_vpcs()["Vpcs"]
        return sorted(vpc["CidrBlock"] for vpc in vpcs if not vpc["IsDefault"])

    def test_reads_do_not_show_a_write_for_so_long_and_then_do(self):
        ec2 = self.client("ec2")
        ec2.create_vpc(CidrBlock="10.1.0.0/16")
        self.post("faults", {"kind": "stale", "service": "ec2", "seconds": 1})
        began = time.monotonic()
        ec2.create_vpc(CidrBlock="10.2.0.0/16")
        self.assertEqual(self.vpcs(), ["10.1.0.0/16"])
        while len(self.vpcs()) == 1:
            self.assertLess(time.monotonic() - began, 10)
        self.assertGreaterEqual(time.monotonic() - began, 0.9)
        self.assertEqual(self.vpcs(), ["10.1.0.0/16", "10.2.0.0/16"])

    def test_what_was_deleted_is_still_seen_and_the_reset_shows_all(self):
        ec2 = self.client("ec2")
        made = ec2.create_vpc(CidrBlock="10.1.0.0/16")["Vpc"]["VpcId"]
        self.post("faults", {"kind": "stale", "service": "ec2", "action": "Describe*", "seconds": 600})
        ec2.delete_vpc(VpcId=made)
        self.assertEqual(self.vpcs(), ["10.1.0.0/16"])
        with self.assertRaisesRegex(ClientError, "NotFound"):
            ec2.delete_vpc(VpcId=made)
        self.post("faults/reset")
        self.assertEqual(self.vpcs(), [])

    def test_other_services_are_seen_as_they_are(self):
        self.post("faults", {"kind": "stale", "service": "ec2", "seconds": 600})
        self.client("ec2").create_vpc(CidrBlock="10.1.0.0/16")
        self.client("logs").create_log_group(logGroupName="x")
        self.assertEqual(len(self.client("logs").describe_log_groups()["logGroups"]), 1)


class PendingTests(EmulatorCase):
    def test_a_state_stays_pending_as_often_as_it_says(self):
        ec2, rds = self.client("ec2"), self.client("rds")
        subnet = ec2.describe_subnets()["Subnets"][0]["SubnetId"]
        address = ec2.allocate_address(Domain="vpc")["AllocationId"]
        ec2.create_nat_gateway(SubnetId=subnet, AllocationId=address)
        rds.create_db_instance(
            DBInstanceIdentifier="a", Engine="mysql", DBInstanceClass="db.t4g.micro", MasterUsername="m",
            MasterUserPassword="secret-99", AllocatedStorage=20,
        )
        for action in ("DescribeNatGateways", "DescribeDBInstances"):
            self.post("faults", {"kind": "pending", "action": action, "count": 2})
        gateways = [ec2.describe_nat_gateways()["NatGateways"][0]["State"] for _ in range(3)]
        self.assertEqual(gateways, ["pending", "pending", "available"])
        databases = [rds.describe_db_instances()["DBInstances"][0]["DBInstanceStatus"] for _ in range(3)]
        self.assertEqual(databases, ["creating", "creating", "available"])

    def test_a_state_in_json_stays_pending_too(self):
        ecs = self.client("ecs")
        ecs.create_cluster(clusterName="c")
        self.post("faults", {"kind": "pending", "action": "DescribeClusters"})
        states = [ecs.describe_clusters(clusters=["c"])["clusters"][0]["status"] for _ in range(2)]
        self.assertEqual(states, ["PROVISIONING", "ACTIVE"])


class KillTests(EmulatorCase):
    """The client is a process of its own, which says what it came to, if it can."""

    SCRIPT = """
import boto3, sys
from botocore.config import Config
sys.stdin.readline()
client = boto3.client("logs", region_name=sys.argv[2], endpoint_url=sys.argv[1], aws_access_key_id="AKIAIOSFODNN7EXAMPLE",
    aws_secret_access_key="secret", config=Config(retries={"total_max_attempts": 1}))
client.create_log_group(logGroupName="x")
print("made", flush=True)
sys.stdin.readline()
"""

    def killed(self, kind: str) -> tuple[int, str]:
        client = subprocess.Popen(
            [sys.executable, "-c", self.SCRIPT, self.endpoint, REGION],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )
        with client:
            self.post("faults", {"kind": kind, "action": "CreateLogGroup", "pid": client.pid})
            client.stdin.write("go\n")
            client.stdin.flush()
            said = client.stdout.read()
            code = client.wait(timeout=30)
        groups = self.client("logs").describe_log_groups()["logGroups"]
        return code, said.strip(), len(groups)

    def test_before_the_effect(self):
        self.assertEqual(self.killed("kill-before"), (-9, "", 0))

    def test_after_the_effect_and_before_the_answer(self):
        self.assertEqual(self.killed("kill-after"), (-9, "", 1))

    def test_after_the_answer(self):
        code, _, groups = self.killed("kill-answered")
        self.assertEqual((code, groups), (-9, 1))

    def test_nobody_is_killed_by_default(self):
        with self.assertRaises(urllib.error.HTTPError) as caught:
            self.post("faults", {"kind": "kill-before"})
        caught.exception.close()


class CopyTests(EmulatorCase):
    def groups(self, endpoint: str) -> list[str]:
        client = boto3.client(
            "logs", region_name=REGION, endpoint_url=endpoint, aws_access_key_id="AKIAIOSFODNN7EXAMPLE",
            aws_secret_access_key="secret", config=Config(retries={"total_max_attempts": 1}, connect_timeout=1),
        )
        return [group["logGroupName"] for group in client.describe_log_groups()["logGroups"]]

    def test_a_copy_holds_the_moment_and_goes_its_own_way(self):
        logs = self.client("logs")
        logs.create_log_group(logGroupName="a")
        copy = self.post("copies")
        logs.create_log_group(logGroupName="b")
        self.assertEqual((self.groups(copy["endpoint"]), self.groups(self.endpoint)), (["a"], ["a", "b"]))
        with urllib.request.urlopen(f"{copy['endpoint']}/plumbline/counts") as answer:
            self.assertEqual(json.load(answer)["total"], 1)
        self.post("copies/end", {"pid": copy["pid"]})
        with self.assertRaises(BotoConnectionError):
            self.groups(copy["endpoint"])
        with self.assertRaises(urllib.error.HTTPError) as caught:
            self.post("copies/end", {"pid": copy["pid"]})
        caught.exception.close()

    def test_copies_are_gone_when_the_emulator_is(self):
        emulator = subprocess.Popen(
            [sys.executable, str(self.process.args[1])], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        with emulator:
            endpoint = json.loads(emulator.stdout.readline())["endpoint"]
            with urllib.request.urlopen(f"{endpoint}/plumbline/copies", data=b"{}") as answer:
                copy = json.load(answer)
            emulator.kill()
        deadline = time.monotonic() + 10
        with self.assertRaises(OSError):
            while time.monotonic() < deadline:
                urllib.request.urlopen(f"{copy['endpoint']}/plumbline/counts").close()


class ResourceTests(EmulatorCase):
    def made(self, order: list[str]) -> list[str]:
        self.post("reset")
        ec2 = self.client("ec2")
        tags = [{"ResourceType": "vpc", "Tags": [{"Key": "Name", "Value": "mine"}]}]
        vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16", TagSpecifications=tags)["Vpc"]["VpcId"]
        for name in order:
            ec2.create_security_group(GroupName=name, Description=name, VpcId=vpc)
        self.client("secretsmanager").create_secret(Name="s", SecretString="{}")
        return self.get("resources")

    def test_two_ways_to_one_state_are_told_alike(self):
        self.assertEqual(self.made(["a", "b"]), self.made(["b", "a"]))

    def test_a_policy_that_is_put_twice_has_its_alarms_once(self):
        self.post("reset")
        ecs, scaling = self.client("ecs"), self.client("application-autoscaling")
        ecs.create_cluster(clusterName="c")
        ecs.register_task_definition(family="f", containerDefinitions=[{"name": "a", "image": "a", "memory": 64}])
        ecs.create_service(cluster="c", serviceName="s", taskDefinition="f", desiredCount=1)
        target = {
            "ServiceNamespace": "ecs", "ResourceId": "service/c/s", "ScalableDimension": "ecs:service:DesiredCount"}
        scaling.register_scalable_target(**target, MinCapacity=1, MaxCapacity=2)
        for _ in range(2):
            scaling.put_scaling_policy(
                **target, PolicyName="p", PolicyType="TargetTrackingScaling",
                TargetTrackingScalingPolicyConfiguration={
                    "TargetValue": 60,
                    "PredefinedMetricSpecification": {"PredefinedMetricType": "ECSServiceAverageCPUUtilization"}})
        alarms = [line for line in self.get("resources") if line.startswith("cloudwatch.alarms")]
        self.assertEqual(len(alarms), 2)
        scaling.deregister_scalable_target(**target)
        self.assertEqual([line for line in self.get("resources") if line.startswith("cloudwatch.alarms")], [])

    def test_a_duplicate_an_orphan_and_a_difference_are_seen(self):
        before = Counter(self.made(["a"]))
        self.client("ec2").create_vpc(CidrBlock="10.0.0.0/16", TagSpecifications=[
            {"ResourceType": "vpc", "Tags": [{"Key": "Name", "Value": "mine"}]}])
        more = Counter(self.get("resources")) - before
        self.assertEqual(
            sorted(line.split(" ")[0] for line in more.elements()),
            ["ec2.groups", "ec2.network_acls", "ec2.route_tables", "ec2.vpcs"],
        )
        before = self.made(["a"])
        self.client("secretsmanager").update_secret(SecretId="s", Description="other")
        self.assertEqual(
            [line.split(" ")[0] for line in set(self.get("resources")) ^ set(before)], ["secretsmanager.secrets"] * 2
        )


if __name__ == "__main__":
    unittest.main()
