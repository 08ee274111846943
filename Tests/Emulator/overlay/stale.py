"""Reads that do not show the newest writes, as of a service that is eventually consistent.

For some seconds after a write, reads of the service are answered from a copy of the emulator that was made before it: what
was made is not there yet, what was deleted still is, what was changed is as it was.
"""

import http.client
import time
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatchcase
from threading import Lock
from urllib.parse import urlsplit

from . import answers
from .forks import Copy, Forks
from .wire import Call, read_body

# Of the hop, not of the answer.
HOP = ("connection", "transfer-encoding", "content-length", "server", "date")


@dataclass
class Rule:
    service: str
    action: str
    seconds: float

    def matches(self, call: Call) -> bool:
        return fnmatchcase(call.service, self.service) and fnmatchcase(call.action, self.action)


@dataclass
class Former:
    """What was before a write."""

    made: float
    service: str
    copy: Copy
    # Reads that it is answering; it is not ended under them.
    readers: int = 0


class Stale:
    def __init__(self, forks: Forks):
        self.forks = forks
        self.clear()

    def clear(self) -> None:
        self.lock = Lock()
        self.rules: list[Rule] = []
        # The oldest first.
        self.formers: list[Former] = []

    def add(self, service: str, action: str, seconds: float) -> None:
        with self.lock:
            self.rules.append(Rule(service, action, seconds))

    def reset(self) -> None:
        """Shows everything as it is from now on. Reads that are under way are dropped."""
        with self.lock:
            self.rules = []
            self.end(self.formers)

    def before(self, call: Call) -> None:
        """Keeps what is, when a write comes whose effect is not to be seen at once."""
        with self.lock:
            if any(fnmatchcase(call.service, rule.service) for rule in self.rules):
                self.formers.append(Former(time.monotonic(), call.service, self.forks.copy()))

    @contextmanager
    def view(self, call: Call):
        """Gives the copy that answers a read now, and keeps it for so long; None for what is."""
        former = self.found(call)
        try:
            yield former and former.copy
        finally:
            if former is not None:
                with self.lock:
                    former.readers -= 1

    def found(self, call: Call) -> Former | None:
        with self.lock:
            now = time.monotonic()
            longest = max((rule.seconds for rule in self.rules), default=0)
            self.end([one for one in self.formers if one.made < now - longest and not one.readers])
            rule = next((rule for rule in self.rules if rule.matches(call)), None)
            if rule is None:
                return None
            for former in self.formers:
                if former.service == call.service and former.made >= now - rule.seconds:
                    former.readers += 1
                    return former
            return None

    def end(self, formers: list[Former]) -> None:
        for former in list(formers):
            self.formers.remove(former)
            self.forks.end(former.copy.pid)


def passed_on(environ, start_response, copy: Copy):
    """The copy's answer."""
    address = urlsplit(copy.endpoint)
    connection = http.client.HTTPConnection(address.hostname, address.port, timeout=30)
    headers = {
        name[5:].replace("_", "-").title(): value for name, value in environ.items() if name.startswith("HTTP_")
    }
    if environ.get("CONTENT_TYPE"):
        headers["Content-Type"] = environ["CONTENT_TYPE"]
    target = environ["PATH_INFO"] + (f"?{environ['QUERY_STRING']}" if environ.get("QUERY_STRING") else "")
    try:
        connection.request(environ["REQUEST_METHOD"], target, read_body(environ), headers)
        answer = connection.getresponse()
        body = answer.read()
    except (OSError, http.client.HTTPException) as problem:
        # The reset has ended the copy.
        answers.close(environ)
        raise ConnectionAbortedError("stale") from problem
    finally:
        connection.close()
    kept = [(name, value) for name, value in answer.getheaders() if name.lower() not in HOP]
    start_response(f"{answer.status} {answer.reason}", answers.sized(kept, body))
    return [body]
