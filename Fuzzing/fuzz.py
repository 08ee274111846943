#!/usr/bin/env python3
"""Builds the fuzzers, runs each for a while on its corpus, and leaves the counts for the reliability page.

Inputs that are new to a fuzzer are kept in .build/fuzz; `--keep` makes the corpus anew of these and of what it holds, the fewest
that reach the same code. An input that breaks something is kept there too, told, and makes this end with 1: it belongs into the
corpus, with the bug's mending.
"""

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / "Fuzzing"
WORK = ROOT / ".build/fuzz"
TARGETS = ["manifests", "answers", "webhooks", "messages", "status", "forges"]
# What one input may take: bytes, seconds, and MiB of the whole process.
LIMITS = ["-max_len=16384", "-timeout=20", "-rss_limit_mb=2048"]


def build() -> Path:
    """Everything that is fuzzed is instrumented; its build stands beside the program's, in a folder of its own."""
    command = [
        "swift", "build", "--package-path", str(HOME), "--configuration", "release", "--sanitize", "fuzzer",
        "--product", "fuzzer", "-Xswiftc", "-enable-testing", "-Xswiftc", "-use-ld=lld",
    ]
    subprocess.run(command, check=True)
    return HOME / ".build/release/fuzzer"


def fuzz(fuzzer: Path, target: str, seconds: int) -> dict:
    """One target's run: how many inputs were tried, what of them was new, and what broke."""
    found, crashes = WORK / target, WORK / f"{target}-crashes"
    for folder in (found, crashes):
        folder.mkdir(parents=True, exist_ok=True)
    before = set(crashes.iterdir())
    command = [
        str(fuzzer), f"-max_total_time={seconds}", "-print_final_stats=1", f"-artifact_prefix={crashes}/", *LIMITS,
        *words(target), str(found), str(corpus(target)),
    ]
    ended = subprocess.run(command, env=environment(target), stderr=subprocess.PIPE, text=True, errors="replace")
    broken = sorted(set(crashes.iterdir()) - before)
    executions = sum(map(int, re.findall(r"^stat::number_of_executed_units: *(\d+)", ended.stderr, re.M)))
    coverage = re.findall(r" cov: (\d+) ", ended.stderr)
    print(f"{target}: {executions:,} inputs, {len(broken)} broke something", flush=True)
    if broken or ended.returncode:
        (WORK / f"{target}.log").write_text(ended.stderr)
        print(*[line for line in ended.stderr.splitlines() if "rror" in line][:10], *broken, sep="\n", flush=True)
    return {
        "executions": executions, "places reached": int(coverage[-1]) if coverage else 0,
        "corpus": len(list(corpus(target).iterdir())), "broken": max(len(broken), int(ended.returncode != 0)),
    }


def corpus(target: str) -> Path:
    return HOME / "corpus" / target


def words(target: str) -> list[str]:
    """The option for a target's dictionary, where it has one."""
    dictionary = HOME / f"dictionaries/{target}.txt"
    return [f"-dict={dictionary}"] if dictionary.exists() else []


def environment(target: str) -> dict[str, str]:
    # Swift's own report of a crash would take the place of the fuzzer's, which keeps the input.
    return {**os.environ, "PLUMBLINE_FUZZ_TARGET": target, "SWIFT_BACKTRACE": "enable=no"}


def keep(fuzzer: Path, target: str, largest: int) -> None:
    """Makes the corpus anew: the smallest inputs of all that is known which together reach the same code."""
    fresh = WORK / f"{target}-fresh"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(parents=True)
    command = [str(fuzzer), "-merge=1", *LIMITS, str(fresh), str(corpus(target)), str(WORK / target)]
    subprocess.run(command, check=True, env=environment(target), stderr=subprocess.DEVNULL)
    named = [file for file in corpus(target).iterdir() if not re.fullmatch(r"[0-9a-f]{40}", file.name)]
    room = max(0, largest - len(named))
    texts = {file.read_bytes() for file in named}
    # The largest reach the most: as many as the corpus has room for.
    others = [file for file in fresh.iterdir() if file.read_bytes() not in texts]
    chosen = sorted(others, key=lambda file: -file.stat().st_size)
    for file in corpus(target).iterdir():
        if file not in named:
            file.unlink()
    for file in chosen[:room]:
        shutil.copyfile(file, corpus(target) / file.name)


def report(counts: dict[str, dict], seconds: int) -> None:
    figures = {"title": "Fuzzers", "command": f"make fuzz FUZZ_SECONDS={seconds}", "columns": counts}
    folder = ROOT / ".build/reliability"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "fuzz.json").write_text(json.dumps(figures, indent=1))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument("--target", choices=TARGETS, action="append", help="only this one; more than one may be given")
    parser.add_argument("--keep", action="store_true", help="make the corpus anew instead")
    options = parser.parse_args()
    fuzzer = build()
    targets = options.target or TARGETS
    if options.keep:
        for target in targets:
            keep(fuzzer, target, largest=60)
        return 0
    counts = {target: fuzz(fuzzer, target, options.seconds) for target in targets}
    if targets == TARGETS:
        report(counts, options.seconds)
    return int(any(count["broken"] for count in counts.values()))


if __name__ == "__main__":
    sys.exit(main())
