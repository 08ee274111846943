"""The crash matrix: Plumbline dies at every call that changes something, and the next run has to make it good.

Two ways, for every such call of making, changing and taking down:

moments  an undisturbed run, of which AWS is copied before and after each call; a new process then goes on from each copy,
         as after a crash at that moment. All that a process leaves behind is in AWS and in git, and git is written at the end.
kills    a run of its own for each call and each point, which the emulator ends with SIGKILL: before the call has its effect,
         after the effect and before the answer, and when the answer was read.
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


def moments(stage: Stage) -> Iterator[Trial]:
    for moment in list(stage.moments):
        yield Trial(f"{stage} crashed {moment['at']}", "moment", lambda folder, moment=moment: go_on(stage, moment, folder))


def go_on(stage: Stage, moment: dict, folder: Path) -> None:
    stage.moments.remove(moment)
    world = stage.start.copy(folder, stage.undisturbed.aws.child(moment))
    try:
        finish(stage, world)
    finally:
        world.remove()


def kills(stage: Stage, points: Callable[[int], tuple[str, ...]]) -> Iterator[Trial]:
    """`points` says which of the points the n-th call is killed at."""
    changes = [call for call in stage.calls if call.mutating]
    for number, call in enumerate(changes):
        for point in points(number):
            yield Trial(
                f"{stage} {point} {call}", point, lambda folder, point=point, call=call: kill(stage, point, call, folder)
            )


def kill(stage: Stage, point: str, call, folder: Path) -> None:
    world = stage.start.copy(folder)
    try:
        ended = world.run(*stage.order, kill={"kind": point, **call.fault})
        if ended.code != -9:
            raise AssertionError(f"it was not killed: {ended}")
        finish(stage, world)
    finally:
        world.remove()


def finish(stage: Stage, world) -> None:
    """The next run makes it good, at once."""
    ended = world.carry_out(stage.phase)
    if ended.code != 0:
        raise AssertionError(f"the run after the crash did not converge: {ended}")
    expect(world, stage.phase, stage.outcome)
