"""The built plumbline, run by the checks of what is shipped."""

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PLUMBLINE = Path(os.environ.get("PLUMBLINE", ROOT / ".build/debug/plumbline"))


def plumbline(test, *arguments, expect: int = 0) -> str:
    """Runs it with nothing of this machine's AWS and git, and expects an exit code. Returns what it wrote."""
    settings = ("AWS_", "GIT_", "PLUMBLINE_")
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(settings)}
    ended = subprocess.run([PLUMBLINE, *map(str, arguments)], env=inherited, capture_output=True, text=True, timeout=60)
    test.assertEqual(ended.returncode, expect, ended.stdout + ended.stderr)
    return ended.stdout
