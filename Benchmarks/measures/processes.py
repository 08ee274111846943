"""What the kernel tells of a process and its children."""

import os
from dataclasses import dataclass
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


@dataclass
class Usage:
    """Of a process and everything that it started and that still runs."""

    resident: int  # bytes
    processor: float  # seconds since each began, with what ended children took
    files: int  # open file descriptors


def children(pid: int) -> list[int]:
    found = []
    for listed in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, listed.read_text().split()):
            found += [child, *children(child)]
    return found


def usage(pid: int) -> Usage:
    total = Usage(0, 0.0, 0)
    for process in [pid, *children(pid)]:
        folder = Path(f"/proc/{process}")
        try:
            status = dict(line.split(":", 1) for line in (folder / "status").read_text().splitlines())
            # After the name, which may hold anything: fields 14 to 17 of proc(5).
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            files = len(list((folder / "fd").iterdir()))
        except FileNotFoundError:
            continue  # It ended while we looked.
        # What has ended and is not waited for yet holds no memory.
        total.resident += int(status.get("VmRSS", "0").split()[0]) * 1024
        total.processor += sum(map(int, fields[11:15])) / TICKS
        total.files += files
    return total
