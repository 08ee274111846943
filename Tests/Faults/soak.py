"""A soak: `plumbline serve` for an hour (`make soak`) or a few minutes, and everything that can happen to it at random.

In each round come some of these: a commit, drift, faults of AWS, a stop, a kill. Then it is quiet, and within a limit AWS has
to be true to the newest commit, one more plan empty, the status branch told of it, and never rewound or told the same twice;
memory, file handles and threads of the controller have to be what they were when it was young. The seed is printed;
PLUMBLINE_SEED repeats the choices, though not their timing.
"""

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import boto3

import scenarios
from misfortunes import GENTLE, HARSH
from outcome import expect_empty
from scenarios import REGION, Phase
from stage import others
from world import ROOT, SECRET, Emulator, World, keep

CALM = 120
# What a controller may grow by while it is young, and no more ever after.
HANDLES, THREADS, MEGABYTES = 12, 4, 48
SETTINGS = """repository: {{ url: "{url}" }}
poll: 1s
drift: {{ every: 4s }}
retry: {{ first: 1s, max: 4s, quarantineAfter: 1000 }}
grace: 20s
log: {{ format: json }}
server: {{ listen: "127.0.0.1:0" }}
"""


class Soak:
    def __init__(self, folder: Path, seed: int):
        self.chance = random.Random(seed)
        self.world = World.make(folder, Emulator.start())
        self.world.aws.post("settings", {"rolloutPolls": 1})
        self.config = folder / "plumbline.yaml"
        self.config.write_text(SETTINGS.format(url=self.world.bare))
        self.log = open(folder / "controller.log", "ab")
        self.controller: subprocess.Popen | None = None
        self.young: dict | None = None
        self.tag, self.days, self.head = 0, 30, ""
        self.counts: Counter = Counter()
        self.peak: Counter = Counter()

    # The controller

    def start(self) -> None:
        self.controller = subprocess.Popen(
            [str(World.plumbline), "serve", "--config", str(self.config)],
            env=self.world.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=self.log,
        )
        self.young = None

    def end(self, number: int) -> None:
        self.controller.send_signal(number)
        code = self.controller.wait(timeout=60)
        if number == signal.SIGTERM and code != 0:
            raise AssertionError(f"a stop ended with {code}")

    def weight(self) -> dict:
        process = Path(f"/proc/{self.controller.pid}")
        status = dict(line.split(":", 1) for line in (process / "status").read_text().splitlines())
        return {
            "handles": len(os.listdir(process / "fd")),
            "threads": int(status["Threads"]),
            "megabytes": int(status["VmRSS"].split()[0]) // 1024,
        }

    # What happens to it

    def commit(self) -> None:
        self.tag += 1
        self.days = self.chance.choice([30, 60, 90])
        files = scenarios.files(scenarios.environment(), scenarios.node(f"v{self.tag}", days=self.days))
        self.world.commit(files, f"Deploy v{self.tag}")

    def drift(self) -> None:
        """Somebody changes AWS by hand; what is not there yet cannot be changed."""
        change = self.chance.choice([self.revoke, self.retain, self.untag])
        change()

    def revoke(self) -> None:
        ec2 = self.client("ec2")
        groups = ec2.describe_security_groups(Filters=[{"Name": "group-name", "Values": ["x-dev-acme-alb"]}])
        for group in groups["SecurityGroups"]:
            if group["IpPermissions"]:
                ec2.revoke_security_group_ingress(GroupId=group["GroupId"], IpPermissions=group["IpPermissions"])

    def retain(self) -> None:
        logs = self.client("logs")
        for group in logs.describe_log_groups(logGroupNamePrefix="x-dev-acme-logs")["logGroups"]:
            logs.put_retention_policy(logGroupName=group["logGroupName"], retentionInDays=7)

    def untag(self) -> None:
        ecs = self.client("ecs")
        for arn in ecs.list_clusters()["clusterArns"]:
            ecs.untag_resource(resourceArn=arn, tagKeys=["CostCode"])

    def client(self, service: str):
        return boto3.client(
            service, region_name=REGION, endpoint_url=self.world.aws.endpoint, aws_access_key_id="AKIAIOSFODNN7EXAMPLE",
            aws_secret_access_key=SECRET,
        )

    def fault(self) -> None:
        kinds = {**GENTLE, **HARSH, "stale": {"kind": "stale", "seconds": 1}}
        for _ in range(self.chance.randint(1, 6)):
            name = self.chance.choice(sorted(kinds))
            service = self.chance.choice(["ec2", "ecs", "elasticloadbalancing", "iam", "logs", "secretsmanager", "ssm"])
            fault = {"count": 3, **kinds[name], "service": service}
            if name != "stale":
                fault["skip"] = self.chance.randint(0, 5)
            self.world.aws.post("faults", fault)
            self.counts[f"faults `{name}`"] += 1

    def stop(self) -> None:
        self.end(signal.SIGTERM)
        self.start()

    def kill(self) -> None:
        self.end(signal.SIGKILL)
        self.start()

    # Rounds

    def round(self) -> None:
        happenings = [("commits", self.commit, 5), ("drift", self.drift, 4), ("fault bursts", self.fault, 4),
                      ("stops", self.stop, 1), ("kills", self.kill, 1)]
        names, actions, weights = zip(*happenings)
        for _ in range(self.chance.randint(1, 4)):
            place = self.chance.choices(range(len(names)), weights)[0]
            # Its faults are for the controller alone.
            if names[place] == "drift":
                self.world.aws.post("faults/reset")
            actions[place]()
            self.counts[names[place]] += 1
            self.controller_runs()
            time.sleep(self.chance.uniform(0, 2))
        self.world.aws.post("faults/reset")
        self.calm()
        self.counts["rounds"] += 1

    def controller_runs(self) -> None:
        if self.controller.poll() is not None:
            raise AssertionError(f"the controller has ended by itself, with {self.controller.returncode}")

    def calm(self) -> None:
        """Waits until everything is as git says, and looks that it is told."""
        wanted = self.world.git("rev-parse", "main")
        limit = time.monotonic() + CALM
        while not self.is_told(wanted):
            self.controller_runs()
            if time.monotonic() > limit:
                raise AssertionError(f"not converged to {wanted} within {CALM} s; the status is\n{self.status()}")
            time.sleep(0.3)
        while (checked := self.world.check(Phase("soak", {}))).code != 0:
            # Drift of a moment ago is repaired at the next look.
            if time.monotonic() > limit:
                raise AssertionError(f"AWS is not true to git: {checked}")
        expect_empty(checked)
        self.expect_history()
        self.expect_weight()

    def is_told(self, commit: str) -> bool:
        text = self.status()
        return f"main@sha1:{commit}" in text and "outcome: converged" in text

    def status(self) -> str:
        if not self.world.git("for-each-ref", "refs/heads/plumbline/status"):
            return ""
        # The first commit only says which controller works.
        if not self.world.git("ls-tree", "plumbline/status", "status/dev.yaml"):
            return ""
        return self.world.git("show", "plumbline/status:status/dev.yaml")

    def expect_history(self) -> None:
        """No commit was lost, none says what the one before it said."""
        head = self.world.git("rev-parse", "plumbline/status")
        if self.head:
            self.world.git("merge-base", "--is-ancestor", self.head, head)
        trees = self.world.git("log", "--format=%T", "plumbline/status").split()
        doubled = [one for one, other in zip(trees, trees[1:]) if one == other]
        if doubled:
            raise AssertionError(f"{len(doubled)} commits of the status branch change nothing")
        self.head = head
        self.counts["status commits"] = len(trees)

    def expect_weight(self) -> None:
        weight = self.weight()
        for name, value in weight.items():
            self.peak[name] = max(self.peak[name], value)
        if self.young is None:
            self.young = weight
            return
        for name, allowed in (("handles", HANDLES), ("threads", THREADS), ("megabytes", MEGABYTES)):
            if weight[name] > self.young[name] + allowed:
                raise AssertionError(f"the controller has grown from {self.young} to {weight}")

    def run(self, seconds: float) -> None:
        limit = time.monotonic() + seconds
        others(scenarios.SERVICES, self.world)
        self.commit()
        self.start()
        self.calm()
        while time.monotonic() < limit:
            self.round()
        self.end(signal.SIGTERM)
        keep((self.world.folder / "controller.log").read_text(errors="replace"), "soak")
        if SECRET in (self.world.folder / "controller.log").read_text(errors="replace"):
            raise AssertionError("a secret is in the controller's log")

    def close(self) -> None:
        if self.controller is not None and self.controller.poll() is None:
            self.controller.kill()
            self.controller.wait()
        self.world.aws.end()


def main() -> int:
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--seconds", type=float, default=3600, help="default: an hour")
    given.add_argument("--plumbline", type=Path, default=World.plumbline, help="the program; default: the debug build")
    chosen = given.parse_args()
    World.plumbline = chosen.plumbline.resolve()
    seed = int(os.environ.get("PLUMBLINE_SEED") or random.SystemRandom().randint(1, 999_999))
    print(f"PLUMBLINE_SEED={seed}", flush=True)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="plumbline-soak-") as folder:
        soak = Soak(Path(folder) / "world", seed)
        try:
            soak.run(chosen.seconds)
        except AssertionError as problem:
            log = (Path(folder) / "world/controller.log").read_text(errors="replace")
            print(f"✗ {problem}\nThe end of the controller's log:\n{log[-4000:]}\n{dict(soak.counts)}")
            print(f"0 passed, 1 failed with PLUMBLINE_SEED={seed}")
            return 1
        finally:
            soak.close()
    rows: list[tuple] = sorted(soak.counts.items())
    rows += [(f"greatest {name} of the controller", most) for name, most in soak.peak.items()]
    rows += [("seconds", round(time.monotonic() - began)), ("seed", str(seed))]
    figures = ROOT / ".build/reliability"
    figures.mkdir(parents=True, exist_ok=True)
    command = f"make soak SECONDS={chosen.seconds:.0f}"
    (figures / "soak.json").write_text(json.dumps({"title": "Soak", "command": command, "rows": rows}, indent=1))
    print(f"{soak.counts['rounds']} rounds: {dict(soak.counts)}, at most {dict(soak.peak)}")
    print(f"1 passed, 0 failed with PLUMBLINE_SEED={seed}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
