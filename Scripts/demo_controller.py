"""The demo's second act: a controller that runs all day, and a second one that takes over from it.

A commit is pushed through a git server over HTTP and told by a signed webhook; a browser watches AWS converge. Somebody
changes AWS, and the schedule repairs it. A second replica joins, the first is killed, and the second goes on.
"""

import hashlib
import hmac
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

from demo_browser import Browser
from demo_claims import Failed, check, check_equal

ROOT = Path(__file__).resolve().parent.parent
TOKEN, SECRET, GIT_TOKEN = "demo-oncall-token", "demo-webhook-secret", "demo-git-token"
TAG = "demo-3"
LEASE_SECONDS = 6
PICTURES = ROOT / ".build" / "screenshots"


class Replica:
    """One `plumbline serve`."""

    def __init__(self, name: str, demo, configuration: Path, **settings: str):
        self.name = name
        self.lines: list[str] = []
        self.changed = threading.Condition()
        environment = demo.environment | settings | {
            "PLUMBLINE_REPLICA": name,
            "PLUMBLINE_CACHE": str(demo.folder / f"cache-{name}"),
            "DEMO_TOKEN": TOKEN,
            "DEMO_SECRET": SECRET,
            "DEMO_GIT_TOKEN": GIT_TOKEN,
        }
        self.process = subprocess.Popen(
            [str(demo.plumbline), "serve", "--config", str(configuration)],
            env=environment,
            stderr=subprocess.PIPE,
            text=True,
        )
        threading.Thread(target=self.listen, daemon=True).start()
        port = json.loads(self.line('"message":"listening"'))["port"]
        self.url = f"http://127.0.0.1:{port}"

    def listen(self) -> None:
        for line in self.process.stderr:
            with self.changed:
                self.lines.append(line)
                self.changed.notify_all()

    def line(self, *texts: str, seconds: int = 60) -> str:
        """The first line of the log that holds all of these texts, now or soon."""
        deadline = time.monotonic() + seconds
        with self.changed:
            while True:
                found = next((line for line in self.lines if all(text in line for text in texts)), None)
                if found:
                    return found
                if not self.changed.wait(deadline - time.monotonic()) and time.monotonic() >= deadline:
                    said = "".join(self.lines[-20:])
                    raise Failed(f"{self.name} says so\n    expected: {' '.join(texts)}\n    seen:     {said}")

    def ask(self, path: str, body: bytes | None = None, **headers: str) -> tuple[int, str]:
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        request = urllib.request.Request(f"{self.url}/{path}", data=body, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refusal:
            return refusal.code, refusal.read().decode()

    def environments(self) -> dict[str, dict]:
        status, text = self.ask("api/v1/environments", Authorization=f"Bearer {TOKEN}")
        check_equal(f"the API of {self.name} answers", 200, status)
        return {environment["name"]: environment for environment in json.loads(text)["environments"]}

    def end(self, number: int) -> int:
        self.process.send_signal(number)
        return self.process.wait(timeout=60)


class SecondAct:
    def __init__(self, demo):
        self.demo = demo
        self.git_server: subprocess.Popen | None = None
        self.browser: Browser | None = None
        self.replicas: list[Replica] = []

    def __enter__(self):
        return self

    def __exit__(self, *_) -> None:
        for replica in self.replicas:
            if replica.process.poll() is None:
                replica.process.kill()
                replica.process.wait()
        if self.browser:
            self.browser.close()
        if self.git_server:
            self.git_server.stdin.close()
            self.git_server.wait(timeout=10)

    def run(self) -> None:
        self.serve_git()
        self.start()
        self.merge()
        self.repair()
        self.take_over()

    def serve_git(self) -> None:
        self.demo.step("The second act: the config repository on a git server, over HTTP")
        peer = ROOT / "Tests" / "GitRepositoryTests" / "Peers" / "peer.py"
        credential = f"x-access-token:{GIT_TOKEN}"
        command = [sys.executable, str(peer), "http", str(self.demo.folder), str(self.demo.folder / "git.log")]
        self.git_server = subprocess.Popen(
            [*command, "--credential", credential], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.git_url = f"http://127.0.0.1:{int(self.git_server.stdout.readline())}/config.git"
        remote = self.git_url.replace("://", f"://{credential}@")
        self.demo.git("-C", self.demo.work, "remote", "set-url", "origin", remote)
        head = self.demo.git("-C", self.demo.work, "ls-remote", "origin", "refs/heads/main").split()[0]
        local = self.demo.git("-C", self.demo.work, "rev-parse", "HEAD").strip()
        check_equal(f"{self.git_url} has what was committed last", local, head)

    def start(self) -> None:
        self.demo.step("plumbline serve: the controller starts")
        self.configuration = self.demo.folder / "plumbline.yaml"
        self.configuration.write_text(
            f"""repository: {{ url: "{self.git_url}", token: {{ env: DEMO_GIT_TOKEN }} }}
poll: 1s
drift: {{ every: 5s }}
leases: {{ table: plumbline-leases, region: {self.demo.environment["AWS_REGION"]}, duration: {LEASE_SECONDS}s }}
log: {{ format: json }}
webhooks: {{ github: {{ secret: {{ env: DEMO_SECRET }} }} }}
server:
  listen: "127.0.0.1:0"
  tokens: [{{ name: oncall, token: {{ env: DEMO_TOKEN }}, rights: [read, act] }}]
"""
        )
        print(self.configuration.read_text().rstrip())
        command = [str(self.demo.plumbline), "serve", "--config", str(self.configuration), "--create-lease-table"]
        secrets = {"DEMO_TOKEN": TOKEN, "DEMO_SECRET": SECRET, "DEMO_GIT_TOKEN": GIT_TOKEN}
        made = subprocess.run(command, env=self.demo.environment | secrets, capture_output=True, text=True)
        check_equal(f"serve --create-lease-table: {made.stdout.strip()}", 0, made.returncode)
        # It looks at git by itself once an hour: only the webhook can be why it is quick.
        self.first = Replica("first", self.demo, self.configuration, PLUMBLINE_POLL="1h")
        self.replicas.append(self.first)
        self.first.line('"reason":"Converged"')
        deadline = time.monotonic() + 60
        while (status := self.first.ask("readyz")[0]) != 200 and time.monotonic() < deadline:
            time.sleep(0.2)
        check_equal("it is ready, and everything agrees already", 200, status)

    def merge(self) -> None:
        self.demo.step(f"A team merges the image tag {TAG}, and the forge tells it by a signed webhook")
        path, former = self.demo.edit_tag(TAG)
        manifest = (self.demo.work / path).read_text()
        self.environment = re.search(r"environment:\s*([\w-]+)", manifest)[1]
        self.watch(self.first, self.environment)
        self.demo.commit(f"Deploy {TAG}")
        commit = self.demo.git("-C", self.demo.work, "rev-parse", "HEAD").strip()
        body = json.dumps({"ref": "refs/heads/main", "after": commit}).encode()
        wrong = {"X_GitHub_Event": "push", "X_Hub_Signature_256": "sha256=" + "0" * 64}
        check_equal("a webhook with a wrong signature is answered 401", 401, self.hook(body, wrong))
        mac = hmac.new(SECRET.encode(), body, hashlib.sha256).hexdigest()
        right = {"X_GitHub_Event": "push", "X_Hub_Signature_256": f"sha256={mac}"}
        began = time.monotonic()
        check_equal("one with the right signature is answered 202", 202, self.hook(body, right))
        self.first.line('"reason":"ChangeStarted"', commit[:7])
        print(f"  the first change began {time.monotonic() - began:.1f} s after the webhook")
        applied = "document.querySelector('#state .facts dd').innerText"
        ready = "document.querySelector('#state .badge').innerText.includes('Ready')"
        self.browser.until(f"{applied}.includes('{commit[:7]}') && {ready}")
        check(f"the page of {self.environment} says that {commit[:7]} is applied and all is ready", True)
        self.keep("demo-converged")
        images = [image for service in self.demo.services() for image in self.demo.images(service)]
        check(f"boto3 sees {TAG} (was {former})", any(image.endswith(f":{TAG}") for image in images), TAG, images)

    def hook(self, body: bytes, headers: dict[str, str]) -> int:
        return self.first.ask("webhooks/github", body, Content_Type="application/json", **headers)[0]

    def repair(self) -> None:
        self.demo.step("Someone changes AWS behind the controller's back, and the schedule repairs it")
        group, path = self.demo.break_target_group()
        address = self.demo.address("elbv2", group)
        self.watch(self.first, address.split("/")[0])
        self.browser.until("document.querySelector('#plan').innerText.includes('changed in AWS')")
        check(f"the page shows that {address} was changed in AWS", True)
        self.keep("demo-repaired")
        self.until_repaired(group, path)
        check(f"and boto3 sees the health check path {path} again, without anybody's doing", True)

    def until_repaired(self, group: str, path: str) -> None:
        deadline = time.monotonic() + 60
        while (seen := self.demo.health_check(group)) != path:
            if time.monotonic() > deadline:
                raise Failed(f"the schedule repairs it within a minute\n    expected: {path}\n    seen:     {seen}")
            time.sleep(0.2)

    def take_over(self) -> None:
        self.demo.step("A second replica joins, and the first is killed")
        second = Replica("second", self.demo, self.configuration)
        self.replicas.append(second)
        second.line('"reason":"LeaseGained"')
        shown = second.environments()
        holders = {name: environment["holder"] for name, environment in shown.items()}
        check("the two share the environments", set(holders.values()) == {"first", "second"}, "both", holders)
        lost = max(name for name, holder in holders.items() if holder == "first")
        self.watch(second, lost)
        self.browser.until("document.querySelector('#state').innerText.includes('first works on it')")
        check(f"the second's page shows {lost}, says that the first works on it, and what that one recorded", True)
        self.keep("demo-elsewhere")
        began = time.monotonic()
        check_equal("the first is killed", -signal.SIGKILL, self.first.end(signal.SIGKILL))
        self.browser.until("/second, taken/.test(document.querySelector('#state').innerText)", seconds=30)
        seconds = time.monotonic() - began
        check(f"{seconds:.0f} s later the page says that the second works on {lost}", seconds < 30, "30 s", seconds)
        self.keep("demo-taken-over")
        group, path = self.demo.break_target_group()
        self.until_repaired(group, path)
        check("and it repairs what is changed in AWS from now on", True)
        check_equal("asked to stop, it ends at a safe point", 0, second.end(signal.SIGTERM))

    def watch(self, replica: Replica, environment: str) -> None:
        """Opens an environment's page, and signs in where that is needed."""
        if self.browser is None:
            self.browser = Browser(self.demo.folder / "browser", PICTURES)
        self.browser.open(f"{replica.url}/environments/{environment}")
        if self.browser.evaluate("location.pathname") == "/login":
            form = f"document.querySelector('input[name=token]').value = '{TOKEN}'; document.forms[0].submit(); 1"
            self.browser.loading(lambda: self.browser.evaluate(form))
        self.browser.until("document.getElementById('live').innerText == 'Live'")

    def keep(self, name: str) -> None:
        print(f"  (picture: {os.path.relpath(self.browser.picture(name), ROOT)})", flush=True)
