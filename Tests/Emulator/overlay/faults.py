"""Scripted misfortune: what a network and a cloud do to a client, one fault at a time.

A fault is a JSON object:

    service, action   which calls (shell patterns, default "*")
    region            only calls to these regions (a shell pattern, default "*")
    contains          only calls whose body, or path in a REST protocol, holds this text (default: any)
    count             how many calls it hits, -1 for all that come (default 1)
    kind              error        `status`, `code`, `message` in the service's own protocol; no effect
                      drop-before  the connection closes with no answer; no effect
                      drop-after   the connection closes with no answer; the effect has happened
                      hang         silence for `seconds` (or until the faults are reset), then it closes; no effect
                      html         a page of HTML with `status` (default 500), as from a proxy; no effect
                      truncate     half of the true answer, then it closes; the effect has happened

Faults are tried in the order given; the first that matches is the one that happens.
"""

import json
import socket
from dataclasses import dataclass
from fnmatch import fnmatchcase
from http import HTTPStatus
from threading import Event, Lock
from xml.sax.saxutils import escape

from .wire import Call

KINDS = ("error", "drop-before", "drop-after", "hang", "html", "truncate")
REQUEST_ID = "00000000-fa17-4000-8000-000000000000"


@dataclass
class Fault:
    kind: str
    service: str = "*"
    action: str = "*"
    region: str = "*"
    contains: str = ""
    count: int = 1
    status: int = 0
    code: str = "InternalFailure"
    message: str = "The request processing has failed because of an unknown error."
    seconds: float = 60

    def __post_init__(self):
        if self.kind not in KINDS:
            raise ValueError(f"unknown fault kind {self.kind!r}: use one of {', '.join(KINDS)}")
        self.status = self.status or 500

    def hits(self, call: Call) -> bool:
        return (
            self.count != 0
            and fnmatchcase(call.service, self.service)
            and fnmatchcase(call.action, self.action)
            and fnmatchcase(call.region, self.region)
            and (self.contains in call.body or self.contains in call.target)
        )


class Faults:
    """WSGI middleware that lets the faults it was given happen."""

    def __init__(self, app):
        self.app = app
        self.lock = Lock()
        self.faults: list[Fault] = []
        self.over = Event()

    def inject(self, description: dict) -> None:
        """Adds a fault. Raises TypeError or ValueError when the description is not one."""
        fault = Fault(**description)
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

    def take(self, call: Call) -> Fault | None:
        with self.lock:
            fault = next((fault for fault in self.faults if fault.hits(call)), None)
            if fault and fault.count > 0:
                fault.count -= 1
            return fault

    def __call__(self, environ, start_response):
        call = environ["plumbline.call"]
        fault = self.take(call)
        if fault is None:
            return self.app(environ, start_response)
        if fault.kind == "error":
            return error(call, fault, start_response)
        if fault.kind == "html":
            return html(fault, start_response)
        if fault.kind == "truncate":
            return self.truncate(environ, start_response)
        if fault.kind == "hang":
            self.over.wait(fault.seconds)
        if fault.kind == "drop-after":
            self.answer(environ)
        close(environ)
        raise ConnectionAbortedError(fault.kind)

    def answer(self, environ) -> tuple[str, list, bytes]:
        """Has the request answered in full, and keeps the answer."""
        head = []
        answer = self.app(environ, lambda status, headers, exc_info=None: head.append((status, headers)))
        try:
            body = b"".join(answer)
        finally:
            getattr(answer, "close", lambda: None)()
        status, headers = head[-1]
        return status, headers, body

    def truncate(self, environ, start_response):
        status, headers, body = self.answer(environ)
        kept = [(name, value) for name, value in headers if name.lower() != "content-length"]
        start_response(status, [*kept, ("Content-Length", str(len(body)))])
        return half(environ, body)


def half(environ, body: bytes):
    yield body[: len(body) // 2]
    close(environ)
    raise ConnectionAbortedError("truncate")


def close(environ) -> None:
    """Closes the client's connection for both directions, at once."""
    try:
        environ["werkzeug.socket"].shutdown(socket.SHUT_RDWR)
    except OSError:
        # The client was quicker.
        pass


def status_line(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"{status} Fault"


def error(call: Call, fault: Fault, start_response):
    """An AWS error as the service's protocol writes it."""
    code, message = escape(fault.code), escape(fault.message)
    if call.protocol == "json":
        kind = "application/x-amz-json-1.1"
        body = json.dumps({"__type": fault.code, "message": fault.message})
    elif call.protocol == "ec2":
        kind = "text/xml;charset=UTF-8"
        body = (
            f"<Response><Errors><Error><Code>{code}</Code><Message>{message}</Message></Error></Errors>"
            f"<RequestID>{REQUEST_ID}</RequestID></Response>"
        )
    elif call.service == "s3":
        kind = "application/xml"
        body = f"<Error><Code>{code}</Code><Message>{message}</Message><RequestId>{REQUEST_ID}</RequestId></Error>"
    else:
        kind = "text/xml"
        side = "Sender" if fault.status < 500 else "Receiver"
        body = (
            f"<ErrorResponse><Error><Type>{side}</Type><Code>{code}</Code><Message>{message}</Message></Error>"
            f"<RequestId>{REQUEST_ID}</RequestId></ErrorResponse>"
        )
    return send(start_response, fault.status, kind, body, [("x-amzn-RequestId", REQUEST_ID)])


def html(fault: Fault, start_response):
    title = status_line(fault.status)
    body = f"<!doctype html>\n<html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>\n"
    return send(start_response, fault.status, "text/html; charset=utf-8", body, [])


def send(start_response, status: int, kind: str, body: str, headers: list):
    data = body.encode()
    start_response(status_line(status), [("Content-Type", kind), ("Content-Length", str(len(data))), *headers])
    return [data]
