"""A phase of a scenario, ready to be tried many times: what is before it, how it goes undisturbed, and what is after."""

import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import boto3

from outcome import Outcome, expect
from scenarios import REGION, Phase, Scenario
from world import SECRET, Emulator, World


@dataclass(frozen=True)
class Call:
    """The n-th call of an action within one run; n counts from 0."""

    service: str
    action: str
    number: int
    mutating: bool

    def __str__(self) -> str:
        return f"{self.service}:{self.action}#{self.number}"

    @property
    def fault(self) -> dict:
        return {"service": self.service, "action": self.action, "skip": self.number}


@dataclass
class Stage:
    scenario: Scenario
    phase: Phase
    # AWS and git before the run; the commit is made.
    start: World
    # The approved command.
    order: tuple[str, ...]
    # Everything that an undisturbed run asks of AWS, in order.
    calls: list[Call]
    # What an undisturbed run leads to.
    outcome: Outcome

    @property
    def name(self) -> str:
        return f"{self.scenario.name}/{self.phase.name}"

    def __str__(self) -> str:
        return self.name


def stages(scenario: Scenario, empty: Emulator, folder: Path) -> Iterator[Stage]:
    """Goes through the scenario undisturbed, and stops after each phase to have it tried. A stage's worlds and its folder are
    gone when the next one is asked for."""
    world = World.make(folder / "undisturbed", empty.copy())
    world.aws.post("settings", {"rolloutPolls": 1})
    try:
        prepare(scenario, world)
        for phase in scenario.phases:
            yield from staged(scenario, phase, world, folder / phase.name)
    finally:
        world.remove()


def others(scenario: Scenario, world: World) -> None:
    """Makes what somebody else has made before."""
    for service, operation, arguments in scenario.others:
        client = boto3.client(
            service,
            region_name=REGION,
            endpoint_url=world.aws.endpoint,
            aws_access_key_id="AKIAIOSFODNN7EXAMPLE",
            aws_secret_access_key=SECRET,
        )
        getattr(client, operation)(**arguments)


def prepare(scenario: Scenario, world: World) -> None:
    others(scenario, world)
    if scenario.ground:
        ground = Phase("ground", scenario.ground)
        world.commit(scenario.ground, "Lay the ground")
        ended = world.carry_out(ground)
        if ended.code != 0:
            raise AssertionError(f"the ground of {scenario.name} could not be laid: {ended}")


def staged(scenario: Scenario, phase: Phase, world: World, folder: Path) -> Iterator[Stage]:
    if not phase.destroys:
        world.commit(phase.files, phase.name)
    order = world.order(phase)
    start = world.copy(folder / "start")
    world.aws.post("requests/reset")
    ended = world.run(*order)
    if ended.code != 0:
        raise AssertionError(f"{scenario.name}/{phase.name} does not even succeed undisturbed: {ended}")
    calls = numbered(world.aws.get("requests"))
    outcome = Outcome.of(world)
    expect(world, phase, outcome)
    try:
        yield Stage(scenario, phase, start, order, calls, outcome)
    finally:
        start.remove()
        shutil.rmtree(folder)


def numbered(requests: list[dict]) -> list[Call]:
    seen: Counter = Counter()
    calls = []
    for request in requests:
        key = request["service"], request["action"]
        calls.append(Call(*key, seen[key], request["mutating"]))
        seen[key] += 1
    return calls
