"""Signed content by template: `{timestamp}.{body}` and the like, filled in with bytes of the request."""

import re
from dataclasses import dataclass
from itertools import chain

from webhook_inspector.core.headers import first
from webhook_inspector.signatures.jsontext import member, parse_json, scalar
from webhook_inspector.signatures.scheme import Request, Settings

_GAP = re.compile(r"\{(body|timestamp|url|method|header\.[A-Za-z0-9_-]+|field\.[A-Za-z0-9_]+)\}")
"""Braces around anything else stand for themselves: a template may look like JSON."""


@dataclass(frozen=True, slots=True)
class Lack:
    """What the template names and the request does not have."""

    what: str


def fill(template: str, request: Request, settings: Settings, timestamp: bytes | None) -> bytes | Lack:
    """The template with the request in its gaps: `{header.X}` is a header, `{field.x}` a member of the JSON body."""
    parts = _GAP.split(template)
    literals, names = parts[::2], parts[1::2]
    filled: list[bytes] = []
    for name in names:
        part = _part(name, request, settings, timestamp)
        if part is None:
            return Lack(_WORDS.get(name) or name.partition(".")[2])
        filled.append(part)
    texts = [literal.encode("utf-8", "surrogatepass") for literal in literals]
    return b"".join(chain(*zip(texts, [*filled, b""], strict=True)))


def headers_of(template: str) -> list[str]:
    """The headers that the template names."""
    return [name.removeprefix("header.") for name in _GAP.findall(template) if name.startswith("header.")]


def signed_url(request: Request, settings: Settings) -> str:
    """The URL as the sender knows it: the one registered there where the user told it, else the one of the request."""
    told = settings.get("signed_url")
    return told if isinstance(told, str) and told else request.url


_WORDS = {"timestamp": "the timestamp"}


def _part(name: str, request: Request, settings: Settings, timestamp: bytes | None) -> bytes | None:
    kind, _, rest = name.partition(".")
    match kind:
        case "body":
            return request.body
        case "timestamp":
            return timestamp
        case "url":
            return signed_url(request, settings).encode("utf-8", "surrogatepass")
        case "method":
            return request.method.encode("utf-8", "surrogatepass")
        case "header":
            return first(request.fields, rest.encode())
        case _:
            return scalar(member(parse_json(request.body), (rest,)))
