"""What both acts of the demo stand on: claims that are checked, an emulated AWS, a config repository, Plumbline."""

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import boto3

ROOT = Path(__file__).resolve().parent.parent.parent
KEPT = ROOT / f".build/kept/demo-{os.getpid()}.txt"
REGION = "ap-southeast-1"
COMMAND_SECONDS = 600
WRONG_PATH = "/changed-behind-plumblines-back"
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
    print(f"{paint('32', '✓')} {claim}")


def check_equal(claim: str, expected, seen) -> None:
    check(claim, expected == seen, expected, seen)


def keep(text: str, source: str) -> None:
    """For Scripts/check-secrets, which looks for planted secrets in it."""
    KEPT.parent.mkdir(parents=True, exist_ok=True)
    with KEPT.open("a") as kept:
        kept.write(f"{source}: {text}\n")


class Stage:
    def __init__(self, plumbline: Path, folder: Path):
        self.plumbline = plumbline
        self.folder = folder
        self.bare = folder / "config.git"
        self.work = folder / "config"
        self.began = time.monotonic()
        self.steps = 0
        # What ends when its standard input does.
        self.peers: list[subprocess.Popen] = []
        # The reader's own AWS, git and Plumbline settings stay out of it.
        settings = ("AWS_", "GIT_", "PLUMBLINE_")
        inherited = {name: value for name, value in os.environ.items() if not name.startswith(settings)}
        self.environment = inherited | {
            "HOME": str(folder),
            "XDG_CACHE_HOME": str(folder / "cache"),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "Ada Operator",
            "GIT_AUTHOR_EMAIL": "ada@example.com",
            "GIT_COMMITTER_NAME": "Ada Operator",
            "GIT_COMMITTER_EMAIL": "ada@example.com",
            "AWS_ACCESS_KEY_ID": "AKIAIOSFODNN7EXAMPLE",
            "AWS_SECRET_ACCESS_KEY": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            "AWS_REGION": REGION,
            "AWS_DEFAULT_REGION": REGION,
            "AWS_EC2_METADATA_DISABLED": "true",
        }

    def start_emulator(self) -> None:
        self.step("Start AWS (moto and its overlay) on a free loopback port")
        command = [sys.executable, str(ROOT / "Tests" / "Emulator" / "emulator.py")]
        emulator = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.peers.append(emulator)
        line = emulator.stdout.readline()
        check("the emulator listens", line.startswith("{"), "a line of JSON with its address", repr(line))
        self.endpoint = json.loads(line)["endpoint"]
        self.environment["AWS_ENDPOINT_URL"] = self.endpoint
        account = self.aws("sts").get_caller_identity()["Account"]
        check_equal(f"AWS at {self.endpoint} is account 123456789012", "123456789012", account)

    def make_repository(self) -> None:
        self.step("Make a bare config repository from manifests/examples/basic")
        shutil.copytree(ROOT / "manifests/examples/basic", self.work)
        self.git("init", "--quiet", "--initial-branch=main", self.work)
        self.git("init", "--quiet", "--bare", "--initial-branch=main", self.bare)
        self.git("-C", self.work, "remote", "add", "origin", self.bare)
        self.commit("Describe our environments")
        names = self.git("-C", self.bare, "ls-tree", "-r", "--name-only", "main").split()
        print("  " + "\n  ".join(names))
        manifests = [name for name in names if name.endswith((".yaml", ".yml"))]
        check(f"{len(manifests)} manifest files are committed", bool(manifests), "at least one", names)
        text = "\n".join((self.work / name).read_text() for name in manifests)
        self.regions = sorted(set(re.findall(r"\bregion:\s*[\"']?([a-z]{2}(?:-[a-z]+)+-\d)", text))) or [REGION]

    def check_steady(self, service: dict) -> None:
        name = service["serviceName"]
        rollouts = [deployment["rolloutState"] for deployment in service["deployments"]]
        check_equal(f"{name}: one deployment, and it is completed", ["COMPLETED"], rollouts)
        wanted, running = service["desiredCount"], service["runningCount"]
        check_equal(f"{name}: {wanted} of {wanted} tasks run", wanted, running)

    def step(self, title: str) -> None:
        self.steps += 1
        heading, clock = f"── {self.steps}. {title}", f"({elapsed(self.began)})"
        print(f"\n{paint('1', heading)} {paint('2', clock)}", flush=True)

    def command(self, verb: str, options) -> list[str]:
        return [str(self.plumbline), verb, "--repo", str(self.bare), *options]

    def show(self, verb: str, *options: str, expect: int) -> None:
        """Runs Plumbline before the reader's eyes and checks its exit code."""
        print(paint("36", f"$ plumbline {verb} --repo config.git {shlex.join(options)}".rstrip()), flush=True)
        ended = subprocess.run(self.command(verb, options), env=self.environment, timeout=COMMAND_SECONDS)
        check_equal(f"plumbline {verb} exits {expect}", expect, ended.returncode)

    def plumb(self, verb: str, *options: str, expect: int) -> str:
        """Runs Plumbline for what it writes to standard output."""
        ended = subprocess.run(
            self.command(verb, options),
            env=self.environment,
            timeout=COMMAND_SECONDS,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        keep(ended.stdout + ended.stderr, f"plumbline {verb}")
        if ended.returncode != expect:
            raise Failed(
                f"plumbline {verb} {shlex.join(options)}\n    expected: exit code {expect}\n"
                f"    seen:     exit code {ended.returncode}\n{ended.stdout}{ended.stderr}"
            )
        return ended.stdout

    def plan(self, expect: int) -> dict:
        return json.loads(self.plumb("plan", "--detailed-exitcode", "--output", "json", expect=expect))

    def git(self, *arguments) -> str:
        command = ["git", *map(str, arguments)]
        ended = subprocess.run(command, env=self.environment, capture_output=True, text=True)
        if ended.returncode != 0:
            raise Failed(f"{shlex.join(command)}\n{ended.stdout}{ended.stderr}")
        return ended.stdout

    def commit(self, subject: str) -> None:
        self.git("-C", self.work, "add", "--all")
        self.git("-C", self.work, "commit", "--quiet", "--message", subject)
        self.git("-C", self.work, "push", "--quiet", "origin", "main")

    def status_head(self) -> str:
        return self.git("-C", self.bare, "rev-parse", "refs/heads/plumbline/status").strip()

    def aws(self, service: str, region: str = REGION):
        return boto3.client(
            service,
            region_name=region,
            endpoint_url=self.endpoint,
            aws_access_key_id=self.environment["AWS_ACCESS_KEY_ID"],
            aws_secret_access_key=self.environment["AWS_SECRET_ACCESS_KEY"],
        )

    def client(self, service: str, arn: str):
        """A client in the region of this thing: an ARN, or `region/id`."""
        return self.aws(service, arn.split(":")[3] if arn.startswith("arn:") else arn.split("/")[0])

    def services(self) -> list[dict]:
        found = []
        for region in self.regions:
            ecs = self.aws("ecs", region)
            for cluster in ecs.list_clusters()["clusterArns"]:
                arns = ecs.list_services(cluster=cluster)["serviceArns"]
                for start in range(0, len(arns), 10):
                    answer = ecs.describe_services(cluster=cluster, services=arns[start : start + 10])
                    found += [service for service in answer["services"] if service["status"] == "ACTIVE"]
        return sorted(found, key=lambda service: service["serviceName"])

    def counts(self) -> dict:
        with urllib.request.urlopen(f"{self.endpoint}/plumbline/counts") as answer:
            return json.load(answer)

    def reset_requests(self) -> None:
        urllib.request.urlopen(f"{self.endpoint}/plumbline/requests/reset", data=b"{}").close()

    def stop(self) -> None:
        if self.bare.exists():
            keep(self.git("-C", self.bare, "log", "--patch", "--glob=refs/heads/plumbline"), "status branch")
        for peer in self.peers:
            peer.stdin.close()
            try:
                peer.wait(timeout=10)
            except subprocess.TimeoutExpired:
                peer.kill()
                peer.wait()

    def edit_tag(self, new: str) -> tuple[str, str]:
        """Gives the image of one node another tag. A node's own file first, one that it shares otherwise."""
        files = [file for ending in ("*.yaml", "*.yml") for file in sorted(self.work.rglob(ending))]
        # Of several documents in a file only a node's; `tag:` on a line of its own or within braces, not in a comment.
        tag = re.compile(r"^([^#\n]*?\btag:\s*)([\"']?)(\w[\w.-]*)\2", re.MULTILINE)
        for wanted in (r"^kind:\s*Node\b", r""):
            for file in files:
                documents = re.split(r"(?m)(^---.*\n)", file.read_text())
                for number, document in enumerate(documents):
                    found = tag.search(document)
                    if found and re.search(wanted, document, re.MULTILINE):
                        documents[number] = tag.sub(rf'\1"{new}"', document, count=1)
                        file.write_text("".join(documents))
                        return str(file.relative_to(self.work)), found[3]
        raise Failed("No manifest names an image tag\n    expected: a `tag:` in the spec of a Node\n    seen:     none")

    def break_target_group(self) -> tuple[str, str]:
        """Changes a health check path. Returns the target group and the path it had."""
        groups = [
            group
            for region in self.regions
            for group in self.aws("elbv2", region).describe_target_groups()["TargetGroups"]
        ]
        check("there is a target group to break", bool(groups), "one or more", groups)
        group = min(groups, key=lambda group: group["TargetGroupName"])
        arn = group["TargetGroupArn"]
        self.client("elbv2", arn).modify_target_group(TargetGroupArn=arn, HealthCheckPath=WRONG_PATH)
        path = group["HealthCheckPath"]
        print(f"  target group {group['TargetGroupName']}: health check path {path} becomes {WRONG_PATH}")
        return arn, path

    def images(self, service: dict) -> list[str]:
        ecs = self.client("ecs", service["serviceArn"])
        definition = ecs.describe_task_definition(taskDefinition=service["taskDefinition"])["taskDefinition"]
        return [container["image"] for container in definition["containerDefinitions"]]

    def firewall(self, identifier: str) -> dict:
        ec2 = self.client("ec2", identifier)
        return ec2.describe_security_groups(GroupIds=[identifier.split("/")[1]])["SecurityGroups"][0]

    def address(self, service: str, identifier: str) -> str:
        """Which of Plumbline's resources this is, by its tag."""
        if service == "elbv2":
            answer = self.client(service, identifier).describe_tags(ResourceArns=[identifier])
            tags = answer["TagDescriptions"][0]["Tags"]
        else:
            tags = self.firewall(identifier)["Tags"]
        return next((tag["Value"] for tag in tags if tag["Key"] == "plumbline:address"), f"{identifier} (untagged)")
