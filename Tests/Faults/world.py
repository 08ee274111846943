"""What one run of Plumbline has to itself: an AWS, a config repository with its status branch, and a cache."""

import json
import os
import shutil
import signal
import subprocess
import sys
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from scenarios import REGION, Phase

ROOT = Path(__file__).resolve().parent.parent.parent
BUILT = ROOT / ".build/debug/plumbline"
SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
# Far more than any run takes; a run that hangs is a failure of its own.
LONGEST = 300


def keep(text: str, source: str) -> None:
    """For Scripts/check-secrets, which looks for planted secrets in it."""
    kept = ROOT / f".build/kept/faults-{os.getpid()}.txt"
    kept.parent.mkdir(parents=True, exist_ok=True)
    with kept.open("a") as file:
        file.write(f"{source}: {text}\n")


@dataclass(frozen=True)
class Ended:
    """How a run of the program ended."""

    arguments: tuple[str, ...]
    code: int
    output: str
    errors: str

    @property
    def document(self) -> dict:
        return json.loads(self.output)

    def __str__(self) -> str:
        return f"plumbline {' '.join(self.arguments)} ended with {self.code}\n{self.output[-3000:]}\n{self.errors[-3000:]}"


class Emulator:
    """An emulator, or a copy of one."""

    def __init__(self, endpoint: str, pid: int, parent: "Emulator | None" = None, process=None):
        self.endpoint = endpoint
        self.pid = pid
        self.parent = parent
        self.process = process

    @classmethod
    def start(cls) -> "Emulator":
        process = subprocess.Popen(
            [sys.executable, str(ROOT / "Tests/Emulator/emulator.py"), "--warm"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        started = json.loads(process.stdout.readline())
        return cls(started["endpoint"], started["pid"], process=process)

    def copy(self) -> "Emulator":
        described = self.post("copies")
        return Emulator(described["endpoint"], described["pid"], self)

    def end(self) -> None:
        if self.parent is not None:
            self.parent.post("copies/end", {"pid": self.pid})
        elif self.process is not None:
            self.process.stdin.close()
            self.process.wait()
            self.process.stdout.close()

    def get(self, path: str):
        with urllib.request.urlopen(f"{self.endpoint}/plumbline/{path}", timeout=60) as answer:
            return json.load(answer)

    def post(self, path: str, body=None):
        data = json.dumps(body or {}).encode()
        with urllib.request.urlopen(f"{self.endpoint}/plumbline/{path}", data=data, timeout=60) as answer:
            return json.load(answer)


class World:
    """A folder with `config.git`, `cache` and the emulator that goes with them."""

    # The program that all of them run.
    plumbline = BUILT

    def __init__(self, folder: Path, aws: Emulator):
        self.folder = folder
        self.aws = aws
        self.bare = folder / "config.git"

    @classmethod
    def make(cls, folder: Path, aws: Emulator) -> "World":
        """A world with an empty repository."""
        world = cls(folder, aws)
        world.bare.mkdir(parents=True)
        world.git("init", "--quiet", "--bare", "--template=", "--initial-branch=main", ".")
        return world

    def copy(self, folder: Path) -> "World":
        """The same world at another place, with a copy of its AWS."""
        folder.mkdir(parents=True)
        for part in ("config.git", "cache"):
            if (self.folder / part).exists():
                shutil.copytree(self.folder / part, folder / part, symlinks=True)
        return World(folder, self.aws.copy())

    def remove(self) -> None:
        self.aws.end()
        shutil.rmtree(self.folder)

    @property
    def environment(self) -> dict[str, str]:
        return {
            "PATH": os.environ["PATH"],
            "HOME": str(self.folder),
            "PLUMBLINE_CACHE": str(self.folder / "cache"),
            "AWS_ENDPOINT_URL": self.aws.endpoint,
            "AWS_REGION": REGION,
            "AWS_ACCESS_KEY_ID": "AKIAIOSFODNN7EXAMPLE",
            "AWS_SECRET_ACCESS_KEY": SECRET,
            "AWS_EC2_METADATA_DISABLED": "true",
            "AWS_CONFIG_FILE": "/dev/null",
            "AWS_SHARED_CREDENTIALS_FILE": "/dev/null",
        }

    def git(self, *arguments: str, stdin: str = "") -> str:
        who = {f"GIT_{role}_{part}": "a@example.com" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
        settings = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "PATH": os.environ["PATH"]}
        done = subprocess.run(
            ["git", *arguments], cwd=self.bare, env={**who, **settings}, input=stdin, capture_output=True, text=True
        )
        if done.returncode:
            raise AssertionError(f"git {' '.join(arguments)}: {done.stderr}")
        return done.stdout.strip()

    def commit(self, files: dict[str, str], message: str) -> None:
        """A commit on main that holds exactly these files."""
        listed = ""
        for name, text in sorted(files.items()):
            blob = self.git("hash-object", "-w", "--stdin", stdin=text)
            listed += f"100644 blob {blob}\t{name}\n"
        tree = self.git("mktree", stdin=listed)
        has_parent = self.git("for-each-ref", "refs/heads/main") != ""
        parent = ["-p", "refs/heads/main"] if has_parent else []
        made = self.git("commit-tree", tree, *parent, "-m", message)
        self.git("update-ref", "refs/heads/main", made)

    # Runs

    def start(self, *arguments: str, kill: dict | None = None) -> subprocess.Popen:
        """Starts the program. `kill` is a fault that needs its pid: it is set before the program begins."""
        for name in ("output", "errors"):
            (self.folder / name).write_text("")
        with open(self.folder / "output", "w") as output, open(self.folder / "errors", "w") as errors:
            process = subprocess.Popen(
                ["sh", "-c", 'read -r go; exec "$0" "$@" < /dev/null', str(self.plumbline), *self.named(arguments)],
                env=self.environment,
                stdin=subprocess.PIPE,
                stdout=output,
                stderr=errors,
            )
        if kill is not None:
            self.aws.post("faults", {**kill, "pid": process.pid})
        process.stdin.write(b"go\n")
        process.stdin.close()
        return process

    def named(self, arguments: tuple[str, ...]) -> list[str]:
        return [arguments[0], "--repo", str(self.bare), *arguments[1:]]

    def run(self, *arguments: str, kill: dict | None = None) -> Ended:
        process = self.start(*arguments, kill=kill)
        try:
            code = process.wait(timeout=LONGEST)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            code = process.wait()
            raise AssertionError(f"did not end within {LONGEST} s: {self.ended(arguments, code)}") from None
        ended = self.ended(arguments, code)
        keep(ended.output + ended.errors, arguments[0])
        for text in (ended.output, ended.errors):
            if SECRET in text or "not-for-anybody" in text:
                raise AssertionError(f"a secret is in the output of {ended.arguments}")
        return ended

    def ended(self, arguments: tuple[str, ...], code: int) -> Ended:
        output, errors = ((self.folder / name).read_text() for name in ("output", "errors"))
        return Ended(arguments, code, output, errors)

    def order(self, phase: Phase) -> tuple[str, ...]:
        """What carries the phase out from here, approved: the plan is looked at first where it may need that."""
        if phase.destroys:
            asked = self.run("destroy", "--environment", "dev", "--output", "json")
            verb = ("destroy", "--environment", "dev")
        elif phase.name in ("destroy", "replace"):
            asked = self.run("plan", "--output", "json")
            verb = ("apply",)
        else:
            return ("apply", "--auto-approve", "--output", "json")
        if asked.code not in (0, 3):
            raise AssertionError(f"there is no plan to approve: {asked}")
        return (*verb, "--approve", asked.document["digest"], "--output", "json")

    def carry_out(self, phase: Phase) -> Ended:
        """Plans, approves and applies. What AWS has ended by itself between the two, such as a service that drained,
        makes another plan, which a person looks at again."""
        for _ in range(3):
            ended = self.run(*self.order(phase))
            if ended.code != 3:
                break
        return ended

    def check(self, phase: Phase) -> Ended:
        """One more plan."""
        if phase.destroys:
            return self.run("destroy", "--environment", "dev", "--output", "json")
        return self.run("plan", "--detailed-exitcode", "--output", "json")
