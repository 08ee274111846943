"""Every AWS request that was made, in the order of arrival, and how often each."""

from collections import Counter
from threading import Lock

from .wire import Call


class RequestLog:
    """WSGI middleware that writes down each request.

    An entry stands from the moment of arrival. Its status is filled in before the answer leaves, so
    whoever has an answer finds it in the log; it stays null when no answer was given.
    """

    def __init__(self, app):
        self.app = app
        self.lock = Lock()
        self.entries: list[dict] = []

    def __call__(self, environ, start_response):
        entry = self.note(environ["plumbline.call"])

        def start(status, headers, exc_info=None):
            entry["status"] = int(status.split(" ", 1)[0])
            return start_response(status, headers, exc_info)

        return self.app(environ, start)

    def note(self, call: Call) -> dict:
        entry = {
            "service": call.service,
            "action": call.action,
            "region": call.region,
            "account": call.account,
            "key": call.key,
            "status": None,
            "mutating": call.mutating,
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

    def reset(self) -> None:
        with self.lock:
            self.entries.clear()
