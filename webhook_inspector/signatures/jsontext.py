"""JSON bodies without loss: numbers keep the digits they came with, and one value can be replaced without touching the rest."""

import json
import re
from collections.abc import Iterator, Sequence

Path = Sequence[str | int]
"""Names of members and places in arrays, from the outside in."""

_DECODER = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str)
_BLANKS = re.compile(r"[ \t\n\r]*")


def parse_json(body: bytes) -> object:
    """The value, every number as its own text; None for junk, as for `null`."""
    try:
        return _DECODER.decode(body.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None


def member(value: object, path: Path) -> object:
    """What stands at `path`; None where there is nothing."""
    for step in path:
        if isinstance(value, dict) and isinstance(step, str):
            value = value.get(step)
        elif isinstance(value, list) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            return None
    return value


def scalar(value: object) -> bytes | None:
    """A string, number or truth value as text; None for anything else, `null` too."""
    if isinstance(value, bool):
        return b"true" if value else b"false"
    return value.encode("utf-8", "surrogatepass") if isinstance(value, str) else None


def with_member(body: bytes, path: Path, new: str) -> bytes | None:
    """The body with the text `new` (JSON itself) in place of the value at `path`; None where there is none."""
    try:
        text = body.decode("utf-8")
        _DECODER.decode(text)
        place = _after_blanks(text, 0)
        for step in path:
            place = max((at for name, at in _members(text, place) if name == step), default=-1)
            if place < 0:
                return None
        end = _DECODER.raw_decode(text, place)[1]
    except (ValueError, RecursionError):
        return None
    return (text[:place] + new + text[end:]).encode("utf-8")


def _members(text: str, place: int) -> Iterator[tuple[str | int, int]]:
    """Each member of the object or array that begins at `place`, with the place of its value. The text is valid JSON."""
    opening = text[place]
    if opening not in "{[":
        return
    place, count = _after_blanks(text, place + 1), 0
    while text[place] not in "}]":
        name: str | int = count
        if opening == "{":
            name, place = _DECODER.raw_decode(text, place)
            place = _after_blanks(text, _after_blanks(text, place) + 1)
        yield name, place
        place = _after_blanks(text, _DECODER.raw_decode(text, place)[1])
        if text[place] == ",":
            place = _after_blanks(text, place + 1)
        count += 1


def _after_blanks(text: str, place: int) -> int:
    blanks = _BLANKS.match(text, place)
    return blanks.end() if blanks else place
