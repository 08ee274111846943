"""The crash matrix and the fault matrix, against the built `plumbline`: `make test-faults`, `make matrix`.

Every scenario is made, changed and taken down undisturbed first; then each of its calls meets every death, and every fault by
turns. With `--all` each call meets every fault. What is tried by chance follows from the seed, which is printed; with
PLUMBLINE_SEED the same is tried again.
"""

import argparse
import json
import os
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import crashes
import misfortunes
from scenarios import ALL
from stage import Stage, stages, warm
from trials import Trials
from world import ROOT, World

FIGURES = ROOT / ".build/reliability"


class Matrix:
    def __init__(self, options, folder: Path):
        self.options = options
        self.folder = folder
        self.chance = random.Random(options.seed)
        self.crashes = Trials(folder / "crashes", options.workers)
        self.faults = Trials(folder / "faults", options.workers)
        self.calls: Counter = Counter()
        self.met: Counter = Counter()

    def run(self) -> None:
        empty = warm(self.folder / "warm")
        try:
            for scenario in ALL:
                if self.options.scenario in (None, scenario.name):
                    rotation = misfortunes.Rotation(len(scenario.phases), self.chance)
                    for stage in stages(scenario, empty, self.folder / scenario.name, self.tries("crashes")):
                        if self.options.phase in (None, stage.phase.name):
                            self.stage(stage, rotation)
        finally:
            empty.end()

    def tries(self, what: str) -> bool:
        return self.options.only in (None, what)

    def stage(self, stage: Stage, rotation: misfortunes.Rotation) -> None:
        began = time.monotonic()
        self.calls["changes"] += sum(call.mutating for call in stage.calls)
        self.calls["reads"] += sum(not call.mutating for call in stage.calls)
        if self.tries("crashes"):
            self.crashes.run([*crashes.moments(stage), *crashes.kills(stage, self.points)])
        if self.tries("faults"):
            self.suffer(stage, misfortunes.everything(stage) if self.options.all else rotation.of(stage))
        print(f"{stage}: {len(stage.calls)} calls, {time.monotonic() - began:.0f} s", flush=True)

    def points(self, number: int) -> tuple[str, ...]:
        """Each moment is tried as a copy of AWS. The process itself is killed at every third call, at the three points by
        turns; with `--all` at every call and point."""
        if self.options.all:
            return crashes.POINTS
        turn, rest = divmod(number + self.options.seed, 3)
        return () if rest else (crashes.POINTS[turn % 3],)

    def suffer(self, stage: Stage, wanted: list[misfortunes.Misfortune]) -> None:
        met: list[misfortunes.Misfortune] = []
        groups = list(misfortunes.grouped(wanted, self.chance))
        self.faults.run([misfortunes.trial(stage, group, met) for group in groups])
        # What a run did not get to because of the others, alone.
        left = [one for one in wanted if one not in met]
        lasting = misfortunes.for_whole_runs(stage)
        if not self.options.all:
            lasting = self.chance.sample(lasting, max(1, len(lasting) // 16))
        self.faults.run([misfortunes.trial(stage, [one], met) for one in left + lasting])
        combined = misfortunes.combinations(stage, self.chance, 20 if self.options.all else 1)
        self.faults.run([misfortunes.trial(stage, group, met) for group in combined])
        self.met.update(one.name for one in met)

    @property
    def failed(self) -> list[str]:
        return self.crashes.failed + self.faults.failed

    def figures(self, command: str, seconds: float) -> dict:
        return {
            "title": "Crashes and faults",
            "command": command,
            "rows": [
                ["calls of the undisturbed runs that change something", self.calls["changes"]],
                ["calls of the undisturbed runs that read", self.calls["reads"]],
                ["crashes survived, AWS copied at the moment", self.crashes.passed["moment"]],
                *[[f"crashes survived, SIGKILL at `{point}`", self.crashes.passed[point]] for point in crashes.POINTS],
                ["runs with faults", sum(self.faults.passed.values())],
                ["faults met by a call", sum(self.met.values())],
                *[[f"of these `{name}`", count] for name, count in sorted(self.met.items())],
                ["failed", len(self.failed)],
                ["seconds", round(seconds)],
                ["seed", str(self.options.seed)],
            ],
        }


def options() -> argparse.Namespace:
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--all", action="store_true", help="every fault at every call, all three points of every kill")
    given.add_argument("--plumbline", type=Path, default=World.plumbline, help="the program; default: the debug build")
    given.add_argument("--scenario", choices=[scenario.name for scenario in ALL])
    given.add_argument("--phase", help="only this phase, such as create")
    given.add_argument("--only", choices=["crashes", "faults"])
    given.add_argument("--workers", type=int, default=(os.cpu_count() or 2) + 1, help="default: one more than processors")
    read = given.parse_args()
    read.seed = int(os.environ.get("PLUMBLINE_SEED") or random.SystemRandom().randint(1, 999_999))
    return read


def main() -> int:
    chosen = options()
    if not chosen.plumbline.exists():
        print(f"there is no {chosen.plumbline}: run `make build`", file=sys.stderr)
        return 1
    World.plumbline = chosen.plumbline.resolve()
    print(f"PLUMBLINE_SEED={chosen.seed}", flush=True)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="plumbline-faults-") as folder:
        matrix = Matrix(chosen, Path(folder))
        matrix.run()
    seconds = time.monotonic() - began
    passed = sum(matrix.crashes.passed.values()) + sum(matrix.faults.passed.values())
    if not (chosen.scenario or chosen.phase or chosen.only):
        FIGURES.mkdir(parents=True, exist_ok=True)
        command = "make matrix" if chosen.all else "make test-faults"
        (FIGURES / "matrix.json").write_text(json.dumps(matrix.figures(command, seconds), indent=1))
    for name in matrix.failed:
        print(f"✗ {name}")
    print(f"{passed} passed, {len(matrix.failed)} failed in {seconds:.0f} s with PLUMBLINE_SEED={chosen.seed}")
    return 1 if matrix.failed else 0


if __name__ == "__main__":
    sys.exit(main())
