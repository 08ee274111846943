"""Where moto takes its time: what it works out anew for each request and never changes, and walks through everything.

The list of its own folders (moto.backends), the names of a response class's methods, and the tags of one of EC2's resources,
for which it looks through all tags of the account.
"""

from functools import cache

from moto import backends
from moto.core import responses
from moto.ec2.models.core import TaggedEC2Resource
from moto.ec2.utils import EC2_PREFIX_TO_RESOURCE, get_prefix


def install() -> None:
    modules = tuple(backends.list_of_moto_modules())
    backends.list_of_moto_modules = lambda: modules
    responses.method_names_from_class = cache(responses.method_names_from_class)
    TaggedEC2Resource.get_tags = tags_of


def tags_of(resource) -> list[dict[str, str]]:
    """What `describe_tags` answers for one resource's identifier."""
    kind = EC2_PREFIX_TO_RESOURCE.get(get_prefix(resource.id), "") if resource.id else ""
    return [
        {"resource_id": resource.id, "key": key, "value": value, "resource_type": kind}
        for key, value in list(resource.ec2_backend.tags.get(resource.id, {}).items())
    ]
