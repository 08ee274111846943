#!/usr/bin/env python3
"""Measures Plumbline and Terraform side by side: the same infrastructure, one machine, a fresh emulated AWS each.

Without `terraform` and the AWS provider, which Terraform's own configuration has to lead to, Plumbline is measured
alone.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import ExitStack
from dataclasses import asdict
from pathlib import Path

from comparison.client import Trouble
from comparison.emulated import ROOT
from comparison.measure import STEPS, Passage, Step, Way
from comparison.plumbline import Plumbline
from comparison.size import Size
from comparison.table import median, replaced, table
from comparison.terraform import Terraform
from comparison.ways import Ways

PAGE = ROOT / "docs/performance.md"
KEPT = ROOT / ".build/benchmarks/ways"


def main() -> int:
    options = arguments().parse_args()
    if not os.access(options.plumbline, os.X_OK):
        print(f"There is no {options.plumbline}. Run `make bench`, which builds it.", file=sys.stderr)
        return 1
    Plumbline.program = options.plumbline.resolve()
    with tempfile.TemporaryDirectory(prefix="plumbline-compare-") as folder:
        sides, versions = available(Path(folder))
        course = Course(sides, options.times, Path(folder), Ways(KEPT, options.go_on), options.together)
        for size in options.sizes:
            try:
                ways = course.compare(size)
            except Trouble as trouble:
                print(f"  ✗ {trouble}", file=sys.stderr)
                return 1
            # What was measured beside Terraform is worth more than a table without it.
            publish(size, ways, head(size, versions, ways, options), options.write and len(ways) > 1)
    return 0


def arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--sizes", type=sizes, default="1x1x1,4x2x2",
        help="ENVIRONMENTSxNODESxEXTRAS, separated by commas; default: 1x1x1,4x2x2. 16x2x2 takes half an hour")
    parser.add_argument("--times", type=int, default=3, help="how often; the medians count. Default: 3")
    parser.add_argument("--plumbline", type=Path, default=ROOT / "Benchmarks/.build/release/plumbline")
    parser.add_argument(
        "--go-on", action="store_true",
        help="count what an earlier run, which may have been ended, measured of the same programs")
    parser.add_argument(
        "--together", action="store_true",
        help="let Terraform's first applies, which mostly wait, run at the same time; everything else runs alone")
    parser.add_argument("--write", action="store_true", help=f"put the tables of both sides into {PAGE.relative_to(ROOT)}")
    return parser


def sizes(text: str) -> list[Size]:
    try:
        return [Size.parse(one) for one in text.split(",")]
    except ValueError as wrong:
        raise argparse.ArgumentTypeError(str(wrong)) from wrong


def available(folder: Path) -> tuple[list[type], str]:
    """The sides that can be measured here, and what they are."""
    place = folder / "look"
    place.mkdir()
    if why := Terraform.missing(place):
        print(f"Only Plumbline is measured: {why}.", flush=True)
        return [Plumbline], Plumbline.version()
    return [Terraform, Plumbline], f"{Terraform.versions(place)}, {Plumbline.version()}"


class Course:
    """All sides by turns, again and again, at one size after the other."""

    def __init__(self, sides: list[type], times: int, folder: Path, ways: Ways, together: bool = False):
        self.sides, self.times, self.folder, self.ways, self.together = sides, times, folder, ways, together
        self.identities = {side.name: side.identity() for side in sides}

    def compare(self, size: Size) -> dict[str, list[Way]]:
        """Raises `Trouble` when a side fails, or the sides do not make the same, twice."""
        found: dict[str, list[Way]] = {side.name: [] for side in self.sides}
        begun = {side.name: self.begun_together(side, size) for side in self.sides}
        for number in range(1, self.times + 1):
            pair = {
                side.name: begun[side.name].get(number) or self.way(side, size, number) for side in self.sides}
            try:
                check_same({name: way.held for name, way in pair.items()})
            except Trouble as trouble:
                # An answer that is lost on the way has its call sent again, and something made twice.
                print(f"  ✗ {trouble}\n  once more", flush=True)
                pair = {side.name: self.measured(side, size, number) for side in self.sides}
                check_same({name: way.held for name, way in pair.items()})
            for name, way in pair.items():
                found[name].append(way)
        return found

    def begun_together(self, side: type, size: Size) -> dict[int, Way]:
        """The ways, by number, of a side whose first applies may run at the same time, where there are several to go. One that
        does not come to its end is not among them."""
        numbers = [number for number in range(1, self.times + 1) if self.kept(side, size, number) is None]
        if not (self.together and side.mostly_waits and len(numbers) > 1):
            return {}
        print(f"\n{size.title}, {len(numbers)} of {self.times} at the same time: {side.name}", flush=True)
        found: dict[int, Way] = {}
        with ExitStack() as stack, ThreadPoolExecutor(len(numbers)) as pool:
            passages = [stack.enter_context(self.passage(side, size, number, len(numbers))) for number in numbers]
            beginnings = [pool.submit(passage.begin) for passage in passages]
            wait(beginnings)
            for number, passage, beginning in zip(numbers, passages, beginnings):
                try:
                    beginning.result()
                    found[number] = self.finished(passage, number)
                except Trouble as trouble:
                    print(f"  ✗ {trouble}", flush=True)
        return found

    def kept(self, side: type, size: Size, number: int) -> Way | None:
        return self.ways.kept(size, side.name, self.identities[side.name], number)

    def way(self, side: type, size: Size, number: int) -> Way:
        if way := self.kept(side, size, number):
            print(f"\n{size.title}, {number} of {self.times}: {side.name}, measured on {way.date}", flush=True)
            return way
        return self.measured(side, size, number)

    def measured(self, side: type, size: Size, number: int) -> Way:
        """A way that a side could not go to its end is gone once more, so that one answer lost on the way does not end a
        comparison of hours."""
        print(f"\n{size.title}, {number} of {self.times}: {side.name}", flush=True)
        for attempt in ("first", "second"):
            try:
                with self.passage(side, size, number) as passage:
                    passage.begin()
                    return self.finished(passage, number)
            except Trouble as trouble:
                if attempt == "second":
                    raise
                print(f"  ✗ {trouble}\n  once more", flush=True)

    def passage(self, side: type, size: Size, number: int, together: int = 1) -> Passage:
        place = Path(tempfile.mkdtemp(prefix=f"{size}-{number}-{side.name}-", dir=self.folder))
        return Passage(side, place, size, tell, together)

    def finished(self, passage: Passage, number: int) -> Way:
        side = passage.side
        way = passage.finish(looks=number == 1)
        self.ways.keep(passage.size, side.name, self.identities[side.name], number, way)
        return way


def tell(name: str, step: Step) -> None:
    print(
        f"  {name:<26} {step.requests:>6} requests {step.wall:>7.1f} s, {step.answering:>6.1f} s of it answering, "
        f"{step.cpu:>6.2f} s CPU, {step.memory / 1e6:>4.0f} MB", flush=True)


def check_same(held: dict[str, dict[str, list[str]]]) -> None:
    """Raises `Trouble` when the sides did not make the same."""
    if len(held) < 2:
        return
    (first, theirs), (second, ours) = held.items()
    differences = [
        f"{kind}:\n    only {first}: {one}" if one in theirs[kind] else f"{kind}:\n    only {second}: {one}"
        for kind in theirs
        for one in sorted(set(theirs[kind]) ^ set(ours[kind]))
    ]
    if differences:
        raise Trouble("The two sides did not make the same:\n  " + "\n  ".join(differences))
    total = sum(map(len, ours.values()))
    print(f"  both made the same: {total} things of {len(ours)} types", flush=True)


def head(size: Size, versions: str, ways: dict[str, list[Way]], options: argparse.Namespace) -> str:
    commit = subprocess.run(
        ["git", "-C", ROOT, "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip()
    command = f"Benchmarks/compare.py --sizes {size} --times {options.times}"
    command += (" --together" if options.together else "") + " --write"
    times = f"medians of {options.times}" if options.times > 1 else "measured once"
    dates = sorted({way.date for found in ways.values() for way in found})
    for name, found in ways.items():
        if (together := max(way.together for way in found)) > 1:
            times += f"; up to {together} first applies of {name} ran at the same time, everything else alone"
    return (
        f"{', '.join(map(str, dates))}, {versions} at {commit}, {os.cpu_count()} cores; {times}. "
        f"Again: `.venv/bin/python {command}`")


def publish(size: Size, ways: dict[str, list[Way]], head: str, write: bool) -> None:
    section = table(size, ways, head)
    print("\n" + section.partition("<details>")[0], flush=True)
    folder = KEPT.parent
    folder.mkdir(parents=True, exist_ok=True)
    told = {name: {step: asdict(median(found, step)) for step in STEPS} for name, found in ways.items()}
    for name, found in ways.items():
        look = found[0].look
        told[name]["look of the controller"] = asdict(look) if look else None
    (folder / f"compare-{size}.json").write_text(json.dumps(told, indent=2) + "\n")
    if write:
        PAGE.write_text(replaced(PAGE.read_text(), size, section))


if __name__ == "__main__":
    sys.exit(main())
