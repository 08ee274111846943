#!/usr/bin/env python3
"""Measures `plumbline serve` from outside: `make bench`, or single measures by name. README.md tells what they are."""

import argparse
import os
import sys
import tempfile
from pathlib import Path

from measures import burst, day, idle, merge
from measures.report import Report
from measures.world import ROOT, Trouble, World

MEASURES = {"merge": merge, "burst": burst, "idle": idle, "day": day}


def main() -> int:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("measures", nargs="*", metavar="MEASURE", help=f"of {', '.join(MEASURES)}; default: all")
    arguments.add_argument("--plumbline", type=Path, default=ROOT / "Benchmarks/.build/release/plumbline")
    arguments.add_argument("--environments", type=int, default=100, help="of the measure idle")
    arguments.add_argument("--window", type=int, default=600, help="seconds that the measure idle looks on")
    options = arguments.parse_args()
    if unknown := set(options.measures) - set(MEASURES):
        arguments.error(f"there is no measure {', '.join(sorted(unknown))}; there are {', '.join(MEASURES)}")
    if not os.access(options.plumbline, os.X_OK):
        print(f"There is no {options.plumbline}. Run `make bench`, which builds it.", file=sys.stderr)
        return 1
    report = Report()
    for name in options.measures or MEASURES:
        with tempfile.TemporaryDirectory(prefix=f"plumbline-bench-{name}-") as folder:
            with World(Path(folder), options.plumbline.resolve()) as world:
                try:
                    MEASURES[name].measure(world, report, options)
                except Trouble as trouble:
                    report.failed(name, f"{trouble}\n{world.log_tail()}")
    return 0 if report.kept else 1


if __name__ == "__main__":
    sys.exit(main())
