"""An emulated AWS, a git server with a config repository, and `plumbline serve` between them, all on loopback."""

import hashlib
import hmac
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid
from pathlib import Path

import boto3
import yaml

from .manifests import REGION
from .processes import Usage, usage

ROOT = Path(__file__).resolve().parent.parent.parent
# AWS's own examples.
KEY_ID, KEY = "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
WEBHOOK_SECRET, TOKEN = "bench-webhook", "bench-token"


class Trouble(Exception):
    """Why a measure could not be made."""


class World:
    def __init__(self, folder: Path, plumbline: Path):
        self.folder, self.plumbline = folder, plumbline
        self.bare, self.work, self.log = folder / "git/config.git", folder / "work", folder / "serve.log"
        self.git_log = folder / "git.log"
        self.started: list[subprocess.Popen] = []
        self.controller: subprocess.Popen | None = None

    def __enter__(self) -> "World":
        listening = self.start("Tests/Emulator/emulator.py").stdout.readline()
        self.endpoint = json.loads(listening)["endpoint"]
        self.door("settings", {"rolloutPolls": 0})
        self.git_log.touch()
        for arguments in (["--bare", self.bare], [self.work]):
            self.git("init", "--quiet", "--initial-branch=main", *arguments)
        server = self.start("Tests/GitRepositoryTests/Peers/peer.py", "http", self.bare.parent, self.git_log)
        self.git_url = f"http://127.0.0.1:{int(server.stdout.readline())}/config.git"
        return self

    def __exit__(self, *_) -> None:
        if self.controller is not None:
            self.controller.stdin.close()
            self.controller.send_signal(signal.SIGTERM)
            try:
                self.controller.wait(timeout=60)
            except subprocess.TimeoutExpired:
                self.controller.kill()
                self.controller.wait()
        for process in self.started:
            process.stdin.close()
            process.wait(timeout=30)

    def start(self, script: str, *arguments) -> subprocess.Popen:
        """A peer of the tests, which ends when its standard input does."""
        command = [sys.executable, ROOT / script, *map(str, arguments)]
        process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.started.append(process)
        return process

    # Git

    def git(self, *arguments) -> str:
        names = {"NAME": "Ada", "EMAIL": "ada@example.com"}
        person = {f"GIT_{role}_{key}": name for role in ("AUTHOR", "COMMITTER") for key, name in names.items()}
        plain = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null"}
        done = subprocess.run(
            ["git", *map(str, arguments)], env=os.environ | person | plain, capture_output=True, text=True)
        if done.returncode != 0:
            raise Trouble(f"git {' '.join(map(str, arguments))}: {done.stderr}")
        return done.stdout

    def merge(self, files: dict[str, str], subject: str) -> str:
        """Commits files to main. Past the git server, whose log is for what the controller asks. Returns the commit."""
        for name, text in files.items():
            (self.work / name).write_text(text)
        self.git("-C", self.work, "add", "--all")
        self.git("-C", self.work, "commit", "--quiet", "--message", subject)
        self.git("-C", self.work, "push", "--quiet", self.bare, "main")
        return self.git("-C", self.work, "rev-parse", "HEAD").strip()

    def status_commits(self) -> int:
        branch = "refs/heads/plumbline/status"
        if not self.git("-C", self.bare, "for-each-ref", branch):
            return 0
        return int(self.git("-C", self.bare, "rev-list", "--count", branch))

    def git_requests(self, service: str = "git-upload-pack") -> int:
        """How often the controller listed the refs."""
        return sum(line.endswith(f"info/refs?service={service}") for line in self.git_log.read_text().splitlines())

    # AWS

    def door(self, name: str, body: dict | None = None):
        data = None if body is None else json.dumps(body).encode()
        with urllib.request.urlopen(f"{self.endpoint}/plumbline/{name}", data=data) as answer:
            return json.load(answer)

    def aws(self, service: str):
        """A client of boto3, for somebody who changes AWS by hand."""
        return boto3.client(
            service, endpoint_url=self.endpoint, region_name=REGION, aws_access_key_id=KEY_ID,
            aws_secret_access_key=KEY)

    # The controller

    def serve(self, **settings) -> None:
        """Starts the controller."""
        self.run([self.plumbline, "serve", "--config"], [], settings)

    def serve_by_hand(self, hours: int, **settings) -> None:
        """Starts the controller on a clock that moves only while it is idle, and stands at the end of each hour."""
        self.run([self.plumbline.with_name("day-benchmark")], [str(hours)], settings)

    def next_hour(self) -> int:
        """Waits for the end of an hour, and returns the hour's number."""
        line = self.controller.stdout.readline()
        if not line:
            raise Trouble(f"the controller ended with exit code {self.controller.wait(timeout=60)}")
        return int(line)

    def go_on(self) -> None:
        """Begins the next hour."""
        self.controller.stdin.write("\n")
        self.controller.stdin.flush()

    def run(self, command: list, arguments: list[str], settings: dict) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        configuration = {
            "repository": {"url": self.git_url},
            "server": {
                "listen": f"127.0.0.1:{self.port}",
                "tokens": [{"name": "bench", "token": {"env": "BENCH_TOKEN"}, "rights": ["read"]}],
            },
            "webhooks": {"github": {"secret": {"env": "BENCH_WEBHOOK"}}},
            "log": {"format": "json"},
        }
        file = self.folder / "plumbline.yaml"
        file.write_text(yaml.safe_dump(configuration | settings))
        mine = ("AWS_", "GIT_", "PLUMBLINE_")
        environment = {name: value for name, value in os.environ.items() if not name.startswith(mine)} | {
            "HOME": str(self.folder),
            "BENCH_TOKEN": TOKEN,
            "BENCH_WEBHOOK": WEBHOOK_SECRET,
            "AWS_ENDPOINT_URL": self.endpoint,
            "AWS_REGION": REGION,
            "AWS_ACCESS_KEY_ID": KEY_ID,
            "AWS_SECRET_ACCESS_KEY": KEY,
            "AWS_EC2_METADATA_DISABLED": "true",
        }
        with self.log.open("w") as log:
            self.controller = subprocess.Popen(
                [*command, file, *arguments], env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=log, text=True)

    def usage(self) -> Usage:
        if self.controller.poll() is not None:
            raise Trouble(f"plumbline serve ended with exit code {self.controller.returncode}")
        return usage(self.controller.pid)

    def answers(self, path: str) -> int:
        """The status of an answer; 0 where nobody answers."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=5) as answer:
                return answer.status
        except urllib.error.HTTPError as refusal:
            return refusal.code
        except OSError:
            return 0

    def until(self, what: str, holds, seconds: float, every: float = 0.1) -> None:
        deadline = time.monotonic() + seconds
        while not holds():
            self.usage()
            if time.monotonic() > deadline:
                raise Trouble(f"{what} did not come within {seconds:.0f} s")
            time.sleep(every)

    def until_converged(self, environments: int, revision: str, seconds: float) -> None:
        """Waits until the status branch says of so many environments that AWS agrees with a commit."""

        def holds() -> bool:
            branch = "refs/heads/plumbline/status"
            # The first commit only says which controller works.
            if not self.git("-C", self.bare, "for-each-ref", branch) or not self.git(
                "-C", self.bare, "ls-tree", branch, "README.md"
            ):
                return False
            readme = self.git("-C", self.bare, "show", f"{branch}:README.md")
            rows = [line for line in readme.splitlines() if revision[:7] in line and " converged " in line]
            return len(rows) >= environments

        self.until("agreement", holds, seconds, every=0.5)

    def webhook(self, connection: http.client.HTTPConnection, commit: str) -> int:
        """Sends a push as GitHub does, signed and with a delivery id of its own. Returns the answer's status."""
        delivery = str(uuid.uuid4())
        # No two have the same body: the second would be taken for a replay of the first.
        push = {"ref": "refs/heads/main", "after": commit, "compare": delivery}
        body = json.dumps(push).encode()
        signature = hmac.new(WEBHOOK_SECRET.encode(), body, hashlib.sha256).hexdigest()
        headers = {
            "Content-Type": "application/json",
            "X-GitHub-Event": "push",
            "X-GitHub-Delivery": delivery,
            "X-Hub-Signature-256": f"sha256={signature}",
        }
        connection.request("POST", "/webhooks/github", body, headers)
        answer = connection.getresponse()
        answer.read()
        return answer.status

    def connection(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)

    def log_tail(self) -> str:
        return "\n".join(self.log.read_text().splitlines()[-15:]) if self.log.exists() else ""
