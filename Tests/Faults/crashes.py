"""The crash matrix: Plumbline dies at every call that changes something, and the next run has to make it good.

A run of its own for each such call of making, changing and taking down, and for each of three points, at which the emulator ends
the process with SIGKILL: before the call has its effect, after the effect and before the answer, and when the answer was read.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from outcome import expect
from stage import Stage

POINTS = ("kill-before", "kill-after", "kill-answered")


@dataclass(frozen=True)
class Trial:
    """One thing to try; `run` raises AssertionError when it does not end well."""

    name: str
    kind: str
    run: Callable[[Path], None]


def kills(stage: Stage) -> Iterator[Trial]:
    for call in (call for call in stage.calls if call.mutating):
        for point in POINTS:
            yield Trial(
                f"{stage} {point} {call}", point, lambda folder, point=point, call=call: kill(stage, point, call, folder)
            )


def kill(stage: Stage, point: str, call, folder: Path) -> None:
    world = stage.start.copy(folder)
    try:
        ended = world.run(*stage.order, kill={"kind": point, **call.fault})
        if ended.code != -9:
            raise AssertionError(f"it was not killed: {ended}")
        # The next run makes it good, at once.
        ended = world.carry_out(stage.phase)
        if ended.code != 0:
            raise AssertionError(f"the run after the crash did not converge: {ended}")
        expect(world, stage.phase, stage.outcome)
    finally:
        world.remove()
