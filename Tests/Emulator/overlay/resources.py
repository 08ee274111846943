"""Everything that AWS holds, told so that two emulators can be compared: what is there in one only is a duplicate, an
orphan, or something that was not made as it should be.

The backends of moto are walked whatever they hold, so that nothing has to be thought of before it can be found. What no
two runs share is taken out: identifiers become the names of what they stand for, times and counters go. What AWS brings
along (images, managed policies, public parameters) and what is only the memory of something deleted is left out.
"""

import datetime
import json
import re
from collections.abc import Mapping
from enum import Enum
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType
from typing import Any

from moto.core.base_backend import BackendDict, BaseBackend

# AWS's own, and logs of what happened.
NOT_OURS = re.compile(
    r"^(ec2\.(amis|snapshots|managed_prefix_lists|tags|launch_template_insert_order)|iam\.(aws_)?managed_policies"
    r"|rds\.events|codebuild\.build_history|sts\.|kms\.|moto_api\.|.*_to_ids|.*\._?resource_tags)"
)
# What differs between two runs that came to the same.
VOLATILE = re.compile(
    r"(time|date|created|updated|timestamp|modified|at|ips?|lock|endpoint_address|resource_id|zone_id|fingerprint"
    r"|material|private_key)$|^_?(id|reason|events|polls|draining_polls|revision|(client_|creation_)?token|started"
    r"|completed|attachment_count|secret_versions|(secret_)?versions_with_data|failed_tasks|unique_id|etag"
    r"|(default_)?version_id|(revision|owner)_id|hash.*|ip_address|(private|public)_(ip|dns).*|mac_address|start_.*|last.*|dns_name"
    # A pipeline's, which counts up when a change is sent again; IAM's `Version` says something else.
    r"|endpoint|address|url|url_identifier|uuid|mock_.*|(?-i:version))$",
    re.IGNORECASE,
)
ENDED = {"terminated", "deleted", "deleting", "inactive", "draining", "shutting-down"}
IDENTIFIER = re.compile(
    r"\b(?:(?:db-|cluster-)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
    r"|[a-z]{1,12}-(?:[0-9a-f]{17}|[0-9a-f]{8})(?![0-9a-z])|A[A-Z]{3}[A-Z0-9]{17}|[0-9a-f]{16}\b|ecs-svc/\d+|(?<=/)\d{15}\b)"
)
# Secrets end with a random suffix, task definitions with a revision, scalable targets are nothing else.
ENDING = re.compile(r"(:secret:[^\s\"]+)-[A-Za-z0-9]{6}\b|(task-definition/[^:\s\"]+):\d+|(scalable-target/)[a-z0-9]+")
DEEP = 7


def listed() -> list[str]:
    """A line for each thing: where moto keeps it, its name, and all that is known of it."""
    return sorted(Listing().lines())


def names() -> dict[str, str]:
    """The names of what EC2 knows by identifiers only."""
    return Listing().names


class Listing:
    def __init__(self):
        self.places: list[tuple[str, Any, Any]] = []
        self.names: dict[str, str] = {}
        self.labels: dict[int, str] = {}
        for backends in {id(backends): backends for backends in BackendDict._instances}.values():
            for account, region, backend in backends.iter_backends():
                self.look(f"{backends.service_name}", f"{account}/{region}", backend)

    def look(self, service: str, where: str, backend: BaseBackend) -> None:
        """Finds what a backend holds, and the names by which it will be told."""
        for identifier, tags in getattr(backend, "tags", {}).items() if service == "ec2" else []:
            if "Name" in tags:
                self.names[identifier] = tags["Name"]
        for attribute, held in vars(backend).items():
            if NOT_OURS.match(f"{service}.{attribute}") or not isinstance(held, dict | list):
                continue
            for key, thing in items(held):
                # Public parameters, and the backups that RDS makes by the clock.
                if is_there(thing) and not str(key).startswith(("/aws/", "rds:")):
                    self.places.append((f"{service}.{attribute} {where}", key, thing))
                    self.labels[id(thing)] = f"<{service}.{attribute}>"

    def lines(self):
        for place, key, thing in self.places:
            told = json.dumps(self.canonical(thing, 0, frozenset()), sort_keys=True)
            yield f"{place} {self.named(str(key))} {told}"

    def named(self, text: str) -> str:
        """The text with names in the place of identifiers."""
        text = IDENTIFIER.sub(lambda match: f"<{self.names.get(match[0], kind(match[0]))}>", text)
        return without_endings(text)

    def canonical(self, value, depth: int, within: frozenset):
        """A value as JSON that is the same for all runs that came to the same. None for what says nothing."""
        match value:
            case None | bool():
                return value
            case datetime.datetime() | datetime.date():
                return None
            case int() | float():
                return None if value > 1_000_000_000 else value
            case str() if value.startswith("{"):
                return self.document(value, depth, within)
            case str():
                return self.named(value)
            case bytes():
                return f"{len(value)} bytes"
            case Enum():
                return self.canonical(value.value, depth, within)
            case Mapping():
                return self.fields(value.items(), depth, within)
            case list() | tuple() | set() | frozenset():
                told = [self.canonical(item, depth + 1, within) for item in value if is_there(item)]
                return sorted(told, key=lambda item: json.dumps(item, sort_keys=True)) or None
            case BaseBackend() | FunctionType() | MethodType() | BuiltinFunctionType() | ModuleType() | type():
                return None
        if depth and id(value) in self.labels:
            return self.labels[id(value)]
        if depth > DEEP or id(value) in within or not hasattr(value, "__dict__"):
            return None
        return self.fields(vars(value).items(), depth, within | {id(value)})

    def document(self, text: str, depth: int, within: frozenset):
        """A policy, or another document in JSON, in which order means nothing."""
        try:
            return self.canonical(json.loads(text), depth, within)
        except ValueError:
            return self.named(text)

    def fields(self, pairs, depth: int, within: frozenset):
        told = {}
        for key, value in list(pairs):
            if VOLATILE.search(str(key)) or not is_there(value):
                continue
            canonical = self.canonical(value, depth + 1, within)
            if canonical not in (None, "", {}, []):
                # Two keys may come to one name: a list keeps both.
                told.setdefault(self.named(str(key)), []).append(canonical)
        return {
            key: values[0] if len(values) == 1 else sorted(values, key=lambda value: json.dumps(value, sort_keys=True))
            for key, values in told.items()
        } or None


def without_endings(text: str) -> str:
    return ENDING.sub(lambda match: next(filter(None, match.groups())) + "<>", text)


def items(held):
    """Everything in a collection; maps of maps (by zone, by class, by family) are looked into."""
    pairs = list(held.items()) if isinstance(held, Mapping) else list(enumerate(held))
    for key, thing in pairs:
        key = "" if isinstance(held, list) else key
        if isinstance(thing, Mapping) and all(hasattr(inner, "__dict__") for inner in thing.values()):
            yield from thing.items()
        elif hasattr(thing, "__dict__"):
            yield key, thing


def is_there(thing) -> bool:
    states = [getattr(thing, name, None) for name in ("status", "state", "_state")]
    if any(str(getattr(state, "name", state)).lower() in ENDED for state in states if state is not None):
        return False
    return not (getattr(thing, "is_default", None) in (True, "true") and hasattr(thing, "cidr_block"))


def kind(identifier: str) -> str:
    """What an identifier says of its kind. One of letters that are hexadecimal digits says nothing: it may be by chance."""
    return identifier.split("-")[0] if re.match(r"[a-z]+-(?!\w{4}-)", identifier) else "id"
