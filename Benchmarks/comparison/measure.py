"""One side's way through all steps, against an emulator of its own."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from .client import Run, Trouble
from .emulated import Emulated
from .holdings import holdings
from .size import Size

STEPS = ("first apply", "no-change plan", "drift found and repaired", "image tag changed", "destroy")
# Of which node's target group is changed from outside, and then the image.
NODE, NODE_NAME = "e000/n1", "x-e000-n1"
HEALTH, WRONG, TAG = "/health", "/changed-from-outside", "next"


@dataclass
class Step:
    """What a step took. Seconds, bytes."""

    wall: float
    cpu: float
    memory: int
    requests: int
    # In which the emulator was answering at least one request; no client could be faster by more than the rest.
    answering: float
    emulator_cpu: float
    actions: dict[str, int] = field(default_factory=dict)


@dataclass
class Look:
    """A look of a controller at everything: its requests, and how many there are in the time after which each environment is
    looked at again."""

    requests: float
    in_an_interval: float


@dataclass
class Way:
    """All steps of a side, and what AWS held after the first apply."""

    steps: dict[str, Step]
    held: dict[str, list[str]]
    # What a controller that has nothing to do asks, where the side has one.
    look: Look | None = None
    date: datetime.date = field(default_factory=datetime.date.today)
    # How many first applies ran at the same time, this one included. Everything else is alone.
    together: int = 1


class Passage:
    """A way while it is gone: `begin`, then `finish`. `tell` is called with each step's name and figures as it is done."""

    def __init__(self, side: type, folder: Path, size: Size, tell: Callable[[str, Step], None], together: int = 1):
        self.side, self.folder, self.size, self.tell, self.together = side, folder, size, tell, together
        self.steps: dict[str, Step] = {}

    def __enter__(self) -> "Passage":
        self.emulated = Emulated()
        self.emulated.__enter__()
        return self

    def __exit__(self, *failure) -> None:
        self.emulated.__exit__(*failure)

    def begin(self) -> None:
        """The first apply. Raises `Trouble` when it does not do its work."""
        self.client = self.side(self.folder, self.size, self.emulated)
        self.step("first apply", self.client.apply)

    def finish(self, looks: bool) -> Way:
        """Everything else. `looks`: whether to measure the controller, too, which takes a minute.

        Raises `Trouble` when a step does not do its work.
        """
        emulated, client = self.emulated, self.client
        held = holdings(emulated)
        self.step("no-change plan", client.plan)
        look = client.look() if looks else None
        set_health_path(emulated, WRONG)
        self.step("drift found and repaired", client.apply)
        expect("the health check path", health_path(emulated), HEALTH)
        client.describe({NODE: TAG})
        self.step("image tag changed", client.apply)
        expect("the image's tag", image(emulated).rpartition(":")[2], TAG)
        self.step("destroy", client.destroy)
        expect("load balancers that are left", balancers(emulated), 0)
        return Way(self.steps, held, look, together=self.together)

    def step(self, name: str, work: Callable[[], Run]) -> None:
        self.steps[name] = watched(self.emulated, work)
        self.tell(name, self.steps[name])


def watched(emulated: Emulated, work) -> Step:
    emulated.door("requests/reset", {})
    cpu = emulated.cpu()
    run: Run = work()
    counts = emulated.door("counts")
    return Step(
        run.wall, run.cpu, run.memory, counts["total"], emulated.door("busy")["seconds"], emulated.cpu() - cpu,
        counts["actions"])


def expect(what: str, seen, expected) -> None:
    if seen != expected:
        raise Trouble(f"{what}: {seen}, not {expected}")


def target_group(emulated: Emulated) -> dict:
    return emulated.client("elbv2").describe_target_groups(Names=[NODE_NAME])["TargetGroups"][0]


def health_path(emulated: Emulated) -> str:
    return target_group(emulated)["HealthCheckPath"]


def set_health_path(emulated: Emulated, path: str) -> None:
    arn = target_group(emulated)["TargetGroupArn"]
    emulated.client("elbv2").modify_target_group(TargetGroupArn=arn, HealthCheckPath=path)


def image(emulated: Emulated) -> str:
    ecs = emulated.client("ecs")
    service = ecs.describe_services(cluster=NODE_NAME.rpartition("-")[0], services=[NODE_NAME])["services"][0]
    definition = ecs.describe_task_definition(taskDefinition=service["taskDefinition"])["taskDefinition"]
    return definition["containerDefinitions"][0]["image"]


def balancers(emulated: Emulated) -> int:
    return len(emulated.client("elbv2").describe_load_balancers()["LoadBalancers"])
