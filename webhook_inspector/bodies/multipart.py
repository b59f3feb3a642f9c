"""A multipart body (RFC 2046) part by part: text as text, and a glance at what is not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from webhook_inspector.bodies.charset import text_of
from webhook_inspector.bodies.hexdump import hexdump
from webhook_inspector.bodies.lines import text_lines
from webhook_inspector.bodies.mediatype import MediaType
from webhook_inspector.bodies.sniff import is_binary
from webhook_inspector.core.headers import first, parse_fields
from webhook_inspector.core.problem import Problem
from webhook_inspector.core.text import show, visible

MOST_PARTS = 1_000
_GLANCE = 64
"""Bytes shown of a part that is not text."""
_HEAD_END = re.compile(rb"\r?\n\r?\n")


@dataclass(frozen=True, slots=True)
class Part:
    """What stands between two boundaries."""

    head: bytes
    body: bytes


def multipart_lines(content: bytes, boundary: str) -> tuple[list[str], Problem | None]:
    """Every part below its boundary, and what is to be said of the body as a whole."""
    lines: list[str] = []
    parts = split(content, boundary)
    for part in islice(parts, MOST_PARTS):
        lines += [visible(f"--{boundary}"), *_part_lines(part)]
    more = next(parts, None)
    return lines, Problem.of("multipart-many", count=MOST_PARTS) if more else None


def split(content: bytes, boundary: str) -> Iterator[Part]:
    """The parts, leniently: the last may lack its end; what stands before the first and after the last is left out."""
    line = re.compile(
        rb"(?:\A|\r?\n)--" + re.escape(boundary.encode("utf-8", "replace")) + rb"(--)?+[ \t]*+(?=\r?\n|\Z)"
    )
    start = None
    for match in line.finditer(content):
        if start is not None:
            yield _part(content[start : match.start()])
        if match[1]:
            return
        start = match.end()
    if start is not None:
        yield _part(content[start:])


def _part(raw: bytes) -> Part:
    """`raw` begins with the line end of its boundary. Two line ends there: the part has no head."""
    end = _HEAD_END.search(raw)
    return Part(raw[: end.start()].lstrip(b"\r\n"), raw[end.end() :]) if end else Part(raw.lstrip(b"\r\n"), b"")


def _part_lines(part: Part) -> list[str]:
    head = [show(line) for line in part.head.splitlines()]
    return [*head, "", *_body_lines(part)]


def _body_lines(part: Part) -> list[str]:
    media = MediaType.parse(show(first(parse_fields(part.head), b"content-type") or b""))
    if not is_binary(part.body, declared_text=False):
        return text_lines(text_of(part.body, media.charset).text)
    rest = len(part.body) - _GLANCE
    return [*hexdump(part.body[:_GLANCE]), *([f"… + {rest}"] if rest > 0 else [])]
