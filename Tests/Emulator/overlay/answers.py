"""Answers that a fault gives in AWS's place, in the service's own protocol."""

import json
import socket
from http import HTTPStatus
from xml.sax.saxutils import escape

from .wire import Call

REQUEST_ID = "00000000-fa17-4000-8000-000000000000"


def error(call: Call, status: int, code: str, message: str, start_response):
    """An AWS error as the service's protocol writes it."""
    name, text = escape(code), escape(message)
    if call.protocol == "json":
        kind = "application/x-amz-json-1.1"
        body = json.dumps({"__type": code, "message": message})
    elif call.protocol == "ec2":
        kind = "text/xml;charset=UTF-8"
        body = (
            f"<Response><Errors><Error><Code>{name}</Code><Message>{text}</Message></Error></Errors>"
            f"<RequestID>{REQUEST_ID}</RequestID></Response>"
        )
    elif call.service == "s3":
        kind = "application/xml"
        body = f"<Error><Code>{name}</Code><Message>{text}</Message><RequestId>{REQUEST_ID}</RequestId></Error>"
    else:
        kind = "text/xml"
        side = "Sender" if status < 500 else "Receiver"
        body = (
            f"<ErrorResponse><Error><Type>{side}</Type><Code>{name}</Code><Message>{text}</Message></Error>"
            f"<RequestId>{REQUEST_ID}</RequestId></ErrorResponse>"
        )
    return send(start_response, status, kind, body, [("x-amzn-RequestId", REQUEST_ID)])


def html(status: int, start_response):
    title = status_line(status)
    body = f"<!doctype html>\n<html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>\n"
    return send(start_response, status, "text/html; charset=utf-8", body, [])


def send(start_response, status: int, kind: str, body: str, headers: list):
    data = body.encode()
    start_response(status_line(status), [("Content-Type", kind), ("Content-Length", str(len(data))), *headers])
    return [data]


def status_line(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return f"{status} Fault"


def whole(app, environ) -> tuple[str, list, bytes]:
    """Has a request answered in full, and keeps the answer: status line, headers but for the length, body."""
    head = []
    answer = app(environ, lambda status, headers, exc_info=None: head.append((status, headers)))
    try:
        body = b"".join(answer)
    finally:
        getattr(answer, "close", lambda: None)()
    status, headers = head[-1]
    return status, [(name, value) for name, value in headers if name.lower() != "content-length"], body


def sized(headers: list, body: bytes) -> list:
    return [*headers, ("Content-Length", str(len(body)))]


def close(environ) -> None:
    """Closes the client's connection for both directions, at once."""
    try:
        environ["werkzeug.socket"].shutdown(socket.SHUT_RDWR)
    except OSError:
        # The client was quicker.
        pass
