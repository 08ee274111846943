"""The Dockerfile: linted, and held against what the built programs need."""

import json
import re
import shlex
import subprocess
import sys
import unittest
from pathlib import Path

from program import PLUMBLINE, ROOT

DOCKERFILE = ROOT / "Dockerfile"


def instructions() -> list[tuple[str, str]]:
    """Every instruction with its arguments, continuation lines joined and comments left out."""
    lines = [line for line in DOCKERFILE.read_text().splitlines() if not line.lstrip().startswith("#")]
    text = re.sub(r"\\\n\s*", " ", "\n".join(lines))
    return [tuple(line.split(None, 1)) for line in text.splitlines() if line.strip()]


def stages() -> list[list[tuple[str, str]]]:
    found: list[list[tuple[str, str]]] = []
    for instruction in instructions():
        if instruction[0] == "FROM":
            found.append([])
        if found:
            found[-1].append(instruction)
    return found


def installed(stage) -> set[str]:
    """The packages that a stage asks apt for."""
    commands = [part for name, text in stage if name == "RUN" for part in text.split("&&")]
    asked = [shlex.split(command) for command in commands if "apt-get install" in command]
    return {word for words in asked for word in words[2:] if not word.startswith("-")}


def needed(program: Path) -> set[str]:
    """The shared libraries that a program names, without those of Swift, which the image links in."""
    told = subprocess.run(["readelf", "--dynamic", program], capture_output=True, text=True, check=True).stdout
    names = set(re.findall(r"\(NEEDED\).*\[(.+)\]", told))
    return {name for name in names if not re.match(r"lib(swift|_?Foundation|dispatch|BlocksRuntime)", name)}


class Image(unittest.TestCase):
    def test_hadolint_has_nothing_to_say(self):
        hadolint = Path(sys.executable).parent / "hadolint"
        told = subprocess.run([hadolint, "--no-color", DOCKERFILE], capture_output=True, text=True)
        self.assertEqual((told.returncode, told.stdout + told.stderr), (0, ""))

    def test_the_bases_are_pinned(self):
        defaults = dict(text.split("=", 1) for name, text in instructions() if name == "ARG")
        bases = [re.sub(r"\$\{(\w+)\}", lambda found: defaults[found[1]], stage[0][1]).split()[0] for stage in stages()]
        self.assertEqual(len(bases), 2)
        self.assertRegex(bases[0], r"^swift:6\.3\.\d+-bookworm$")
        self.assertRegex(bases[1], r"^debian:bookworm-\d{8}-slim$")

    def test_it_runs_as_nobody_with_one_place_to_write(self):
        runtime = stages()[-1]
        self.assertEqual([text for name, text in runtime if name == "USER"], ["65532:65532"])
        self.assertEqual([json.loads(text) for name, text in runtime if name == "VOLUME"], [["/var/lib/plumbline"]])
        environment = dict(pair.split("=", 1) for name, text in runtime if name == "ENV" for pair in shlex.split(text))
        for path in environment.values():
            self.assertTrue(path.startswith("/var/lib/plumbline"), path)

    def test_the_health_check_and_the_entry_point_need_no_shell(self):
        runtime = dict(stages()[-1])
        self.assertEqual(json.loads(runtime["HEALTHCHECK"].split("CMD", 1)[1]), ["plumbline", "health"])
        self.assertEqual(json.loads(runtime["ENTRYPOINT"]), ["plumbline"])
        self.assertEqual(json.loads(runtime["CMD"])[0], "serve")

    def test_the_runtime_holds_every_library_that_the_programs_name(self):
        # What debian:bookworm-slim holds of itself, being what apt is made of.
        there = {"libc6", "libgcc-s1", "libstdc++6", "zlib1g"} | installed(stages()[-1])
        for program in (PLUMBLINE, PLUMBLINE.parent / "plumbline-git"):
            names = needed(program)
            self.assertTrue(names, program)
            for name in sorted(names):
                owners = subprocess.run(["dpkg-query", "--search", f"*/{name}"], capture_output=True, text=True).stdout
                packages = {line.split(":", 1)[0] for line in owners.splitlines()}
                self.assertTrue(packages & there, f"{program.name} needs {name} of {packages or 'no package'}")

    def test_the_builder_gets_what_it_copies_and_nothing_else(self):
        allowed = {line[1:] for line in (ROOT / ".dockerignore").read_text().splitlines() if line.startswith("!")}
        copied = {
            source.removeprefix("./")
            for name, text in instructions()
            if name == "COPY" and "--from" not in text
            for source in shlex.split(text)[:-1]
        }
        self.assertEqual(copied, allowed)


if __name__ == "__main__":
    unittest.main()
