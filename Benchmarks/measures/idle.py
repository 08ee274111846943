"""Many environments in which nothing happens, with the default settings."""

import time

from .manifests import environments
from .report import Report
from .world import World


def measure(world: World, report: Report, options) -> None:
    count, window = options.environments, options.window
    report.title(f"{count} environments idle, for {window} s")
    commit = world.merge(environments(count), f"Describe {count} environments")
    began = time.monotonic()
    world.serve()
    world.until_converged(count, commit, 3600)
    report.figure("made in", time.monotonic() - began, "s")
    calls, before, since = world.door("counts")["total"], world.usage(), time.monotonic()
    highest = before.resident
    while time.monotonic() - since < window:
        time.sleep(1)
        highest = max(highest, world.usage().resident)
    after, seconds = world.usage(), time.monotonic() - since
    report.figure("resident, highest", highest / 1e6, "MB", 100)
    report.figure("of a core", (after.processor - before.processor) / seconds * 100, "%", 2)
    report.figure("AWS calls a minute", (world.door("counts")["total"] - calls) / seconds * 60)
