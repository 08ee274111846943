"""Tests of the overlay itself, against a running emulator: `.venv/bin/python -m unittest -v test_overlay`."""

import json
import subprocess
import sys
import time
import unittest
import urllib.error
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import boto3
from botocore.exceptions import ClientError, ConnectionClosedError
from botocore.exceptions import ConnectionError as BotoConnectionError

from emulator_case import EMULATOR, REGION, EmulatorCase


class RolloutTests(EmulatorCase):
    def setUp(self):
        super().setUp()
        self.ecs = self.client("ecs")
        self.ecs.create_cluster(clusterName="x-dev")

    def definition(self, tag: str) -> str:
        container = {"name": "acmeApp", "image": f"registry:5000/tooltwist-acme:{tag}", "memory": 512}
        answer = self.ecs.register_task_definition(family="dev-acme", containerDefinitions=[container])
        return answer["taskDefinition"]["taskDefinitionArn"]

    def create(self, tag: str = "one", count: int = 2, **more):
        breaker = {"deploymentCircuitBreaker": {"enable": True, "rollback": True}}
        return self.ecs.create_service(
            cluster="x-dev",
            serviceName="x-dev-acme",
            taskDefinition=self.definition(tag),
            desiredCount=count,
            deploymentConfiguration=breaker,
            **more,
        )["service"]

    def update(self, **change):
        return self.ecs.update_service(cluster="x-dev", service="x-dev-acme", **change)["service"]

    def describe(self):
        return self.ecs.describe_services(cluster="x-dev", services=["x-dev-acme"])["services"][0]

    def settle(self, polls: int = 3):
        for _ in range(polls):
            service = self.describe()
        return service

    def test_a_new_service_moves_for_two_answers_and_then_is_complete(self):
        created = self.create()
        self.assertEqual((created["runningCount"], created["pendingCount"]), (0, 2))
        seen = [self.describe() for _ in range(4)]
        self.assertEqual(
            [service["deployments"][0]["rolloutState"] for service in seen],
            ["IN_PROGRESS", "IN_PROGRESS", "COMPLETED", "COMPLETED"],
        )
        self.assertEqual([service["runningCount"] for service in seen], [0, 1, 2, 2])
        self.assertEqual(seen[0]["deployments"][0]["id"], seen[3]["deployments"][0]["id"])
        self.assertIn("steady state", seen[3]["events"][0]["message"])
        cluster = self.ecs.describe_clusters(clusters=["x-dev"])["clusters"][0]
        self.assertEqual((cluster["runningTasksCount"], cluster["activeServicesCount"]), (2, 1))
        self.ecs.delete_service(cluster="x-dev", service="x-dev-acme", force=True)
        self.assertEqual(self.ecs.describe_clusters(clusters=["x-dev"])["clusters"][0]["activeServicesCount"], 0)

    def test_what_moto_drops_on_create_is_kept(self):
        self.create(
            healthCheckGracePeriodSeconds=60,
            enableExecuteCommand=True,
            enableECSManagedTags=True,
            propagateTags="SERVICE",
        )
        service = self.describe()
        self.assertEqual(service["healthCheckGracePeriodSeconds"], 60)
        self.assertTrue(service["enableExecuteCommand"])
        self.assertTrue(service["enableECSManagedTags"])
        self.assertEqual(service["propagateTags"], "SERVICE")
        self.assertEqual(
            service["deploymentConfiguration"],
            {
                "deploymentCircuitBreaker": {"enable": True, "rollback": True},
                "maximumPercent": 200,
                "minimumHealthyPercent": 100,
            },
        )
        self.update(deploymentConfiguration={"maximumPercent": 150}, enableECSManagedTags=False)
        service = self.describe()
        self.assertTrue(service["deploymentConfiguration"]["deploymentCircuitBreaker"]["enable"])
        self.assertEqual(service["deploymentConfiguration"]["maximumPercent"], 150)
        self.assertFalse(service["enableECSManagedTags"])

    def test_a_new_task_definition_makes_a_new_primary_and_the_former_goes_when_it_is_done(self):
        self.create()
        former = self.settle()["deployments"][0]
        second = self.definition("two")
        updated = self.update(taskDefinition="dev-acme:2")
        self.assertEqual(updated["taskDefinition"], second)
        self.assertEqual([one["status"] for one in updated["deployments"]], ["PRIMARY", "ACTIVE"])
        self.assertEqual(updated["deployments"][1]["id"], former["id"])
        self.assertNotEqual(updated["deployments"][0]["id"], former["id"])
        self.assertEqual(updated["deployments"][0]["rolloutState"], "IN_PROGRESS")
        service = self.settle()
        self.assertEqual([one["id"] for one in service["deployments"]], [updated["deployments"][0]["id"]])
        self.assertEqual((service["runningCount"], service["pendingCount"]), (2, 0))

    def test_a_changed_count_scales_the_deployment_there_is(self):
        self.create()
        former = self.settle()["deployments"][0]["id"]
        updated = self.update(desiredCount=4)
        self.assertEqual([one["id"] for one in updated["deployments"]], [former])
        self.assertEqual((updated["runningCount"], updated["pendingCount"]), (2, 2))
        self.assertEqual(self.settle()["runningCount"], 4)
        self.update(desiredCount=0)
        self.assertEqual(self.settle()["runningCount"], 0)
        self.assertEqual(self.ecs.describe_clusters(clusters=["x-dev"])["clusters"][0]["runningTasksCount"], 0)

    def test_an_update_that_changes_nothing_deploys_nothing(self):
        created = self.create()
        self.settle()
        updated = self.update(taskDefinition=created["taskDefinition"], desiredCount=2)
        self.assertEqual([one["id"] for one in updated["deployments"]], [created["deployments"][0]["id"]])
        self.assertEqual(updated["deployments"][0]["rolloutState"], "COMPLETED")
        forced = self.update(forceNewDeployment=True)
        self.assertNotEqual(forced["deployments"][0]["id"], created["deployments"][0]["id"])

    def test_an_image_that_fails_to_start_is_rolled_back(self):
        created = self.create()
        self.settle()
        failing = self.update(taskDefinition=self.definition("fails-to-start-1"))["deployments"][0]["id"]
        service = self.settle()
        states = {one["id"]: one["rolloutState"] for one in service["deployments"]}
        self.assertEqual(states[failing], "FAILED")
        self.assertEqual(service["deployments"][0]["taskDefinition"], created["taskDefinition"])
        self.assertIn("rolling back", service["deployments"][0]["rolloutStateReason"])
        service = self.settle()
        self.assertEqual(service["taskDefinition"], created["taskDefinition"])
        self.assertEqual([one["rolloutState"] for one in service["deployments"]], ["COMPLETED"])
        self.assertEqual(service["runningCount"], 2)

    def test_a_first_deployment_that_fails_has_nothing_to_go_back_to(self):
        self.create("fails-to-start")
        service = self.settle(5)
        self.assertEqual([one["rolloutState"] for one in service["deployments"]], ["FAILED"])
        self.assertEqual(service["runningCount"], 0)
        self.assertGreater(service["deployments"][0]["failedTasks"], 0)

    def test_without_a_circuit_breaker_a_failing_deployment_goes_on_for_ever(self):
        self.create()
        self.settle()
        off = {"deploymentCircuitBreaker": {"enable": False, "rollback": False}}
        self.update(taskDefinition=self.definition("fails-to-start"), deploymentConfiguration=off)
        service = self.settle(8)
        self.assertEqual(service["deployments"][0]["rolloutState"], "IN_PROGRESS")
        self.assertEqual(service["deployments"][0]["failedTasks"], 8)
        self.assertEqual(service["runningCount"], 2)

    def test_a_stuck_deployment_gives_way_to_the_next(self):
        self.post("settings", {"rolloutPolls": 1000})
        self.create()
        stuck = self.settle(5)["deployments"][0]
        self.assertEqual(stuck["rolloutState"], "IN_PROGRESS")
        self.update(taskDefinition=self.definition("two"))
        self.post("settings", {"rolloutPolls": 0})
        service = self.describe()
        self.assertEqual([one["rolloutState"] for one in service["deployments"]], ["COMPLETED"])
        self.assertNotEqual(service["deployments"][0]["id"], stuck["id"])

    def test_a_service_is_not_replaced_by_a_second_create(self):
        created = self.create(clientToken="first")
        self.assertEqual(self.create(clientToken="first")["serviceArn"], created["serviceArn"])
        with self.assertRaisesRegex(ClientError, "not idempotent"):
            self.create(clientToken="second")

    def test_a_deleted_service_drains_before_it_is_inactive(self):
        self.create()
        self.settle()
        deleted = self.ecs.delete_service(cluster="x-dev", service="x-dev-acme", force=True)["service"]
        self.assertEqual(deleted["status"], "DRAINING")
        with self.assertRaisesRegex(ClientError, "still Draining"):
            self.create()
        self.assertEqual(self.settle()["status"], "INACTIVE")
        self.assertEqual(self.ecs.describe_clusters(clusters=["x-dev"])["clusters"][0]["runningTasksCount"], 0)
        self.assertEqual(self.create()["status"], "ACTIVE")


class LogTests(EmulatorCase):
    def test_each_request_is_written_down_with_what_it_was(self):
        self.client("ec2").create_vpc(CidrBlock="10.0.0.0/16")
        with self.assertRaises(ClientError):
            self.client("ecs").update_service(cluster="none", service="none")
        self.client("sts").get_caller_identity()
        self.assertEqual(
            [(one["service"], one["action"], one["status"], one["mutating"]) for one in self.get("requests")],
            [
                ("ec2", "CreateVpc", 200, True),
                ("ecs", "UpdateService", 400, True),
                ("sts", "GetCallerIdentity", 200, False),
            ],
        )
        self.assertEqual({one["region"] for one in self.get("requests")}, {REGION})
        self.assertEqual({one["account"] for one in self.get("requests")}, {"123456789012"})

    def test_requests_are_counted_until_the_reset(self):
        for _ in range(3):
            self.client("ec2").describe_vpcs()
        self.client("iam").create_user(UserName="someone")
        counts = self.get("counts")
        self.assertEqual(counts, {"total": 4, "mutating": 1, "actions": {"ec2:DescribeVpcs": 3, "iam:CreateUser": 1}})
        self.post("requests/reset")
        self.assertEqual(self.get("counts"), {"total": 0, "mutating": 0, "actions": {}})

    def test_the_time_in_which_anything_is_answered_counts_once(self):
        self.post("faults", {"kind": "hang", "seconds": 2, "count": 2})

        def ask(_):
            with self.assertRaises((ConnectionClosedError, BotoConnectionError)):
                self.client("ecs").list_clusters()

        self.client("ecs")
        with ThreadPoolExecutor(2) as both:
            list(both.map(ask, range(2)))
        # One after the other they would take four seconds.
        busy = self.get("busy")["seconds"]
        self.assertTrue(2 <= busy < 4, busy)
        self.post("requests/reset")
        self.assertEqual(self.get("busy"), {"seconds": 0.0})

    def test_an_assumed_role_is_told_by_its_account(self):
        role = self.client("sts").assume_role(RoleArn="arn:aws:iam::210987654321:role/x", RoleSessionName="test")
        keys = role["Credentials"]
        boto3.client(
            "ecs",
            region_name=REGION,
            endpoint_url=self.endpoint,
            aws_access_key_id=keys["AccessKeyId"],
            aws_secret_access_key=keys["SecretAccessKey"],
            aws_session_token=keys["SessionToken"],
        ).list_clusters()
        self.assertEqual([one["account"] for one in self.get("requests")], ["123456789012", "210987654321"])
        self.assertEqual(self.get("requests")[1]["key"], keys["AccessKeyId"])
        self.assertFalse(self.get("requests")[0]["mutating"])

    def test_a_reset_empties_aws_too(self):
        self.client("logs").create_log_group(logGroupName="x")
        self.post("reset")
        self.assertEqual(self.client("logs").describe_log_groups()["logGroups"], [])


class PlainTests(EmulatorCase):
    arguments = ["--plain"]
    policies = "true"

    def test_plain_is_moto_with_a_log(self):
        ecs = self.client("ecs")
        ecs.create_cluster(clusterName="x")
        container = {"name": "x", "image": "x:fails-to-start", "memory": 512}
        ecs.register_task_definition(family="x", containerDefinitions=[container])
        service = ecs.create_service(
            cluster="x", serviceName="x", taskDefinition="x", desiredCount=1, enableExecuteCommand=True
        )["service"]
        self.assertEqual(service["deployments"][0]["rolloutState"], "COMPLETED")
        self.assertFalse(service.get("enableExecuteCommand", False))
        self.assertEqual(self.get("counts")["mutating"], 3)
        with self.assertRaises(urllib.error.HTTPError) as caught:
            self.post("faults", {"kind": "hang"})
        caught.exception.close()
        policies = self.client("iam").get_policy(
            PolicyArn="arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
        )
        self.assertEqual(policies["Policy"]["PolicyName"], "AmazonECSTaskExecutionRolePolicy")


class LifeTests(unittest.TestCase):
    def start(self, **arguments):
        return subprocess.Popen([sys.executable, str(EMULATOR)], stdout=subprocess.PIPE, text=True, **arguments)

    def test_it_ends_when_its_input_closes(self):
        with self.start(stdin=subprocess.PIPE) as process:
            process.stdout.readline()
            process.stdin.close()
            self.assertEqual(process.wait(timeout=10), 0)

    def test_it_ends_when_its_parent_is_killed_though_its_input_stays_open(self):
        # `sleep` holds the input open, as any other child of a killed test process might.
        script = f"sleep 60 | {{ {sys.executable} {EMULATOR} <&0 & wait; }}"
        parent = subprocess.Popen(
            ["bash", "-c", script], stdout=subprocess.PIPE, text=True, start_new_session=True
        )
        emulator = json.loads(parent.stdout.readline())["pid"]
        starter = int(Path(f"/proc/{emulator}/stat").read_text().rsplit(")", 1)[1].split()[1])
        try:
            subprocess.run(["kill", "-9", str(starter)], check=True)
            deadline = time.monotonic() + 10
            while Path(f"/proc/{emulator}").exists() and time.monotonic() < deadline:
                time.sleep(0.05)
            self.assertFalse(Path(f"/proc/{emulator}").exists())
        finally:
            subprocess.run(["pkill", "-g", str(parent.pid)], check=False)
            parent.wait(timeout=10)
            parent.stdout.close()



class SubnetGroups(EmulatorCase):
    def setUp(self):
        super().setUp()
        ec2 = self.client("ec2")
        vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        zones = [zone["ZoneName"] for zone in ec2.describe_availability_zones()["AvailabilityZones"]]
        self.subnets = [
            ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.0.{index}.0/24", AvailabilityZone=zone)["Subnet"]["SubnetId"]
            for index, zone in enumerate(zones[:3])
        ]

    def test_a_cache_subnet_group_can_be_changed_and_deleted(self):
        cache = self.client("elasticache")
        tags = [{"Key": "who", "Value": "me"}]
        made = cache.create_cache_subnet_group(
            CacheSubnetGroupName="a", CacheSubnetGroupDescription="b", SubnetIds=self.subnets[:2], Tags=tags
        )
        cache.modify_cache_subnet_group(CacheSubnetGroupName="a", SubnetIds=self.subnets)
        group = cache.describe_cache_subnet_groups(CacheSubnetGroupName="a")["CacheSubnetGroups"][0]
        self.assertEqual({subnet["SubnetIdentifier"] for subnet in group["Subnets"]}, set(self.subnets))
        self.assertEqual(group["CacheSubnetGroupDescription"], "b")
        arn = made["CacheSubnetGroup"]["ARN"]
        self.assertEqual(cache.list_tags_for_resource(ResourceName=arn)["TagList"], tags)
        cache.delete_cache_subnet_group(CacheSubnetGroupName="a")
        with self.assertRaises(cache.exceptions.CacheSubnetGroupNotFoundFault):
            cache.delete_cache_subnet_group(CacheSubnetGroupName="a")

    def test_a_db_subnet_group_can_be_changed(self):
        rds = self.client("rds")
        rds.create_db_subnet_group(
            DBSubnetGroupName="a", DBSubnetGroupDescription="b", SubnetIds=self.subnets[:2]
        )
        rds.modify_db_subnet_group(DBSubnetGroupName="a", SubnetIds=self.subnets)
        group = rds.describe_db_subnet_groups(DBSubnetGroupName="a")["DBSubnetGroups"][0]
        self.assertEqual({subnet["SubnetIdentifier"] for subnet in group["Subnets"]}, set(self.subnets))
        self.assertEqual(group["DBSubnetGroupDescription"], "b")

    def test_a_db_subnet_group_is_in_the_index_of_tags(self):
        rds = self.client("rds")
        for name in ("ours", "theirs"):
            tags = [{"Key": "owner", "Value": name}]
            rds.create_db_subnet_group(
                DBSubnetGroupName=name, DBSubnetGroupDescription=name, SubnetIds=self.subnets, Tags=tags
            )
        index = self.client("resourcegroupstaggingapi")
        filters = [{"Key": "owner", "Values": ["ours"]}]
        for types in (["rds"], ["rds:subgrp"], []):
            found = index.get_resources(TagFilters=filters, ResourceTypeFilters=types)["ResourceTagMappingList"]
            self.assertEqual([one["ResourceARN"].rpartition(":")[2] for one in found], ["ours"])
        self.assertEqual(index.get_resources(ResourceTypeFilters=["logs"])["ResourceTagMappingList"], [])

    def test_listeners_and_their_rules_are_in_the_index_of_tags(self):
        balancing, tags = self.client("elbv2"), [{"Key": "owner", "Value": "ours"}]
        balancer = balancing.create_load_balancer(Name="b", Subnets=self.subnets)["LoadBalancers"][0]
        answer = {"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "200"}}
        listener = balancing.create_listener(
            LoadBalancerArn=balancer["LoadBalancerArn"], Protocol="HTTP", Port=80, DefaultActions=[answer], Tags=tags
        )["Listeners"][0]["ListenerArn"]
        condition = {"Field": "path-pattern", "PathPatternConfig": {"Values": ["/a"]}}
        rule = balancing.create_rule(
            ListenerArn=listener, Conditions=[condition], Priority=1, Actions=[answer], Tags=tags
        )["Rules"][0]["RuleArn"]
        index = self.client("resourcegroupstaggingapi")
        found = index.get_resources(
            TagFilters=[{"Key": "owner"}], ResourceTypeFilters=["elasticloadbalancing"])["ResourceTagMappingList"]
        self.assertEqual({one["ResourceARN"] for one in found}, {listener, rule})

    def test_a_page_of_the_index_holds_as_many_things_as_were_asked_for(self):
        logs, index = self.client("logs"), self.client("resourcegroupstaggingapi")
        for number in range(6):
            logs.create_log_group(logGroupName=f"g{number}", tags={f"tag{tag}": "a" for tag in range(40)})
        page = index.get_resources(ResourcesPerPage=5, ResourceTypeFilters=["logs"])
        self.assertEqual(len(page["ResourceTagMappingList"]), 5)


class Stacks(EmulatorCase):
    def test_services_and_task_definitions_of_a_stack_are_what_the_template_says(self):
        place = self.client("ec2").describe_subnets()["Subnets"][0]
        subnet = place["SubnetId"]
        wall = self.client("ec2").describe_security_groups()["SecurityGroups"][0]["GroupId"]
        group = self.client("elbv2").create_target_group(
            Name="t", Protocol="HTTP", Port=80, VpcId=place["VpcId"], TargetType="ip")["TargetGroups"][0]["TargetGroupArn"]
        template = {"Resources": {
            "Cluster": {"Type": "AWS::ECS::Cluster", "Properties": {"ClusterName": "c"}},
            "Task": {"Type": "AWS::ECS::TaskDefinition", "Properties": {
                "Family": "f", "Cpu": "256", "Memory": "512", "NetworkMode": "awsvpc",
                "RequiresCompatibilities": ["FARGATE"], "ExecutionRoleArn": "arn:aws:iam::123456789012:role/r",
                "ContainerDefinitions": [{
                    "Name": "app", "Image": "i", "PortMappings": [{"ContainerPort": 4000}],
                    "LogConfiguration": {"LogDriver": "awslogs", "Options": {"awslogs-group": "Logs"}}}]}},
            "Service": {"Type": "AWS::ECS::Service", "Properties": {
                "Cluster": {"Ref": "Cluster"}, "TaskDefinition": {"Ref": "Task"}, "DesiredCount": 2,
                "LaunchType": "FARGATE", "NetworkConfiguration": {"AwsvpcConfiguration": {
                    "Subnets": [subnet], "SecurityGroups": [wall]}},
                "LoadBalancers": [{"ContainerName": "app", "ContainerPort": 4000, "TargetGroupArn": group}]}}}}
        self.client("cloudformation").create_stack(StackName="s", TemplateBody=json.dumps(template))
        ecs = self.client("ecs")
        task = ecs.describe_task_definition(taskDefinition="f")["taskDefinition"]
        self.assertEqual((task["networkMode"], task["cpu"], task["requiresCompatibilities"]),
                         ("awsvpc", "256", ["FARGATE"]))
        self.assertEqual(task["executionRoleArn"], "arn:aws:iam::123456789012:role/r")
        self.assertEqual(task["containerDefinitions"][0]["logConfiguration"]["options"], {"awslogs-group": "Logs"})
        arn = ecs.list_services(cluster="c")["serviceArns"][0]
        service = ecs.describe_services(cluster="c", services=[arn])["services"][0]
        self.assertEqual((service["launchType"], service["desiredCount"]), ("FARGATE", 2))
        self.assertEqual(service["loadBalancers"][0]["targetGroupArn"], group)
        self.assertEqual(service["networkConfiguration"]["awsvpcConfiguration"]["subnets"], [subnet])
        self.assertEqual(service["deployments"][0]["status"], "PRIMARY")


class Delivery(EmulatorCase):
    def test_a_project_of_a_pipeline_needs_no_location_and_can_be_changed(self):
        build = self.client("codebuild")
        role = "arn:aws:iam::123456789012:role/a"
        environment = {"type": "LINUX_CONTAINER", "image": "a", "computeType": "BUILD_GENERAL1_SMALL"}
        made = build.create_project(
            name="abc", source={"type": "CODEPIPELINE", "buildspec": "x"}, artifacts={"type": "CODEPIPELINE"},
            environment=environment, serviceRole=role, tags=[{"key": "a", "value": "b"}],
        )["project"]
        self.assertNotIn("location", made["source"])
        build.update_project(name="abc", environment={**environment, "image": "b"})
        project = build.batch_get_projects(names=["abc"])["projects"][0]
        self.assertEqual((project["environment"]["image"], project["source"]["buildspec"]), ("b", "x"))
        self.assertEqual(project["tags"], [{"key": "a", "value": "b"}])
        with self.assertRaises(build.exceptions.ResourceNotFoundException):
            build.update_project(name="gone", description="d")
        with self.assertRaises(build.exceptions.InvalidInputException):
            build.create_project(
                name="git", source={"type": "GITHUB"}, artifacts={"type": "NO_ARTIFACTS"}, environment=environment,
                serviceRole=role,
            )

    def test_a_bucket_is_made_with_its_tags_and_its_calls_have_names(self):
        s3 = self.client("s3")
        place = {"LocationConstraint": REGION, "Tags": [{"Key": "a", "Value": "b"}]}
        s3.create_bucket(Bucket="abc", CreateBucketConfiguration=place)
        self.assertEqual(s3.get_bucket_tagging(Bucket="abc")["TagSet"], [{"Key": "a", "Value": "b"}])
        s3.delete_bucket_lifecycle(Bucket="abc")
        s3.list_buckets()
        self.post("faults", {"kind": "error", "action": "DeleteBucket", "contains": "/abc", "code": "Busy", "status": 409})
        with self.assertRaises(ClientError) as caught:
            s3.delete_bucket(Bucket="abc")
        self.assertEqual(caught.exception.response["Error"]["Code"], "Busy")
        s3.delete_bucket(Bucket="abc")
        named = [(entry["action"], entry["mutating"]) for entry in self.get("requests")]
        self.assertEqual(named, [
            ("CreateBucket", True), ("GetBucketTagging", False), ("DeleteBucketLifecycle", True), ("ListBuckets", False),
            ("DeleteBucket", True), ("DeleteBucket", True),
        ])


class HostTests(EmulatorCase):
    def setUp(self):
        super().setUp()
        self.ec2, self.scaling = self.client("ec2"), self.client("autoscaling")
        vpc = self.ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
        self.subnet = self.ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.0.0/24")["Subnet"]["SubnetId"]

    def template(self, instance_type: str = "t3.small") -> str:
        made = self.ec2.create_launch_template(
            LaunchTemplateName=f"template-{instance_type}",
            LaunchTemplateData={"ImageId": "ami-12c6146b", "InstanceType": instance_type},
        )
        return made["LaunchTemplate"]["LaunchTemplateId"]

    def group(self, **source) -> None:
        self.scaling.create_auto_scaling_group(
            AutoScalingGroupName="g", MinSize=1, MaxSize=2, VPCZoneIdentifier=self.subnet, **source
        )

    def described(self) -> dict:
        return self.scaling.describe_auto_scaling_groups(AutoScalingGroupNames=["g"])["AutoScalingGroups"][0]

    def states(self, count: int) -> list[str]:
        return [
            self.scaling.describe_instance_refreshes(AutoScalingGroupName="g")["InstanceRefreshes"][0]["Status"]
            for _ in range(count)
        ]

    def test_a_refresh_moves_and_then_the_group_has_the_template(self):
        first, second = self.template(), self.template("t3.large")
        self.group(LaunchTemplate={"LaunchTemplateId": first, "Version": "1"})
        wanted = {"LaunchTemplate": {"LaunchTemplateId": second, "Version": "1"}}
        self.scaling.start_instance_refresh(
            AutoScalingGroupName="g", DesiredConfiguration=wanted, Preferences={"AutoRollback": True}
        )
        with self.assertRaises(self.scaling.exceptions.InstanceRefreshInProgressFault):
            self.scaling.start_instance_refresh(AutoScalingGroupName="g")
        self.assertEqual(self.states(1), ["InProgress"])
        self.assertEqual(self.described()["LaunchTemplate"]["LaunchTemplateId"], first)
        self.assertEqual(self.states(2), ["InProgress", "Successful"])
        self.assertEqual(self.described()["LaunchTemplate"]["LaunchTemplateId"], second)

    def test_a_refresh_that_fails_is_rolled_back(self):
        self.group(LaunchTemplate={"LaunchTemplateId": self.template(), "Version": "1"})
        wanted = {"LaunchTemplate": {"LaunchTemplateId": self.template("t3.fails-to-start"), "Version": "1"}}
        self.scaling.start_instance_refresh(
            AutoScalingGroupName="g", DesiredConfiguration=wanted, Preferences={"AutoRollback": True}
        )
        self.assertEqual(self.states(4)[2:], ["RollbackInProgress", "RollbackSuccessful"])

    def test_a_refresh_can_be_cancelled(self):
        self.group(LaunchTemplate={"LaunchTemplateId": self.template(), "Version": "1"})
        with self.assertRaises(self.scaling.exceptions.ActiveInstanceRefreshNotFoundFault):
            self.scaling.cancel_instance_refresh(AutoScalingGroupName="g")
        self.scaling.start_instance_refresh(AutoScalingGroupName="g")
        self.scaling.cancel_instance_refresh(AutoScalingGroupName="g")
        self.assertEqual(self.states(1), ["Cancelled"])

    def test_instances_that_cannot_start_stay_pending_and_an_activity_tells_why(self):
        self.group(LaunchTemplate={"LaunchTemplateId": self.template("t3.fails-to-start"), "Version": "1"})
        self.assertEqual(self.described()["Instances"][0]["LifecycleState"], "Pending")
        newest = self.scaling.describe_scaling_activities(AutoScalingGroupName="g")["Activities"][0]
        self.assertEqual(newest["StatusCode"], "Failed")
        self.assertIn("vCPU limit", newest["StatusMessage"])

    def test_instances_of_a_launch_configuration_are_told_until_they_are_replaced(self):
        self.scaling.create_launch_configuration(
            LaunchConfigurationName="old", ImageId="ami-12c6146b", InstanceType="t2.small"
        )
        self.group(LaunchConfigurationName="old")
        self.scaling.update_auto_scaling_group(
            AutoScalingGroupName="g", LaunchTemplate={"LaunchTemplateId": self.template(), "Version": "1"}
        )
        self.assertNotIn("LaunchConfigurationName", self.described())
        self.assertEqual(self.described()["Instances"][0]["LaunchConfigurationName"], "old")
        self.scaling.start_instance_refresh(AutoScalingGroupName="g")
        self.assertEqual(self.states(3)[-1], "Successful")
        self.assertNotIn("LaunchConfigurationName", self.described()["Instances"][0])

    def test_a_launch_template_shows_its_tags(self):
        template = self.template()
        self.ec2.create_tags(Resources=[template], Tags=[{"Key": "who", "Value": "me"}])
        found = self.ec2.describe_launch_templates(LaunchTemplateIds=[template])["LaunchTemplates"][0]
        self.assertEqual(found["Tags"], [{"Key": "who", "Value": "me"}])

    def test_a_group_of_people_moves_to_another_path(self):
        iam = self.client("iam")
        iam.create_group(GroupName="people")
        iam.update_group(GroupName="people", NewPath="/here/")
        self.assertEqual(iam.get_group(GroupName="people")["Group"]["Path"], "/here/")
        with self.assertRaises(iam.exceptions.NoSuchEntityException):
            iam.update_group(GroupName="nobody", NewPath="/here/")


if __name__ == "__main__":
    unittest.main()
