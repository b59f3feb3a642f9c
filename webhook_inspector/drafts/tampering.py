"""One byte of a body changed, as somebody on the way would: JSON stays JSON wherever that is possible."""

import json
from collections.abc import Iterator
from itertools import chain, islice

TRIES = 48
"""Places that are tried at most; each one of JSON costs a parse."""

JSON_LIMIT = 2**20
"""Bytes of a body that is parsed again for each place."""

_NEAR = 64 * 2**10
"""Bytes at the end that are looked through."""

_DIGITS, _SMALL, _LARGE = b"0123456789", b"abcdefghijklmnopqrstuvwxyz", b"ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_NEXT = {old: new for row in (_DIGITS, _SMALL, _LARGE) for old, new in zip(row, row[1:] + row[:1], strict=True)}


def tampered(body: bytes) -> Iterator[bytes]:
    """Bodies that differ from this one in one byte, the likeliest to be understood first; none for an empty one."""
    if not body:
        return
    changed = (_with(body, place, _NEXT[body[place]]) for place in _places(body))
    before = _value(body)
    if before is None:
        yield from changed
    else:
        yield from (one for one in changed if (after := _value(one)) is not None and after != before)
    yield _with(body, len(body) // 2, body[len(body) // 2] ^ 1)


def _places(body: bytes) -> Iterator[int]:
    """Letters and digits: the last ones, and some from the whole body, as a signature may cover a part of it only."""
    end = _end(body)
    last = (place for place in range(end - 1, max(end - _NEAR, 0) - 1, -1) if body[place] in _NEXT)
    spread = (place for place in range(end - 1, -1, -1 - end // (TRIES // 2)) if body[place] in _NEXT)
    yield from islice(dict.fromkeys(chain(islice(last, TRIES // 2), spread)), TRIES)


def _with(body: bytes, place: int, byte: int) -> bytes:
    return body[:place] + bytes([byte]) + body[place + 1 :]


def _end(body: bytes) -> int:
    """Where the content ends: the last line of a multipart body is its boundary."""
    last = body.rstrip(b"\r\n")
    start = last.rfind(b"\n--")
    return start if start >= 0 and last.endswith(b"--") else len(body)


def _value(body: bytes) -> tuple[object] | None:
    """The one value that the body is as JSON, with the text of its numbers; None where it is none, or too long for it."""
    if len(body) > JSON_LIMIT:
        return None
    try:
        return (json.loads(body.decode(), parse_int=str, parse_float=str),)
    except (ValueError, RecursionError):
        return None
