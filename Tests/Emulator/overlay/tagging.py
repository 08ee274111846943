"""DB subnet groups in the index of tags.

The Resource Groups Tagging API knows them (`rds:subgrp`, "Services that support the Resource Groups Tagging API");
moto's GetResources leaves them out.
"""

from moto.resourcegroupstaggingapi.models import ResourceGroupsTaggingAPIBackend

known = ResourceGroupsTaggingAPIBackend._get_resources_generator


def install() -> None:
    ResourceGroupsTaggingAPIBackend._get_resources_generator = everything


def everything(backend: ResourceGroupsTaggingAPIBackend, tag_filters=None, resource_type_filters=None):
    yield from known(backend, tag_filters, resource_type_filters)
    if resource_type_filters and not {"rds", "rds:subgrp"} & set(resource_type_filters):
        return
    for group in backend.rds_backend.subnet_groups.values():
        tags = {tag["Key"]: tag["Value"] for tag in group.get_tags()}
        if tags and all(passes(tags, wanted) for wanted in tag_filters or []):
            yield {"ResourceARN": group.arn, "Tags": [{"Key": key, "Value": value} for key, value in tags.items()]}


def passes(tags: dict[str, str], wanted: dict) -> bool:
    return wanted["Key"] in tags and (not wanted.get("Values") or tags[wanted["Key"]] in wanted["Values"])
