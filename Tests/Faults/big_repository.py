"""A config repository of a hundred thousand files and fifty thousand commits, read by the built `plumbline` within bounds.

Read for the first time, again, and after one more commit. Measured are seconds and what was resident at the most, of the
program and of its git helper together. `make test-big-repository` reads over HTTP, where git's own server packs what is sent. From
a path libgit2 packs it object by object, which takes minutes for so many: with --path a repository is read so as well, which
`make test-repository` does with a small one (--files, --commits).
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PLUMBLINE = ROOT / ".build/debug/plumbline"
PEER = ROOT / "Tests/GitRepositoryTests/Peers/peer.py"
FIGURES = ROOT / ".build/reliability"
# One file in so many is a manifest.
SHARE = 50
# What the program promises, in bytes; and what a look may take on a small machine: the first, and any other.
MEMORY = 500_000_000
FIRST, LATER = 120, 20

ENVIRONMENT = """apiVersion: plumbline.dev/v1
kind: Environment
metadata: {{ name: e{0} }}
spec:
  {{ prefix: x-, region: ap-southeast-1, account: "123456789012", contactEmail: ops@example.com, costCode: "0042",
    network: {{ cidr: 10.{0}.0.0/16 }} }}
"""
NODE = """apiVersion: plumbline.dev/v1
kind: Node
metadata: {{ name: n{0}, environment: e{1} }}
spec:
  image: {{ repository: app, tag: "{2}" }}
  service: {{ port: 4000 }}
  loadBalancer: {{ healthCheckPath: /up, allowFrom: [10.0.0.0/8] }}
"""


def stream(files: int, commits: int):
    """What `git fast-import` takes: everything in the first commit, and in each further one a file or two."""
    manifests = files // SHARE
    environments = max(1, manifests // 100)

    def place(number):
        return f"src/d{number % 100}/p{number // 100 % 20}/f{number}.txt"

    def manifest(number, tag):
        return f"infra/e{number % environments}/n{number}.yaml", NODE.format(number, number % environments, tag)

    def put(path, text):
        return f"M 100644 inline {path}\ndata {len(text)}\n{text}\n"

    def commit(number):
        return f"commit refs/heads/main\ncommitter T <t@example.com> {1_500_000_000 + number} +0000\ndata 2\nc\n\n"

    yield commit(0)
    for number in range(environments):
        yield put(f"infra/e{number}/environment.yaml", ENVIRONMENT.format(number))
    for number in range(manifests):
        yield put(*manifest(number, "t0"))
    for number in range(files - manifests - environments):
        yield put(place(number), f"line {number}\n" * (1 + number % 7))
    for number in range(1, commits):
        yield commit(number)
        yield put(place(number * 7919 % (files - manifests - environments)), f"line {number}\n" * 3)
        if number % SHARE == 0:
            yield put(*manifest(number % manifests, f"t{number}"))


def make(bare: Path, files: int, commits: int) -> None:
    git("init", "--quiet", "--bare", "--initial-branch=main", str(bare))
    with subprocess.Popen(["git", "-C", str(bare), "fast-import", "--quiet"], stdin=subprocess.PIPE) as importer:
        for text in stream(files, commits):
            importer.stdin.write(text.encode())
        importer.stdin.close()
    assert importer.returncode == 0
    # As a forge keeps it.
    git("-C", str(bare), "repack", "-a", "-d", "--quiet")


def one_more(bare: Path, number: int) -> None:
    text = NODE.format(0, 0, f"later{number}")
    more = (
        f"commit refs/heads/main\ncommitter T <t@example.com> {1_700_000_000 + number} +0000\ndata 2\nc\n\n"
        f"from refs/heads/main^0\nM 100644 inline infra/e0/n0.yaml\ndata {len(text)}\n{text}\n"
    )
    subprocess.run(["git", "-C", str(bare), "fast-import", "--quiet"], input=more.encode(), check=True)


def git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True)


@dataclass
class Look:
    """What one run took: seconds, and bytes resident at the most."""

    seconds: float
    program: int
    helper: int

    def __str__(self) -> str:
        return f"{self.seconds:.1f} s, {self.program / 1e6:.0f} + {self.helper / 1e6:.0f} MB"


def look(url: str, cache: Path) -> Look:
    arguments = [PLUMBLINE, "validate", "--repo", url, "--path", "infra", "--cache-directory", cache]
    began = time.monotonic()
    most: dict[int, int] = {}
    with tempfile.TemporaryFile("w+") as output:
        process = subprocess.Popen(arguments, stdout=output, stderr=output)
        while process.poll() is None:
            for pid in [process.pid, *children(process.pid)]:
                most[pid] = max(most.get(pid, 0), resident(pid))
            time.sleep(0.01)
        seconds = time.monotonic() - began
        output.seek(0)
        said = output.read()
    assert process.returncode == 0 and "is valid" in said, said[-3000:]
    return Look(seconds, most.pop(process.pid), max(most.values()))


def children(pid: int) -> list[int]:
    try:
        return [int(one) for task in Path(f"/proc/{pid}/task").iterdir() for one in (task / "children").read_text().split()]
    except OSError:
        return []


def resident(pid: int) -> int:
    """The most that was ever resident of a process, as the kernel keeps it."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:")), 0)


class Server:
    """`git http-backend` on loopback."""

    def __init__(self, folder: Path):
        self.process = subprocess.Popen(
            [sys.executable, PEER, "http", folder, folder / "log"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.url = f"http://127.0.0.1:{int(self.process.stdout.readline())}/big.git"

    def end(self) -> None:
        self.process.stdin.close()
        self.process.wait()


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--files", type=int, default=100_000)
    options.add_argument("--commits", type=int, default=50_000)
    options.add_argument("--path", action="store_true")
    chosen = options.parse_args()
    os.environ["PLUMBLINE_INSTALLATION"] = ""
    failed = 0
    rows: list[tuple] = [("files", chosen.files), ("commits", chosen.commits)]
    with tempfile.TemporaryDirectory(prefix="plumbline-big-") as folder:
        remotes = Path(folder) / "remotes"
        remotes.mkdir()
        began = time.monotonic()
        make(remotes / "big.git", chosen.files, chosen.commits)
        print(f"{chosen.files:,} files and {chosen.commits:,} commits, made in {time.monotonic() - began:.0f} s")
        server = Server(remotes)
        try:
            ways = [("HTTP", server.url)] + [("a path", str(remotes / "big.git"))] * chosen.path
            for number, (way, url) in enumerate(ways):
                cache = Path(folder) / f"cache-{number}"
                for what, limit in (("the first look", FIRST), ("another look", LATER), ("a look after a commit", LATER)):
                    if what == "a look after a commit":
                        one_more(remotes / "big.git", number)
                    seen = look(url, cache)
                    kept = seen.seconds <= limit and seen.program + seen.helper <= MEMORY
                    failed += not kept
                    print(f"{'✓' if kept else '✗'} over {way}, {what}: {seen}")
                    rows.append((f"{what} over {way}: seconds", f"{seen.seconds:.1f}"))
                    rows.append((f"{what} over {way}: MB, program and helper", round((seen.program + seen.helper) / 1e6)))
        finally:
            server.end()
    FIGURES.mkdir(parents=True, exist_ok=True)
    name, title = ("repository", "A small repository") if chosen.path else ("big-repository", "A big repository")
    figures = {"title": title, "command": f"make test-{name}", "rows": rows}
    (FIGURES / f"{name}.json").write_text(json.dumps(figures, indent=1))
    print(f"{3 * len(ways) - failed} passed, {failed} failed: at most {MEMORY / 1e6:.0f} MB, {FIRST} s at first and {LATER} s later")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
