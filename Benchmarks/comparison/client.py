"""Runs a command and tells what it took: it and everything that it started."""

import os
import subprocess
import threading
import time
from dataclasses import dataclass
from pathlib import Path

PAGE = os.sysconf("SC_PAGE_SIZE")
# Memory that several processes together hold for less than this is not seen; to look more often would cost the client time.
INTERVAL = 0.02


class Trouble(Exception):
    """Why something could not be measured."""


@dataclass
class Run:
    wall: float  # seconds
    cpu: float  # seconds, of the process and of all its children
    memory: int  # bytes: the greatest sum of what was resident at one time
    output: str

    def __add__(self, later: "Run") -> "Run":
        """Both, one after the other."""
        memory = max(self.memory, later.memory)
        return Run(self.wall + later.wall, self.cpu + later.cpu, memory, later.output)


def run(command: list, folder: Path, environment: dict[str, str], expected: int = 0) -> Run:
    """Raises `Trouble` when the command ends with another exit code than is expected."""
    errors = folder / "errors.log"
    began = time.monotonic()
    with errors.open("wb") as log, (folder / "output.log").open("w+b") as output:
        process = subprocess.Popen(
            list(map(str, command)), cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=log)
        peak, done = [0], threading.Event()
        watch = threading.Thread(target=look_on, args=(process.pid, peak, done))
        watch.start()
        # Not process.wait(): only this tells what the process and those that it waited for used.
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        done.set()
        watch.join()
        output.seek(0)
        text = output.read().decode("utf-8", "replace")
    if process.returncode != expected:
        tail = "\n".join((text + errors.read_text(errors="replace")).splitlines()[-25:])
        raise Trouble(f"{' '.join(map(str, command))}: exit code {process.returncode}, not {expected}\n{tail}")
    # Not usage.ru_maxrss: it begins with what this program itself held when it started the client.
    return Run(wall, usage.ru_utime + usage.ru_stime, peak[0], text)


def look_on(pid: int, peak: list[int], done: threading.Event) -> None:
    while not done.wait(INTERVAL):
        peak[0] = max(peak[0], resident(pid), highest(pid))


def highest(pid: int) -> int:
    """Bytes: the most that a process held by itself since it began, between two looks too; 0 of one that is gone."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return sum(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:"))


def resident(pid: int) -> int:
    """Bytes, of a process and of everything below it; 0 of one that is gone."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
    except (FileNotFoundError, ProcessLookupError):
        return 0
    total = pages * PAGE
    for task in tasks:
        try:
            children = (task / "children").read_text().split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        total += sum(resident(int(child)) for child in children)
    return total
