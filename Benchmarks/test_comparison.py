"""Tests that what is compared is the same: `cd Benchmarks && ../.venv/bin/python -m unittest`.

Skipped, with the reason, where `terraform` or its AWS provider is missing.
"""

import itertools
import os
import tempfile
import threading
import unittest
from pathlib import Path
from unittest import mock

import compare
from comparison.client import Trouble, run
from comparison.emulated import ROOT, Emulated
from comparison.holdings import holdings
from comparison.measure import Look, Passage, Step, Way
from comparison.plumbline import Plumbline
from comparison.size import Size
from comparison.table import looks, replaced
from comparison.terraform import Terraform
from comparison.ways import Ways

PROGRAM = Path(os.environ.get("PLUMBLINE", ROOT / ".build/debug/plumbline"))


class SameThings(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="plumbline-compare-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def held(self, side: type, size: Size) -> dict[str, list[str]]:
        place = self.folder / side.name
        place.mkdir()
        with Emulated() as emulated:
            side(place, size, emulated).apply()
            return holdings(emulated)

    def test_terraform_and_plumbline_make_the_same(self):
        look = self.folder / "look"
        look.mkdir()
        if why := Terraform.missing(look):
            self.skipTest(why)
        Plumbline.program = PROGRAM
        size = Size(1, 1, 2)
        theirs, ours = self.held(Terraform, size), self.held(Plumbline, size)
        self.assertEqual(theirs, ours)
        counts = {kind.split("::")[2]: len(items) for kind, items in ours.items()}
        expected = {
            "VPC": 1, "Subnet": 4, "NatGateway": 2, "RouteTable": 3, "SecurityGroup": 4, "LoadBalancer": 1,
            "TargetGroup": 3, "ListenerRule": 2, "TaskDefinition": 3, "Service": 3, "Secret": 3, "Parameter": 1,
            "Role": 2, "LogGroup": 1, "Repository": 1}
        self.assertEqual({kind: counts[kind] for kind in expected}, expected)


class Measuring(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="plumbline-compare-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def test_what_this_program_holds_does_not_count(self):
        held = bytearray(os.urandom(1 << 20) * 300)
        told = run(["sleep", "0.3"], self.folder, dict(os.environ))
        self.assertLess(told.memory, len(held) / 4)

    def test_children_count(self):
        # The child holds fifty megabytes and works for most of a second; the parent waits for it.
        child = "held = bytearray(b'x') * 50_000_000\nimport time\nwhile time.process_time() < 0.6: pass"
        parent = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}], check=True)"
        took = run(["python3", "-c", parent], self.folder, dict(os.environ))
        self.assertGreater(took.cpu, 0.5)
        self.assertGreater(took.memory, 50_000_000)

    def test_another_exit_code_is_told_with_what_was_said(self):
        with self.assertRaisesRegex(Trouble, "(?s)exit code 3, not 0.*out of luck"):
            run(["sh", "-c", "echo out of luck >&2; exit 3"], self.folder, dict(os.environ))

    def test_what_was_kept_counts_for_the_same_program_and_on_request(self):
        step = Step(wall=1, cpu=1, memory=1, requests=2, answering=0, emulator_cpu=0, actions={"ec2:DescribeVpcs": 2})
        way, size = Way({"no-change plan": step}, {"VPC": ["a"]}, Look(200, 1.5)), Size(4, 2, 2)
        Ways(self.folder, goes_on=False).keep(size, "A", "one", 1, way)
        kept = Ways(self.folder, goes_on=True)
        self.assertEqual(kept.kept(size, "A", "one", 1), way)
        self.assertIsNone(kept.kept(size, "A", "another", 1))
        self.assertIsNone(kept.kept(size, "A", "one", 2))
        self.assertIsNone(Ways(self.folder, goes_on=False).kept(size, "A", "one", 1))

    def course(self, held: list[str]) -> list[Way]:
        """What counts of two sides of which the first one makes these things, one after the other, and the second one `x`."""
        sides = [type(name, (), {"name": name, "mostly_waits": False}) for name in ("A", "B")]
        for side in sides:
            side.identity = staticmethod(lambda: "one")
        makes = {"A": iter(held), "B": itertools.repeat("x")}
        course = compare.Course(sides, 1, self.folder, Ways(self.folder, goes_on=False))

        class Made(Passage):
            def begin(self):
                pass

            def finish(self, looks: bool) -> Way:
                return Way({}, {"VPC": [next(makes[self.side.name])]})

        with mock.patch("compare.Passage", Made):
            return course.compare(Size(1, 1, 1))["A"]

    def test_sides_that_did_not_make_the_same_are_measured_once_more(self):
        self.assertEqual([way.held for way in self.course(["y", "x"])], [{"VPC": ["x"]}])
        with self.assertRaisesRegex(Trouble, "only A: y"):
            self.course(["y", "y"])

    def test_first_applies_run_together_and_everything_else_alone(self):
        side = type("A", (), {"name": "A", "mostly_waits": True, "identity": staticmethod(lambda: "one")})
        meeting, running = threading.Barrier(3, timeout=30), []

        class Watched(Passage):
            def begin(self):
                if self.together > 1:
                    meeting.wait()
                    running.append("begins")
                    if self.folder.name.startswith("1x1x1-2-"):
                        raise Trouble("out of luck")

            def finish(self, looks: bool) -> Way:
                running.append("finishes")
                return Way({}, {}, together=self.together)

        course = compare.Course([side], 3, self.folder, Ways(self.folder, goes_on=False), together=True)
        with mock.patch("compare.Passage", Watched):
            ways = course.compare(Size(1, 1, 1))["A"]
        self.assertEqual(running, ["begins"] * 3 + ["finishes"] * 3)
        # The one that failed was measured again by itself.
        self.assertEqual([way.together for way in ways], [3, 1, 3])

    def test_sizes(self):
        self.assertEqual(Size.parse("16x2x0"), Size(16, 2, 0))
        for text in ("16x2", "0x1x1", "300x1x1", "1x0x1", "axbxc"):
            with self.assertRaises(ValueError):
                Size.parse(text)

    def test_a_look_of_the_controller_is_held_against_the_others_plan(self):
        step = Step(wall=1, cpu=1, memory=1, requests=3000, answering=0, emulator_cpu=0)
        sides = {"A": [Way({"no-change plan": step}, {})], "B": [Way({}, {}, Look(200, 1.5)), Way({}, {})]}
        told = looks(Size(16, 2, 2), sides)
        self.assertEqual(len(told), 1)
        self.assertIn("looked at again, in 1.5 looks, 1/10.0 of the other's no-change plan (✓ 1/10).", told[0])
        self.assertIn("1/10.0 of the other's no-change plan.", looks(Size(4, 2, 2), sides)[0])

    def test_a_section_of_the_page_is_exchanged_and_the_others_stay(self):
        page = "before\n<!-- sizes begin -->\n<!-- sizes end -->\nafter\n"
        page = replaced(page, Size(16, 2, 2), "sixteen\n")
        page = replaced(page, Size(1, 1, 1), "one\n")
        page = replaced(page, Size(4, 2, 2), "four\n")
        page = replaced(page, Size(1, 1, 1), "another\n")
        self.assertRegex(page, "(?s)^before\n.*another\n.*four\n.*sixteen\n.*after\n$")
        self.assertNotIn("one\n", page)


if __name__ == "__main__":
    unittest.main()
