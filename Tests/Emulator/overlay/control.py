"""The doors under /plumbline, by which a test asks what happened and says what shall happen.

    GET  /plumbline/requests         every AWS request since the last reset
    POST /plumbline/requests/reset   forgets them
    GET  /plumbline/counts           how many, how many mutating, how many of each action
    GET  /plumbline/busy             for how many seconds at least one of them was being answered
    GET  /plumbline/faults           the faults that still wait
    POST /plumbline/faults           adds a fault (overlay/faults.py says what one is)
    POST /plumbline/faults/reset     forgets the faults and lets hanging requests go
    POST /plumbline/copies           makes a copy of the emulator (overlay/forks.py), answers its endpoint and pid
    POST /plumbline/copies/end       {"pid": 4711} ends a copy
    GET  /plumbline/resources        everything that AWS holds, by kind (overlay/resources.py)
    GET  /plumbline/names            the Name tags of EC2's identifiers
    POST /plumbline/settings         {"rolloutPolls": 2, "rolloutSeconds": null}
    POST /plumbline/reset            forgets everything: AWS, requests, faults, settings
"""

import json
from dataclasses import asdict

from moto.moto_api._internal.models import moto_api_backend

from . import resources
from .wire import call_of, read_body


class Control:
    """WSGI application: answers /plumbline itself, leaves moto's own pages to moto, and passes AWS calls on.

    `faults`, `rollouts` and `forks` are None when moto runs plain.
    """

    def __init__(self, moto, log, faults=None, rollouts=None, forks=None):
        self.moto = moto
        self.log = log
        self.faults = faults
        self.rollouts = rollouts
        self.forks = forks
        self.doors = {
            ("GET", "requests"): lambda _: log.requests(),
            ("POST", "requests/reset"): lambda _: log.reset(),
            ("GET", "counts"): lambda _: log.counts(),
            ("GET", "busy"): lambda _: log.busyness(),
            ("POST", "reset"): lambda _: self.reset(),
            ("GET", "resources"): lambda _: resources.listed(),
            ("GET", "names"): lambda _: resources.names(),
        }
        if faults is not None:
            self.doors[("GET", "faults")] = lambda _: faults.waiting()
            self.doors[("POST", "faults")] = lambda body: faults.inject(json.loads(body))
            self.doors[("POST", "faults/reset")] = lambda _: faults.reset()
        if rollouts is not None:
            self.doors[("POST", "settings")] = lambda body: rollouts.configure(json.loads(body))
        if forks is not None:
            self.doors[("POST", "copies")] = lambda _: asdict(forks.copy())
            self.doors[("POST", "copies/end")] = lambda body: forks.end(int(json.loads(body)["pid"]))

    def __call__(self, environ, start_response):
        path = environ.get("PATH_INFO", "/")
        if path.startswith("/plumbline/"):
            return self.answer(environ, path.removeprefix("/plumbline/"), start_response)
        if path.startswith("/moto-api"):
            return self.moto(environ, start_response)
        environ["plumbline.call"] = call_of(environ)
        return self.log(environ, start_response)

    def clear(self) -> None:
        """Nothing is asked or under way: what a copy starts with. AWS stays as it is."""
        self.log.clear()
        if self.faults is not None:
            self.faults.clear()
        if self.rollouts is not None:
            self.rollouts.clear()

    def reset(self) -> None:
        moto_api_backend.reset()
        self.log.reset()
        if self.faults is not None:
            self.faults.reset()
        if self.rollouts is not None:
            self.rollouts.reset()

    def answer(self, environ, path: str, start_response):
        door = self.doors.get((environ["REQUEST_METHOD"], path))
        if door is None:
            status, result = "404 Not Found", {"error": f"no door {environ['REQUEST_METHOD']} /plumbline/{path}"}
        else:
            try:
                result = door(read_body(environ))
                status = "200 OK"
            except (KeyError, TypeError, ValueError) as problem:
                status, result = "400 Bad Request", {"error": str(problem)}
        data = json.dumps({} if result is None else result).encode()
        start_response(status, [("Content-Type", "application/json"), ("Content-Length", str(len(data)))])
        return [data]
