"""Lists that come in pages of any size, also where moto answers all at once.

The service models say which operations page, by which members, and what they list. A list is cut where the request says to
go on; the continuation is the place in moto's own page and moto's own continuation, so that both kinds of page follow each
other. What several lists share (`GetAccountAuthorizationDetails`) is cut as if they stood one after the other.
"""

import io
import json
import re
from functools import cache
from typing import Any
from urllib.parse import parse_qsl, urlencode
from xml.etree import ElementTree

import botocore.session

from .answers import sized, whole
from .wire import Call

# Where the name that a call is told by is not that of the service's model.
MODELS = {"elasticloadbalancing": "elbv2", "tag": "resourcegroupstaggingapi"}
MARK = "page"
SESSION = botocore.session.get_session()


class Paging:
    """How one operation pages, in the names of its wire form."""

    def __init__(self, operation, rules: dict):
        sent, answered = operation.input_shape, operation.output_shape
        self.token_sent = wire_name(sent, rules["input_token"], operation)
        self.limit_sent = wire_name(sent, rules["limit_key"], operation) if "limit_key" in rules else None
        results = rules["result_key"] if isinstance(rules["result_key"], list) else [rules["result_key"]]
        self.lists = [self.path(answered, result, operation) for result in results]
        self.token = wire_name(answered, rules["output_token"], operation)
        more = rules.get("more_results")
        self.more = wire_name(answered, more, operation) if more else None

    @staticmethod
    def path(shape, names: str, operation) -> list[str]:
        """Element names that lead to the items of a list; for JSON to the list."""
        path = []
        for name in names.split("."):
            path.append(wire_name(shape, name, operation))
            shape = shape.members[name]
        if operation.service_model.metadata["protocol"] != "json" and not shape.serialization.get("flattened"):
            path.append(shape.member.serialization.get("name", "item" if is_ec2(operation) else "member"))
        return path


def is_ec2(operation) -> bool:
    return operation.service_model.metadata["protocol"] == "ec2"


def wire_name(shape, member: str, operation) -> str:
    serialization = shape.members[member].serialization
    name = serialization.get("name", member)
    if is_ec2(operation) and shape is operation.input_shape:
        return serialization.get("queryName", name[0].upper() + name[1:])
    return name


@cache
def paging_of(service: str, action: str) -> Paging | None:
    """None for what does not page, or by more than one continuation."""
    name = MODELS.get(service, service)
    try:
        model = SESSION.get_service_model(name)
        rules = SESSION.get_paginator_model(name).get_paginator(action)
        operation = model.operation_model(action)
    except Exception:
        return None
    plain = all(isinstance(rules[key], str) and "." not in rules[key] for key in ("input_token", "output_token"))
    return Paging(operation, rules) if plain else None


def page(app, environ, start_response, call: Call, size: int):
    """Answers the call with at most `size` items."""
    paging = paging_of(call.service, call.action)
    if paging is None:
        return app(environ, start_response)
    start, own = taken_from_request(environ, call, paging)
    status, headers, body = whole(app, environ)
    if status.startswith("200"):
        cut = cut_json if call.protocol == "json" else cut_xml
        body = cut(body, paging, start, size, own)
    start_response(status, sized(headers, body))
    return [body]


def taken_from_request(environ, call: Call, paging: Paging) -> tuple[int, str]:
    """Takes limit and continuation out of the request, and puts moto's own continuation in.

    Returns where in moto's page to go on, and that page's continuation ("" for the first).
    """
    if call.protocol == "json":
        fields = json.loads(call.body or "{}")
    elif call.protocol == "rest":
        fields = dict(parse_qsl(environ.get("QUERY_STRING", ""), keep_blank_values=True))
    else:
        fields = dict(parse_qsl(call.body, keep_blank_values=True))
    token = fields.pop(paging.token_sent, "") or ""
    if paging.limit_sent:
        fields.pop(paging.limit_sent, None)
    start, own = 0, token
    if token.startswith(f"{MARK}:"):
        _, place, own = token.split(":", 2)
        start = int(place)
    if own:
        fields[paging.token_sent] = own
    if call.protocol == "rest":
        environ["QUERY_STRING"] = urlencode(fields)
        return start, own
    data = (json.dumps(fields) if call.protocol == "json" else urlencode(fields)).encode()
    environ["wsgi.input"], environ["CONTENT_LENGTH"] = io.BytesIO(data), str(len(data))
    return start, own


def continuation(start: int, size: int, total: int, own: str, following: str) -> str:
    if start + size < total:
        return f"{MARK}:{start + size}:{own}"
    return f"{MARK}:0:{following}" if following else ""


def cut_json(body: bytes, paging: Paging, start: int, size: int, own: str) -> bytes:
    answer: dict[str, Any] = json.loads(body)
    total, passed = 0, 0
    for path in paging.lists:
        holder = answer
        for name in path[:-1]:
            holder = holder.get(name) or {}
        items = holder.get(path[-1]) or []
        total += len(items)
        if path[-1] in holder:
            holder[path[-1]] = items[max(0, start - passed) : max(0, start + size - passed)]
        passed += len(items)
    token = continuation(start, size, total, own, answer.get(paging.token) or "")
    answer.pop(paging.token, None)
    if token:
        answer[paging.token] = token
    if paging.more:
        answer[paging.more] = bool(token)
    return json.dumps(answer).encode()


def cut_xml(body: bytes, paging: Paging, start: int, size: int, own: str) -> bytes:
    root = ElementTree.fromstring(re.sub(rb'\sxmlns="[^"]*"', b"", body))
    result = next((child for child in root if child.tag.endswith("Result")), root)
    place = 0
    for path in paging.lists:
        holder = result.find("/".join(path[:-1])) if path[:-1] else result
        for item in holder.findall(path[-1]) if holder is not None else []:
            if not start <= place < start + size:
                holder.remove(item)
            place += 1
    token = continuation(start, size, place, own, result.findtext(paging.token) or "")
    for name, text in [(paging.token, token), (paging.more, "true" if token else "false")]:
        for former in result.findall(name) if name else []:
            result.remove(former)
        if name and text:
            ElementTree.SubElement(result, name).text = text
    return ElementTree.tostring(root, encoding="utf-8", xml_declaration=True)
