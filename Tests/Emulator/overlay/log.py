"""Every AWS request that was made, in the order of arrival, and how often each."""

import time
from collections import Counter
from contextlib import contextmanager
from threading import Lock

from .wire import Call


class RequestLog:
    """WSGI middleware that writes down each request.

    An entry stands from the moment of arrival. Its status is filled in before the answer leaves, so
    whoever has an answer finds it in the log; it stays null when no answer was given.
    """

    def __init__(self, app):
        self.app = app
        self.clear()

    def clear(self) -> None:
        """No entry: what a new process starts with."""
        self.lock = Lock()
        self.entries: list[dict] = []
        self.under_way = 0
        self.busy_since = 0.0
        self.busy = 0.0

    def __call__(self, environ, start_response):
        entry = self.note(environ["plumbline.call"])
        environ["plumbline.entry"] = entry

        def start(status, headers, exc_info=None):
            entry["status"] = int(status.split(" ", 1)[0])
            return start_response(status, headers, exc_info)

        with self.answering():
            return self.app(environ, start)

    @contextmanager
    def answering(self):
        """Measures how long at least one request is being answered: what a client cannot but wait for."""
        with self.lock:
            if self.under_way == 0:
                self.busy_since = time.monotonic()
            self.under_way += 1
        try:
            yield
        finally:
            with self.lock:
                self.under_way -= 1
                if self.under_way == 0:
                    self.busy += time.monotonic() - self.busy_since

    def note(self, call: Call) -> dict:
        entry = {
            "service": call.service,
            "action": call.action,
            "region": call.region,
            "account": call.account,
            "key": call.key,
            "status": None,
            "mutating": call.mutating,
            # The name of the fault that hit it.
            "fault": None,
        }
        with self.lock:
            self.entries.append(entry)
        return entry

    def requests(self) -> list[dict]:
        with self.lock:
            return [dict(entry) for entry in self.entries]

    def counts(self) -> dict:
        entries = self.requests()
        actions = Counter(f"{entry['service']}:{entry['action']}" for entry in entries)
        return {
            "total": len(entries),
            "mutating": sum(entry["mutating"] for entry in entries),
            "actions": dict(sorted(actions.items())),
        }

    def busyness(self) -> dict:
        with self.lock:
            return {"seconds": self.busy}

    def reset(self) -> None:
        with self.lock:
            self.entries.clear()
            self.busy = 0.0
