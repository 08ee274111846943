"""ECS services that behave: deployments that move, complete, fail and roll back.

moto stores a service and leaves it as it is. Here a change makes a new PRIMARY deployment that is
IN_PROGRESS for a number of DescribeServices answers (or seconds) and then COMPLETED, with the former
deployment ACTIVE until then. A task definition with an image tag that contains `fails-to-start` never
gets a task up: with the circuit breaker its deployment ends FAILED, and with `rollback` the last
completed task definition is rolled out again; without, it stays IN_PROGRESS and counts failed tasks.

What is answered follows the ECS API reference: the states in `Deployment`, what starts a deployment in
`UpdateService` (a changed desired count only scales the one there is), the defaults in `CreateService`.
"""

import time
from dataclasses import dataclass, field
from datetime import datetime
from threading import RLock
from typing import Any

from botocore import xform_name
from moto.core.responses import ActionResult
from moto.core.utils import utcnow
from moto.ecs.exceptions import ECSException, InvalidParameterException
from moto.ecs.models import Cluster, ecs_backends
from moto.ecs.responses import EC2ContainerServiceResponse
from moto.moto_api._internal import mock_random

FAILING_TAG = "fails-to-start"
POLLS = 2

# What CreateService is sent and moto drops, with what AWS answers when it is left out.
KEPT = {
    "healthCheckGracePeriodSeconds": 0,
    "enableExecuteCommand": False,
    "enableECSManagedTags": False,
    "propagateTags": "NONE",
    "capacityProviderStrategy": None,
    "placementConstraints": [],
    "placementStrategy": [],
}

# What starts a new deployment when UpdateService changes it.
DEPLOYS = (
    "task_definition",
    "network_configuration",
    "platform_version",
    "load_balancers",
    "service_registries",
    "capacity_provider_strategy",
)

# What UpdateService leaves to the deployments.
STATE = ("deployments", "events", "running_count", "pending_count")


class ServiceNotActiveException(ECSException):
    def __init__(self):
        super().__init__("ServiceNotActiveException", "Service was not ACTIVE.")


@dataclass
class Deployment:
    """One deployment, in moto's spelling of the API's names; `polls` and `started` are ours."""

    id: str
    task_definition: str
    desired_count: int
    launch_type: str | None
    platform_version: str | None
    network_configuration: dict | None
    rollout_state_reason: str
    status: str = "PRIMARY"
    rollout_state: str = "IN_PROGRESS"
    platform_family: str = "Linux"
    pending_count: int = 0
    running_count: int = 0
    failed_tasks: int = 0
    moving: bool = True
    polls: int = 0
    started: float = field(default_factory=time.monotonic)
    created_at: datetime = field(default_factory=utcnow)
    updated_at: datetime = field(default_factory=utcnow)

    def move(self) -> None:
        """Starts to count again, as after a change of the desired count."""
        self.moving, self.polls, self.started, self.updated_at = True, 0, time.monotonic(), utcnow()

    def end(self, state: str, reason: str) -> None:
        self.rollout_state, self.rollout_state_reason, self.updated_at = state, reason, utcnow()
        self.moving, self.pending_count = False, 0


def active_services(cluster: Cluster) -> int:
    services = ecs_backends[cluster.arn.split(":")[4]][cluster.region_name].services.values()
    return sum(service.status == "ACTIVE" and service.cluster_arn == cluster.arn for service in services)


class Rollouts:
    """Patches moto's ECS answers. One lock around all of it: the server has a thread for each request."""

    def __init__(self):
        self.clear()
        self.reset()

    def clear(self) -> None:
        """A lock of its own for a new process."""
        self.lock = RLock()

    def reset(self) -> None:
        self.configure({})
        self.doomed: set[str] = set()

    def doom(self, deployment: str) -> None:
        """None of the deployment's tasks will start, whatever its image."""
        with self.lock:
            self.doomed.add(deployment)

    def configure(self, settings: dict) -> None:
        """`rolloutPolls`: answers that still show the movement; `rolloutSeconds`: or this time, if sooner."""
        unknown = set(settings) - {"rolloutPolls", "rolloutSeconds"}
        if unknown:
            raise ValueError(f"unknown settings: {', '.join(sorted(unknown))}")
        with self.lock:
            self.polls = int(settings.get("rolloutPolls", POLLS))
            self.seconds = settings.get("rolloutSeconds")

    def install(self) -> None:
        for name in ("create_service", "update_service", "describe_services", "delete_service"):
            setattr(EC2ContainerServiceResponse, name, self.guarded(name))
        # moto never counts them.
        Cluster.active_services_count = property(active_services, lambda cluster, count: None)

    def guarded(self, name: str):
        original = getattr(EC2ContainerServiceResponse, name)
        ours = getattr(self, name)

        def answer(response: EC2ContainerServiceResponse) -> ActionResult:
            with self.lock:
                return ours(response, original)

        return answer

    # The four calls

    def create_service(self, response, original) -> ActionResult:
        existing = find(response, response._get_param("serviceName"))
        token = response._get_param("clientToken")
        if existing is not None and existing.status == "DRAINING":
            raise InvalidParameterException("Unable to Start a service that is still Draining.")
        if existing is not None and existing.status == "ACTIVE":
            if token and token == existing.client_token:
                return ActionResult({"service": existing})
            raise InvalidParameterException("Creation of service was not idempotent.")

        result = original(response)
        service = result.result["service"]
        service.client_token = token
        self.begin(service, response._get_param)
        return result

    def begin(self, service, sent) -> None:
        """Completes a service that moto has just made, and starts its first deployment.

        `sent` gives what the service was made with, by the name in the ECS API, or None.
        """
        for name, default in KEPT.items():
            value = sent(name)
            setattr(service, xform_name(name), default if value is None else value)
        if service.capacity_provider_strategy:
            service.launch_type = None
        service.deployment_configuration = deployment_configuration({}, sent("deploymentConfiguration"))
        service.network_configuration = network_configuration(service.network_configuration)
        service.platform_version = service.platform_version or "LATEST"
        service.created_at = utcnow()
        service.completed = None
        service.deployments = []
        self.deploy(service)

    def update_service(self, response, original) -> ActionResult:
        service = find(response, response._get_param("service"))
        if service is not None and service.status != "ACTIVE":
            raise ServiceNotActiveException()
        if service is None:
            return original(response)
        before = dict(vars(service))
        cluster = cluster_of(service)
        tasks = cluster.running_tasks_count, cluster.pending_tasks_count

        # moto moves the counts at once, forgets the cluster's, and writes into deployments of its own form.
        service.deployments = []
        try:
            result = original(response)
        except Exception:
            vars(service).update(before)
            raise
        finally:
            cluster.running_tasks_count, cluster.pending_tasks_count = tasks
        for name in STATE:
            setattr(service, name, before[name])
        service.task_definition = service._backend.describe_task_definition(service.task_definition).arn
        service.deployment_configuration = deployment_configuration(
            before["deployment_configuration"], response._get_param("deploymentConfiguration")
        )
        service.network_configuration = network_configuration(service.network_configuration)
        for name in KEPT:
            sent = response._get_param(name)
            if sent is not None:
                setattr(service, xform_name(name), sent)

        changed = any(getattr(service, name, None) != before.get(name) for name in DEPLOYS)
        if changed or response._get_param("forceNewDeployment"):
            self.deploy(service)
        elif service.desired_count != before["desired_count"]:
            self.scale(service)
        return result

    def describe_services(self, response, original) -> ActionResult:
        for name in response._get_param("services", []):
            service = find(response, name)
            if service is not None:
                self.advance(service)
        return original(response)

    def delete_service(self, response, original) -> ActionResult:
        result = original(response)
        service = result.result["service"]
        service.status, service.desired_count = "DRAINING", 0
        service.running_count = service.pending_count = 0
        service.draining_polls = 0
        return result

    # What happens in between

    def deploy(self, service, reason: str | None = None) -> Deployment:
        """Makes a new PRIMARY deployment of what the service now says; the others stay ACTIVE until it is done."""
        identifier = f"ecs-svc/{mock_random.randint(10**18, 10**19 - 1)}"
        for former in service.deployments:
            former.status, former.moving = "ACTIVE", False
        deployment = Deployment(
            id=identifier,
            task_definition=service.task_definition,
            desired_count=service.desired_count,
            launch_type=service.launch_type,
            platform_version=service.platform_version,
            network_configuration=service.network_configuration,
            rollout_state_reason=reason or f"ECS deployment {identifier} in progress.",
            pending_count=service.desired_count,
        )
        service.deployments.insert(0, deployment)
        tell(service, f"has started {service.desired_count} tasks.")
        count(service)
        return deployment

    def scale(self, service) -> None:
        """Moves the PRIMARY deployment to the service's desired count. No new deployment, its verdict stands."""
        primary = service.deployments[0]
        primary.desired_count = service.desired_count
        primary.pending_count = max(0, primary.desired_count - primary.running_count)
        primary.move()
        count(service)

    def advance(self, service) -> None:
        """One DescribeServices answer further."""
        if service.status == "DRAINING":
            service.draining_polls += 1
            if service.draining_polls > self.polls:
                service.status, service.deployments = "INACTIVE", []
            return
        if service.status != "ACTIVE" or not service.deployments:
            return
        primary = service.deployments[0]
        if not primary.moving:
            return
        primary.polls += 1
        waited = self.seconds is not None and time.monotonic() - primary.started >= self.seconds
        if primary.id in self.doomed and primary.desired_count or fails(service, primary):
            self.advance_failing(service, primary, due=waited or primary.polls > self.polls)
        elif waited or primary.polls > self.polls:
            self.complete(service, primary)
        else:
            up = primary.desired_count * (primary.polls - 1) // max(1, self.polls)
            primary.running_count = max(primary.running_count, min(up, primary.desired_count))
            primary.pending_count = max(0, primary.desired_count - primary.running_count)
        count(service)

    def complete(self, service, primary: Deployment) -> None:
        primary.running_count = primary.desired_count
        if primary.rollout_state == "IN_PROGRESS":
            primary.end("COMPLETED", f"ECS deployment {primary.id} completed.")
            tell(service, f"(deployment {primary.id}) deployment completed.")
        primary.moving, primary.pending_count = False, 0
        service.deployments = [primary]
        service.completed = (primary.task_definition, primary.network_configuration, primary.id)
        tell(service, "has reached a steady state.")

    def advance_failing(self, service, primary: Deployment, due: bool) -> None:
        primary.failed_tasks += 1
        breaker = service.deployment_configuration["deploymentCircuitBreaker"]
        if not (due and breaker.get("enable")):
            return
        primary.end("FAILED", "ECS deployment circuit breaker: tasks failed to start.")
        tell(service, f"(deployment {primary.id}) deployment failed: tasks failed to start.")
        if breaker.get("rollback") and service.completed is not None:
            primary.desired_count = 0
            service.task_definition, service.network_configuration, former = service.completed
            reason = f"ECS deployment circuit breaker: rolling back to deploymentId {former}."
            tell(service, f"rolling back to deployment {former}.")
            self.deploy(service, reason)


def find(response, name_or_arn: str | None) -> Any:
    """The service that the request names, or None; another region's or cluster's is not found."""
    backend = response.ecs_backend
    cluster = response._get_param("cluster", "default").split("/")[-1]
    return backend.services.get(f"{cluster}:{(name_or_arn or '').split('/')[-1]}")


def cluster_of(service) -> Any:
    return service._backend.clusters[service.cluster_name]


def count(service) -> None:
    """Sums the deployments up into the service, and tells the cluster the difference."""
    running = sum(deployment.running_count for deployment in service.deployments)
    pending = sum(deployment.pending_count for deployment in service.deployments)
    cluster = cluster_of(service)
    cluster.running_tasks_count += running - service.running_count
    cluster.pending_tasks_count += pending - service.pending_count
    service.running_count, service.pending_count = running, pending


def tell(service, message: str) -> None:
    event = {"id": str(mock_random.uuid4()), "createdAt": utcnow(), "message": f"(service {service.name}) {message}"}
    service.events = [event, *service.events][:100]


def fails(service, deployment: Deployment) -> bool:
    """Whether an image of the deployment is named as one that does not start."""
    if deployment.desired_count == 0:
        return False
    definition = service._backend.describe_task_definition(deployment.task_definition)
    images = (container.get("image", "") for container in definition.container_definitions)
    return any(FAILING_TAG in image.rsplit("/", 1)[-1].partition(":")[2] for image in images)


def deployment_configuration(former: dict, sent: dict | None) -> dict:
    defaults = {
        "deploymentCircuitBreaker": {"enable": False, "rollback": False},
        "maximumPercent": 200,
        "minimumHealthyPercent": 100,
    }
    return {**defaults, **former, **(sent or {})}


def network_configuration(sent: dict | None) -> dict | None:
    if not sent:
        return sent
    return {"awsvpcConfiguration": {"assignPublicIp": "DISABLED", **sent["awsvpcConfiguration"]}}
