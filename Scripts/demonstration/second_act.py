"""The second act: `plumbline serve` does the same all day, and another replica goes on where one dies."""

import hashlib
import hmac
import json
import signal
import subprocess
import sys
import time
import uuid

from .browser import Browser
from .replica import Replica
from .stage import REGION, ROOT, Stage, check, check_equal, paint

NEW_TAG = "demo-3"
SCREENSHOTS = ROOT / ".build" / "demo"
TAKEOVER_SECONDS = 30

# Looks for drift every few seconds instead of every ten minutes, so that nobody has to wait; git is looked at when a
# webhook comes, or after an hour.
CONFIGURATION = """
repository: {{ url: "{git}" }}
replica: {name}
poll: 1h
drift: {{ every: 5s, jitter: 20% }}
cache: "{cache}"
log: {{ format: json }}
server:
  listen: "127.0.0.1:0"
  tokens:
    - {{ name: ada, token: {{ env: ADAS_TOKEN }}, rights: [read, act] }}
webhooks:
  github: {{ secret: {{ env: WEBHOOK_SECRET }} }}
leases: {{ table: plumbline-leases, region: {region}, duration: 5s }}
"""


class SecondAct(Stage):
    def second_act(self) -> None:
        self.replicas: dict[str, Replica] = {}
        self.browser: Browser | None = None
        self.secrets = {name: f"hunter2-{uuid.uuid4().hex}" for name in ("ADAS_TOKEN", "WEBHOOK_SECRET")}
        self.serve_git()
        self.start_controller()
        self.merge_and_watch()
        self.repair_on_schedule()
        self.take_over()
        self.stop_gracefully()

    def serve_git(self) -> None:
        self.step("Act two. The config repository moves behind a git server (git http-backend)")
        peer = ROOT / "Tests" / "GitRepositoryTests" / "Peers" / "peer.py"
        command = [sys.executable, str(peer), "http", str(self.folder), str(self.folder / "git.log")]
        server = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.peers.append(server)
        self.remote = f"http://127.0.0.1:{int(server.stdout.readline())}/{self.bare.name}"
        self.git("-C", self.work, "remote", "set-url", "origin", self.remote)
        refs = self.git("-C", self.work, "ls-remote", "--heads", "origin")
        check(f"{self.remote} answers", "refs/heads/main" in refs, "refs/heads/main", refs)

    def start_controller(self) -> None:
        self.step("Start plumbline serve, with leases in a DynamoDB table that it makes itself")
        made = subprocess.run(
            [*self.serve_command("first"), "--create-lease-table"], env=self.environment | self.secrets,
            capture_output=True, text=True)
        check_equal("plumbline serve --create-lease-table exits 0", 0, made.returncode)
        first = self.start_replica("first")
        first.wait_until_ready()
        check("GET /readyz answers 200 after the first look at everything", True)
        check_equal("nobody sees anything without a token", 401, first.get("/api/v1/environments")[0])
        token = self.secrets["ADAS_TOKEN"]
        status, text = first.get("/api/v1/environments", token)
        names = [environment["name"] for environment in json.loads(text)["environments"]] if status == 200 else text
        check("with one, the API lists the environments", "dev" in names and "test" in names, "dev and test", names)
        self.browser = Browser(self.folder / "browser")
        self.browser.sign_in(f"{first.url}/", token)
        self.browser.until("document.querySelectorAll('[data-environment] .badge.good').length >= 3", 60)
        self.picture("overview", "a browser that signed in sees all of them Ready")

    def merge_and_watch(self) -> None:
        self.step(f"A team merges {NEW_TAG}: pushed over HTTP, told by a signed webhook, watched on the page")
        first = self.replicas["first"]
        self.browser.open(f"{first.url}/environments/dev")
        self.browser.until("document.getElementById('live').textContent === 'Live'", 30)
        self.edit_tag(NEW_TAG)
        self.commit(f"Deploy {NEW_TAG}")
        commit = self.git("-C", self.work, "rev-parse", "HEAD").strip()
        check_equal("a webhook with a wrong signature is refused", 401, self.webhook(first, commit, "not the secret"))
        began = time.monotonic()
        check_equal("the signed one is accepted", 202, self.webhook(first, commit, self.secrets["WEBHOOK_SECRET"]))
        self.browser.until("document.querySelector('#state .badge').textContent.includes('Applying')", 60)
        self.picture("applying", "the page, without being loaded again, says Applying")
        applied = "[...document.querySelectorAll('#state dt')].find((term) => term.textContent === 'Applied')"
        self.browser.until(
            f"{applied}.nextElementSibling.textContent.includes('{commit[:7]}')"
            " && document.querySelector('#state .badge').textContent.includes('Ready')", 120)
        self.picture("converged", f"and then Ready, with {commit[:7]} applied ({time.monotonic() - began:.1f} s)")
        images = [image for service in self.services() for image in self.images(service)]
        check(f"boto3 sees {NEW_TAG} run", any(image.endswith(f":{NEW_TAG}") for image in images), NEW_TAG, images)
        subject = self.git("-C", self.bare, "log", "-1", "--format=%s", "plumbline/status").strip()
        check("the status branch tells it", f"main@{commit[:7]}" in subject, f"… main@{commit[:7]} …", subject)

    def repair_on_schedule(self) -> None:
        self.step("Someone changes AWS again, and nobody asks for a repair")
        self.break_and_wait(self.replicas["first"])

    def break_and_wait(self, replica: Replica) -> None:
        group, path = self.break_target_group()
        address = self.address("elbv2", group)
        began = time.monotonic()
        replica.next(reason="DriftFound", message=address)
        replica.next(reason="ChangeSucceeded", address=address)
        print(f"  ({time.monotonic() - began:.1f} s)")
        groups = self.client("elbv2", group).describe_target_groups(TargetGroupArns=[group])["TargetGroups"]
        check_equal(f"the next scheduled look of replica {replica.name} put {path} back", path, groups[0]["HealthCheckPath"])

    def take_over(self) -> None:
        self.step("A second replica starts, and the first one is killed")
        first, second = self.replicas["first"], self.start_replica("second")
        second.wait_until_ready()
        dead = first.stop(signal.SIGKILL)
        began = time.monotonic()
        check_equal("replica first is dead, without a chance to say so", -signal.SIGKILL, dead)
        # Still signed in: the session's cookie is good for every replica.
        self.browser.open(f"{second.url}/")
        held = (
            "(cells => cells.length >= 3 && cells.every((cell) => cell.textContent.includes('second')))("
            "[...document.querySelectorAll('[data-label=\"Held by\"]')])"
        )
        self.browser.until(held, TAKEOVER_SECONDS)
        self.picture(
            "takeover", f"replica second holds everything ({time.monotonic() - began:.1f} s after the death of first)")
        self.break_and_wait(second)

    def stop_gracefully(self) -> None:
        self.step("And it stops when it is asked to")
        second = self.replicas["second"]
        check_equal("after SIGTERM plumbline serve exits 0", 0, second.stop())
        said = "".join(line for replica in self.replicas.values() for line in replica.said)
        leaked = [name for name, secret in self.secrets.items() if secret in said]
        check_equal("neither token nor webhook secret is in a log", [], leaked)

    # Its parts

    def serve_command(self, name: str) -> list[str]:
        file = self.folder / f"{name}.yaml"
        # Each replica has a cache of its own, as on a host of its own.
        file.write_text(CONFIGURATION.format(
            git=self.remote, name=name, cache=self.folder / f"cache-{name}", region=REGION))
        return [str(self.plumbline), "serve", "--config", str(file)]

    def start_replica(self, name: str) -> Replica:
        print(paint("36", f"$ plumbline serve --config {name}.yaml"), flush=True)
        replica = Replica(name, self.serve_command(name), self.environment | self.secrets)
        self.replicas[name] = replica
        return replica

    def webhook(self, replica: Replica, commit: str, secret: str) -> int:
        """Tells of a push as GitHub does. Returns the answer's status."""
        body = json.dumps({"ref": "refs/heads/main", "after": commit}).encode()
        signature = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
        headers = {
            "Content-Type": "application/json",
            "X-GitHub-Event": "push",
            "X-GitHub-Delivery": str(uuid.uuid4()),
            "X-Hub-Signature-256": f"sha256={signature}",
        }
        return replica.post("/webhooks/github", body, headers)[0]

    def picture(self, name: str, claim: str) -> None:
        file = SCREENSHOTS / f"{name}.png"
        self.browser.screenshot(file)
        check(f"{claim} ({file.relative_to(ROOT)})", file.stat().st_size > 0, "a picture", "an empty file")

    def stop(self) -> None:
        for replica in getattr(self, "replicas", {}).values():
            replica.stop(signal.SIGKILL)
        if getattr(self, "browser", None) is not None:
            self.browser.stop()
        super().stop()
