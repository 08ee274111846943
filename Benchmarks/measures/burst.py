"""A thousand webhooks in five seconds."""

import http.client
import threading
import time

from .manifests import environment, node
from .report import Report
from .world import World

COUNT, SECONDS, SENDERS = 1000, 5, 8


def measure(world: World, report: Report, options) -> None:
    report.title(f"A burst of {COUNT:,} webhooks in {SECONDS} s")
    first = world.merge({"e.yaml": environment("dev", 1), "n.yaml": node("dev")}, "Describe dev")
    world.serve(poll="1h", drift={"every": "1h", "jitter": "0%"})
    world.until_converged(1, first, 300)
    listed, told = world.git_requests(), world.status_commits()
    commit = world.merge({"n.yaml": node("dev", path="/burst")}, "Look at /burst")
    answers, latencies = send(world, commit)
    world.until_converged(1, commit, 120)
    # What was left to do is done when the refs are no longer listed.
    quiet = [0.0, -1]

    def is_quiet() -> bool:
        now = world.git_requests()
        if now != quiet[1]:
            quiet[:] = [time.monotonic(), now]
        return time.monotonic() - quiet[0] > 3

    world.until("quiet", is_quiet, 60)
    report.figure("not answered 202", COUNT - answers.count(202), limit=0)
    report.figure("99th percentile of the answers", sorted(latencies)[COUNT * 99 // 100 - 1] * 1000, "ms", 50)
    report.figure("slowest answer", max(latencies) * 1000, "ms")
    report.figure("syncs (commits on the status branch)", world.status_commits() - told, limit=1)
    report.figure("looks at the repository", world.git_requests() - listed)


def send(world: World, commit: str) -> tuple[list[int], list[float]]:
    """Sends them evenly spread, over a few kept connections. Returns every answer's status and seconds."""
    answers, latencies = [0] * COUNT, [float(SECONDS)] * COUNT
    began = time.monotonic() + 0.2

    def sender(own: range) -> None:
        connection = world.connection()
        for number in own:
            time.sleep(max(0.0, began + number * SECONDS / COUNT - time.monotonic()))
            sent = time.monotonic()
            try:
                answers[number] = world.webhook(connection, commit)
            except (OSError, http.client.HTTPException):
                connection.close()
            latencies[number] = time.monotonic() - sent

    threads = [threading.Thread(target=sender, args=(range(first, COUNT, SENDERS),)) for first in range(SENDERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers, latencies
