"""Plumbline's side: a bare config repository beside it, and the status branch in the same."""

import hashlib
import json
import os
import signal
import subprocess
import time
from pathlib import Path

from .client import Run, Trouble, run
from .emulated import Emulated
from .manifests import manifests
from .measure import Look
from .size import Size


# How often the controller looks, in seconds, and for how many times.
EVERY, ROUNDS = 10, 5
# What is asked once in each look.
IN_EACH_LOOK = "ec2:DescribeVpcs"


class Plumbline:
    name = "Plumbline"
    mostly_waits = False
    # The program to measure.
    program: Path

    def __init__(self, folder: Path, size: Size, emulated: Emulated):
        self.folder, self.size, self.emulated = folder, size, emulated
        self.bare, self.work = folder / "config.git", folder / "config"
        mine = ("AWS_", "GIT_", "PLUMBLINE_")
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(mine)}
        person = {
            f"GIT_{role}_{key}": "ada@example.com" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}
        plain = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull, "HOME": str(folder)}
        self.environment = inherited | emulated.variables() | person | plain
        self.git("init", "--quiet", "--bare", "--initial-branch=main", self.bare)
        self.git("init", "--quiet", "--initial-branch=main", self.work)
        self.describe({})

    def describe(self, image_tags: dict[str, str]) -> None:
        for path, text in manifests(self.size, image_tags).items():
            file = self.work / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        self.git("-C", self.work, "add", "--all")
        self.git("-C", self.work, "commit", "--quiet", "--message", "Describe our environments")
        self.git("-C", self.work, "push", "--quiet", self.bare, "main")

    def apply(self) -> Run:
        return self.plumb("apply", "--auto-approve")

    def plan(self) -> Run:
        """Raises `Trouble` when the plan is not empty."""
        return self.plumb("plan", "--detailed-exitcode")

    def look(self) -> Look:
        """Has the controller look for drift again and again."""
        settings = self.folder / "plumbline.yaml"
        settings.write_text(
            f'repository: {{ url: "{self.bare}" }}\npoll: 1h\ndrift: {{ every: {EVERY}s }}\n'
            'server: { listen: "127.0.0.1:0" }\n')
        with (self.folder / "serve.log").open("wb") as log:
            controller = subprocess.Popen(
                [self.program, "serve", "--config", settings], env=self.environment, stdin=subprocess.DEVNULL, stdout=log,
                stderr=log)
            try:
                # The first look is made at the start, by everybody at once; what counts is a stretch of time after that, which
                # nothing but the clock ends.
                time.sleep(2 * EVERY)
                self.emulated.door("requests/reset", {})
                time.sleep(ROUNDS * EVERY)
                counts = self.emulated.door("counts")
                looks = counts["actions"][IN_EACH_LOOK]
                return Look(counts["total"] / looks, looks / ROUNDS)
            finally:
                controller.send_signal(signal.SIGTERM)
                if controller.wait(timeout=60) != 0:
                    raise Trouble(f"plumbline serve: exit code {controller.returncode}")

    def destroy(self) -> Run:
        """Each environment on its own, planned and then approved: there is no other way. Repositories stay."""
        runs = []
        for number in range(self.size.environments):
            place = ("--environment", f"e{number:03}")
            planned = self.plumb("destroy", *place, "--output", "json", expected=3)
            runs += [planned, self.plumb("destroy", *place, "--approve", json.loads(planned.output)["digest"])]
        return sum(runs[1:], start=runs[0])

    def plumb(self, verb: str, *arguments: str, expected: int = 0) -> Run:
        command = [self.program, verb, "--repo", self.bare, *arguments]
        return run(command, self.folder, self.environment, expected)

    def git(self, *arguments) -> None:
        done = subprocess.run(
            ["git", *map(str, arguments)], env=self.environment, capture_output=True, text=True)
        if done.returncode != 0:
            raise Trouble(f"git {' '.join(map(str, arguments))}: {done.stderr}")

    @classmethod
    def identity(cls) -> str:
        """Of the very program: two of one version may differ."""
        return hashlib.sha256(cls.program.read_bytes()).hexdigest()

    @classmethod
    def version(cls) -> str:
        told = subprocess.run([cls.program, "version"], capture_output=True, text=True, check=True).stdout
        return told.splitlines()[0].strip()
