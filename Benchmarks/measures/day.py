"""A day of looks at git and AWS, in less time."""

import time

from .manifests import environments
from .report import Report
from .world import World

DAY = 24 * 3600
POLL, DRIFT = 60, 600
ENVIRONMENTS = 3
# What the allocator and a garbage collection may move; a leak of a kilobyte a look would be more.
MEMORY = 2e6


def measure(world: World, report: Report, options) -> None:
    seconds = DAY / options.faster
    report.title(f"24 hours of {ENVIRONMENTS} environments, every interval divided by {options.faster}: {seconds:.0f} s")
    commit = world.merge(environments(ENVIRONMENTS, with_nodes=True), "Describe them")
    world.serve(
        poll=f"{POLL * 1000 // options.faster}ms",
        drift={"every": f"{DRIFT * 1000 // options.faster}ms", "jitter": "20%"},
    )
    world.until_converged(ENVIRONMENTS, commit, 600)
    listed, calls, told, packed = world.git_requests(), looked(world), world.status_commits(), packs(world)
    halves = []
    for half in range(2):
        samples = []
        until = time.monotonic() + seconds / 2
        while time.monotonic() < until:
            time.sleep(0.5)
            samples.append(world.usage())
        halves.append(samples)
    report.figure("polls", world.git_requests() - listed)
    report.figure("looks at AWS", looked(world) - calls)
    # The lowest of the last quarter of each half: what stays, without what is being worked on.
    resident, files = (
        [min(getattr(sample, name) for sample in samples[len(samples) // 2 :]) for samples in halves]
        for name in ("resident", "files")
    )
    report.figure("resident, at the end", resident[1] / 1e6, "MB")
    report.figure("growth of memory", (resident[1] - resident[0]) / 1e6, "MB", MEMORY / 1e6)
    report.figure("growth of open files", files[1] - files[0], limit=0)
    report.figure("growth of packs", packs(world) - packed, limit=0)
    report.figure("commits on the status branch", world.status_commits() - told, limit=0)


def looked(world: World) -> int:
    """How often AWS was looked at: each look lists the networks once."""
    return world.door("counts")["actions"].get("ec2:DescribeVpcs", 0)


def packs(world: World) -> int:
    return len(list(world.folder.glob(".cache/plumbline/**/*.pack")))
