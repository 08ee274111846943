"""The crash matrix and the fault matrix, against the built `plumbline`: `make test-faults`, `make matrix`.

Every scenario is made, changed and taken down undisturbed first; then each of its calls meets every death, and a fault, by
turns. With `--all` each call meets every fault; a read that several phases make, in the first of them. What is tried by chance
follows from the seed, which is printed; with PLUMBLINE_SEED the same is tried again.
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
from scenarios import ALL, Scenario
from stage import Stage, stages
from trials import Trials
from world import ROOT, Emulator, World

FIGURES = ROOT / ".build/reliability"
TITLES = {"crashes": "Crashes, by SIGKILL at every change", "faults": "Faults at every call"}


class Matrix:
    """One scenario's crashes and faults."""

    def __init__(self, options, scenario: Scenario, folder: Path, chance: random.Random):
        self.options = options
        self.scenario = scenario
        self.folder = folder
        self.chance = chance
        self.rotation = misfortunes.Rotation(chance, options.all)
        self.crashes = Trials(folder / "crashes", options.workers)
        self.faults = Trials(folder / "faults", options.workers)
        self.calls: Counter = Counter()
        self.met: Counter = Counter()

    def run(self, empty: Emulator) -> None:
        for stage in stages(self.scenario, empty, self.folder / "stages"):
            if self.options.phase in (None, stage.phase.name):
                self.stage(stage)

    def tries(self, what: str) -> bool:
        return self.options.only in (None, what)

    def stage(self, stage: Stage) -> None:
        began = time.monotonic()
        self.calls["changes"] += sum(call.mutating for call in stage.calls)
        self.calls["reads"] += sum(not call.mutating for call in stage.calls)
        if self.tries("crashes"):
            self.crashes.run(list(crashes.kills(stage)))
        if self.tries("faults"):
            self.suffer(stage, self.rotation.of(stage))
        print(f"{stage}: {len(stage.calls)} calls, {time.monotonic() - began:.0f} s", flush=True)

    def suffer(self, stage: Stage, wanted: list[misfortunes.Misfortune]) -> None:
        met: list[misfortunes.Misfortune] = []
        self.faults.run(list(misfortunes.trials(stage, wanted, self.chance, met)))
        # What a run did not get to because of the others, alone.
        names = {str(one) for one in met}
        left = [one for one in wanted if str(one) not in names]
        lasting = misfortunes.for_whole_runs(stage)
        if not self.options.all:
            lasting = self.chance.sample(lasting, max(1, len(lasting) // 8))
        self.faults.run([misfortunes.trial(stage, [[one]], met) for one in left + lasting])
        combined = misfortunes.combinations(stage, self.chance, 20 if self.options.all else 1)
        self.faults.run([misfortunes.trial(stage, [group], met) for group in combined])
        self.met.update(one.name for one in met)

    @property
    def passed(self) -> int:
        return sum(self.crashes.passed.values()) + sum(self.faults.passed.values())

    @property
    def failed(self) -> list[str]:
        return self.crashes.failed + self.faults.failed

    def figures(self, what: str) -> dict:
        """What was tried of crashes or of faults, for the page."""
        trials = self.crashes if what == "crashes" else self.faults
        figures = {"phases": len(self.scenario.phases), "calls that change something": self.calls["changes"]}
        if what == "crashes":
            figures |= {f"survived `{point}`": self.crashes.passed[point] for point in crashes.POINTS}
        else:
            figures["calls that read"] = self.calls["reads"]
            figures["faults at a call"] = "every" if self.options.all else "one by turns"
            figures["runs"] = sum(self.faults.passed.values())
            figures["faults met by a call"] = sum(self.met.values())
            figures |= {f"of these `{name}`": count for name, count in sorted(self.met.items())}
        return {
            **figures, "failed": len(trials.failed), "seconds": round(trials.seconds), "seed": str(self.options.seed)}


def keep(matrices: list[Matrix], what: str, command: str) -> None:
    """Writes the figures of whole scenarios beside those of the others."""
    file = FIGURES / f"{what}.json"
    kept = json.loads(file.read_text()) if file.exists() else {"title": TITLES[what], "columns": {}}
    kept["command"] = command
    for matrix in matrices:
        kept["columns"][matrix.scenario.name] = matrix.figures(what)
    FIGURES.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(kept, indent=1))


def options() -> argparse.Namespace:
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--all", action="store_true", help="every fault at every call")
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
    began, chance = time.monotonic(), random.Random(chosen.seed)
    matrices = []
    with tempfile.TemporaryDirectory(prefix="plumbline-faults-") as folder:
        empty = Emulator.start()
        try:
            for scenario in ALL:
                if chosen.scenario in (None, scenario.name):
                    matrices.append(Matrix(chosen, scenario, Path(folder) / scenario.name, chance))
                    matrices[-1].run(empty)
        finally:
            empty.end()
    for what, command in (("crashes", "make test-crashes"), ("faults", f"make {'matrix' if chosen.all else 'test-faults'}")):
        if chosen.phase is None and chosen.only in (None, what):
            keep(matrices, what, command)
    failed = [name for matrix in matrices for name in matrix.failed]
    for name in failed:
        print(f"✗ {name}")
    passed, seconds = sum(matrix.passed for matrix in matrices), time.monotonic() - began
    print(f"{passed} passed, {len(failed)} failed in {seconds:.0f} s with PLUMBLINE_SEED={chosen.seed}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
