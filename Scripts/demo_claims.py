"""How the demo says what it does, and what was seen to hold."""

import os
import sys
import time

COLOUR = sys.stdout.isatty() and "NO_COLOR" not in os.environ


class Failed(Exception):
    """A claim that did not hold."""


def paint(code: str, text: str) -> str:
    return f"\033[{code}m{text}\033[0m" if COLOUR else text


def elapsed(since: float) -> str:
    seconds = int(time.monotonic() - since)
    return f"{seconds // 60}:{seconds % 60:02d}"


def check(claim: str, holds: bool, expected="", seen="") -> None:
    """Tells the claim when it holds; otherwise what was expected and seen."""
    if not holds:
        raise Failed(f"{claim}\n    expected: {expected}\n    seen:     {seen}")
    print(f"{paint('32', '✓')} {claim}", flush=True)


def check_equal(claim: str, expected, seen) -> None:
    check(claim, expected == seen, expected, seen)
