"""The values that a header, a parameter or a path into a body names, of one request. Junk has none; nothing raises."""

import json
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import unquote_to_bytes

from webhook_inspector.core.capture import Head
from webhook_inspector.core.headers import values
from webhook_inspector.search.compare import Number, folded

MOST_BODY = 2 * 2**20
"""Bytes. Reading JSON holds up all of Python; a larger body takes long enough to be seen in the window."""
_FORM = "application/x-www-form-urlencoded"


def header_values(head: bytes, name: str) -> Iterator[str]:
    for value in values(Head.parse(head).fields, name.encode("utf-8", "surrogatepass")):
        yield value.decode("utf-8", "replace")


def query_values(head: bytes, name: str) -> Iterator[str]:
    _, _, query = Head.parse(head).target.partition(b"?")
    return _form_values(query.partition(b"#")[0], name)


def body_values(body: bytes, content_type: str, path: Sequence[str]) -> Iterator[str]:
    """What lies at `path` in a JSON body, or in a form under the path as one name. Lists that the path does not mention are walked through."""
    if len(body) > MOST_BODY:
        return
    if content_type.lower().startswith(_FORM):
        yield from _form_values(body, ".".join(path))
        return
    try:
        found: list[Any] = [_JSON.decode(_text(body).removeprefix("\ufeff"))]
    except (ValueError, RecursionError):
        return
    for step in path:
        found = [inner for one in found for inner in _inside(one, step)]
    for one in found:
        yield from _scalars(one)


def _text(raw: bytes) -> str:
    return raw.decode("utf-8", "replace")


def _form_values(raw: bytes, name: str) -> Iterator[str]:
    wanted = folded(name)
    for pair in raw.split(b"&"):
        key, _, value = pair.replace(b"+", b" ").partition(b"=")
        if folded(_text(unquote_to_bytes(key))) == wanted:
            yield _text(unquote_to_bytes(value))


def _inside(value: Any, step: str) -> Iterator[Any]:
    if isinstance(value, dict):
        if step == "*":
            yield from value.values()
        elif step in value:
            yield value[step]
    elif isinstance(value, list):
        if step == "*":
            yield from value
        elif step.isdecimal() and step.isascii():
            yield from value[int(step[:9]) :][:1]
        else:
            for one in _flat(value):
                yield from _inside(one, step)


def _flat(value: list[Any]) -> Iterator[Any]:
    """Without lists of lists: their depth comes from outside."""
    waiting = [iter(value)]
    while waiting:
        one = next(waiting[-1], waiting)
        if one is waiting:
            waiting.pop()
        elif isinstance(one, list):
            waiting.append(iter(one))
        else:
            yield one


def _scalars(value: Any) -> Iterator[str]:
    for one in _flat([value]):
        if isinstance(one, str):
            yield one
        elif one is None or isinstance(one, bool):
            yield json.dumps(one)


_JSON = json.JSONDecoder(parse_int=Number, parse_float=Number, parse_constant=Number, strict=False)
