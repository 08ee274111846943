"""Reads that do not show the newest writes, as of a service that is eventually consistent.

For some seconds after a write, reads of the service are answered from a copy of the emulator that was made before it: what
was made is not there yet, what was deleted still is, what was changed is as it was.
"""

import http.client
import time
from dataclasses import dataclass
from fnmatch import fnmatchcase
from threading import Lock
from urllib.parse import urlsplit

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


class Stale:
    def __init__(self, forks: Forks):
        self.forks = forks
        self.clear()

    def clear(self) -> None:
        self.lock = Lock()
        self.rules: list[Rule] = []
        # What was before each write that is not shown yet, the oldest first.
        self.copies: list[tuple[float, str, Copy]] = []

    def add(self, service: str, action: str, seconds: float) -> None:
        with self.lock:
            self.rules.append(Rule(service, action, seconds))

    def reset(self) -> None:
        """Shows everything as it is from now on."""
        with self.lock:
            for _, _, copy in self.copies:
                self.forks.end(copy.pid)
            self.rules, self.copies = [], []

    def before(self, call: Call) -> None:
        """Keeps what is, when a write comes whose effect is not to be seen at once."""
        with self.lock:
            if any(fnmatchcase(call.service, rule.service) for rule in self.rules):
                self.copies.append((time.monotonic(), call.service, self.forks.copy()))

    def view(self, call: Call) -> Copy | None:
        """The copy that answers a read now; None for what is."""
        with self.lock:
            now = time.monotonic()
            longest = max((rule.seconds for rule in self.rules), default=0)
            while self.copies and self.copies[0][0] < now - longest:
                self.forks.end(self.copies.pop(0)[2].pid)
            rule = next((rule for rule in self.rules if rule.matches(call)), None)
            if rule is None:
                return None
            return next(
                (copy for made, service, copy in self.copies if service == call.service and made >= now - rule.seconds),
                None,
            )


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
    finally:
        connection.close()
    kept = [(name, value) for name, value in answer.getheaders() if name.lower() not in HOP]
    start_response(f"{answer.status} {answer.reason}", [*kept, ("Content-Length", str(len(body)))])
    return [body]
