"""Subnet groups that can be changed and deleted.

moto answers 500 to ModifyCacheSubnetGroup and DeleteCacheSubnetGroup, and its ModifyDBSubnetGroup deletes the
group. Here they do what the ElastiCache and RDS API references say.
"""

from moto.core.responses import ActionResult, EmptyResult
from moto.elasticache.models import CacheSubnetGroup, ElastiCacheBackend
from moto.elasticache.responses import ElastiCacheResponse
from moto.rds.exceptions import DBSubnetGroupNotFoundError
from moto.rds.models import RDSBackend


def install() -> None:
    ElastiCacheResponse.modify_cache_subnet_group = modify_cache_subnet_group
    ElastiCacheResponse.delete_cache_subnet_group = delete_cache_subnet_group
    RDSBackend.modify_db_subnet_group = modify_db_subnet_group


def modify_cache_subnet_group(response: ElastiCacheResponse) -> ActionResult:
    backend: ElastiCacheBackend = response.elasticache_backend
    name = response._get_param("CacheSubnetGroupName")
    former = backend.describe_cache_subnet_groups(name)[0]
    description = response._get_param("CacheSubnetGroupDescription")
    backend.cache_subnet_groups[name] = CacheSubnetGroup(
        account_id=backend.account_id,
        region_name=backend.region_name,
        cache_subnet_group_name=name,
        cache_subnet_group_description=(
            former.cache_subnet_group_description if description is None else description
        ),
        subnet_ids=response._get_param("SubnetIds") or former.subnet_ids,
        tags=former.tags,
    )
    return ActionResult({"CacheSubnetGroup": backend.cache_subnet_groups[name]})


def delete_cache_subnet_group(response: ElastiCacheResponse) -> ActionResult:
    backend: ElastiCacheBackend = response.elasticache_backend
    name = response._get_param("CacheSubnetGroupName")
    group = backend.describe_cache_subnet_groups(name)[0]
    del backend.cache_subnet_groups[name]
    backend.tagging_service.delete_all_tags_for_resource(group.arn)
    return EmptyResult()


def modify_db_subnet_group(backend: RDSBackend, subnet_name: str, description: str | None, subnets: list):
    name = subnet_name.lower()
    group = backend.subnet_groups.get(name) or backend.subnet_groups.get(subnet_name)
    if group is None:
        raise DBSubnetGroupNotFoundError(subnet_name)
    group.subnets = subnets
    if description is not None:
        group.description = description
    return group
