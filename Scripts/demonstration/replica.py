"""A running `plumbline serve`, and what it says."""

import json
import queue
import signal
import subprocess
import threading
import time
import urllib.error
import urllib.request

from .stage import Failed, keep

WAIT_SECONDS = 120


class Replica:
    def __init__(self, name: str, command: list, environment: dict):
        self.name = name
        self.lines: queue.Queue = queue.Queue()
        self.said: list[str] = []
        self.process = subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, text=True)
        threading.Thread(target=self.listen, daemon=True).start()
        self.port = int(self.next(message="listening", port="")["port"])
        self.url = f"http://127.0.0.1:{self.port}"

    def listen(self) -> None:
        for line in self.process.stderr:
            keep(line, self.name)
            self.lines.put(line)
        self.lines.put(None)

    def next(self, seconds: float = WAIT_SECONDS, **wanted) -> dict:
        """The next line of its log whose keys hold these texts."""
        deadline = time.monotonic() + seconds
        while True:
            try:
                line = self.lines.get(timeout=max(0, deadline - time.monotonic()))
            except queue.Empty:
                line = None
            if line is None:
                tail = "".join(self.said[-12:])
                raise Failed(f"Replica {self.name} says\n    expected: {wanted} within {seconds:.0f} s\n    seen:\n{tail}")
            self.said.append(line)
            told = json.loads(line) if line.startswith("{") else {}
            if all(key in told and text in str(told[key]) for key, text in wanted.items()):
                return told

    def wait_until_ready(self) -> None:
        """Asks as an orchestrator's readiness probe does, until everything was looked at once."""
        deadline = time.monotonic() + WAIT_SECONDS
        while self.get("/readyz")[0] != 200:
            if time.monotonic() > deadline:
                raise Failed(f"Replica {self.name} is ready\n    expected: within {WAIT_SECONDS} s\n    seen:     not yet")
            time.sleep(0.2)

    def get(self, path: str, token: str | None = None) -> tuple[int, str]:
        request = urllib.request.Request(self.url + path)
        if token is not None:
            request.add_header("Authorization", f"Bearer {token}")
        return self.ask(request)

    def post(self, path: str, body: bytes, headers: dict) -> tuple[int, str]:
        return self.ask(urllib.request.Request(self.url + path, data=body, headers=headers))

    @staticmethod
    def ask(request) -> tuple[int, str]:
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                status, text = answer.status, answer.read().decode()
        except urllib.error.HTTPError as refusal:
            status, text = refusal.code, refusal.read().decode()
        keep(text, request.full_url)
        return status, text

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Sends it a signal and waits for its end. Returns its exit code, or minus the signal that ended it."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        try:
            return self.process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()
