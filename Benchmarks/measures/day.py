"""A day of the controller on a clock that moves only while it has nothing to do."""

import statistics

from .manifests import environments, node
from .report import Report
from .world import World

HOURS, ENVIRONMENTS = 24, 3
# Hours at whose end a commit is merged and a resource is changed by hand: as many in each half of the day.
EVENTFUL = range(2, HOURS, 4)
# What a commit of one environment and a repair of another come to on the status branch.
COMMITS = 2
# What the allocator may move: less than a leak of five kilobytes in each of the half day's looks at AWS.
MEMORY = 1e6


def measure(world: World, report: Report, options) -> None:
    report.title(f"{HOURS} hours of {ENVIRONMENTS} environments on a manual clock")
    world.merge(environments(ENVIRONMENTS, with_nodes=True), "Describe them")
    world.serve_by_hand(HOURS)
    hours = []
    for hour in range(1, HOURS + 1):
        assert world.next_hour() == hour
        hours.append(sample(world))
        if hour in EVENTFUL:
            happen(world, hour)
        world.go_on()
    first, last = hours[0], hours[-1]
    halves = hours[HOURS // 4 : HOURS // 2], hours[-HOURS // 4 :]
    resident, files = (
        [statistics.median(sample[name] for sample in half) for half in halves] for name in ("resident", "files"))
    merged = len(EVENTFUL)
    report.figure("looks at the refs", last["listed"] - first["listed"])
    report.figure("looks at AWS", last["looks"] - first["looks"])
    report.figure("commits merged, resources changed by hand", merged)
    report.figure("resident, in the second half", resident[1] / 1e6, "MB")
    report.figure("growth of memory over the first half", (resident[1] - resident[0]) / 1e6, "MB", MEMORY / 1e6)
    report.figure("growth of open files", files[1] - files[0], limit=0)
    report.figure("packs, beyond one for each merged commit", last["packs"] - first["packs"] - merged, limit=0)
    report.figure("loose objects for each commit of a status", (last["loose"] - first["loose"]) / (merged * COMMITS))
    told = last["told"] - first["told"]
    report.figure("commits on the status branch", told)
    report.figure("of these, beyond those of what happened", told - merged * COMMITS, limit=0)


def sample(world: World) -> dict[str, float]:
    usage = world.usage()
    mirror = world.folder / ".cache/plumbline/mirrors"
    return {
        "resident": usage.resident,
        "files": usage.files,
        "listed": world.git_requests(),
        # Each look lists the networks once.
        "looks": world.door("counts")["actions"].get("ec2:DescribeVpcs", 0),
        "told": world.status_commits(),
        "packs": len(list(mirror.glob("*/objects/pack/*.pack"))),
        "loose": len(list(mirror.glob("*/objects/[0-9a-f][0-9a-f]/*"))),
    }


def happen(world: World, hour: int) -> None:
    """A commit that concerns one environment, and a change by hand in another."""
    world.merge({"e000-acme.yaml": node("e000", path=f"/hour/{hour}")}, f"Look at /hour/{hour}")
    balancing = world.aws("elbv2")
    groups = balancing.describe_target_groups()["TargetGroups"]
    mine = next(group for group in groups if "e001" in group["TargetGroupName"])
    balancing.modify_target_group(TargetGroupArn=mine["TargetGroupArn"], HealthCheckPath=f"/by-hand/{hour}")
