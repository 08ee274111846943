"""Stacks whose ECS services and task definitions are what their templates say.

moto's CloudFormation makes a task definition without its network mode, roles, CPU and compatibilities, and a service
without its launch type, network and load balancers. Here they are made with what the AWS::ECS::TaskDefinition and
AWS::ECS::Service pages of the CloudFormation reference list and a Fargate service needs.
"""

from functools import partial

from moto.core.utils import pascal_to_camelcase, remap_nested_keys
from moto.ecs.models import Cluster, Service, TaskDefinition, ecs_backends


def install(rollouts) -> None:
    """`rollouts` starts the services' first deployments."""
    TaskDefinition.create_from_cloudformation_json = classmethod(create_task_definition)
    Service.create_from_cloudformation_json = classmethod(partial(create_service, rollouts))


def create_task_definition(kind, resource_name, cloudformation_json, account_id, region_name, **_):
    given = cloudformation_json["Properties"]
    containers = remap_nested_keys(given.get("ContainerDefinitions", []), pascal_to_camelcase)
    # The names of a log driver's options are no properties, and stay as they are.
    for container, written in zip(containers, given.get("ContainerDefinitions", [])):
        if "LogConfiguration" in written:
            container["logConfiguration"]["options"] = written["LogConfiguration"].get("Options", {})
        for size in ("cpu", "memory", "memoryReservation"):
            if size in container:
                container[size] = int(container[size])
        for port in container.get("portMappings", []):
            port["containerPort"] = int(port["containerPort"])
    return ecs_backends[account_id][region_name].register_task_definition(
        family=given["Family"], container_definitions=containers, network_mode=given.get("NetworkMode"),
        requires_compatibilities=given.get("RequiresCompatibilities"), cpu=given.get("Cpu"),
        memory=given.get("Memory"), task_role_arn=given.get("TaskRoleArn"),
        execution_role_arn=given.get("ExecutionRoleArn"))


def create_service(rollouts, kind, resource_name, cloudformation_json, account_id, region_name, **_):
    given = cloudformation_json["Properties"]
    cluster, task = given["Cluster"], given["TaskDefinition"]
    balancers = remap_nested_keys(given.get("LoadBalancers", []), pascal_to_camelcase)
    for balancer in balancers:
        balancer["containerPort"] = int(balancer["containerPort"])
    network = remap_nested_keys(given.get("NetworkConfiguration", {}), pascal_to_camelcase)
    service = ecs_backends[account_id][region_name].create_service(
        cluster.name if isinstance(cluster, Cluster) else cluster, resource_name, int(given.get("DesiredCount", 1)),
        task_definition_str=task.arn if isinstance(task, TaskDefinition) else task, load_balancers=balancers,
        launch_type=given.get("LaunchType"), network_configuration=network or None)
    service.client_token = None
    others = {name[0].lower() + name[1:]: value for name, value in given.items()}
    with rollouts.lock:
        rollouts.begin(service, others.get)
    return service
