"""The fault matrix: every call of every run meets every fault, and AWS ends as if nothing had been.

A trial is one run with one or more faults in it. It may fail, if it says so clearly; then the next one, which meets none, has
to make it good. Faults that a call survives by itself are tried many to a run, others few: a run that has failed early does not
reach the later ones. Where reading fails, runs follow each other, each with its own fault, before one meets none. A fault that was
not reached is tried again, alone.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from crashes import Trial
from outcome import expect
from stage import Call, Stage
from world import Ended, World

THROTTLING = {"ec2": (503, "RequestLimitExceeded"), "elasticloadbalancing": (400, "Throttling")}

# What one call may meet. Those that Plumbline gets over within the call come first.
GENTLE = {
    "error-500": {"kind": "error", "status": 500, "code": "InternalFailure"},
    "throttled": {"kind": "error", "status": 400, "code": "ThrottlingException", "message": "Rate exceeded"},
    "drop-before": {"kind": "drop-before"},
    "drop-after": {"kind": "drop-after"},
    "hang": {"kind": "hang", "seconds": 1},
    "trickle": {"kind": "trickle", "seconds": 1},
    "html-502": {"kind": "html", "status": 502},
    "truncate": {"kind": "truncate"},
}
HARSH = {
    "denied": {"kind": "error", "status": 403, "code": "AccessDenied", "message": "not authorized"},
    "refused": {"kind": "error", "status": 400, "code": "SomethingNew", "message": "Nobody has heard of this"},
    "down": {"kind": "error", "status": 503, "code": "ServiceUnavailable", "count": 6},
    "html-200": {"kind": "html", "status": 200, "count": 6},
    "drop-after-each": {"kind": "drop-after", "count": 6},
}
PENDING = {
    "DescribeAutoScalingGroups", "DescribeCapacityProviders", "DescribeClusters", "DescribeDBClusters",
    "DescribeDBInstances", "DescribeInstances", "DescribeLoadBalancers", "DescribeNatGateways",
    "DescribeReplicationGroups", "DescribeServices", "DescribeSubnets", "DescribeVpcs",
}
MANY, FEW, IN_A_ROW = 10, 4, 12


@dataclass(frozen=True)
class Misfortune:
    call: Call
    name: str
    fault: dict

    def __str__(self) -> str:
        return f"{self.name} at {self.call}"


def of_kind(name: str, call: Call) -> Misfortune:
    fault = {**GENTLE, **HARSH}[name]
    if name == "throttled" and call.service in THROTTLING:
        status, code = THROTTLING[call.service]
        fault = {**fault, "status": status, "code": code}
    return Misfortune(call, name, {**fault, **call.fault})


def for_whole_runs(stage: Stage) -> list[Misfortune]:
    """What lasts for a whole run: pages of one, two and three items, services that show writes late, states that stay
    pending, deployments that fail."""
    every = Call("*", "*", 0, False)
    found = [
        Misfortune(every, f"pages-{size}", {"kind": "pages", "size": size, "count": -1, "mutating": False})
        for size in (1, 2, 3)
    ]
    for call in (call for call in stage.calls if call.number == 0):
        if call.action in PENDING:
            found.append(Misfortune(call, "pending", {"kind": "pending", "count": 3, **call.fault}))
        if call.action in ("CreateService", "UpdateService"):
            found.append(Misfortune(call, "fail-rollout", {"kind": "fail-rollout", **call.fault}))
    for service in sorted({call.service for call in stage.calls if call.mutating}):
        call = Call(service, "*", 0, False)
        found.append(Misfortune(call, "stale", {"kind": "stale", "service": service, "seconds": 1}))
    return found


class Rotation:
    """Every call of a scenario with one fault, another one by each seed, or with all. What changes something is tried in each
    phase; a read that the phases share in the first of them, and in the others now and then with one fault."""

    AGAIN = 6

    def __init__(self, chance: random.Random, takes_all: bool):
        self.chance = chance
        self.takes_all = takes_all
        self.kinds = [*GENTLE, *HARSH]
        self.next = chance.randrange(len(self.kinds))
        self.read: set[Call] = set()

    def of(self, stage: Stage) -> list[Misfortune]:
        return [one for call in stage.calls for one in self.at(call)]

    def at(self, call: Call) -> list[Misfortune]:
        is_first = call.mutating or call not in self.read
        self.read.add(call)
        if self.takes_all and is_first:
            return [of_kind(kind, call) for kind in self.kinds]
        return [self.turn(call)] if is_first or self.chance.randrange(self.AGAIN) == 0 else []

    def turn(self, call: Call) -> Misfortune:
        self.next += 1
        return of_kind(self.kinds[self.next % len(self.kinds)], call)


def trials(stage: Stage, wanted: list[Misfortune], chance: random.Random, met: list[Misfortune]) -> Iterator[Trial]:
    """Meets what is wanted in as few runs as it can. What was met is added to `met`."""
    gentle, reading, changing = [], [], []
    for one in wanted:
        (gentle if one.name in GENTLE else changing if one.call.mutating else reading).append(one)
    for group in grouped(reading, chance, IN_A_ROW):
        group.sort(key=lambda one: stage.calls.index(one.call))
        yield trial(stage, [[one] for one in group], met)
    for several, size in ((gentle, MANY), (changing, FEW)):
        for group in grouped(several, chance, size):
            yield trial(stage, [group], met)


def grouped(misfortunes: list[Misfortune], chance: random.Random, size: int) -> Iterator[list[Misfortune]]:
    """By chance, and no call twice in one group."""
    waiting = list(misfortunes)
    chance.shuffle(waiting)
    while waiting:
        group: list[Misfortune] = []
        for one in list(waiting):
            if len(group) < size and all(one.call != other.call for other in group):
                group.append(one)
                waiting.remove(one)
        yield group


def combinations(stage: Stage, chance: random.Random, count: int) -> Iterator[list[Misfortune]]:
    for _ in range(count):
        calls = chance.sample(stage.calls, chance.randint(2, 6))
        yield [of_kind(chance.choice([*GENTLE, *HARSH]), call) for call in calls]


def trial(stage: Stage, runs: list[list[Misfortune]], met: list[Misfortune]) -> Trial:
    """`runs` are the faults of each of the runs that follow each other."""
    name = f"{stage} with {', then '.join(', '.join(map(str, group)) for group in runs)}"
    names = {one.name for group in runs for one in group}
    return Trial(name, names.pop() if len(names) == 1 else "combination", lambda folder: suffer(stage, runs, met, folder))


def suffer(stage: Stage, runs: list[list[Misfortune]], met: list[Misfortune], folder: Path) -> None:
    """Runs with faults, whatever the run before has left, and then, if need be, without. What was met is added to `met`."""
    world = stage.start.copy(folder)
    try:
        for group in runs:
            for one in group:
                world.aws.post("faults", {**one.fault, "name": str(one)})
            ended = world.run(*stage.order)
            met += reached(world, group)
            world.aws.post("faults/reset")
            if ended.code != 0:
                expect_clear(ended)
        if ended.code != 0:
            ended = world.carry_out(stage.phase)
            if ended.code != 0:
                raise AssertionError(f"the run after the faults did not converge: {ended}")
        expect(world, stage.phase, stage.outcome)
    finally:
        world.remove()


def reached(world: World, group: list[Misfortune]) -> list[Misfortune]:
    """Those that a call has met; late writes are met by every read."""
    names = {request["fault"] for request in world.aws.get("requests")}
    return [one for one in group if str(one) in names or one.name == "stale"]


def expect_clear(ended: Ended) -> None:
    """A failure says what failed, in a document that can be read."""
    if ended.code not in (1, 3):
        raise AssertionError(f"neither a success nor a clear failure: {ended}")
    document = ended.document
    said = [one["message"] for one in document["diagnostics"] if one["severity"] == "error"]
    said += [change["error"] for change in document["changes"] if change.get("error")]
    if ended.code == 1 and not said:
        raise AssertionError(f"it failed and does not say why: {ended}")
