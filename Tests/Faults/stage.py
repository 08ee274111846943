"""A phase of a scenario, ready to be tried many times: what is before it, how it goes undisturbed, and what is after."""

import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import boto3

from outcome import Outcome, expect
from scenarios import ALL, REGION, Phase, Scenario
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
    # Copies of AWS at every moment of the undisturbed run between two changes, until they are tried.
    moments: list[dict] = field(default_factory=list)
    # Whose copies they are.
    undisturbed: World | None = None

    @property
    def name(self) -> str:
        return f"{self.scenario.name}/{self.phase.name}"

    def __str__(self) -> str:
        return self.name


def warm(folder: Path) -> Emulator:
    """An empty AWS that has read all that it reads at first use, so that no copy has to."""
    aws = Emulator.start()
    world = World.make(folder, aws)
    for scenario in ALL:
        first = scenario.phases[0]
        world.commit(first.files, "Warm up")
        world.carry_out(first)
    # A reset forgets AWS's own policies and images, too, which the check reads again.
    aws.post("reset")
    world.check(first)
    aws.post("requests/reset")
    shutil.rmtree(folder)
    return aws


def stages(scenario: Scenario, empty: Emulator, folder: Path, takes_moments: bool) -> Iterator[Stage]:
    """Goes through the scenario undisturbed, and stops after each phase to have it tried. The moments of a stage, its
    worlds and its folder are gone when the next one is asked for."""
    world = World.make(folder / "undisturbed", empty.copy())
    world.aws.post("settings", {"rolloutPolls": 1})
    try:
        prepare(scenario, world)
        for phase in scenario.phases:
            yield from staged(scenario, phase, world, folder / phase.name, takes_moments)
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


def staged(scenario: Scenario, phase: Phase, world: World, folder: Path, takes_moments: bool) -> Iterator[Stage]:
    if not phase.destroys:
        world.commit(phase.files, phase.name)
    order = world.order(phase)
    start = world.copy(folder / "start")
    world.aws.post("requests/reset")
    if takes_moments:
        world.aws.post("faults", {"kind": "snapshot", "mutating": True, "count": -1})
    ended = world.run(*order)
    if ended.code != 0:
        raise AssertionError(f"{scenario.name}/{phase.name} does not even succeed undisturbed: {ended}")
    calls = numbered(world.aws.get("requests"))
    taken = world.aws.post("snapshots")
    world.aws.post("faults/reset")
    outcome = Outcome.of(world)
    expect(world, phase, outcome)
    moments = {moment["pid"]: {**moment, "at": f"{when} {entry['service']}:{entry['action']}"}
               for entry in taken for when in ("after", "before") for moment in [entry[when]]}
    stage = Stage(scenario, phase, start, order, calls, outcome, list(moments.values()), world)
    try:
        yield stage
    finally:
        for moment in stage.moments:
            world.aws.child(moment).end()
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
