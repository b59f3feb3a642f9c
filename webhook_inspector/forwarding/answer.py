"""A target's answer as the sender of a proxied request gets it. Pure."""

import re
from collections.abc import Iterator
from email.utils import formatdate

from webhook_inspector.core.capture import split_request_line
from webhook_inspector.core.delivery import Response
from webhook_inspector.core.headers import HOP_BY_HOP, Fields, first, named_by_connection, parse_fields, values

_FRAMING = frozenset({b"content-length", b"transfer-encoding"})
_BODILESS = frozenset({204, 304})
_TOKEN = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_DIGITS = re.compile(rb"[0-9]{1,18}")


def is_answer(response: Response) -> bool:
    """Whether it can be handed through: nobody may switch protocols through us."""
    return response.status >= 200


def handed_through(response: Response, request_head: bytes, *, close: bool, now: float) -> bytes:
    """The bytes for the sender: status, reason, end-to-end headers and body as they came, framed anew for its connection.

    `close` tells whether the connection ends after it. RFC 9112 sections 5.1 and 6.3: no blank before a colon, no bare CR in
    a value and no framing of the other connection is handed on. The answer to a HEAD tells the length that its target told.
    """
    line, _, block = response.head.partition(b"\n")
    came = _clean(parse_fields(block))
    method, _, version = split_request_line(request_head.partition(b"\n")[0])
    body = b"" if method == b"HEAD" or response.status in _BODILESS else response.body
    length = _told_length(came) if method == b"HEAD" else b"%d" % len(body)
    dropped = HOP_BY_HOP | _FRAMING | named_by_connection(came)
    lines = [_status_line(response.status, line)]
    lines += [name + b": " + value for name, value in came if name.lower() not in dropped]
    if length and response.status not in _BODILESS:
        lines.append(b"Content-Length: " + length)
    if first(came, b"date") is None:
        lines.append(b"Date: " + formatdate(now, usegmt=True).encode("ascii"))
    lines += _connection(version, close=close)
    return b"\r\n".join([*lines, b"", body])


def _clean(fields: Fields) -> Fields:
    """Names without blanks behind them, values in one line; what has no name that could be sent is left out."""
    found = ((name.rstrip(b" \t"), value.replace(b"\r", b" ")) for name, value in fields)
    return tuple((name, value) for name, value in found if _TOKEN.fullmatch(name))


def _told_length(fields: Fields) -> bytes:
    """Empty where none was told that could be repeated."""
    lengths = set(values(fields, b"content-length"))
    length = lengths.pop() if len(lengths) == 1 else b""
    return length if _DIGITS.fullmatch(length) else b""


def _status_line(status: int, line: bytes) -> bytes:
    reason = b" ".join(line.strip().split(b" ", 2)[2:])
    return b"HTTP/1.1 %d %s" % (status, reason.replace(b"\r", b" "))


def _connection(version: bytes, *, close: bool) -> Iterator[bytes]:
    if close:
        yield b"Connection: close"
    elif version == b"HTTP/1.0":
        yield b"Connection: keep-alive"
