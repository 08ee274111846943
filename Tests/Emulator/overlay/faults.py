"""Scripted misfortune: what a network and a cloud do to a client, one fault at a time.

A fault is a JSON object:

    service, action   which calls (shell patterns, default "*")
    region            only calls to these regions (a shell pattern, default "*")
    contains          only calls whose body, or path in a REST protocol, holds this text (default: any)
    mutating          only calls that are meant to change something (true), or only reads (false); default: both
    skip              how many of these calls are let through before the first that it hits (default 0)
    count             how many calls it hits, -1 for all that come (default 1)
    name              what the request log calls it (default: its kind)
    kind              error         `status`, `code`, `message` in the service's own protocol; no effect
                      drop-before   the connection closes with no answer; no effect
                      drop-after    the connection closes with no answer; the effect has happened
                      hang          silence for `seconds` (or until the faults are reset), then it closes; no effect
                      trickle       the true answer, byte by byte, over `seconds`
                      html          a page of HTML with `status` (default 500), as from a proxy; no effect
                      truncate      half of the true answer, then it closes; the effect has happened
                      pages         the true answer in pages of `size` items (pages.py)
                      pending       the true answer with final states taken back (pending.py)
                      fail-rollout  the true answer; the ECS deployment that the call starts will fail
                      stale         reads that match show no write of their service for `seconds` (stale.py); until the
                                    faults are reset, whatever `count` says
                      kill-before   SIGKILL to the process `pid` before the effect; the connection closes
                      kill-after    SIGKILL to the process `pid` after the effect; the connection closes
                      kill-answered SIGKILL to the process `pid` when it has read the answer

Faults are tried in the order given; the first that matches is the one that happens.
"""

import json
from dataclasses import dataclass
from fnmatch import fnmatchcase
from threading import Event, Lock

from . import answers, kills, pages, pending, stale
from .forks import Forks
from .rollouts import Rollouts
from .wire import Call


@dataclass
class Fault:
    kind: str
    name: str = ""
    service: str = "*"
    action: str = "*"
    region: str = "*"
    contains: str = ""
    mutating: bool | None = None
    skip: int = 0
    count: int = 1
    status: int = 0
    code: str = "InternalFailure"
    message: str = "The request processing has failed because of an unknown error."
    seconds: float = 60
    size: int = 1
    pid: int = 0

    def __post_init__(self):
        self.name = self.name or self.kind
        self.status = self.status or 500
        if self.size < 1:
            raise ValueError("a page has at least one item")
        if self.kind.startswith("kill-") and self.pid < 2:
            raise ValueError(f"{self.kind} needs the pid of the process to kill")

    def hits(self, call: Call) -> bool:
        return (
            self.count != 0
            and self.mutating in (None, call.mutating)
            and fnmatchcase(call.service, self.service)
            and fnmatchcase(call.action, self.action)
            and fnmatchcase(call.region, self.region)
            and (self.contains in call.body or self.contains in call.target)
        )


class Faults:
    """WSGI middleware that lets the faults it was given happen."""

    def __init__(self, app, forks: Forks, rollouts: Rollouts):
        self.app = app
        self.forks = forks
        self.rollouts = rollouts
        self.stale = stale.Stale(forks)
        self.kinds = {
            "error": self.error,
            "drop-before": lambda fault, environ, start: self.drop(fault, environ),
            "drop-after": self.drop_after,
            "hang": self.hang,
            "trickle": self.trickle,
            "html": lambda fault, environ, start: answers.html(fault.status, start),
            "truncate": self.truncate,
            "pages": lambda fault, environ, start: pages.page(
                self.effect, environ, start, environ["plumbline.call"], fault.size
            ),
            "pending": self.pending,
            "fail-rollout": self.fail_rollout,
            "stale": None,
            "kill-before": self.kill_before,
            "kill-after": self.kill_after,
            "kill-answered": self.kill_answered,
        }
        self.clear()

    def clear(self) -> None:
        """No fault: what a new process starts with."""
        self.lock = Lock()
        self.faults: list[Fault] = []
        self.over = Event()
        self.stale.clear()

    # What the doors do

    def inject(self, description: dict) -> None:
        """Adds a fault. Raises TypeError or ValueError when the description is not one."""
        fault = Fault(**description)
        if fault.kind not in self.kinds:
            raise ValueError(f"unknown fault kind {fault.kind!r}: use one of {', '.join(self.kinds)}")
        if fault.kind == "stale":
            return self.stale.add(fault.service, fault.action, fault.seconds)
        with self.lock:
            self.faults.append(fault)

    def waiting(self) -> list[dict]:
        """The faults that have hits left, with what is left of their count."""
        with self.lock:
            return [dict(vars(fault)) for fault in self.faults if fault.count != 0]

    def reset(self) -> None:
        """Forgets every fault and lets go of the requests that hang."""
        with self.lock:
            self.faults.clear()
            self.over.set()
            self.over = Event()
        self.stale.reset()

    # What happens to a call

    def take(self, call: Call) -> Fault | None:
        """The fault that happens now. The others that match let this call through, and count it."""
        with self.lock:
            chosen = None
            for fault in self.faults:
                if not fault.hits(call):
                    continue
                if fault.skip:
                    fault.skip -= 1
                elif chosen is None:
                    chosen = fault
            if chosen and chosen.count > 0:
                chosen.count -= 1
            return chosen

    def __call__(self, environ, start_response):
        fault = self.take(environ["plumbline.call"])
        if fault is None:
            return self.effect(environ, start_response)
        environ["plumbline.entry"]["fault"] = fault.name
        return self.kinds[fault.kind](fault, environ, start_response)

    def effect(self, environ, start_response):
        """AWS's own answer, complete before the first of it leaves."""
        call = environ["plumbline.call"]
        if call.mutating:
            self.stale.before(call)
        else:
            with self.stale.view(call) as copy:
                if copy is not None:
                    return stale.passed_on(environ, start_response, copy)
        with self.forks.gate.shared():
            status, headers, body = answers.whole(self.app, environ)
        start_response(status, answers.sized(headers, body))
        return [body]

    def error(self, fault: Fault, environ, start_response):
        call = environ["plumbline.call"]
        return answers.error(call, fault.status, fault.code, fault.message, start_response)

    def drop(self, fault: Fault, environ):
        answers.close(environ)
        raise ConnectionAbortedError(fault.kind)

    def drop_after(self, fault: Fault, environ, start_response):
        answers.whole(self.effect, environ)
        self.drop(fault, environ)

    def hang(self, fault: Fault, environ, start_response):
        self.over.wait(fault.seconds)
        self.drop(fault, environ)

    def trickle(self, fault: Fault, environ, start_response):
        status, headers, body = answers.whole(self.effect, environ)
        start_response(status, answers.sized(headers, body))
        over = self.over
        for place in range(len(body)):
            # Until the reset, which lets the rest come at once.
            over.wait(fault.seconds / len(body))
            yield body[place : place + 1]

    def truncate(self, fault: Fault, environ, start_response):
        status, headers, body = answers.whole(self.effect, environ)
        start_response(status, answers.sized(headers, body))
        yield body[: len(body) // 2]
        self.drop(fault, environ)

    def pending(self, fault: Fault, environ, start_response):
        status, headers, body = answers.whole(self.effect, environ)
        body = pending.still_on_the_way(environ["plumbline.call"], body)
        start_response(status, answers.sized(headers, body))
        return [body]

    def fail_rollout(self, fault: Fault, environ, start_response):
        status, headers, body = answers.whole(self.effect, environ)
        deployments = json.loads(body).get("service", {}).get("deployments", []) if status.startswith("200") else []
        if deployments:
            self.rollouts.doom(deployments[0]["id"])
        start_response(status, answers.sized(headers, body))
        return [body]

    def kill_before(self, fault: Fault, environ, start_response):
        kills.kill(fault.pid)
        self.drop(fault, environ)

    def kill_after(self, fault: Fault, environ, start_response):
        answers.whole(self.effect, environ)
        kills.kill(fault.pid)
        self.drop(fault, environ)

    def kill_answered(self, fault: Fault, environ, start_response):
        status, headers, body = answers.whole(self.effect, environ)
        start_response(status, answers.sized(headers, body))
        return kills.Answered(environ, fault.pid, body)
