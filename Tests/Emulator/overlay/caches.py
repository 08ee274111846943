"""ElastiCache replication groups with their nodes, that can be changed, resized and deleted.

moto makes and describes them. It has no ModifyReplicationGroup, IncreaseReplicaCount and DecreaseReplicaCount, leaves a
deleted group `deleting` for good, takes no final snapshot, drops NumCacheClusters, and does not show a group's nodes in DescribeCacheClusters,
the only place where AWS tells the version, the subnet group and the security groups. Here these do what the
ElastiCache API reference says, at once.
"""

from moto.core.responses import ActionResult, PaginatedResult
from moto.elasticache.exceptions import ReplicationGroupNotFound
from moto.elasticache.responses import ElastiCacheResponse

DEFAULT_VERSIONS = {"redis": "7.1.0", "valkey": "8.0.1"}


class Caches:
    def install(self) -> None:
        listed = ElastiCacheResponse.describe_cache_clusters
        ElastiCacheResponse.describe_cache_clusters = lambda response: describe_cache_clusters(response, listed)
        created = ElastiCacheResponse.create_replication_group
        ElastiCacheResponse.create_replication_group = lambda response: create_replication_group(response, created)
        ElastiCacheResponse.modify_replication_group = modify_replication_group
        ElastiCacheResponse.increase_replica_count = resize
        ElastiCacheResponse.decrease_replica_count = resize
        ElastiCacheResponse.delete_replication_group = delete_replication_group


def find(response: ElastiCacheResponse):
    identifier = response._get_param("ReplicationGroupId")
    group = response.elasticache_backend.replication_groups.get(identifier)
    if group is None:
        raise ReplicationGroupNotFound(identifier)
    return group


def describe_cache_clusters(response, listed) -> ActionResult:
    if response._get_param("CacheClusterId"):
        return listed(response)
    backend = response.elasticache_backend
    nodes = [node(group, name) for group in backend.replication_groups.values() for name in group.member_clusters]
    return PaginatedResult({"CacheClusters": list(backend.cache_clusters.values()) + nodes})


def node(group, name: str) -> dict:
    return {
        "CacheClusterId": name,
        "ReplicationGroupId": group.replication_group_id,
        "CacheClusterStatus": "available",
        "CacheNodeType": group.cache_node_type,
        "Engine": group.engine,
        "EngineVersion": full_version(group),
        "CacheSubnetGroupName": group.cache_subnet_group_name,
        "SecurityGroups": [{"SecurityGroupId": id, "Status": "active"} for id in group.security_group_ids or []],
    }


def full_version(group) -> str:
    """AWS answers three numbers, however many it was asked for."""
    version = group.engine_version or DEFAULT_VERSIONS[group.engine]
    return version + ".0" * (2 - version.count("."))


def modify_replication_group(response) -> ActionResult:
    group = find(response)
    for parameter, attribute in (
        ("ReplicationGroupDescription", "description"),
        ("CacheNodeType", "cache_node_type"),
        ("Engine", "engine"),
        ("EngineVersion", "engine_version"),
        ("SecurityGroupIds", "security_group_ids"),
    ):
        if (value := response._get_param(parameter)) is not None:
            setattr(group, attribute, value)
    for parameter, attribute in (("AutomaticFailoverEnabled", "automatic_failover"), ("MultiAZEnabled", "multi_az")):
        if (flag := response._get_bool_param(parameter)) is not None:
            setattr(group, attribute, "enabled" if flag else "disabled")
    if (days := response._get_int_param("SnapshotRetentionLimit")) is not None:
        group.snapshot_retention_limit = days
    return ActionResult({"ReplicationGroup": group})


def create_replication_group(response, created) -> ActionResult:
    answer = created(response)
    if count := response._get_int_param("NumCacheClusters"):
        set_size(find(response), count)
    return answer


def set_size(group, count: int) -> None:
    group.member_clusters = [f"{group.replication_group_id}-{number:03}" for number in range(1, count + 1)]


def resize(response) -> ActionResult:
    group = find(response)
    set_size(group, response._get_int_param("NewReplicaCount") + 1)
    return ActionResult({"ReplicationGroup": group})


def delete_replication_group(response) -> ActionResult:
    group = find(response)
    backend = response.elasticache_backend
    if snapshot := response._get_param("FinalSnapshotIdentifier"):
        backend.create_snapshot(snapshot, group.replication_group_id, None, None, [])
    group.status = "deleting"
    return ActionResult({"ReplicationGroup": backend.replication_groups.pop(group.replication_group_id)})
