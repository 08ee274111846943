"""The index of tags as the Resource Groups Tagging API keeps it.

It knows DB subnet groups, and listeners and their rules ("Services that support the Resource Groups Tagging API"); moto's
GetResources leaves them out. A page holds as many resources as were asked for, however many tags they have; moto counts
tags all the same.
"""

import sys

from moto.resourcegroupstaggingapi.models import ResourceGroupsTaggingAPIBackend as Index

known = Index._get_resources_generator
paged = Index.get_resources


def install() -> None:
    Index._get_resources_generator = everything
    Index.get_resources = by_resources


def by_resources(index: Index, pagination_token=None, resources_per_page=50, tags_per_page=100, **filters):
    return paged(index, pagination_token, resources_per_page, sys.maxsize, **filters)


def everything(index: Index, tag_filters=None, resource_type_filters=None):
    yield from known(index, tag_filters, resource_type_filters)
    for kind, arn, tags in left_out(index):
        if resource_type_filters and not {kind, kind.split(":")[0]} & set(resource_type_filters):
            continue
        if tags and all(passes(tags, wanted) for wanted in tag_filters or []):
            yield {"ResourceARN": arn, "Tags": [{"Key": key, "Value": value} for key, value in tags.items()]}


def left_out(index: Index):
    """Type, ARN and tags of what moto leaves out."""
    for group in index.rds_backend.subnet_groups.values():
        yield "rds:subgrp", group.arn, named(group.get_tags())
    for balancer in index.elbv2_backend.load_balancers.values():
        for listener in balancer.listeners.values():
            rules = [("listener-rule", rule.arn) for rule in listener.rules.values()]
            for kind, arn in [("listener", listener.arn), *rules]:
                tags = index.elbv2_backend.tagging_service.list_tags_for_resource(arn)["Tags"]
                yield f"elasticloadbalancing:{kind}", arn, named(tags)


def named(tags: list[dict]) -> dict[str, str]:
    return {tag["Key"]: tag["Value"] for tag in tags}


def passes(tags: dict[str, str], wanted: dict) -> bool:
    return wanted["Key"] in tags and (not wanted.get("Values") or tags[wanted["Key"]] in wanted["Values"])
