"""From a merge to the first call that changes AWS, with a webhook."""

import statistics
import time

from .manifests import environment, node
from .report import Report
from .world import World

TIMES = 7


def measure(world: World, report: Report, options) -> None:
    report.title("Merge to first AWS change, with a webhook")
    first = world.merge({"e.yaml": environment("dev", 1), "n.yaml": node("dev")}, "Describe dev")
    # Nothing but the webhook wakes it.
    world.serve(poll="1h", drift={"every": "1h", "jitter": "0%"})
    world.until_converged(1, first, 300)
    seconds = []
    for number in range(TIMES):
        world.door("requests/reset", {})
        commit = world.merge({"n.yaml": node("dev", path=f"/health/{number}")}, f"Look at /health/{number}")
        began = time.monotonic()
        world.webhook(world.connection(), commit)
        world.until("a change in AWS", lambda: world.door("counts")["mutating"] > 0, 60, every=0.01)
        seconds.append(time.monotonic() - began)
        world.until_converged(1, commit, 120)
    report.figure("median", statistics.median(seconds), "s", 2)
    report.figure("slowest", max(seconds), "s", 2)
