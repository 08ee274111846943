"""EC2 hosts: instance refreshes and failing starts, which moto lacks, and three things that it half does.

moto 5.2.1 answers 500 to StartInstanceRefresh, DescribeInstanceRefreshes and CancelInstanceRefresh. Here a refresh is
Pending at first, InProgress for a number of descriptions and then Successful, upon which the group has the desired
configuration. One to an instance type that contains `fails-to-start` never gets there: it is rolled back, or fails where no
rollback was asked for. The states are those of `InstanceRefresh` in the Auto Scaling API reference.

moto starts every instance at once and has no scaling activities (DescribeScalingActivities is always empty). Here the instances
of a group whose launch template has such a type stay Pending, and the newest activity tells of a quota.

Of what moto half does: a group that is given a launch template loses its launch configuration, which its instances have
until they are replaced; a launch template shows the tags that it was given later; UpdateGroup changes the path also where
the name stays.
"""

from moto.autoscaling.exceptions import AutoscalingClientError, ValidationError
from moto.autoscaling.models import FakeAutoScalingGroup, InstanceState
from moto.autoscaling.responses import AutoScalingResponse
from moto.core.responses import ActionResult
from moto.core.utils import utcnow
from moto.ec2.models.launch_templates import LaunchTemplate
from moto.iam.models import IAMBackend
from moto.moto_api._internal import mock_random

ACTIVE = ("Pending", "InProgress", "Cancelling", "RollbackInProgress")
FAILING_TYPE = "fails-to-start"
POLLS = 3
QUOTA = "You have requested more vCPU capacity than your current vCPU limit of 0 allows. Launching EC2 instance failed."


class InstanceRefreshInProgress(AutoscalingClientError):
    code = "InstanceRefreshInProgress"
    message = "An Instance Refresh is already in progress and blocks the execution of this Instance Refresh."


class ActiveInstanceRefreshNotFound(AutoscalingClientError):
    code = "ActiveInstanceRefreshNotFound"
    message = "No in progress or pending Instance Refresh found for the Auto Scaling group."


class Hosts:
    def __init__(self):
        # By account, region and group, the newest first.
        self.refreshes: dict[tuple[str, str, str], list[dict]] = {}

    def install(self) -> None:
        overlay = self
        AutoScalingResponse.start_instance_refresh = lambda response: overlay.start(response)
        AutoScalingResponse.describe_instance_refreshes = lambda response: overlay.describe(response)
        AutoScalingResponse.cancel_instance_refresh = lambda response: overlay.cancel(response)
        AutoScalingResponse.describe_scaling_activities = lambda response: overlay.activities(response)
        FakeAutoScalingGroup._set_launch_configuration = switching(FakeAutoScalingGroup._set_launch_configuration)
        InstanceState.lifecycle_state = property(lifecycle_of, keep_lifecycle)
        InstanceState.launch_configuration_name = property(configuration_of)
        LaunchTemplate.tags = property(LaunchTemplate.get_tags, lambda template, _: None)
        IAMBackend.update_group = moving(IAMBackend.update_group)

    def start(self, response) -> ActionResult:
        group, refreshes = self.of(response)
        if any(refresh["Status"] in ACTIVE for refresh in refreshes):
            raise InstanceRefreshInProgress()
        refresh = {
            "InstanceRefreshId": str(mock_random.uuid4()),
            "AutoScalingGroupName": group.name,
            "Status": "Pending",
            "StartTime": utcnow(),
            "PercentageComplete": 0,
            "InstancesToUpdate": len(group.instance_states),
            "Preferences": response._get_param("Preferences") or {},
            "polls": POLLS,
        }
        desired = response._get_param("DesiredConfiguration")
        if desired:
            refresh["DesiredConfiguration"] = desired
        if refresh["Preferences"].get("AutoRollback") in (True, "true") and not desired:
            raise ValidationError("Auto rollback needs a desired configuration.")
        refreshes.insert(0, refresh)
        return ActionResult({"InstanceRefreshId": refresh["InstanceRefreshId"]})

    def describe(self, response) -> ActionResult:
        group, refreshes = self.of(response)
        wanted = response._get_param("InstanceRefreshIds") or []
        for refresh in refreshes:
            advance(response, group, refresh)
        shown = [r for r in refreshes if not wanted or r["InstanceRefreshId"] in wanted]
        return ActionResult({"InstanceRefreshes": [{k: v for k, v in r.items() if k != "polls"} for r in shown]})

    def cancel(self, response) -> ActionResult:
        _, refreshes = self.of(response)
        for refresh in refreshes:
            if refresh["Status"] in ("Pending", "InProgress"):
                refresh["Status"] = "Cancelling"
                return ActionResult({"InstanceRefreshId": refresh["InstanceRefreshId"]})
        raise ActiveInstanceRefreshNotFound()

    def activities(self, response) -> ActionResult:
        group, _ = self.of(response)
        if not never_starts(group):
            return ActionResult({"Activities": []})
        failed = {
            "ActivityId": str(mock_random.uuid4()),
            "AutoScalingGroupName": group.name,
            "Description": "Launching a new EC2 instance.",
            "Cause": "an instance was started in response to a difference between desired and actual capacity",
            "StartTime": utcnow(),
            "StatusCode": "Failed",
            "StatusMessage": QUOTA,
            "Progress": 100,
        }
        return ActionResult({"Activities": [failed]})

    def of(self, response):
        """The group that the request names, and its refreshes."""
        name = response._get_param("AutoScalingGroupName")
        group = response.autoscaling_backend.autoscaling_groups.get(name)
        if group is None:
            raise ValidationError(f"AutoScalingGroup name not found - AutoScalingGroup '{name}' not found")
        return group, self.refreshes.setdefault((response.current_account, response.region, name), [])


def advance(response, group, refresh: dict) -> None:
    status = refresh["Status"]
    if status == "Cancelling":
        refresh["Status"] = "Cancelled"
    elif status == "RollbackInProgress":
        refresh["Status"] = "RollbackSuccessful"
    elif status in ("Pending", "InProgress"):
        refresh["Status"] = "InProgress"
        refresh["polls"] -= 1
        refresh["PercentageComplete"] = 100 * (POLLS - refresh["polls"]) // POLLS
        if refresh["polls"] > 0:
            return
        template = refresh.get("DesiredConfiguration", {}).get("LaunchTemplate")
        if template and fails(response, group, template):
            refresh["StatusReason"] = "the new instances did not become healthy"
            rolls_back = refresh["Preferences"].get("AutoRollback") in (True, "true")
            refresh["Status"] = "RollbackInProgress" if rolls_back else "Failed"
            return
        refresh["Status"], refresh["InstancesToUpdate"], refresh["EndTime"] = "Successful", 0, utcnow()
        if template:
            group._set_launch_configuration(None, template, None)
        group.former_configuration = None


def fails(response, group, template: dict) -> bool:
    found = group.ec2_backend.get_launch_template(template["LaunchTemplateId"])
    return FAILING_TYPE in (found.get_version(template["Version"]).data.get("InstanceType") or "")


def never_starts(group) -> bool:
    template = group.ec2_launch_template
    return bool(template) and FAILING_TYPE in (
        template.get_version(group.launch_template_version).data.get("InstanceType") or ""
    )


def lifecycle_of(instance: InstanceState) -> str:
    is_held = instance.kept_lifecycle == "InService" and never_starts(instance.auto_scaling_group)
    return "Pending" if is_held else instance.kept_lifecycle


def keep_lifecycle(instance: InstanceState, state: str) -> None:
    instance.kept_lifecycle = state


def switching(set_launch_configuration):
    def switch(group, launch_config_name, launch_template, mixed_instances_policy):
        set_launch_configuration(group, launch_config_name, launch_template, mixed_instances_policy)
        if launch_template and getattr(group, "launch_configuration_name", None):
            group.former_configuration = group.launch_configuration_name
            group.launch_configuration_name = group.launch_config = None

    return switch


def configuration_of(instance: InstanceState) -> str | None:
    group = instance.auto_scaling_group
    return group.launch_configuration_name or getattr(group, "former_configuration", None)


def moving(update_group):
    def update(backend, group_name, new_group_name, new_path):
        group = backend.get_group(group_name)
        if new_path:
            group.path = new_path
        if new_group_name:
            update_group(backend, group_name, new_group_name, new_path)

    return update
